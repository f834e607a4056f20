"""Pieces of code that can be recognised elsewhere, whatever their layout.

A piece is a statement or an expression with at least two operations; below that every notebook
says the same things. Whole functions are recognised even when all their names are changed.
"""

from __future__ import annotations

import ast
import copy
import re
import textwrap
from collections.abc import Iterator

LEAST = 2  # operations that make a piece worth recognising
_OPERATIONS = (
    ast.BinOp, ast.BoolOp, ast.Compare, ast.Call, ast.Subscript, ast.IfExp, ast.Lambda,
    ast.comprehension, ast.Return, ast.Assign, ast.AugAssign, ast.AnnAssign, ast.If, ast.For,
    ast.While, ast.Raise, ast.Assert, ast.Yield,
)  # fmt: skip


def weight(node: ast.AST) -> int:
    """How many operations a piece of code has; a literal counts its numbers after the first."""
    numbers = 0
    total = 0
    for part in ast.walk(node):
        total += isinstance(part, _OPERATIONS)
        if isinstance(part, ast.UnaryOp) and not isinstance(part.operand, ast.Constant):
            total += 1
        if isinstance(part, ast.Tuple | ast.List | ast.Set | ast.Dict):
            numbers += sum(isinstance(n, ast.Constant) for n in ast.walk(part))
    return total + max(0, numbers - 1)


def parse(source: str) -> ast.Module | None:
    """The tree of a piece of text, None if it is not Python."""
    try:
        return ast.parse(textwrap.dedent(source))
    except (SyntaxError, ValueError):
        return None


def pieces(tree: ast.AST, least: int = LEAST) -> dict[str, str]:
    """Every recognisable statement and expression: its tree as text -> its code as text."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            continue  # its value is a piece already
        if isinstance(node, ast.stmt | ast.expr) and weight(node) >= least:
            found[ast.dump(node)] = ast.unparse(node)
    return found


def functions(tree: ast.AST, least: int = LEAST + 1) -> dict[str, str]:
    """Every function's body with its own names numbered: tree as text -> the function's name."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and weight(node) >= least:
            found[_anonymous(node)] = node.name
    return found


def _anonymous(function: ast.FunctionDef) -> str:
    """A function's body as text, its parameters and local names replaced by v0, v1 ..."""
    renamed = copy.deepcopy(function)
    body = _without_docstring(renamed.body)
    numbers: dict[str, str] = {}
    for node in ast.walk(renamed):
        if isinstance(node, ast.arg):
            numbers.setdefault(node.arg, f"v{len(numbers)}")
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            numbers.setdefault(node.id, f"v{len(numbers)}")
    for node in ast.walk(renamed):
        if isinstance(node, ast.Name):
            node.id = numbers.get(node.id, node.id)
        elif isinstance(node, ast.arg):
            node.arg, node.annotation = numbers[node.arg], None
    return "\n".join(map(ast.dump, body))


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    first = body[0]
    told = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return body[1:] if told else body


def code_in_prose(markdown: str) -> Iterator[str]:
    """The fenced blocks and the inline code of a text."""
    yield from re.findall(r"^```[^\n]*\n(.*?)^```", markdown, re.MULTILINE | re.DOTALL)
    yield from re.findall(r"(?<!`)`([^`\n]+)`(?!`)", markdown)


def plain(line: str) -> str:
    """A line without blanks and without a comment at its end."""
    return re.sub(r"\s+", "", re.sub(r"(^|\s)#.*$", "", line))
