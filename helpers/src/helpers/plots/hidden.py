"""What a classifier says in the plane, and how its hidden layer bends that plane.

Marks as in `plane`: class 1 is a blue square, class 0 an orange circle, a wrong answer has a ring.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike, NDArray

from helpers.plots.plane import BOUNDARY, CLASS_0, CLASS_1, RING, SIDE_1

Floats = NDArray[np.float64]
Predict = Callable[[Any], Any]
Params = Mapping[str, Any]

FINE = 121  # points along an edge of a shaded plane
WIRES = 13  # lines of the grid in each direction
WIRE = "#999999"


def regions(predicts: Mapping[str, Predict | None], X: ArrayLike, t: ArrayLike) -> NDArray[Any]:
    """One panel for each classifier: shaded where it says 1, with the points on it.

    Args:
        predicts: title -> function of points (n, 2), giving the probability of class 1 (n,);
            None for the points alone.
        X: (n, 2) points.
        t: (n,) their classes, 0 or 1.

    Returns:
        (len(predicts),) the axes.
    """
    points, classes = np.asarray(X, dtype=np.float64), np.asarray(t)
    limits = _limits(points)
    # All answers first: a classifier that raises leaves no half-drawn figure behind.
    said = [None if f is None else _asked(f, points, limits) for f in predicts.values()]
    axes = _row(1, len(said))[0]
    for panel, title, answer in zip(axes, predicts, said, strict=True):
        wrong = np.zeros(len(points), dtype=np.bool_)
        if answer is not None:
            _shade(panel, answer[0], limits)
            wrong = (answer[1] > 0.5) != (classes > 0.5)
        _mark(panel, points, classes, wrong)
        panel.set(title=title, xlabel="$x_1$", ylabel="$x_2$", xlim=limits[0], ylim=limits[1])
        panel.label_outer()
    return np.asarray(axes)


def hidden_layer(
    forward: Callable[[Any, Any], Any], moments: Mapping[str, Params], X: ArrayLike, t: ArrayLike
) -> NDArray[Any]:
    """Above, what the net says in the plane; below, the same plane as its hidden layer bends it.

    Args:
        forward: function of points (n, 2) and params, giving a dict with A1 (n, 2) and P (n, 2).
        moments: title -> params, a column of the picture each; params holds W2 (2, 2), b2 (2,).
        X: (n, 2) points.
        t: (n,) their classes, 0 or 1.

    Returns:
        (2, len(moments)) the axes.
    """
    points, classes = np.asarray(X, dtype=np.float64), np.asarray(t)
    limits = _limits(points)
    wires = grid(limits)
    seen = [
        (
            _asked(_probability(forward, params), points, limits),
            _bent(forward, params, points),
            _bent(forward, params, wires.reshape(-1, 2)).reshape(wires.shape),
        )
        for params in moments.values()
    ]
    axes = _row(2, len(seen))
    for column, (title, params) in enumerate(moments.items()):
        (shade, answers), places, lines = seen[column]
        wrong = (answers > 0.5) != (classes > 0.5)
        above, below = axes[0, column], axes[1, column]
        _shade(above, shade, limits)
        _mark(above, points, classes, wrong)
        above.set(title=title, xlabel="$x_1$", ylabel="$x_2$", xlim=limits[0], ylim=limits[1])
        below.plot(*_joined(lines).T, color=WIRE, lw=0.7, ls="-", zorder=1)
        _shade(below, _output_side(params), ((-1.1, 1.1), (-1.1, 1.1)))
        _mark(below, places, classes, wrong)
        below.set(xlabel="$a_1$", ylabel="$a_2$", xlim=(-1.1, 1.1), ylim=(-1.1, 1.1))
    for panel in axes[:, 1:].ravel():
        panel.set(ylabel="")
        panel.tick_params(labelleft=False)
    return np.asarray(axes)


def grid(limits: tuple[tuple[float, float], tuple[float, float]]) -> Floats:
    """(2 WIRES, points, 2): level and upright lines over the plane, each of many points."""
    (left, right), (low, high) = limits
    along, across = np.meshgrid(np.linspace(left, right, 61), np.linspace(low, high, WIRES))
    upright, beside = np.meshgrid(np.linspace(low, high, 61), np.linspace(left, right, WIRES))
    return np.concatenate([np.stack([along, across], 2), np.stack([beside, upright], 2)])


def _joined(lines: Floats) -> Floats:
    """All lines as one, with a gap after each."""
    gap = np.full((len(lines), 1, 2), np.nan)
    return np.concatenate([lines, gap], axis=1).reshape(-1, 2)


def _limits(points: Floats) -> tuple[tuple[float, float], tuple[float, float]]:
    """A square around the points, with some room."""
    low, high = points.min(axis=0), points.max(axis=0)
    half = 0.6 * float((high - low).max())
    x, y = (low + high) / 2
    return (float(x - half), float(x + half)), (float(y - half), float(y + half))


def _row(rows: int, columns: int) -> NDArray[Any]:
    size = (2.9 * columns + 0.4, 2.9 * rows + 0.5)
    return np.asarray(
        plt.subplots(rows, columns, figsize=size, squeeze=False, layout="constrained")[1]
    )


def _mesh(limits: tuple[tuple[float, float], tuple[float, float]]) -> tuple[Floats, Floats]:
    x1, x2 = np.meshgrid(np.linspace(*limits[0], FINE), np.linspace(*limits[1], FINE))
    return x1, x2


def _asked(
    predict: Predict, points: Floats, limits: tuple[tuple[float, float], tuple[float, float]]
) -> tuple[Floats, Floats]:
    """The probabilities over the plane (FINE, FINE), and at the points (n,)."""
    at = np.stack(_mesh(limits), axis=-1).reshape(-1, 2)
    said = np.asarray(predict(np.concatenate([at, points])), dtype=np.float64)
    if said.shape != (len(at) + len(points),):
        raise ValueError(f"a classifier gave {said.shape} for {len(at) + len(points)} points")
    return said[: len(at)].reshape(FINE, FINE), said[len(at) :]


def _probability(forward: Callable[[Any, Any], Any], params: Params) -> Predict:
    return lambda points: np.asarray(forward(points, dict(params))["P"])[:, 1]


def _bent(forward: Callable[[Any, Any], Any], params: Params, points: Floats) -> Floats:
    """Where the hidden layer places the points."""
    places = np.asarray(forward(points, dict(params))["A1"], dtype=np.float64)
    if places.shape != (len(points), 2):
        raise ValueError(f"A1 has the shape {places.shape}; two hidden units can be drawn")
    return places


def _output_side(params: Params) -> Floats:
    """0 to 1 over the hidden plane: on which side of the output's line each place lies."""
    W2, b2 = np.asarray(params["W2"]), np.asarray(params["b2"])
    a1, a2 = _mesh(((-1.1, 1.1), (-1.1, 1.1)))
    lead = a1 * (W2[0, 1] - W2[0, 0]) + a2 * (W2[1, 1] - W2[1, 0]) + (b2[1] - b2[0])
    return np.asarray(0.5 + 0.5 * np.tanh(lead))


def _shade(ax: Axes, said: Floats, limits: tuple[tuple[float, float], tuple[float, float]]) -> None:
    """Blue where class 1 is the likelier, a line where both are equal."""
    x1, x2 = _mesh(limits)
    if said.max() > 0.5:
        ax.contourf(x1, x2, said, [0.5, 2.0], colors=[SIDE_1], alpha=0.3)
    if said.min() < 0.5 < said.max():
        ax.contour(x1, x2, said, [0.5], colors=[BOUNDARY], linewidths=1.8)
    ax.set(aspect="equal")
    ax.grid(False)


def _mark(ax: Axes, at: Floats, classes: NDArray[Any], wrong: NDArray[np.bool_]) -> None:
    """The points by their classes; a ring around those answered wrongly."""
    ones = classes > 0.5
    for chosen, marker, colour in ((~ones, "o", CLASS_0), (ones, "s", CLASS_1)):
        x1, x2 = at[chosen].T
        ax.scatter(x1, x2, s=26, marker=marker, color=colour, edgecolor="white", zorder=3)
    x1, x2 = at[wrong].T
    ax.scatter(x1, x2, s=70, facecolor="none", edgecolor=RING, lw=1.4, zorder=4)
