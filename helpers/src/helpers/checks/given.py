"""Functions that checks hand to a student's function, by name: {function = "square"}.

Small, total and elementwise, so that they may also be called from another process.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

Number = Any  # a float or an array: these functions take either


def nand(x1: Number, x2: Number) -> Number:
    """0 where both inputs are 1, else 1."""
    return 1 - np.logical_and(x1, x2).astype(int)


def nor(x1: Number, x2: Number) -> Number:
    """1 where both inputs are 0, else 0."""
    return 1 - np.logical_or(x1, x2).astype(int)


def square(x: Number) -> Number:
    """x squared."""
    return x**2


def cubic(x: Number) -> Number:
    """The lecture's cubic, 4 x^3 - 2 x^2 - 7 x + 1."""
    return 4 * x**3 - 2 * x**2 - 7 * x + 1


def sum_of_squares(x: Number) -> Number:
    """The sum of the squares of all entries, a number."""
    return float(np.sum(np.asarray(x) ** 2))


class Given:
    """A function as a student's code gets it: to be called, nothing else.

    __exports__ is what the grader lends of it to another process.
    """

    __exports__ = ("__call__",)

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.__name__ = function.__name__

    def __call__(self, *args: object) -> Any:
        """The function's own answer."""
        return self.function(*args)


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "nand": nand,
    "nor": nor,
    "square": square,
    "cubic": cubic,
    "sum_of_squares": sum_of_squares,
}
