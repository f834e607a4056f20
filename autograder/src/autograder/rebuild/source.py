"""What a cell's source says: which names it binds, what of it is new, and whether it is Python."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from autograder.skeleton import bound_names, parse

# What the parser may raise for a text that is not Python.
NOT_PYTHON = (SyntaxError, ValueError, RecursionError, MemoryError)
_BINDS = re.compile(r"^(?:async\s+def|def|class)\s+(\w+)|^(\w+)\s*(?::[^=\n]*)?=(?!=)", re.M)
_MAGIC = re.compile(
    r"^([ \t]*+)(?:[%!?].*|\S.*\?)$|^([ \t]*+[\w, ]*+=[ \t]*+)[%!].*$", re.MULTILINE
)
_INDENT = re.compile(r"(?:[ \t]*+\n)*+([ \t]+)\S")
_FENCE = re.compile(r"^```[^\n`]*\n(.*?)^```", re.M | re.S)
_TOOLS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_VALUES = (ast.Assign, ast.AnnAssign)
LONGEST = 100_000  # characters of one cell that are parsed; a unit has 40 000 in all
LONGEST_TEXT, MOST_STARTS = 20_000, 40  # of a text cell in which code is looked for


def python_of(source: str) -> str:
    """The source with IPython's magics (% ! ?) made Python of as many lines."""
    return _MAGIC.sub(lambda found: f"{found[2]}0" if found[2] else f"{found[1]}pass", source)


def parses(source: str) -> bool:
    """Whether it is Python as IPython reads it."""
    return _read(source)[0]


def names_in(source: str) -> frozenset[str]:
    """The public names that it binds, by a guess from the text where it is not Python."""
    return _read(source)[1]


def _read(source: str) -> tuple[bool, frozenset[str]]:
    return _read_short(source) if len(source) <= LONGEST else (False, _guess(source))


@lru_cache(maxsize=1024)
def _read_short(source: str) -> tuple[bool, frozenset[str]]:
    """Whether it is Python, and its names. Students have many cells in common."""
    for text in _readings(source):
        try:
            return True, bound_names(text)
        except NOT_PYTHON:
            continue
    return False, _guess(source)


def _readings(source: str) -> Iterator[str]:
    """The source, the same without magics, and without an indentation of the whole cell."""
    yield source
    plain = python_of(source)
    yield plain
    if indent := _INDENT.match(plain):
        text = re.sub(rf"^{indent[1]}", "", plain, flags=re.MULTILINE)
        if _runs(text):
            yield text


def _runs(text: str) -> bool:
    """Whether it compiles: the rest of a function has a return that stands nowhere."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(text, "cell", "exec")
        except NOT_PYTHON:
            return False
    return True


def _guess(source: str) -> frozenset[str]:
    return frozenset(match[1] or match[2] for match in _BINDS.finditer(source))


@dataclass(frozen=True)
class Statement:
    """One statement at the left margin of a cell."""

    node: ast.stmt
    first: int  # its lines, decorators included, counted from 0
    end: int  # the line after it
    text: str

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that it binds, imported ones too."""
        if isinstance(self.node, ast.Import | ast.ImportFrom):
            names = self.node.names
            return frozenset((name.asname or name.name).split(".")[0] for name in names)
        return names_in(self.text)

    @property
    def is_tool(self) -> bool:
        """Whether it is an import, a function or a class: harmless wherever it runs."""
        return isinstance(self.node, _TOOLS)

    @cached_property
    def meaning(self) -> str:
        """The same for two statements that differ in blanks and comments only."""
        try:
            return ast.dump(self.node)
        except RecursionError:
            return self.text


def statements(source: str) -> list[Statement]:
    """The statements of a cell; none where it is not Python."""
    for text in _readings(source) if len(source) <= LONGEST else ():
        try:
            return [_statement(node, text.split("\n")) for node in parse(text).body]
        except NOT_PYTHON:
            continue
    return []


def _statement(node: ast.stmt, lines: list[str]) -> Statement:
    marks = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(mark.lineno for mark in marks)]) - 1
    end = node.end_lineno or node.lineno
    return Statement(node, first, end, "\n".join(lines[first:end]))


def stub_names(source: str, stub: str) -> frozenset[str]:
    """The names that the source still leaves exactly as the stub does."""
    left = [(names, meaning) for names, end, meaning in _stub_parts(stub) if end in source]
    if not left:  # nearly always: an answer was written
        return frozenset()
    meanings = {part.meaning for part in statements(source)}
    return frozenset().union(*(names for names, meaning in left if meaning in meanings))


@lru_cache(maxsize=512)
def _stub_parts(stub: str) -> tuple[tuple[frozenset[str], str, str], ...]:
    """Of each statement of a stub its names, its last line and its meaning."""
    parts = statements(stub)
    return tuple((p.names, p.text.rsplit("\n", 1)[-1].strip(), p.meaning) for p in parts)


def parts_for(stub: str, names: Collection[str]) -> str:
    """The statements of a stub that bind some of the names."""
    wanted = set(names)
    return "\n\n".join(part.text for part in statements(stub) if part.names & wanted)


def without_stubs(source: str, stub: str, names: Collection[str]) -> str:
    """The source without those statements for these names that are still the stub's."""
    ours = {meaning for own, _, meaning in _stub_parts(stub) if own & set(names)}
    if not ours:
        return source
    lines = source.split("\n")
    for part in reversed(statements(source)):
        if part.names and part.names <= set(names) and part.meaning in ours:
            del lines[part.first : part.end]
    return "\n".join(lines)


def additions(source: str, ours: str, *, values: bool) -> list[Statement]:
    """What a student added to a cell of the course.

    Args:
        source: the cell as the student left it.
        ours: the cell as the course has it.
        values: whether assigned values count, besides imports, functions and classes.
    """
    known = frozenset().union(*(part.names for part in statements(ours)))
    return [
        part
        for part in statements(source)
        if part.is_tool or (values and isinstance(part.node, _VALUES))
        if part.names and not part.names & known
    ]


def code_in(text: str) -> str:
    """The Python code in a text cell: all of it, what stands in fences, or what follows prose."""
    if len(text) > LONGEST_TEXT or parses(text):
        return text
    fenced = "\n\n".join(_FENCE.findall(text))
    if fenced and parses(fenced):
        return fenced
    starts = [found.start() for found in _BINDS.finditer(text)][:MOST_STARTS]
    return next((text[at:] for at in starts if parses(text[at:])), text)
