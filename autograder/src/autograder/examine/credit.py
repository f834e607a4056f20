"""Partial credit, as nbgrader documents it: a number as a test cell's last expression.

A test that ends in a number between 0 and the cell's points gives that many. One that ends in
anything else that could have been meant as a score is for a person to decide; stock nbgrader gives
full points for -3, nan, 'wrong' and False.
"""

from __future__ import annotations

import ast
import math
import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from .namespace import without_magics

_NUMBER = re.compile(r"(?:np\.\w+\()?([+-]?(?:\d[\d_]*\.?\d*(?:e[+-]?\d+)?|\.\d+|inf|nan))\)?")
_PLAIN = (bool, int, float)
MOST_SHOWN = 60


@dataclass(frozen=True)
class Credit:
    """What a test that ran to its end is worth; `points` is None where a person has to decide."""

    points: float | None
    words: str = ""


@lru_cache(maxsize=512)
def last_expression(source: str) -> ast.expr | None:
    """The expression at the end of a test cell whose value may be a score; None for none.

    A value that is only a text, `True` or `...` in the source itself is no score, and IPython
    shows nothing of a line that ends in a semicolon.
    """
    try:
        tree = ast.parse(without_magics(source))
    except SyntaxError:
        return None
    if not tree.body or not isinstance(tree.body[-1], ast.Expr):
        return None
    last = tree.body[-1].value
    if isinstance(last, ast.Constant) and type(last.value) not in (int, float):
        return None
    return None if source.rstrip().endswith(";") else last


def shown(value: object) -> str:
    """A value of the examiner's as `credit` reads it; nobody's `__repr__` is run."""
    if value is None or type(value) in _PLAIN:
        return repr(value)
    if isinstance(value, np.generic) and type(value).__module__ == "numpy":
        return repr(value.item()) if value.dtype.kind in "biuf" else f"a {type(value).__name__}"
    return f"a {type(value).__name__}"[:MOST_SHOWN]


def credit(last: ast.expr | None, value: str, most: float) -> Credit:
    """The points of a test cell that ran to its end.

    Args:
        last: its last expression.
        value: that expression's value as text: a repr.
        most: the cell's points.
    """
    if last is None or value in ("True", "np.True_"):
        return Credit(most)
    if value == "None" and isinstance(last, ast.Call | ast.Await):
        return Credit(most)  # a function that asserts, as most do, returns nothing
    found = _NUMBER.fullmatch(value)
    points = float(found[1]) if found else math.nan
    if 0 <= points <= most:
        words = "" if points == most else f"The test gives {points:g} of {most:g} points."
        return Credit(points, words)
    return Credit(
        None,
        f"The test ended with {value[:MOST_SHOWN]}, which is no number of points from 0 to "
        f"{most:g}: a person decides.",
    )
