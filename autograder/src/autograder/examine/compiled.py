"""Test cells as code, compiled once a process: the examiners forked from it have it ready."""

from __future__ import annotations

import ast
from functools import lru_cache
from types import CodeType

from .credit import last_expression
from .namespace import without_magics


@lru_cache(maxsize=512)
def compiled(source: str, file: str) -> tuple[CodeType, CodeType | None]:
    """A test cell's code, that of a last expression which may be a score apart.

    Raises:
        SyntaxError: it is not Python.
    """
    tree = ast.parse(without_magics(source), file)
    last = tree.body.pop() if last_expression(source) is not None else None
    body = compile(tree, file, "exec", dont_inherit=True)
    if not isinstance(last, ast.Expr):
        return body, None
    return body, compile(ast.Expression(last.value), file, "eval", dont_inherit=True)
