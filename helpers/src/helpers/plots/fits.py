"""Pictures of fits, too free or too stiff: polynomials through points, lines with margins."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.polynomial.polynomial import polyval
from numpy.typing import ArrayLike

INK = "#000000"


def polynomials(
    weights: Mapping[str, ArrayLike],
    x: ArrayLike,
    t: ArrayLike,
    ax: Axes | None = None,
    others: tuple[ArrayLike, ArrayLike] | None = None,
) -> Axes:
    """Some polynomials over the points that they were fitted to.

    Args:
        weights: legend entry -> (degree + 1,), lowest power first.
        x, t: (n,) the points, x between 0 and 1.
        ax: where to draw; a new figure unless given.
        others: x and t of points that no fit has seen.

    Returns:
        The axes, a little wider than the points; curves that leave it are cut off.
    """
    ax = ax or plt.subplots(figsize=(7.2, 4.4), layout="constrained")[1]
    at = np.linspace(-0.04, 1.04, 541)
    for name, w in weights.items():
        ax.plot(at, polyval(at, np.asarray(w, dtype=np.float64)), label=name)
    if others is not None:
        ax.plot(*others, "s", color="#E69F00", ms=4, label="new points")
    ax.plot(x, t, "o", color=INK, ms=7, label="points", zorder=4)
    ax.set(xlabel="x", ylabel="t", xlim=(-0.05, 1.05), ylim=(-2, 2))
    ax.legend(fontsize=9)
    return ax


def margins(
    lines: Mapping[str, tuple[float, float, float]],
    X: ArrayLike,
    t: ArrayLike,
    new: tuple[ArrayLike, ArrayLike] | None = None,
) -> list[Axes]:
    """Lines that part two classes, each with the empty strip around it, one panel a line.

    Args:
        lines: title -> (w1, w2, b), the line w1 x1 + w2 x2 + b = 0.
        X: (n, 2), t: (n,) of 0 and 1: the points to train on.
        new: X and t of points that came later, drawn small, wrong ones with a ring.

    Returns:
        One axes a line. The margin, the distance to the nearest training point, is in its title.
    """
    points, classes = np.asarray(X, dtype=np.float64), np.asarray(t)
    _, row = plt.subplots(1, len(lines), figsize=(5 * len(lines), 4), layout="constrained")
    every = list(np.atleast_1d(row))
    for ax, (name, line) in zip(every, lines.items(), strict=True):
        w, b = np.array(line[:2], dtype=np.float64), float(line[2])
        margin = float(np.min(np.abs(points @ w + b)) / np.hypot(*w))
        _strip(ax, w, b, margin)
        _classes(ax, points, classes, 9)
        if new is not None:
            later, wanted = np.asarray(new[0], dtype=np.float64), np.asarray(new[1])
            _classes(ax, later, wanted, 4)
            wrong = (later @ w + b >= 0) != (wanted == 1)
            ax.plot(*later[wrong].T, "o", color="#D55E00", ms=13, mfc="none", mew=1.8)
        ax.set(xlabel="x1", ylabel="x2", title=f"{name}: margin {margin:.2f}", aspect="equal")
        ax.set(xlim=(-0.6, 1.6), ylim=(-0.6, 1.6))
    return every


def _strip(ax: Axes, w: np.ndarray, b: float, margin: float) -> None:
    """The line and the edges of its strip."""
    unit = w / np.hypot(*w)
    foot, along = -unit * b / np.hypot(*w), np.array([-unit[1], unit[0]])
    for shift, style in ((-margin, ":"), (0.0, "-"), (margin, ":")):
        start = foot + shift * unit
        ax.axline(tuple(start), tuple(start + along), color=INK, ls=style, lw=1.6)


def _classes(ax: Axes, X: np.ndarray, t: np.ndarray, size: float) -> None:
    ax.plot(*X[t == 0].T, "o", color="#E69F00", ms=size)
    ax.plot(*X[t == 1].T, "s", color="#0072B2", ms=size)
