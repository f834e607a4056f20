"""Demo of unit 02: one step h on a logarithmic scale; secant and tangent, and the error's U.

Left the slope that the student's difference finds, as a line beside the true tangent; right its
error at every step, with the present step marked. Both come from the student's functions alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from helpers.sliders.controls import Choice, Control, Slider
from helpers.sliders.demo import Demo, Plan, Values
from helpers.sliders.layers import Frame, Goal, Layer, Line, Points
from helpers.sliders.palette import Theme
from helpers.sliders.scene import POINTS, Panel, Scene
from helpers.sliders.student import Student

Floats = NDArray[np.float64]
KINDS = ("forward", "backward", "central")
EXPONENTS = np.linspace(-16, 0, 65)
AT = 1.3  # where the slope is taken
SLOPE = 8.08
XLIM, YLIM = (0.0, 2.6), (-14.0, 26.0)
LOWEST = 1e-13  # of the error axis; smaller errors lie on its edge


def secant(
    forward_difference: object,
    backward_difference: object,
    central_difference: object,
    goal: float = 1e-9,
) -> Demo:
    """A slider for the step h of the student's three differences, on the lecture's cubic at 1.3.

    Args:
        goal: the error to get below.

    Raises:
        ValueError: a goal outside 0 to 1.
    """
    if not 0 < goal < 1:
        raise ValueError(f"goal is {goal!r}; expected an error between 0 and 1.")
    given = (forward_difference, backward_difference, central_difference)
    students = {kind: Student(function) for kind, function in zip(KINDS, given, strict=True)}
    controls: list[Control] = [
        Choice("kind", "Difference", KINDS, "forward"),
        Slider("exponent", "log10 of h", -16, 0, 0.25, -0.25),
    ]

    def live(values: Values) -> Frame:
        return _live(students[values["kind"]], values, goal)

    return Demo(Plan(_scene(goal), controls, live, _rest, list(students.values())))


def cubic(x: Any) -> Any:
    """The lecture's cubic."""
    return 4 * x**3 - 2 * x**2 - 7 * x + 1


def _scene(goal: float) -> Scene:
    """The curve with its tangent on the left, an empty logarithmic plane on the right."""

    def paint_curve(axes: Axes, theme: Theme) -> None:
        x = np.linspace(*XLIM, 201)
        axes.plot(x, cubic(x), color=theme.color("blue"), linewidth=2 * POINTS)
        axes.axline((AT, cubic(AT)), slope=SLOPE, color=theme.ink, linewidth=1.4 * POINTS)
        look: dict[str, Any] = {"color": theme.ink, "fontsize": 10.5 * POINTS}
        axes.text(2.0, 0.6, "tangent", **look)

    def paint_goal(axes: Axes, theme: Theme) -> None:
        axes.axhline(goal, color=theme.color("green"), linewidth=1.4 * POINTS, linestyle="--")
        look: dict[str, Any] = {"color": theme.ink, "fontsize": 10.5 * POINTS, "va": "top"}
        axes.text(6e-17, goal * 0.6, f"goal: below {_short(goal)}", **look)

    left = Panel("x", "f(x)", XLIM, YLIM, "secant beside tangent", paint=paint_curve)
    right = Panel(
        "step h",
        "error",
        (3e-17, 3.0),
        (LOWEST, 30.0),
        "error at every step",
        xlog=True,
        ylog=True,
        paint=paint_goal,
    )
    return Scene("A slope from two points, and its error.", (left, right), height=340)


def _live(student: Student, values: Values, goal: float) -> Frame:
    """The slope at the present step, and the errors at all of them."""
    h = float(10.0 ** values["exponent"])
    slope = _slope(student, h)
    error = abs(slope - SLOPE)
    steps = 10.0**EXPONENTS
    errors = np.array([abs(_slope(student, float(step)) - SLOPE) for step in steps])
    rest = _rest(values)
    every = np.column_stack([steps, np.maximum(errors, LOWEST)])
    here = np.array([[h, max(error, LOWEST)]])
    layers = (
        *rest.layers,
        _through(values["kind"], h, slope),
        Line(every, "orange", "dotted", 1.5, panel=1),
        Points(every, "orange", "circle", 5, panel=1),
        Points(here, "red", "diamond", 13, panel=1),
    )
    caption = f"{rest.caption} {student.name} gives {slope:.12g}; the slope is {SLOPE:g}."
    return Frame(layers, caption, _goal(error, goal), details=_shape(errors, steps))


def _slope(student: Student, h: float) -> float:
    return float(student.numbers(student(cubic, AT, h), (), f" at h = {h:.2g}"))


def _rest(values: Values) -> Frame:
    """What needs no student: the two points that are compared."""
    h = float(10.0 ** values["exponent"])
    x = np.array(_ends(values["kind"], h))
    marks: tuple[Layer, ...] = (Points(np.column_stack([x, cubic(x)]), "red", "circle", 10),)
    return Frame(marks, f"{values['kind']} difference, h = {h:.2g}.")


def _ends(kind: str, h: float) -> Sequence[float]:
    """The two places that a difference of this kind compares."""
    return {"forward": (AT, AT + h), "backward": (AT - h, AT), "central": (AT - h, AT + h)}[kind]


def _through(kind: str, h: float, slope: float) -> Line:
    """A line of the student's slope through the left of the two points: a secant if it is right."""
    x = _ends(kind, h)[0]
    ends = np.array([XLIM[0] - 1, XLIM[1] + 1])
    line = np.column_stack([ends, cubic(x) + slope * (ends - x)])
    return Line(line, "red", "dashed", 2.4)


def _goal(error: float, goal: float) -> Goal:
    words = f"Error {error:.1e}"
    if error < goal:
        return Goal(f"{words}: below {_short(goal)}, reached.", 1.0)
    nearer = float(np.clip(np.log10(max(error, goal)) / np.log10(goal), 0.0, 0.99))
    return Goal(f"{words}. Bring it below {_short(goal)}.", nearer)


def _short(number: float) -> str:
    """1e-9, as one writes it in Python."""
    return f"{number:g}".replace("e-0", "e-")


def _shape(errors: Floats, steps: Floats) -> str:
    """The error curve in words."""
    best = int(errors.argmin())
    return f"Over all steps the error is smallest, {errors[best]:.1e}, at h = {steps[best]:.1e}."
