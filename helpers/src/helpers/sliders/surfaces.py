"""What the descent demos go down: the bowl and the lecture's quartic, with all a picture needs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from helpers.sliders.palette import Theme
from helpers.sliders.scene import POINTS, Panel

Point = float | np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True)
class Valley:
    """A minimum: where it is, its name, and the curvatures (second derivatives) there."""

    place: tuple[float, ...]
    name: str
    curvatures: tuple[float, ...]


@dataclass(frozen=True)
class Surface:
    """A function to go down.

    Args:
        f, gradient: of a point, a (2,) array on a surface over the plane, a float on a curve.
        start: where a run begins unless told otherwise.
        valleys: its minima, the lowest first; that one is the goal.
        radius: how near to the goal counts as reached; stay: only if it never leaves again.
        goal: the steps allowed to reach it.
        lr, momentum: where the sliders begin; lr_most: where the first one ends.
        view: panel of the picture.
    """

    name: str
    f: Callable[[Any], Any]
    gradient: Callable[[Any], Any]
    start: tuple[float, ...]
    valleys: tuple[Valley, ...]
    radius: float
    goal: int
    lr: float
    momentum: float
    lr_most: float
    lr_step: float
    view: Panel
    stay: bool = False

    @property
    def flat(self) -> bool:
        """Whether it is a curve over one variable."""
        return len(self.start) == 1

    def over(self, xs: np.ndarray[Any, np.dtype[np.float64]]) -> Any:
        """Where the points xs (n, 1 or 2) are drawn in the panel, (n, 2)."""
        return np.column_stack([xs[:, 0], self.f(xs[:, 0])]) if self.flat else xs


def _bowl(x: Any) -> Any:
    return x[0] ** 2 / 20 + x[1] ** 2


def _bowl_gradient(x: Any) -> Any:
    return np.array([x[0] / 10, 2 * x[1]])


def _quartic(x: Any) -> Any:
    return (x - 2) ** 2 * (x + 3) ** 2 - 2 * (x - 2) ** 2


def _quartic_gradient(x: Any) -> Any:
    return 2 * (x - 2) * ((2 * x + 7) * x + 1)  # in this order it repeats the lecture's digits


def _paint_bowl(axes: Axes, theme: Theme) -> None:
    x, y = np.meshgrid(np.linspace(-9, 9, 241), np.linspace(-4, 4, 161))
    levels = [0, 0.05, 0.2, 0.5, 1, 1.7, 2.6, 3.8, 5.2, 7, 9, 12, 20]
    depths = _shades(theme)(np.linspace(0, 1, len(levels) - 1))
    height = _bowl(np.array([x, y]))
    axes.contourf(x, y, height, levels=levels, colors=depths, zorder=0.3)
    axes.contour(
        x, y, height, levels=levels, colors=[theme.ink], linewidths=0.6 * POINTS, alpha=0.35
    )


def _shades(theme: Theme) -> LinearSegmentedColormap:
    """From a tint of blue in the depth to the paper's colour on the heights."""
    top, depth = (np.array(_rgb(theme.color(name))) for name in ("paper", "blue"))
    return LinearSegmentedColormap.from_list("depth", [top + 0.5 * (depth - top), top])


def _rgb(color: str) -> tuple[float, ...]:
    return tuple(int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))


def _paint_quartic(axes: Axes, theme: Theme) -> None:
    x = np.linspace(-6, 5, 400)
    axes.plot(x, _quartic(x), color=theme.ink, linewidth=2 * POINTS, alpha=0.75, marker="")
    axes.fill_between(x, _quartic(x), -200, color=theme.color("blue"), alpha=0.12, linewidth=0)


bowl = Surface(
    name="x²/20 + y²",
    f=_bowl,
    gradient=_bowl_gradient,
    start=(-7.0, 2.0),
    valleys=(Valley((0.0, 0.0), "the minimum", (0.1, 2.0)),),
    radius=1e-3,
    goal=30,
    lr=0.1,
    momentum=0.9,
    lr_most=2.0,
    lr_step=0.01,
    view=Panel(
        "x", "y", (-8.5, 8.5), (-3.6, 3.6), "path on x²/20 + y²", paint=_paint_bowl, share=1.45
    ),
)

# Critical points of the quartic: minima at -3.3508 (value -53.74) and 2 (value 0).
quartic = Surface(
    name="(x - 2)²(x + 3)² - 2(x - 2)²",
    f=_quartic,
    gradient=_quartic_gradient,
    start=(3.0,),
    valleys=(
        Valley(((-7 - 41**0.5) / 4,), "the lower minimum", (68.523,)),
        Valley((2.0,), "the higher minimum", (46.0,)),
    ),
    radius=0.02,
    goal=40,
    lr=0.02,
    momentum=0.0,
    lr_most=0.08,
    lr_step=0.0005,
    view=Panel(
        "x",
        "f(x)",
        (-5.2, 3.9),
        (-70, 130),
        "path on the lecture's quartic",
        paint=_paint_quartic,
        share=1.45,
    ),
    stay=True,
)
