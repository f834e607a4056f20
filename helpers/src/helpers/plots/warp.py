"""What functions of the plane do to a grid and to a shape drawn on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from numpy.typing import ArrayLike, NDArray

Map = Callable[[Any], Any]
Floats = NDArray[np.float64]

GRID, FILL, OUTLINE, ORIGIN = "#56B4E9", "#E69F00", "#000000", "#0072B2"
REACH = 1.25  # the grid goes from -REACH to REACH, a line every half unit and along its rim


def warped(maps: Mapping[str, Map], shape: ArrayLike) -> NDArray[Any]:
    """One panel for each map: the grid and the shape as the map moves them.

    Args:
        maps: title -> function of points (n, 2), giving points (n, 2).
        shape: (k, 2) a closed outline.

    Returns:
        (len(maps),) the axes, all with the same limits and equal scales.
    """
    outline = np.asarray(shape, dtype=np.float64)
    lines = _grid(np.arange(-1, 1.01, 0.5))
    # All points first: a map that raises leaves no half-drawn figure behind.
    moved = [(_moved(f, lines), _moved(f, outline)) for f in maps.values()]
    reach = 1.08 * max(float(np.abs(grid).max()) for grid, _ in moved)
    size = (3.4 * len(moved) + 0.4, 3.6)
    _, axes = plt.subplots(1, len(moved), figsize=size, squeeze=False, layout="constrained")
    for panel, title, (grid, figure) in zip(axes[0], maps, moved, strict=True):
        for line in grid.reshape(*lines.shape):
            panel.plot(*line.T, color=GRID, lw=1.0, ls="-", zorder=1)
        panel.fill(*figure.T, color=FILL, alpha=0.6, lw=0, zorder=2)
        panel.plot(*figure.T, color=OUTLINE, lw=1.6, ls="-", zorder=3)
        panel.plot(0, 0, "+", color=ORIGIN, ms=10, mew=2, zorder=4)
        panel.set(title=title, xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
        panel.set(xlim=(-reach, reach), ylim=(-reach, reach))
        panel.grid(False)
        panel.label_outer()
    return np.asarray(axes[0])


def _grid(at: Floats) -> Floats:
    """(lines, points, 2): the horizontal and vertical lines at these heights and on the rim."""
    places = np.concatenate([[-REACH], at, [REACH]])
    along, across = np.meshgrid(np.linspace(-REACH, REACH, 41), places)
    level = np.stack([along, across], axis=2)
    return np.concatenate([level, level[:, :, ::-1]])


def _moved(f: Map, points: Floats) -> Floats:
    """The points as the map moves them; a copy, so that a map may do what it likes with its own."""
    answer = np.asarray(f(points.reshape(-1, 2).copy()), dtype=np.float64)
    if answer.shape != (points.size // 2, 2):
        raise ValueError(f"a map gave the shape {answer.shape}; expected {(points.size // 2, 2)}")
    return answer
