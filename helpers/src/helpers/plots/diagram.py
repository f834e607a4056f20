"""Networks drawn as circles and arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.patches import Circle

GAP, RADIUS = 2.2, 0.42  # between two layers; of a circle (rows are 1.2 apart)
ROW = 1.2


def network(
    layers: Sequence[Sequence[str]],
    labels: Mapping[tuple[str, str], str] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Circles in columns, each joined to all circles of the next column.

    Args:
        layers: the names of the circles, column by column from left to right.
        labels: (from, to) -> what stands on that arrow.
        ax: where to draw; a new figure unless given.

    Returns:
        The axes, without frame or scales.
    """
    tallest = max(len(layer) for layer in layers)
    if ax is None:
        ax = plt.subplots(figsize=(1.5 * len(layers) + 0.6, 1.0 * tallest + 0.4))[1]
    place = {
        name: (GAP * column, ROW * ((len(layer) - 1) / 2 - row))
        for column, layer in enumerate(layers)
        for row, name in enumerate(layer)
    }
    for left, right in pairwise(layers):
        for start in left:
            for end in right:
                _arrow(ax, place[start], place[end], (labels or {}).get((start, end), ""))
    for name, centre in place.items():
        ax.add_patch(Circle(centre, RADIUS, facecolor="white", edgecolor="black", lw=1.8))
        ax.text(*centre, name, ha="center", va="center", fontsize=12)
    ax.set(xlim=(-0.7, GAP * (len(layers) - 1) + 0.7), aspect="equal")
    ax.set(ylim=(-ROW * tallest / 2, ROW * tallest / 2))
    ax.axis("off")
    return ax


def _arrow(ax: Axes, start: tuple[float, float], end: tuple[float, float], label: str) -> None:
    """An arrow from rim to rim, its label a third of the way so that crossing arrows stay apart."""
    (x0, y0), (x1, y1) = start, end
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    dx, dy = (x1 - x0) / length, (y1 - y0) / length
    ax.annotate(
        "",
        (x1 - RADIUS * dx, y1 - RADIUS * dy),
        (x0 + RADIUS * dx, y0 + RADIUS * dy),
        arrowprops={"arrowstyle": "-|>", "lw": 1.4, "color": "black"},
    )
    if label:
        at = (x0 + 0.4 * (x1 - x0), y0 + 0.4 * (y1 - y0))
        box = {"facecolor": "white", "edgecolor": "none", "pad": 1.0}
        ax.text(*at, label, ha="center", va="center", fontsize=11, bbox=box)
