"""The two pictures of the class page, drawn by matplotlib.

Each colour (Okabe and Ito's) has a hatch of its own, and each picture its numbers in a table.
"""

from __future__ import annotations

import numpy as np
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from autograder.pages.text import number
from autograder.report.svg import CARD, INK, LINE, SOFT, inline, look
from autograder.report.tally import BINS, Tally
from autograder.report.text import percent
from autograder.report.words import LABELS, Kind

_COLOURS = {
    Kind.DONE: "#009e73",
    Kind.PART: "#e69f00",
    Kind.WRONG: "#d55e00",
    Kind.STOPPED: "#b0588a",
    Kind.IDLE: "#8a949e",
    Kind.PERSON: "#0072b2",
}
_HATCHES = {
    Kind.DONE: "",
    Kind.PART: "///",
    Kind.WRONG: "xxx",
    Kind.STOPPED: "\\\\\\",
    Kind.IDLE: "...",
    Kind.PERSON: "+++",
}
_VARIABLES = {colour: kind.value for kind, colour in _COLOURS.items()}
_WIDTH = 4.4  # inches: fits a phone at its natural size


def score_plot(tally: Tally, alt: str) -> Markup:
    """How many submissions reached each tenth of the points, and the median."""
    with look("score"):
        figure = Figure(figsize=(_WIDTH, 2.7))
        ax = figure.add_subplot()
        top = tally.max_score if tally.max_score > 0 else 1.0
        left = np.arange(BINS) * top / BINS
        bars = ax.bar(
            left, tally.histogram, top / BINS * 0.9, align="edge", color=_COLOURS[Kind.PERSON]
        )
        counts = [str(count) if count else "" for count in tally.histogram]
        paper = {"facecolor": CARD, "edgecolor": "none", "pad": 1}  # above the median's line
        ax.bar_label(bars, counts, color=INK, padding=2, zorder=3, bbox=paper)
        if tally.median is not None:
            _mark_median(ax, tally.median, top)
        ticks = np.linspace(0, top, 6)
        ax.set_xticks(ticks, [number(tick) for tick in ticks])
        ax.set_xlim(0, top)
        ax.set_ylim(0, max(1, *tally.histogram) * 1.15)
        ax.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
        ax.set_xlabel("score in points", color=SOFT)
        ax.set_ylabel("submissions", color=SOFT)
        _calm(ax)
        return inline(figure, "score", alt, _VARIABLES)


def _mark_median(ax: Axes, median: float, top: float) -> None:
    before = median > top / 2  # the label stands where there is room
    ax.axvline(median, color=INK, linestyle="--", linewidth=1.2)
    ax.annotate(
        f"median {number(median)}",
        (median, 1.0),
        xycoords=("data", "axes fraction"),
        xytext=(-4 if before else 4, 4),
        textcoords="offset points",
        ha="right" if before else "left",
    )


def exercise_plot(tally: Tally, alt: str) -> Markup:
    """For each exercise, how its submissions ended, and the mean share of its points."""
    with look("exercise"):
        rows = len(tally.exercises)
        figure = Figure(figsize=(_WIDTH, 1.0 + 0.25 * max(rows, 3)))
        ax = figure.add_subplot()
        _stack(ax, tally)
        for row, exercise in enumerate(tally.exercises):
            share = "–" if exercise.share is None else percent(exercise.share)
            ax.text(1.02, row, share, transform=ax.get_yaxis_transform(), va="center")
        ax.set_yticks(range(rows), [exercise.id for exercise in tally.exercises])
        ax.set_ylim(rows - 0.4, -0.6)
        ax.set_xlim(0, max(1, len(tally.counted)))
        ax.xaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
        ax.set_xlabel("submissions (right: mean share of points)", color=SOFT)
        _calm(ax)
        _legend(ax, tally)
        return inline(figure, "exercise", alt, _VARIABLES)


def _stack(ax: Axes, tally: Tally) -> None:
    rows = len(tally.exercises)
    start = np.zeros(rows)
    for kind in Kind:
        counts = np.array([exercise.kinds[kind] for exercise in tally.exercises], dtype=float)
        drawn = np.flatnonzero(counts)
        ax.barh(
            drawn, counts[drawn], 0.72, start[drawn], color=_COLOURS[kind],
            hatch=_HATCHES[kind], edgecolor=CARD, linewidth=0.8,
        )  # fmt: skip
        start += counts


def _legend(ax: Axes, tally: Tally) -> None:
    used = [kind for kind in Kind if any(exercise.kinds[kind] for exercise in tally.exercises)]
    patches = [
        Patch(facecolor=_COLOURS[k], hatch=_HATCHES[k], edgecolor=CARD, label=LABELS[k])
        for k in used
    ]
    if patches:
        ax.legend(
            handles=patches, loc="lower left", bbox_to_anchor=(-0.02, 1.0), ncols=3,
            frameon=False, handlelength=1.4, columnspacing=1.0, borderaxespad=0.3,
        )  # fmt: skip


def _calm(ax: Axes) -> None:
    for side in ("top", "right", "left"):
        ax.spines[side].set_visible(False)
    ax.spines["bottom"].set_color(LINE)
    ax.tick_params(colors=SOFT, length=0, labelcolor=INK)
