"""Computation graphs: values forward, gradients backward, a local slope on every arrow.

Draws a learner's own nodes. Asked of a node are `data`, `grad`, `parents` and `op`; `slopes`, one
for each parent, are written on the arrows where a node keeps them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from helpers.plots.layered import Edge, Layout, Place, arrange

COLUMN, ROW = 2.6, 1.3  # from one to the next, in units of the axes
WIDE, HIGH = 1.5, 0.98  # of a box
LEAST, INCHES = 8.2, 0.72  # least width of a picture, for its legend; inches a unit
FORWARD, BACKWARD = "#0072B2", "#B34700"  # Okabe-Ito's blue, and its vermilion made darker


def computation_graph(
    root: Any,
    names: Mapping[str, Any] | None = None,
    ax: Axes | None = None,
    *,
    gradients: bool = True,
) -> Axes:
    """The graph that ends in root, inputs on the left.

    Args:
        root: the last node.
        names: what to call some of the nodes: name -> node.
        ax: where to draw; a new figure unless given.
        gradients: whether `grad` is written below the values.

    Returns:
        The axes, without frame or scales.

    Raises:
        ValueError: the graph has too many nodes to be read.
    """
    layout = arrange(root)
    places = [(COLUMN * x, ROW * y) for x, y in layout.places]
    xs, ys = zip(*places, strict=True)
    middle, half = max(xs) / 2, max((max(xs) + WIDE) / 2, LEAST / 2) + 0.1
    bottom, top = min(ys) - HIGH, max(ys) + HIGH / 2 + 0.1
    if ax is None:
        figure = plt.figure(figsize=(2 * half * INCHES, (top - bottom) * INCHES))
        ax = figure.add_axes((0, 0, 1, 1))
    for edge in layout.edges:
        _arrow(ax, edge, layout, gradients)
    words = titles(layout.nodes, names or {})
    for node, place, title in zip(layout.nodes, places, words, strict=True):
        _box(ax, node, place, title, gradients)
    ax.set(xlim=(middle - half, middle + half), ylim=(bottom, top), aspect="equal")
    _legend(ax, bottom + 0.12, gradients)
    ax.axis("off")
    return ax


def titles(nodes: Sequence[Any], names: Mapping[str, Any]) -> list[str]:
    """What stands above each node: its name, its operation, or both."""
    known = {id(node): name for name, node in names.items()}
    every = []
    for node in nodes:
        name, op = known.get(id(node), ""), str(node.op)
        every.append(f"{name}:  {op}" if name and op else name or op or "input")
    return every


def short(x: Any) -> str:
    """A number with three digits, with a true minus sign."""
    return f"{float(x):.3g}".replace("-", "\u2212")


def _box(ax: Axes, node: Any, place: Place, title: str, gradients: bool) -> None:
    x, y = place
    corner = (x - WIDE / 2, y - HIGH / 2)
    look: dict[str, Any] = {
        "boxstyle": "round,pad=0,rounding_size=0.12",
        "edgecolor": "black",
        "lw": 1.4,
    }
    ax.add_patch(FancyBboxPatch(corner, WIDE, HIGH, facecolor="white", zorder=3, **look))
    up = HIGH / 3 if gradients else HIGH / 5
    put: dict[str, Any] = {"ha": "center", "va": "center", "fontsize": 10, "zorder": 4}
    ax.text(x, y + up, title, fontweight="bold", **put)
    ax.text(x, y if gradients else y - up, f"value {short(node.data)}", color=FORWARD, **put)
    if gradients:
        ax.text(x, y - up, f"grad {short(node.grad)}", color=BACKWARD, **put)


def _arrow(ax: Axes, edge: Edge, layout: Layout, gradients: bool) -> None:
    """From the parent's right side to the child's left one, spread where several arrive."""
    way = [(COLUMN * x, ROW * y) for x, y in edge.way]
    arriving = [other for other in layout.edges if other.child == edge.child]
    arriving.sort(key=lambda other: (-other.way[-2][1], other.number))
    spread = 0.3 * ((len(arriving) - 1) / 2 - arriving.index(edge))
    twice = sum(other.parent == edge.parent for other in arriving) > 1
    (x0, y0), (x1, y1) = way[0], way[-1]
    way[0] = (x0 + WIDE / 2, y0 + (spread if twice else 0.4 * spread))
    way[-1] = (x1 - WIDE / 2, y1 + spread)
    if len(way) > 2:
        ax.plot(*zip(*way[:-1], strict=True), color="black", lw=1.3, ls="-", marker="", zorder=1)
    look: dict[str, Any] = {
        "arrowstyle": "-|>",
        "lw": 1.3,
        "color": "black",
        "shrinkA": 0,
        "shrinkB": 0,
    }
    ax.annotate("", way[-1], way[-2], arrowprops=look, zorder=2)
    slopes = tuple(getattr(layout.nodes[edge.child], "slopes", ()))
    if gradients and edge.number < len(slopes):
        (a, b), (c, d) = way[-2], way[-1]
        share = 0.5 if len(way) == 2 else 0.6
        at = a + share * (c - a), b + share * (d - b)
        box = {"facecolor": "white", "edgecolor": "none", "pad": 0.8}
        ax.text(*at, f"\u00d7{short(slopes[edge.number])}", fontsize=9.5, bbox=box,
                ha="center", va="center", zorder=5)  # fmt: skip


def _legend(ax: Axes, y: float, gradients: bool) -> None:
    left, right = ax.get_xlim()
    put: dict[str, Any] = {"fontsize": 10, "va": "baseline"}
    ax.text(left + 0.1, y, "values: forward \u2192", color=FORWARD, **put)
    if gradients:
        ax.text((left + right) / 2, y, "\u00d7: local slope", ha="center", **put)
        ax.text(right - 0.1, y, "\u2190 gradients: backward", color=BACKWARD, ha="right", **put)
