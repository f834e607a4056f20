"""The static picture of a demo, for exports, headless runs and pages without widgets.

Draws the same scene and layers as the browser does, with the caption, goal and note below.
"""

import textwrap

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.sliders.layers import Arrows, Bars, Frame, Image, Layer, Line, Points, Text
from helpers.sliders.palette import LIGHT, Theme
from helpers.sliders.scene import POINTS, Scene, draw_axes

WIDTH = 640
DASHES = {
    "solid": "-",
    "dashed": (0, (5, 3)),
    "dotted": (0, (1.2, 2.2)),
    "dashdot": (0, (6, 2.5, 1.2, 2.5)),
}
MARKERS = {
    "circle": "o",
    "square": "s",
    "triangle": "^",
    "diamond": "D",
    "cross": "x",
    "plus": "+",
    "star": "*",
    "ring": "o",
}


def still(scene: Scene, frame: Frame, theme: Theme = LIGHT, dpr: float = 2.0) -> Figure:
    """The whole picture of a frame as a matplotlib figure, at most 640 CSS pixels wide."""
    words = [frame.caption, frame.goal.words if frame.goal else "", frame.note]
    width = min(WIDTH, scene.widest)
    lines = [line for part in words if part for line in textwrap.wrap(part, width // 7 - 3)]
    extra = 20 * len(lines) + 12 if lines else 0
    figure, every, _, _ = draw_axes(scene, width, theme, dpr, extra)
    for layer in frame.layers:
        paint(every[layer.panel], layer, theme)
    total = figure.get_figheight() * 100
    for row, line in enumerate(reversed(lines)):
        y = (12 + 20 * row) / total
        figure.text(16 / width, y, line, color=theme.ink, fontsize=13 * POINTS)
    return figure


def paint(axes: Axes, layer: Layer, theme: Theme) -> None:
    """Draw one layer on its axes."""
    color = theme.color(layer.color)
    match layer:
        case Line():
            axes.plot(
                *layer.xy.T,
                color=color,
                linestyle=DASHES[layer.dash],
                linewidth=layer.width * POINTS,
                alpha=layer.alpha,
                marker="",
            )
        case Points():
            _points(axes, layer, theme)
        case Arrows():
            _arrows(axes, layer, color)
        case Bars():
            axes.stairs(layer.heights, layer.edges, fill=True, color=color, alpha=layer.alpha)
            axes.stairs(layer.heights, layer.edges, color=color, linestyle=DASHES[layer.dash])
        case Image():
            _image(axes, layer, theme)
        case Text():
            _text(axes, layer, color)


def _arrows(axes: Axes, layer: Arrows, color: str) -> None:
    look = {"color": color, "linewidth": layer.width * POINTS, "arrowstyle": "-|>"}
    for x0, y0, x1, y1 in layer.xyxy:
        axes.annotate("", (x1, y1), (x0, y0), arrowprops={**look, "shrinkA": 0, "shrinkB": 0})


def _text(axes: Axes, layer: Text, color: str) -> None:
    shift = (layer.offset[0] * POINTS, layer.offset[1] * POINTS)
    for xy, word in zip(layer.xy, layer.words, strict=True):
        axes.annotate(
            word,
            tuple(xy),
            xytext=shift,
            textcoords="offset points",
            color=color,
            fontsize=layer.size * POINTS,
            annotation_clip=True,
        )


def _points(axes: Axes, layer: Points, theme: Theme) -> None:
    color = theme.color(layer.color)
    hollow = layer.hollow or layer.marker == "ring"
    axes.plot(
        *layer.xy.T,
        linestyle="",
        marker=MARKERS[layer.marker],
        markersize=layer.size * POINTS,
        markerfacecolor="none" if hollow else color,
        markeredgecolor=color if hollow or layer.marker in ("cross", "plus") else theme.paper,
        markeredgewidth=(2.2 if hollow or layer.marker in ("cross", "plus") else 1.0) * POINTS,
        alpha=layer.alpha,
        clip_on=True,
    )


def _image(axes: Axes, layer: Image, theme: Theme) -> None:
    """One colour whose opacity is the value: the colour in RGB, the values in the alpha channel."""
    red, green, blue = (int(theme.color(layer.color)[i : i + 2], 16) / 255 for i in (1, 3, 5))
    rgba = np.empty((*layer.values.shape, 4))
    rgba[..., :3] = red, green, blue
    rgba[..., 3] = np.clip(np.nan_to_num(layer.values), 0, 1) * layer.alpha
    smooth = "bilinear" if layer.smooth else "nearest"
    axes.imshow(
        rgba, origin="lower", extent=layer.extent, aspect="auto", interpolation=smooth, zorder=0.5
    )
