"""The plane of learning rate and momentum: where runs converge, by theory and by trial.

Theory, for a quadratic of curvature h: each step maps the error by a 2 by 2 matrix whose
eigenvalues solve z² - (1 + momentum - lr h) z + momentum = 0. The run converges when the larger
of them stays below 1 in size, that is for lr < 2 (1 + momentum) / h, and the smaller it is the
faster (Polyak 1964). Nothing here takes a step: the trials come from the student's function.
"""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from helpers.sliders.layers import Image, Layer, Points
from helpers.sliders.palette import Theme
from helpers.sliders.scene import POINTS, Panel
from helpers.sliders.surfaces import Surface, Valley

MOMENTUM_MOST = 0.99
# How a trial ended: the marker, colour and words of each ending.
ENDINGS: dict[str, tuple[Any, str, str]] = {
    "in time": ("diamond", "green", "in time"),
    "late": ("circle", "blue", "reached, but late"),
    "elsewhere": ("square", "purple", "rests in the higher minimum"),
    "on its way": ("triangle", "orange", "not there yet"),
    "ran away": ("cross", "red", "ran away"),
}


def shrinkage(
    lr: NDArray[np.float64], momentum: NDArray[np.float64], curvature: float
) -> NDArray[np.float64]:
    """Factor by which the error shrinks a step in the long run; 1 or more: it does not."""
    half = (1 + momentum - lr * curvature) / 2
    root = np.sqrt((half**2 - momentum).astype(np.complex128))
    return np.asarray(np.maximum(np.abs(half + root), np.abs(half - root)))


def limit_lr(momentum: NDArray[np.float64], valley: Valley) -> NDArray[np.float64]:
    """The learning rate from which on no run can come to rest in the valley."""
    return 2 * (1 + momentum) / max(valley.curvatures)


def plane_panel(surface: Surface) -> Panel:
    """The panel of the plane, its regions painted."""

    def paint(axes: Axes, theme: Theme) -> None:
        momentum = np.linspace(0, 1, 101)
        limits = [limit_lr(momentum, valley) for valley in surface.valleys]
        for limit, valley, dash in zip(limits, surface.valleys, ("-", "--"), strict=False):
            axes.plot(limit, momentum, color=theme.ink, linewidth=1.6 * POINTS, linestyle=dash)
            if len(limits) > 1:
                row = 4 if limit[0] == np.min(limits) else 50
                words = f"holds at {valley.place[0]:.2f}  "
                look: dict[str, Any] = {"color": theme.ink, "fontsize": 10 * POINTS, "ha": "right"}
                axes.text(limit[row], momentum[row], words, **look)
        axes.fill_betweenx(
            momentum,
            np.max(limits, axis=0),
            surface.lr_most * 1.1,
            facecolor=theme.faint,
            edgecolor=theme.paper,
            alpha=0.55,
            hatch="///",
            linewidth=0,
        )
        if not surface.flat:
            _paint_speed(axes, theme, surface)

    title = "pairs tried; hatched: none settles"
    most = surface.lr_most
    return Panel("learning rate", "momentum", (0, most), (0, 1), title, paint=paint)


def _paint_speed(axes: Axes, theme: Theme, surface: Surface) -> None:
    """Contours of how many steps the theory gives from the start to the goal."""
    size = 160
    lr, momentum = np.meshgrid(
        np.linspace(1e-3, surface.lr_most, size), np.linspace(0, MOMENTUM_MOST, size)
    )
    curvatures = surface.valleys[0].curvatures
    worst = np.max([shrinkage(lr, momentum, h) for h in curvatures], axis=0)
    shrink = np.log(np.linalg.norm(surface.start) / surface.radius)
    with np.errstate(divide="ignore"):
        steps = np.where(worst < 1, shrink / -np.log(np.minimum(worst, 1 - 1e-9)), np.inf)
    levels = [30, 60, 120]
    lines = axes.contour(
        lr,
        momentum,
        np.minimum(steps, 500),
        levels=levels,
        colors=[theme.ink],
        linewidths=0.9 * POINTS,
        linestyles=["--", "-.", ":"],
        alpha=0.6,
    )
    axes.clabel(lines, fmt="%d steps", fontsize=10 * POINTS, colors=[theme.ink])


def trials(tried: dict[tuple[float, float], str]) -> list[Layer]:
    """A small mark for every pair tried so far, by how it ended."""
    layers: list[Layer] = []
    for ending, (marker, color, _) in ENDINGS.items():
        places = [place for place, found in tried.items() if found == ending]
        if places:
            layers.append(Points(np.array(places), color, marker, 8, alpha=0.75, panel=1))
    return layers


def map_layer(counts: NDArray[np.float64], surface: Surface, most: int) -> Image:
    """The student's own map: the fewer steps a pair needs, the deeper its colour.

    Args:
        counts: (rows, columns) steps to the goal, NaN where it was not reached.
        most: the steps at which the colour has faded.
    """
    extent = (0.0, surface.lr_most, 0.0, 1.0)
    return Image(1 - counts / (most + 10), extent, "green", alpha=0.75, smooth=False, panel=1)
