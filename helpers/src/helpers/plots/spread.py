"""How random numbers spread: a bell over its draws, signals layer by layer, units side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike, NDArray

DRAWN, CURVE = "#56B4E9", "#D55E00"
TALLEST = 0.25  # of the small histograms: a spike goes through the roof, the rest can be seen


def bell(
    density: Callable[[Any], Any], draws: ArrayLike, ax: Axes | None = None, bins: int = 60
) -> Axes:
    """A histogram of random numbers, of area 1, with a density as a curve over it.

    Args:
        density: function of an array (n,), giving (n,).
        draws: the numbers, of any shape.
        ax: where to draw; a new figure unless given.
        bins: how many bars.

    Returns:
        The axes.
    """
    numbers = np.ravel(np.asarray(draws, dtype=np.float64))
    at = np.linspace(numbers.min(), numbers.max(), 301)
    heights = np.asarray(density(at), dtype=np.float64)
    ax = ax or plt.subplots(layout="constrained")[1]
    shares, edges = np.histogram(numbers, bins, density=True)
    ax.stairs(shares, edges, fill=True, color=DRAWN, alpha=0.6, label="drawn")
    ax.plot(at, heights, color=CURVE, ls="-", label="density")
    ax.set(xlabel="x", ylabel="share per unit of x")
    ax.legend()
    return ax


def signals(edges: ArrayLike, counts: Mapping[str, ArrayLike]) -> NDArray[Any]:
    """Histograms of what leaves each layer: a net a row, a layer a column.

    Args:
        edges: (bins + 1,) of all histograms.
        counts: name of a net -> (layers, bins), how many entries fell into each bin.

    Returns:
        (nets, layers) the axes.
    """
    steps = np.asarray(edges, dtype=np.float64)
    tables = {name: np.asarray(table, dtype=np.float64) for name, table in counts.items()}
    depth = max(len(table) for table in tables.values())
    size = (1.75 * depth + 0.6, 1.05 * len(tables) + 0.7)
    figure, axes = plt.subplots(
        len(tables), depth, figsize=size, sharex=True, sharey=True, squeeze=False
    )
    figure.set_layout_engine("constrained")
    for row, (name, table) in zip(axes, tables.items(), strict=True):
        row[0].set_ylabel(
            name, rotation=0, fontsize=14, fontweight="bold", labelpad=16, va="center"
        )
        for ax, heights in zip(row, table, strict=False):
            ax.stairs(heights / heights.sum(), steps, fill=True, color=CURVE)
            ax.set(ylim=(0, TALLEST), yticks=(), xticks=(-1, 0, 1, 2, 3))
            ax.tick_params(labelsize=9)
    for layer, ax in enumerate(axes[0], start=1):
        ax.set_title(f"layer {layer}", fontsize=11)
    figure.supxlabel("activation", fontsize=11)
    return np.asarray(axes)


def units(
    traces: Mapping[str, ArrayLike], every: int = 1, ax: NDArray[Any] | None = None
) -> NDArray[Any]:
    """One weight of every unit over the steps of a training, one panel for each start.

    Args:
        traces: title -> (n + 1, units), the first row before the first step.
        every: steps between two rows.
        ax: (len(traces),) where to draw; a new figure unless given.

    Returns:
        (len(traces),) the axes; units that are alike lie on one line, marked at different places.
    """
    tables = {title: np.asarray(table, dtype=np.float64) for title, table in traces.items()}
    if ax is None:
        size = (4.6 * len(tables), 3.4)
        grid = plt.subplots(1, len(tables), figsize=size, squeeze=False, layout="constrained")
        ax = np.asarray(grid[1][0])
    for panel, (title, table) in zip(ax, tables.items(), strict=True):
        last, count = len(table) - 1, table.shape[1]
        for unit, (weights, marker) in enumerate(zip(table.T, "os^Dv*", strict=False)):
            first = -(-last * unit // (5 * count))  # rounded up
            marks = slice(first, None, max(round(last / 5), 1))
            at, label = every * np.arange(last + 1), f"unit {unit + 1}"
            panel.plot(at, weights, marker=marker, markevery=marks, ms=7, label=label)
        panel.set(title=title, xlabel="step", ylabel="its first weight")
        panel.legend(fontsize=9)
    return ax
