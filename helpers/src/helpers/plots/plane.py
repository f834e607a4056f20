"""The plane of two inputs: what a gate says where, its boundary, and points with their classes.

A point of class 1 is a blue square, one of class 0 an orange circle, as in the sliders; a point
answered wrongly has a ring. Colour is never the only sign.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike, NDArray

Gate = Callable[[Any, Any], Any]
Floats = NDArray[np.float64]

CLASS_1, CLASS_0, SIDE_1, RING, BOUNDARY = "#0072B2", "#E69F00", "#56B4E9", "#D55E00", "#000000"
FIRST, SECOND = ("#009E73", "//"), ("#CC79A7", "\\\\")  # colour and hatching of two half-planes
CORNERS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float64)


def gate_plane(
    gate: Gate,
    line: tuple[float, float, float] | None = None,
    points: ArrayLike = CORNERS,
    targets: ArrayLike | None = None,
    ax: Axes | None = None,
) -> Axes:
    """The plane as a gate divides it: shaded where it says 1, with points on it.

    Args:
        gate: function of x1 and x2, numbers or arrays, giving 0 or 1.
        line: (w1, w2, b) of a boundary w1 x1 + w2 x2 + b = 0 to draw as well.
        points: (n, 2) points to mark.
        targets: (n,) what should be said there; what the gate says unless given. A point where
            gate and target differ gets a ring.
        ax: where to draw; a new figure unless given.

    Returns:
        The axes.
    """
    at = np.asarray(points, dtype=np.float64)
    said = _said(gate, at[:, 0], at[:, 1])
    ax = _plane(at, ax)
    wanted = said if targets is None else np.asarray(targets, dtype=np.float64)
    _shade(ax, gate, SIDE_1)
    if line is not None:
        _line(ax, *line)
    _points(ax, at, wanted, said != wanted)
    return ax


def half_planes(
    first: Gate,
    second: Gate,
    names: tuple[str, str],
    points: ArrayLike = CORNERS,
    targets: ArrayLike | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Two gates in one plane, each hatched its own way where it says 1.

    Args:
        first, second: functions of x1 and x2, giving 0 or 1.
        names: what the legend calls them.
        points: (n, 2) points to mark.
        targets: (n,) their classes; whether both gates say 1 unless given.
        ax: where to draw; a new figure unless given.

    Returns:
        The axes. Where the hatchings cross, both gates say 1.
    """
    at = np.asarray(points, dtype=np.float64)
    both = _said(first, *at.T) * _said(second, *at.T)
    ax = _plane(at, ax)
    for gate, (colour, hatch), name in zip((first, second), (FIRST, SECOND), names, strict=True):
        _shade(ax, gate, colour, hatch)
        ax.fill_between([], [], facecolor=colour, alpha=0.5, hatch=hatch, label=f"{name} says 1")
    classes = both if targets is None else np.asarray(targets, dtype=np.float64)
    _points(ax, at, classes, np.zeros(len(at), dtype=np.bool_))
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2)
    return ax


def learning_steps(X: ArrayLike, t: ArrayLike, weights: Sequence[ArrayLike]) -> NDArray[Any]:
    """One panel for each weight vector: its line, the side that says 1, and the points.

    Args:
        X: (n, 3) samples, rows (1, x1, x2).
        t: (n,) their targets, 0 or 1.
        weights: k vectors (b, w1, w2), in the order in which they were learned.

    Returns:
        (k,) the axes, left to right. Misclassified points have a ring.
    """
    samples = np.asarray(X, dtype=np.float64)
    k = len(weights)
    _, axes = plt.subplots(
        1, k, figsize=(3.0 * k, 3.3), sharey=True, squeeze=False, layout="constrained"
    )
    for panel, w in zip(axes[0], weights, strict=True):
        b, w1, w2 = (float(number) for number in np.asarray(w))
        gate_plane(_side(w1, w2, b), (w1, w2, b), samples[:, 1:], t, panel)
        panel.set_title(f"({b:g}, {w1:g}, {w2:g})")
        panel.label_outer()
    return np.asarray(axes[0])


def _side(w1: float, w2: float, b: float) -> Gate:
    return lambda x1, x2: w1 * np.asarray(x1) + w2 * np.asarray(x2) + b >= 0


def _said(gate: Gate, x1: Floats, x2: Floats) -> Floats:
    """What a gate says for arrays; asked point by point when it takes single numbers only."""
    try:
        answer = np.asarray(gate(x1, x2), dtype=np.float64)
    except (TypeError, ValueError):
        answer = np.empty(0)
    if answer.shape == x1.shape:
        return answer
    pairs = zip(x1.ravel().tolist(), x2.ravel().tolist(), strict=True)
    return np.array([float(gate(a, b)) for a, b in pairs]).reshape(x1.shape)


def _plane(points: Floats, ax: Axes | None) -> Axes:
    """Axes with equal scales and some room around the points."""
    if ax is None:
        ax = plt.subplots(figsize=(4.6, 4.4))[1]
    low, high = points.min(axis=0), points.max(axis=0)
    room = (0.4 if len(points) <= len(CORNERS) else 0.15) * float((high - low).max())
    ax.set(xlim=(low[0] - room, high[0] + room), ylim=(low[1] - room, high[1] + room))
    ax.set(xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
    if set(np.unique(points)) <= {0.0, 1.0}:
        ax.set(xticks=[0, 1], yticks=[0, 1])
    return ax


def _shade(ax: Axes, gate: Gate, colour: str, hatch: str | None = None) -> None:
    x1, x2 = np.meshgrid(np.linspace(*ax.get_xlim(), 141), np.linspace(*ax.get_ylim(), 141))
    said = (_said(gate, x1, x2) > 0.5).astype(np.float64)
    if said.any():
        ax.contourf(x1, x2, said, [0.5, 2.0], colors=[colour], alpha=0.25, hatches=[hatch])


def _line(ax: Axes, w1: float, w2: float, b: float) -> None:
    """The boundary, drawn from its point nearest the origin along its own direction."""
    length = float(np.hypot(w1, w2))
    if length > 0:
        x1, x2 = -b * w1 / length**2, -b * w2 / length**2
        ax.axline((x1, x2), (x1 - w2 / length, x2 + w1 / length), color=BOUNDARY, lw=2, ls="-")


def _points(ax: Axes, at: Floats, classes: Floats, wrong: NDArray[np.bool_]) -> None:
    ones, size = classes > 0.5, 130 if len(at) < 20 else 40
    for chosen, marker, colour in ((~ones, "o", CLASS_0), (ones, "s", CLASS_1)):
        x1, x2 = at[chosen].T
        ax.scatter(x1, x2, s=size, marker=marker, color=colour, edgecolor="white", zorder=3)
    x1, x2 = at[wrong].T
    ax.scatter(x1, x2, s=4 * size, marker="o", facecolor="none", edgecolor=RING, lw=2.5, zorder=4)
