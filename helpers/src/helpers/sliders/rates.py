"""Demo of unit 05: one learning rate on a curve, by the student's gradient_descent."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from helpers.sliders.controls import Slider
from helpers.sliders.demo import Demo, Plan, Values
from helpers.sliders.layers import Frame, Goal, Layer, Line, Points
from helpers.sliders.palette import Theme
from helpers.sliders.scene import POINTS, Panel, Scene
from helpers.sliders.student import Student
from helpers.sliders.surfaces import Surface, Valley

STEPS = 40
TOLD = (1, 2, 14, 20, 40)  # the steps whose numbers are told to the last digit
TINY = 0.001  # the lecture's smallest rate, the first place of the slider
FAR = 1e4  # a run beyond this has run away
Trace = NDArray[np.float64]


@dataclass(frozen=True)
class RateSlider(Slider):
    """A slider in equal steps whose first place is a tiny rate instead of `low`."""

    def at(self, place: int) -> float:
        """The rate at a place."""
        return TINY if place == 0 else super().at(place)

    def place(self, value: float) -> int:
        """The place nearest to a rate."""
        return 0 if abs(value - TINY) < self.step / 4 else max(super().place(value), 1)

    def wire(self) -> dict[str, Any]:
        """The slider as the browser receives it."""
        return {**super().wire(), "words": [f"{self.at(i):.4g}" for i in range(self.last + 1)]}


def _paint_parabola(axes: Axes, theme: Theme) -> None:
    x = np.linspace(-6, 6, 300)
    axes.plot(x, x**2, color=theme.ink, linewidth=2 * POINTS, alpha=0.75, marker="")
    axes.fill_between(x, x**2, -20, color=theme.color("blue"), alpha=0.12, linewidth=0)


parabola = Surface(
    name="x²",
    f=lambda x: x**2,
    gradient=lambda x: 2 * x,
    start=(2.0,),
    valleys=(Valley((0.0,), "the minimum", (2.0,)),),
    radius=1e-3,
    goal=1,
    lr=0.4,
    momentum=0.0,
    lr_most=1.6,
    lr_step=0.01,
    view=Panel("x", "f(x)", (-4.5, 4.5), (-1, 18), "path on x²", paint=_paint_parabola),
)


def learning_rate(gradient_descent: object, surface: Surface = parabola) -> Demo:
    """A slider for the learning rate, driven by gradient_descent(grad, x0, lr, steps).

    Args:
        gradient_descent: the student's function; its trace is drawn.
        surface: a curve. With one minimum the goal is to reach it in surface.goal steps; with
            more there is none, and the caption tells where the run ends.

    Raises:
        ValueError: a surface over the plane.
    """
    if not surface.flat:
        raise ValueError(f"{surface.name} is no curve: it has two variables.")
    student = Student(gradient_descent)
    scene = Scene(f"Gradient descent on {surface.name}.", (surface.view, _time_panel(surface)))
    most, step = surface.lr_most, surface.lr_step
    controls = [RateSlider("lr", "learning rate", 0.0, most, step, surface.lr)]

    def live(values: Values) -> Frame:
        answer = student(surface.gradient, surface.start[0], values["lr"], STEPS)
        if np.shape(answer) != (STEPS + 1,):
            student.numbers(answer, (STEPS + 1,))  # says what is the matter
        return _frame(surface, np.array(answer, dtype=np.float64), values["lr"])

    def rest(values: Values) -> Frame:
        start = surface.over(np.array([surface.start]))
        return Frame((Points(start, "ink", "square", 10),), f"learning rate {values['lr']:g}.")

    return Demo(Plan(scene, controls, live, rest, [student]))


def _time_panel(surface: Surface) -> Panel:
    """x_n against n, a line at each minimum."""

    def paint(axes: Axes, theme: Theme) -> None:
        for valley, dash in zip(surface.valleys, ("-", "--"), strict=False):
            color, width = theme.color("green"), 1.6 * POINTS
            axes.axhline(valley.place[0], marker="", color=color, linewidth=width, linestyle=dash)

    return Panel("step n", "x_n", (-1, STEPS + 1), surface.view.xlim, "where it is", paint=paint)


def _near(trace: Trace) -> tuple[Trace, bool]:
    """The trace up to where it has run away, and whether that is all of it."""
    away = ~(np.abs(trace) < FAR)
    count = int(np.argmax(away)) if away.any() else len(trace)
    return trace[:count], count == len(trace)


def _frame(surface: Surface, answer: Trace, lr: float) -> Frame:
    trace, whole = _near(answer)
    drawn = surface.over(trace[:, None])
    time = np.column_stack([np.arange(len(trace)), trace])
    layers: tuple[Layer, ...] = (
        Line(drawn, "blue", "solid", 1.4, 0.55),
        Points(drawn, "blue", "circle", 7),
        Points(drawn[:1], "ink", "square", 10),
        Line(time, "blue", "solid", 1.4, panel=1),
        Points(time, "blue", "circle", 6, panel=1),
        Points(time[:1], "ink", "square", 10, panel=1),
    )
    told = [f"x_{n} = {answer[n]}" for n in TOLD if np.isfinite(answer[n])]
    caption = f"learning rate {lr:g}: {', '.join(told)}. {_story(surface, trace, whole)}"
    return Frame(layers, caption, _goal(surface, trace) if len(surface.valleys) == 1 else None)


def _story(surface: Surface, trace: Trace, whole: bool) -> str:
    """How the run ended, in a sentence."""
    if not whole or abs(trace[-1]) > 10 * max(map(abs, surface.view.xlim)):
        return "It runs away."
    for valley in surface.valleys:
        if np.abs(trace[-5:] - valley.place[0]).max() < 20 * surface.radius:
            return f"It rests in {valley.name}."
    return f"It has not come to rest after {STEPS} steps: x is {trace[-1]:.3g}."


def _goal(surface: Surface, trace: Trace) -> Goal:
    """How many steps it took to the minimum."""
    valley = surface.valleys[0]
    steps = "step" if surface.goal == 1 else "steps"
    wish = f"Goal: within {surface.radius:g} of {valley.name} after {surface.goal} {steps}."
    inside = np.flatnonzero(np.abs(trace - valley.place[0]) < surface.radius)
    if not len(inside):
        return Goal(f"{wish} This run is not there after {len(trace) - 1}.", 0.0)
    first = int(inside[0])
    if first <= surface.goal:
        return Goal(f"{wish} Done.", 1.0)
    return Goal(f"{wish} This run needs {first}.", min(surface.goal / first, 0.95))
