"""What stands in an answer cell before a student writes in it.

One pure function, `stub_source`, turns the instructor's cell into the student's. The release
and the grader's skeleton use the same one, so an untouched cell looks alike to both.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

BEGIN, END = "BEGIN SOLUTION", "END SOLUTION"
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_Scope = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


class StubError(ValueError):
    """The marks of a solution are not where they can be understood; a sentence for the author."""


@dataclass(frozen=True)
class Region:
    """The lines of one solution, marks excluded. first and last count from 1, like ast's."""

    first: int
    last: int
    indent: str
    source: str  # as it stands in the cell, indentation and all


def solution_regions(source: str, exercise: str) -> list[Region]:
    """The solution regions of an answer cell; a cell without marks is one region as a whole.

    Raises:
        StubError: a mark is nested, missing or never closed.
    """
    lines = source.split("\n")
    if not any(BEGIN in line or END in line for line in lines):
        return [Region(1, len(lines), "", source)]
    regions: list[Region] = []
    opened: int | None = None
    for number, line in enumerate(lines, start=1):
        if BEGIN in line:
            if opened is not None:
                raise StubError(f"Exercise {exercise}: a solution region begins inside another.")
            opened = number
        elif END in line:
            if opened is None:
                raise StubError(f"Exercise {exercise}: {END} stands without a {BEGIN} before it.")
            indent = _indent_of(lines[opened - 1])
            body = "\n".join(lines[opened : number - 1])
            if not body.strip():
                raise StubError(f"Exercise {exercise}: the region of line {opened} is empty.")
            regions.append(Region(opened + 1, number - 1, indent, body))
            opened = None
    if opened is not None:
        raise StubError(f"Exercise {exercise}: the solution region of line {opened} never ends.")
    return regions


def stub_source(source: str, exercise: str) -> str:
    """An answer cell as students get it.

    An indented region becomes `raise NotImplementedError("Exercise 1.2: sigmoid is not written
    yet.")`, naming the function (or Class.method) around it; a region at the left margin becomes
    `name = ...` for each name assigned in it.

    Raises:
        StubError: the marks or the code between them cannot be understood.
    """
    regions = solution_regions(source, exercise)
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise StubError(f"Exercise {exercise}: the answer cell is not Python ({error}).") from None
    lines = source.split("\n")
    kept: list[str] = []
    done = 0
    for region in regions:
        marked = BEGIN in lines[region.first - 2] if region.first > 1 else False
        kept += lines[done : region.first - 1 - marked]
        kept += _stub(tree, region, exercise)
        done = region.last + marked
    return "\n".join(kept + lines[done:])


def _stub(tree: ast.Module, region: Region, exercise: str) -> list[str]:
    if region.indent:
        name = _enclosing(tree, region, exercise)
        what = f"Exercise {exercise}: {name} is not written yet."
        return [f'{region.indent}raise NotImplementedError("{what}")']
    names = assigned_names(region.source)
    if not names:
        raise StubError(
            f"Exercise {exercise}: the solution region of line {region.first} assigns no name; "
            "indent it into its function, or assign the value that is asked for."
        )
    return [f"{name} = ..." for name in names]


def assigned_names(source: str) -> list[str]:
    """The public names that a top-level region assigns, in order, each once."""
    found: dict[str, None] = {}
    for node in ast.parse(source).body:
        found |= dict.fromkeys(_assigned(node))
    return [name for name in found if not name.startswith("_")]


def _assigned(node: ast.AST) -> Iterator[str]:
    if isinstance(node, _SCOPES):
        yield node.name
    elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign | ast.NamedExpr):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for target in targets:
            yield from (n.id for n in ast.walk(target) if _is_stored(n) and isinstance(n, ast.Name))
    elif isinstance(node, ast.If | ast.For | ast.While | ast.With | ast.Try):
        for child in ast.iter_child_nodes(node):
            yield from _assigned(child)


def _is_stored(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def _enclosing(tree: ast.Module, region: Region, exercise: str) -> str:
    """The dotted name of the innermost function around a region."""
    path: list[_Scope] = []
    inner = _inner(tree)
    while node := next((n for n in inner if _holds(n, region)), None):
        if isinstance(node, _SCOPES):
            path.append(node)
        inner = _inner(node)
    if not path or isinstance(path[-1], ast.ClassDef):
        raise StubError(
            f"Exercise {exercise}: the indented solution region of line {region.first} is in no "
            "function. Put a region into each function, after its docstring."
        )
    return ".".join(scope.name for scope in path)


def _inner(node: ast.AST) -> list[ast.stmt]:
    return [n for n in ast.walk(node) if isinstance(n, ast.stmt) and n is not node]


def _holds(node: ast.stmt, region: Region) -> bool:
    return node.lineno < region.first and (node.end_lineno or 0) >= region.last


def _indent_of(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def without_marks(source: str) -> str:
    """An answer cell with its solution in it and the marks gone."""
    mark = re.compile(rf"^\s*#+\s*({BEGIN}|{END})\s*$")
    return "\n".join(line for line in source.split("\n") if not mark.match(line))
