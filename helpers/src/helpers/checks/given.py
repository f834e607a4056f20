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


def weighted_squares(x: Number) -> Number:
    """1 x_1^2 + 2 x_2^2 + 3 x_3^2 + ..., over all entries in reading order, a number."""
    entries = np.ravel(x)
    return float(np.sum(np.arange(1, len(entries) + 1) * entries**2))


def surface(p: Number) -> Number:
    """The lecture's 2 x + 3 x y + y^3 for p = (x, y)."""
    return 2 * p[0] + 3 * p[0] * p[1] + p[1] ** 3


def plane(p: Number) -> Number:
    """4 x_1 - 2 x_2 + x_3 / 2 + 3, a neuron without its activation."""
    return 4 * p[0] - 2 * p[1] + 0.5 * p[2] + 3


def twice(x: Number) -> Number:
    """2 x, the slope of x squared."""
    return 2 * x


def quartic_slope(x: Number) -> Number:
    """The slope of the lecture's quartic (x - 2)^2 (x + 3)^2 - 2 (x - 2)^2."""
    return 2 * (x - 2) * ((2 * x + 7) * x + 1)


def bowl_gradient(x: Number) -> Number:
    """The gradient of x^2 / 20 + y^2 at a point (x, y)."""
    return np.array([x[0] / 10, 2 * x[1]])


def off_by_h(_f: object, x: Number, h: Number = 1e-4) -> Number:
    """The slope of x squared, made wrong by 2 h."""
    return 2 * x + 2 * h


def off_by_h2(_f: object, x: Number, h: Number = 1e-4) -> Number:
    """The slope of x squared, made wrong by -3 h^2."""
    return 2 * x - 3 * h**2


def off_by_h3(_f: object, x: Number, h: Number = 1e-4) -> Number:
    """The slope of x squared, made wrong by 5 h^3."""
    return 2 * x + 5 * h**3


def coupled(params: Number) -> Number:
    """Of {"W": (n, k), "b": (k,)}: the sums of W^3 / 3, of b^2 / 2 and of W b, added up."""
    W, b = params["W"], params["b"]
    return float(np.sum(W**3) / 3 + np.sum(b**2) / 2 + np.sum(W * b))


def tanh(z: Number) -> Number:
    """The hyperbolic tangent."""
    return np.tanh(z)


def slope_of_tanh(z: Number) -> Number:
    """Its slope at z."""
    return np.cosh(z) ** -2.0


def cut(z: Number) -> Number:
    """What is positive of z, else 0."""
    return np.where(np.asarray(z) > 0, z, 0.0)


def slope_of_cut(z: Number) -> Number:
    """Its slope at z: 1 or 0."""
    return np.sign(np.fmax(z, 0.0))


class Given:
    """A function as a student's code gets it: to be called, nothing else.

    __exports__ is what the grader lends of it to another process.
    """

    __exports__ = ("__call__",)

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.__name__ = function.__name__

    def __call__(self, *args: object, **kwargs: object) -> Any:
        """The function's own answer."""
        return self.function(*args, **kwargs)


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "nand": nand,
    "nor": nor,
    "square": square,
    "cubic": cubic,
    "sum_of_squares": sum_of_squares,
    "weighted_squares": weighted_squares,
    "surface": surface,
    "plane": plane,
    "twice": twice,
    "quartic_slope": quartic_slope,
    "bowl_gradient": bowl_gradient,
    "coupled": coupled,
    "tanh": tanh,
    "slope_of_tanh": slope_of_tanh,
    "cut": cut,
    "slope_of_cut": slope_of_cut,
    "off_by_h": off_by_h,
    "off_by_h2": off_by_h2,
    "off_by_h3": off_by_h3,
}
