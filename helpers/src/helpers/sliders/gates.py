"""Demo of unit 01: the line of one perceptron over the four corners of a logic gate."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpers.sliders.controls import Choice, Control, Slider
from helpers.sliders.demo import Demo, Plan, Values
from helpers.sliders.layers import Frame, Goal, Image, Points
from helpers.sliders.lines import line_and_arrow, samples, verdicts
from helpers.sliders.scene import Panel, Scene
from helpers.sliders.student import Student, Trouble

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
TRUTH = {
    "AND": (0, 0, 0, 1),
    "NAND": (1, 1, 1, 0),
    "OR": (0, 1, 1, 1),
    "NOR": (1, 0, 0, 0),
    "XOR": (0, 1, 1, 0),
}
REACH = (-0.8, 1.8, -0.6, 1.6)  # left, right, bottom, top of what the shading covers
SCENE = Scene(
    "One perceptron over the four corners.",
    (Panel("x1", "x2", (-0.45, 1.45), (-0.45, 1.45), equal=True),),
    height=400,
    widest=480,
)


def gate_line(
    perceptron: object, goal: str = "AND", start: tuple[float, float, float] = (1.0, 1.0, 0.5)
) -> Demo:
    """Sliders for w1, w2 and b of the student's perceptron(x1, x2, w1, w2, b).

    Args:
        goal: the gate to make first: AND, NAND, OR, NOR or XOR.
        start: w1, w2, b at the beginning, between -2 and 2.

    Raises:
        ValueError: another goal.
    """
    if goal not in TRUTH:
        raise ValueError(f"goal is {goal!r}; expected one of {', '.join(TRUTH)}.")
    names = ("w1", "w2", "b")
    controls: list[Control] = [Choice("goal", "Gate", tuple(TRUTH), goal)]
    controls += [
        Slider(name, name, -2, 2, 0.1, value) for name, value in zip(names, start, strict=True)
    ]
    student, made = Student(perceptron), dict.fromkeys(TRUTH, False)

    def live(values: Values) -> Frame:
        return _live(student, values, made)

    return Demo(Plan(SCENE, controls, live, _rest, [student]))


def _live(student: Student, values: Values, made: dict[str, bool]) -> Frame:
    """The frame by the student's perceptron; a gate that is reached is ticked in made."""
    w1, w2, b = values["w1"], values["w2"], values["b"]
    answers = [_answer(student, corner, w1, w2, b) for corner in CORNERS]
    right = np.array([a == t for a, t in zip(answers, TRUTH[values["goal"]], strict=True)])
    if right.all():
        made[values["goal"]] = True
    marks = (Points(CORNERS[~right], "red", "ring", 32), *verdicts(CORNERS, answers, right))
    rest = _rest(values)
    shade = Image(_shade(student, w1, w2, b), REACH, "sky", alpha=0.45, smooth=True)
    said = ", ".join(
        f"({x1:.0f}, {x2:.0f}) gives {answer}{'' if ok else ', wrong'}"
        for (x1, x2), answer, ok in zip(CORNERS, answers, right, strict=True)
    )
    layers = (shade, *rest.layers, *marks)
    return Frame(layers, rest.caption, _goal(values["goal"], right, made), details=f"{said}.")


def _rest(values: Values) -> Frame:
    """What needs no student: the corners with their targets, and where the weighted sum is zero."""
    w1, w2, b = values["w1"], values["w2"], values["b"]
    targets = np.array(TRUTH[values["goal"]])
    line = line_and_arrow(np.array([b, w1, w2]), np.array([0.5, 0.5]), 0.3)
    zero = "circles should give 0, squares 1"
    return Frame(
        (*line, *samples(CORNERS, targets)), f"w1 = {w1:.1f}, w2 = {w2:.1f}, b = {b:.1f}; {zero}."
    )


def _answer(student: Student, corner: NDArray[np.float64], w1: float, w2: float, b: float) -> int:
    """The student's answer at one corner, 0 or 1."""
    x1, x2 = int(corner[0]), int(corner[1])
    where = f" at x1 = {x1}, x2 = {x2}"
    value = float(student.numbers(student(x1, x2, w1, w2, b), (), where))
    if value not in (0.0, 1.0):
        raise Trouble(f"{student.name} returned {value:g}{where}; a gate answers 0 or 1.")
    return int(value)


def _shade(student: Student, w1: float, w2: float, b: float) -> NDArray[np.float64]:
    """1 where the student's perceptron says 1: by one call with arrays, or point by point."""
    left, right, bottom, top = REACH
    shape = (110, 130)
    values = _over(student, _middles(left, right, bottom, top, shape), (w1, w2, b))
    if values is not None:
        return values
    x1, x2 = _middles(left, right, bottom, top, (22, 26))
    one = [student(float(p), float(q), w1, w2, b) for p, q in zip(x1.flat, x2.flat, strict=True)]
    return np.asarray(one, dtype=np.float64).reshape(x1.shape)


def _over(
    student: Student, grid: tuple[NDArray[Any], NDArray[Any]], weights: tuple[float, float, float]
) -> NDArray[np.float64] | None:
    """The student's answers on a grid in one call, or None when it takes scalars only."""
    try:
        return student.numbers(student(*grid, *weights), grid[0].shape)
    except Trouble:
        return None


def _middles(
    left: float, right: float, bottom: float, top: float, shape: tuple[int, int]
) -> tuple[NDArray[Any], NDArray[Any]]:
    """x1 and x2 at the middles of the cells of a grid."""
    rows, columns = shape
    x = left + (np.arange(columns) + 0.5) * (right - left) / columns
    y = bottom + (np.arange(rows) + 0.5) * (top - bottom) / rows
    x1, x2 = np.meshgrid(x, y)
    return x1, x2


def _goal(gate: str, right: NDArray[np.bool_], made: dict[str, bool]) -> Goal:
    """How many corners are right, and which gates have been made so far."""
    done = [name for name, ticked in made.items() if ticked]
    so_far = f" Made so far: {', '.join(done)}." if done else ""
    if right.all():
        return Goal(f"{gate}: all four corners are right.{so_far}", 1.0)
    count = int(right.sum())
    return Goal(f"{gate}: {count} of 4 corners are right.{so_far}", count / 4)
