"""The part of a picture that sliders do not change: panels with axes, labels and contours.

Matplotlib draws it once per width, pixel ratio and theme; its boxes tell the browser where in the
picture data coordinates lie. Layers (layers.py) are drawn on top of it, there and in still.py.
"""

import io
from collections.abc import Callable
from dataclasses import asdict, dataclass

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from helpers.sliders.palette import Theme

DPI = 100.0  # CSS pixels per inch of the figure
POINTS = 72.0 / DPI  # points per CSS pixel
STACK_BELOW = 560  # CSS pixels: narrower pictures put their panels one below the other
Limits = tuple[float, float]


@dataclass(frozen=True)
class Panel:
    """One pair of axes.

    Args:
        xlim, ylim: limits in data coordinates; equal=True widens one of them to equal scales.
        paint: draws what never changes (contours, regions) on the axes, given the theme.
        share: width relative to the other panels.
    """

    xlabel: str
    ylabel: str
    xlim: Limits
    ylim: Limits
    title: str = ""
    equal: bool = False
    xlog: bool = False
    ylog: bool = False
    paint: Callable[[Axes, Theme], None] | None = None
    share: float = 1.0


@dataclass(frozen=True)
class Scene:
    """A title (for the alt text), panels, and the height of a row of panels in CSS pixels."""

    title: str
    panels: tuple[Panel, ...]
    height: int = 340
    widest: int = 820


@dataclass(frozen=True)
class Box:
    """Where a panel lies in the picture (CSS pixels from the top left) and what it shows."""

    left: float
    top: float
    width: float
    height: float
    xlim: Limits
    ylim: Limits
    xlog: bool
    ylog: bool


@dataclass(frozen=True)
class Background:
    """A rendered scene: the PNG, its size in CSS pixels, its boxes and its theme."""

    png: bytes
    width: int
    height: int
    boxes: tuple[Box, ...]
    theme: Theme

    def wire(self) -> dict[str, object]:
        """The background as the browser receives it."""
        return {
            "png": self.png,
            "width": self.width,
            "height": self.height,
            "boxes": [asdict(box) for box in self.boxes],
            "theme": self.theme.name,
            "colors": self.theme.colors(),
        }


def layout(scene: Scene, width: int) -> tuple[int, tuple[Box, ...]]:
    """Height of the picture and the boxes of its panels at a width, all in CSS pixels."""
    left, right, bottom = 60, 14, 46
    panels = scene.panels
    top = 30 if any(panel.title for panel in panels) else 12
    stacked = width < STACK_BELOW
    count = len(panels) if stacked else 1
    shares = [1.0] if stacked else [panel.share for panel in panels]
    room = width - len(shares) * (left + right)
    boxes = []
    x, y = float(left), float(top)
    for panel in panels:
        box_width = max(room * (1.0 if stacked else panel.share) / sum(shares), 40.0)
        box_height = float(scene.height - top - bottom)
        xlim, ylim = _equal(panel, box_width / box_height)
        boxes.append(Box(x, y, box_width, box_height, xlim, ylim, panel.xlog, panel.ylog))
        x, y = (x, y + scene.height) if stacked else (x + box_width + left + right, y)
    return scene.height * count, tuple(boxes)


def _equal(panel: Panel, ratio: float) -> tuple[Limits, Limits]:
    """The panel's limits, one of them widened about its middle when scales are to be equal."""
    (x0, x1), (y0, y1) = panel.xlim, panel.ylim
    if not panel.equal:
        return panel.xlim, panel.ylim
    width, height = max(x1 - x0, (y1 - y0) * ratio), max(y1 - y0, (x1 - x0) / ratio)
    middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
    return (
        (middle_x - width / 2, middle_x + width / 2),
        (middle_y - height / 2, middle_y + height / 2),
    )


def draw_axes(
    scene: Scene, width: int, theme: Theme, dpr: float = 1.0, extra: int = 0
) -> tuple[Figure, list[Axes], int, tuple[Box, ...]]:
    """A figure of the scene without layers, its axes, its height and its boxes.

    Args:
        width: CSS pixels.
        dpr: device pixels per CSS pixel.
        extra: CSS pixels left free below the panels.
    """
    height, boxes = layout(scene, width)
    total = height + extra
    figure = Figure((width / DPI, total / DPI), dpi=DPI * dpr, facecolor=theme.paper)
    FigureCanvasAgg(figure)
    every = []
    for panel, box in zip(scene.panels, boxes, strict=True):
        bottom = total - box.top - box.height
        place = (box.left / width, bottom / total, box.width / width, box.height / total)
        axes = figure.add_axes(place)
        _dress(axes, panel, box, theme)
        every.append(axes)
    return figure, every, height, boxes


def _dress(axes: Axes, panel: Panel, box: Box, theme: Theme) -> None:
    """Scales, limits, labels and colours of one panel. Not by rcParams: those are the student's."""
    axes.set_xscale("log" if panel.xlog else "linear")
    axes.set_yscale("log" if panel.ylog else "linear")
    axes.set(xlim=box.xlim, ylim=box.ylim, autoscale_on=False, facecolor=theme.paper)
    axes.grid(True, color=theme.faint, linewidth=0.5, linestyle="-", alpha=0.7)
    axes.set_axisbelow(True)
    axes.set_xlabel(panel.xlabel, color=theme.ink, fontsize=13 * POINTS)
    axes.set_ylabel(panel.ylabel, color=theme.ink, fontsize=13 * POINTS)
    axes.set_title(panel.title, color=theme.ink, fontsize=13 * POINTS, loc="left", pad=6)
    if not (panel.xlog or panel.ylog):
        axes.locator_params(nbins=6, steps=[1, 2, 5, 10])
    axes.tick_params(colors=theme.ink, labelsize=11.5 * POINTS, length=3)
    for name, spine in axes.spines.items():
        spine.set(visible=name in ("left", "bottom"), color=theme.ink, linewidth=0.8)
    if panel.paint:
        panel.paint(axes, theme)
        axes.set(xlim=box.xlim, ylim=box.ylim)


def render(scene: Scene, width: int, theme: Theme, dpr: float = 1.0) -> Background:
    """The scene as a PNG at a width (CSS pixels), pixel ratio and theme, with its boxes."""
    figure, _, height, boxes = draw_axes(scene, width, theme, dpr)
    return Background(png(figure), width, height, boxes, theme)


def png(figure: Figure) -> bytes:
    """The figure as PNG bytes, packed quickly rather than tightly."""
    stream = io.BytesIO()
    figure.savefig(stream, format="png", facecolor="auto", pil_kwargs={"compress_level": 1})
    return stream.getvalue()
