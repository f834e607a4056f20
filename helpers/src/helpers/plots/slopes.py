"""Pictures of slopes: chords and tangents, errors against the step, arrows of a gradient."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike, NDArray

Function = Callable[[Any], Any]
Difference = Callable[[Function, float, float], Any]
Floats = NDArray[np.float64]
INK, CHORD, POINT = "#000000", "#D55E00", "#0072B2"
STEPS = 10.0 ** -np.linspace(0, 15, 31)  # two for each power of ten
MARKS: dict[str, Any] = {"linestyle": "", "markersize": 6}


def rise_and_run(
    f: Function, x: float, dx: float, xlim: tuple[float, float], ax: Axes | None = None
) -> Axes:
    """The chord from x to x + dx, with dx below it and the change of f at its side.

    Args:
        f: function of a number or an array.
        x, dx: where the chord begins, and how far it goes.
        xlim: from where to where the curve is drawn.
        ax: where to draw; a new figure unless given.

    Returns:
        The axes.
    """
    ax = ax or plt.subplots(layout="constrained")[1]
    at = np.linspace(*xlim, 201)
    start, end = float(f(x)), float(f(x + dx))
    ax.plot(at, f(at), color=POINT, ls="-", label="f")
    ax.axline((x, start), (x + dx, end), color=CHORD, ls="--", lw=1.6, label="chord")
    ax.plot([x, x + dx, x + dx], [start, start, end], color=INK, ls=":", lw=2)
    ax.plot([x, x + dx], [start, end], "o", color=INK, ms=7)
    ax.annotate(
        r"$\Delta x$", (x + dx / 2, start), xytext=(0, -18), textcoords="offset points", ha="center"
    )
    ax.annotate(
        r"$f(x + \Delta x) - f(x)$",
        (x + dx, (start + end) / 2),
        xytext=(8, -5),
        textcoords="offset points",
    )
    ax.set(xlabel="x", ylabel="f(x)", xlim=xlim)
    ax.margins(y=0.12)
    ax.legend(loc="upper left")
    return ax


def tangents(
    f: Function,
    slope: Function,
    points: Sequence[float],
    xlim: tuple[float, float],
    ax: Axes | None = None,
) -> Axes:
    """A curve with a piece of its tangent at some points, each with its slope.

    Args:
        f, slope: functions of a number or an array.
        points: where to draw a tangent.
        xlim: from where to where the curve is drawn.
        ax: where to draw; a new figure unless given.

    Returns:
        The axes.
    """
    ax = ax or plt.subplots(layout="constrained")[1]
    at = np.linspace(*xlim, 201)
    half = 0.11 * (xlim[1] - xlim[0])
    height = float(np.ptp(f(at)))
    ax.plot(at, f(at), color=POINT, ls="-")
    for x in points:
        m, y = float(slope(x)), float(f(x))
        reach = half / np.hypot(1, m * (xlim[1] - xlim[0]) / height)
        ends = np.array([x - reach, x + reach])
        ax.plot(ends, y + m * (ends - x), color=CHORD, ls="--")
        ax.plot(x, y, "o", color=INK, ms=7)
        size = f"{m:+.3g}" if abs(m) > 1e-9 else "0"
        side = (0, -22) if size == "0" else (12, -14) if m > 0 else (10, 8)
        box = {"facecolor": "white", "edgecolor": "none", "pad": 0.5, "alpha": 0.8}
        look: dict[str, Any] = {"textcoords": "offset points", "bbox": box}
        look["ha"] = "center" if size == "0" else "left"
        ax.annotate(f"slope {size}", (x, y), xytext=side, **look)
    ax.set(xlabel="x", ylabel="f(x)", xlim=xlim)
    ax.margins(y=0.12)
    return ax


def error_curves(
    differences: Mapping[str, Difference],
    f: Function,
    derivative: Function,
    x: float,
    steps: ArrayLike = STEPS,
    ax: Axes | None = None,
) -> Axes:
    """How wrong each difference is, against its step; both axes logarithmic.

    Args:
        differences: legend entry -> function (f, x, h) that gives a slope.
        f, derivative: the function and its true slope.
        x: where the slope is taken.
        steps: (n,) the steps.
        ax: where to draw; a new figure unless given.

    Returns:
        The axes, one row of markers a difference. An error of 0 has no place on a logarithmic
        axis and is left out.
    """
    hs = np.asarray(steps, dtype=np.float64)
    exact = float(derivative(x))
    # All values first: a function that raises leaves no half-drawn figure behind.
    errors = {
        name: np.array([abs(float(difference(f, x, float(h))) - exact) for h in hs])
        for name, difference in differences.items()
    }
    ax = ax or plt.subplots(figsize=(7.2, 4.6), layout="constrained")[1]
    for (name, error), marker in zip(errors.items(), "o^sDv", strict=False):
        seen = error > 0
        ax.plot(hs[seen], error[seen], marker=marker, label=name, **MARKS)
    ax.set(xscale="log", yscale="log", xlabel="step h", ylabel="error")
    ax.legend()
    return ax


def gradient_arrows(
    f: Function,
    gradient: Callable[[Function, Floats], Any],
    points: ArrayLike,
    limits: tuple[float, float, float, float],
    ax: Axes | None = None,
) -> Axes:
    """Contours of a function of two numbers, with its gradient as an arrow at some points.

    Args:
        f: function of an array (2,).
        gradient: function (f, p) that gives an array (2,).
        points: (n, 2) where the arrows begin; the longest is a quarter of the picture wide.
        limits: left, right, bottom, top.
        ax: where to draw; a new figure unless given.

    Returns:
        The axes, both scales equal, so that right angles look like right angles.
    """
    at = np.asarray(points, dtype=np.float64)
    arrows = np.array([np.asarray(gradient(f, p.copy()), dtype=np.float64) for p in at])
    left, right, bottom, top = limits
    x, y = np.meshgrid(np.linspace(left, right, 81), np.linspace(bottom, top, 81))
    heights = np.array([f(np.array(p)) for p in zip(x.ravel(), y.ravel(), strict=True)])
    ax = ax or plt.subplots(figsize=(5.6, 5.2), layout="constrained")[1]
    lines = ax.contour(x, y, heights.reshape(x.shape), levels=12, colors="#555555", linewidths=1)
    ax.clabel(lines, fontsize=9)
    longest = float(np.hypot(*arrows.T).max()) or 1.0
    reach = 0.25 * (right - left) / longest
    look: dict[str, Any] = {
        "angles": "xy",
        "scale_units": "xy",
        "scale": 1,
        "width": 0.008,
        "zorder": 3,
    }
    ax.quiver(*at.T, *(reach * arrows).T, color=CHORD, **look)
    ax.plot(*at.T, "o", color=INK, ms=5, zorder=4)
    ax.set(xlabel="x", ylabel="y", aspect="equal", xlim=(left, right), ylim=(bottom, top))
    return ax
