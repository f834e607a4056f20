"""Paths over a landscape, and the lines that a path of parameters stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike


def paths(
    walks: Mapping[str, ArrayLike],
    f: Callable[[Any], Any],
    span: tuple[tuple[float, float], tuple[float, float]] = ((-8.5, 8.5), (-3.6, 3.6)),
    ax: Axes | None = None,
) -> Axes:
    """Walks over the contour lines of a function of two variables.

    Args:
        walks: legend entry -> (n, 2) points in their order.
        f: function of an array whose first axis is x, y.
        span: the limits of x and of y.
        ax: where to draw; a new figure unless given.

    Returns:
        The axes; each walk begins at a square.
    """
    x, y = np.meshgrid(np.linspace(*span[0], 181), np.linspace(*span[1], 121))
    height = np.asarray(f(np.array([x, y])), dtype=np.float64)
    points = {name: np.asarray(walk, dtype=np.float64) for name, walk in walks.items()}
    ax = ax or plt.subplots(figsize=(6.4, 3.4), layout="constrained")[1]
    low, high = float(height.min()), float(height.max())
    levels = low + (high - low) * np.linspace(0, 1, 13) ** 2
    ax.contourf(x, y, height, levels=levels, cmap="Blues_r", alpha=0.45)
    for name, walk in points.items():
        (line,) = ax.plot(*walk.T, marker="o", markersize=4, linewidth=1.4, label=name)
        ax.plot(*walk[0], marker="s", linestyle="", color=line.get_color())
    ax.set(xlim=span[0], ylim=span[1], xlabel="x", ylabel="y")
    ax.legend(loc="upper right")
    return ax


def line_fits(x: ArrayLike, t: ArrayLike, lines: Mapping[str, ArrayLike]) -> Axes:
    """Points, and several lines a x + b through them.

    Args:
        x, t: (n,), the points.
        lines: legend entry -> (a, b).

    Returns:
        The axes of a new figure, one line an entry.
    """
    fitted = {name: np.asarray(line, dtype=np.float64) for name, line in lines.items()}
    ax = plt.subplots(layout="constrained")[1]
    at = np.array([np.min(np.asarray(x)) - 0.3, np.max(np.asarray(x)) + 0.3])
    for name, (a, b) in fitted.items():
        ax.plot(at, a * at + b, label=name)
    ax.plot(x, t, marker="o", linestyle="", color="#000000", label="points")
    ax.set(xlabel="x", ylabel="t, y")
    ax.legend()
    return ax
