"""Pictures of the chain rule: functions above their slopes, and a nudge that is stretched twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator
from numpy.typing import NDArray

Function = Callable[[float], Any]
INK, BLUE, VERMILION = "#333333", "#0072B2", "#D55E00"


def with_slopes(
    pairs: Mapping[str, tuple[Function, Function]],
    spans: Mapping[str, tuple[float, float]] | None = None,
) -> NDArray[Any]:
    """Small pictures side by side: each function, and its slope as a function of the same x.

    Args:
        pairs: title -> (function, its slope), each of one number; called point by point.
        spans: title -> (from, to) where that is not -3 to 3.

    Returns:
        The axes, an array of two rows.
    """
    columns = (len(pairs) + 1) // 2
    _, axes = plt.subplots(2, columns, figsize=(3.2 * columns, 5.2), layout="constrained")
    for ax, (title, functions) in zip(axes.flat, pairs.items(), strict=False):
        xs = np.linspace(*(spans or {}).get(title, (-3.0, 3.0)), 120)
        for function, label in zip(functions, ("f(x)", "slope"), strict=True):
            ax.plot(xs, [float(function(float(x))) for x in xs], label=label)
        ax.set(title=title, xlabel="x")
        ax.legend(loc="best")
    for ax in axes.flat[len(pairs) :]:
        ax.axis("off")
    return np.asarray(axes)


def stretched(
    links: Mapping[str, Function],
    x: float,
    nudge: float,
    ax: Axes | None = None,
    *,
    start: str = "x",
) -> Axes:
    """A nudge on its way through a chain of functions: one scale each, all with the same unit.

    Args:
        links: name of the result -> function of the result before it.
        x, nudge: where to begin, and how far to move.
        ax: where to draw; a new figure unless given.
        start: the name of the first scale.

    Returns:
        The axes: on each scale the piece that the nudge moves through, and beside each step how
        many times longer that piece has become.
    """
    ends = [(x, x + nudge)]
    for function in links.values():
        ends.append((float(function(ends[-1][0])), float(function(ends[-1][1]))))
    if ax is None:
        ax = plt.subplots(figsize=(7.2, 1.15 * len(ends) + 0.5), layout="constrained")[1]
    reach = 1.5 * max(abs(b - a) for a, b in ends)
    for level, (name, (a, b)) in enumerate(zip((start, *links), ends, strict=True)):
        _scale(ax, name, a, b, -level, reach)
    for level, ((a, b), (c, d)) in enumerate(pairwise(ends)):
        for left, right in ((0.0, 0.0), (b - a, d - c)):
            ax.plot([left, right], [-level - 0.1, -level - 0.9], color=INK, lw=1, ls=":", marker="")
        words = f"\u00d7 {(d - c) / (b - a):.3g}" if a != b else ""
        ax.text(-0.06 * reach, -level - 0.5, words, ha="right", va="center", fontsize=12)
    ax.set(xlim=(-0.3 * reach, 1.12 * reach), ylim=(0.55 - len(ends), 0.5))
    ax.set(xlabel="how far it moved", yticks=[])
    ax.xaxis.set_major_locator(MaxNLocator(6))
    ax.spines["left"].set_visible(False)
    ax.grid(axis="y", visible=False)
    return ax


def _scale(ax: Axes, name: str, a: float, b: float, height: float, reach: float) -> None:
    """One scale: a bar as long as the move, its name and both ends in words."""
    ax.plot([0, reach], [height, height], color="#bbbbbb", lw=1, ls="-", marker="", zorder=1)
    ax.plot([0, b - a], [height, height], color=BLUE, lw=6, ls="-", marker="", zorder=2)
    ax.plot([b - a], [height], color=VERMILION, marker="D", ms=8, ls="", zorder=3)
    ax.text(-0.06 * reach, height, name, ha="right", va="center", fontsize=13, fontweight="bold")
    words = f"{a:.4g} to {b:.4g}: moved {b - a:+.3g}"
    ax.text(b - a + 0.03 * reach, height + 0.13, words, va="bottom", fontsize=11)
