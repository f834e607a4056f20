"""What a cell's source says: which names it binds, what of it is new, and whether it is Python."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property, lru_cache

from autograder.skeleton import bound_names, parse

# What the parser may raise for a text that is not Python.
NOT_PYTHON = (SyntaxError, ValueError, RecursionError, MemoryError)
_BINDS = re.compile(r"^(?:async\s+def|def|class)\s+(\w+)|^(\w+)\s*(?::[^=\n]*)?=(?!=)", re.M)
_MAGIC = re.compile(
    r"^([ \t]*+)(?:[%!?].*|\S.*\?)$|^([ \t]*+[\w, ]*+=[ \t]*+)[%!].*$", re.MULTILINE
)
_FENCE = re.compile(r"^```[^\n`]*\n(.*?)^```", re.M | re.S)
_TOOLS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_VALUES = (ast.Assign, ast.AnnAssign)
LONGEST = 100_000  # characters of one cell that are parsed; a unit has 40 000 in all
LONGEST_TEXT, MOST_STARTS = 20_000, 40  # of a text cell in which code is looked for


def python_of(source: str) -> str:
    """The source with IPython's magics (% ! ?) made Python of as many lines."""
    return _MAGIC.sub(lambda found: f"{found[2]}0" if found[2] else f"{found[1]}pass", source)


def tree(source: str) -> ast.Module:
    """The parsed source, magics left out.

    Raises:
        SyntaxError, ValueError, RecursionError, MemoryError: it is not Python, or too long.
    """
    if len(source) > LONGEST:
        raise ValueError("longer than code that is written by hand")
    try:
        return parse(source)
    except NOT_PYTHON:
        return parse(python_of(source))


def parses(source: str) -> bool:
    """Whether it is Python, magics left out."""
    return len(source) <= LONGEST and _read(source)[0]


def names_in(source: str) -> frozenset[str]:
    """The public names that it binds, by a guess from the text where it is not Python."""
    return _read(source)[1] if len(source) <= LONGEST else _guess(source)


@lru_cache(maxsize=1024)
def _read(source: str) -> tuple[bool, frozenset[str]]:
    """Whether it is Python, and its names. Students have many cells in common."""
    for text in (source, python_of(source)):
        try:
            return True, bound_names(text)
        except NOT_PYTHON:
            continue
    return False, _guess(source)


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

    @cached_property
    def meaning(self) -> str:
        """The same for two statements that differ in blanks and comments only."""
        try:
            return ast.dump(self.node)
        except RecursionError:
            return self.text


def statements(source: str) -> list[Statement]:
    """The statements of a cell; none where it is not Python."""
    try:
        body = tree(source).body
    except NOT_PYTHON:
        return []
    lines = source.split("\n")
    found = []
    for node in body:
        marks = getattr(node, "decorator_list", [])
        first = min([node.lineno, *(mark.lineno for mark in marks)]) - 1
        end = node.end_lineno or node.lineno
        found.append(Statement(node, first, end, "\n".join(lines[first:end])))
    return found


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
    kinds = (*_TOOLS, *_VALUES) if values else _TOOLS
    known = frozenset().union(*(part.names for part in statements(ours)))
    return [
        part
        for part in statements(source)
        if isinstance(part.node, kinds) and part.names and not part.names & known
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
