"""Graphs of functions of one variable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

Function = Callable[[Any], Any]


def curves(
    functions: Mapping[str, Function],
    x: ArrayLike | None = None,
    ax: Axes | None = None,
    labels: tuple[str, str] = ("z", "output"),
) -> Axes:
    """The graphs of several functions in one pair of axes.

    Args:
        functions: legend entry -> function of an array, giving an array of its shape.
        x: (n,) where to draw them; 401 points from -5 to 5 unless given.
        ax: where to draw; a new figure unless given.
        labels: what stands along the two axes.

    Returns:
        The axes, one line a function, in the given order.
    """
    at = np.linspace(-5, 5, 401) if x is None else np.asarray(x, dtype=np.float64)
    # All values first: a function that raises leaves no half-drawn figure behind.
    values = {name: np.asarray(f(at), dtype=np.float64) for name, f in functions.items()}
    ax = ax or plt.subplots(layout="constrained")[1]
    for name, heights in values.items():
        ax.plot(at, heights, label=name)
    ax.set(xlabel=labels[0], ylabel=labels[1])
    ax.legend()
    return ax
