"""Demo of unit 00: a 2x2 matrix moves a grid, and a cat on it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from helpers.datasets import load_cat
from helpers.sliders.controls import Choice, Control, Slider
from helpers.sliders.demo import Demo, Plan, Values
from helpers.sliders.layers import Arrows, Frame, Goal, Layer, Line, Points, Text
from helpers.sliders.scene import Panel, Scene
from helpers.sliders.student import Student

Floats = NDArray[np.float64]

GOALS = ("lean", "quarter turn", "flat")
NAMES = ("w11", "w12", "w21", "w22")
REACH, LINES = 1.25, np.array([-1.25, -1, -0.5, 0, 0.5, 1, 1.25])  # of the grid, in both directions
CORNERS = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])  # of the unit square
NEAR = 0.05  # half a place of the sliders
SCENE = Scene(
    "A 2 by 2 matrix moves a grid and a cat.",
    (Panel("x1", "x2", (-2.6, 2.6), (-2.6, 2.6), equal=True),),
    height=400,
    widest=480,
)


@dataclass(frozen=True)
class Moved:
    """What the student's function makes of everything that is drawn; points are rows."""

    corners: Floats  # (4, 2), of CORNERS
    grid: Floats  # (lines, 2, 2), the two ends of each line
    cat: Floats  # (k, 2)

    @property
    def area(self) -> float:
        """Of the parallelogram that the unit square has become; negative if turned over."""
        (ax, ay), (bx, by) = self.corners[[1, 3]] - self.corners[0]
        return float(ax * by - ay * bx)


def moving_grid(matmul: object, goal: str = "lean") -> Demo:
    """Sliders for the four numbers of W; the student's matmul(points, W) moves the points.

    Args:
        goal: what to do with the cat first: "lean", "quarter turn" or "flat".

    Raises:
        ValueError: another goal.
    """
    if goal not in GOALS:
        raise ValueError(f"goal is {goal!r}; expected one of {', '.join(GOALS)}.")
    controls: list[Control] = [Choice("goal", "Make it", GOALS, goal)]
    controls += [
        Slider(name, name, -2, 2, 0.1, value)
        for name, value in zip(NAMES, (1, 0, 0, 1), strict=True)
    ]
    student, cat, made = Student(matmul), load_cat(), dict.fromkeys(GOALS, False)

    def live(values: Values) -> Frame:
        moved = _move(student, cat, _matrix(values))
        return _frame(values, moved, made)

    def rest(values: Values) -> Frame:
        still = Moved(CORNERS, _grid(), cat)
        return Frame(tuple(_drawn(still)), "The cat as it is. " + _numbers(_matrix(values)))

    return Demo(Plan(SCENE, controls, live, rest, [student]))


def _matrix(values: Values) -> Floats:
    return np.array([values[name] for name in NAMES], dtype=np.float64).reshape(2, 2)


def _grid() -> Floats:
    """(lines, 2, 2): the ends of the upright lines, then of the level ones."""
    ends = np.array([[[x, -REACH], [x, REACH]] for x in LINES])
    return np.concatenate([ends, ends[:, :, ::-1]])


def _move(student: Student, cat: Floats, W: Floats) -> Moved:
    """Everything moved by one call of the student's function."""
    grid = _grid()
    points = np.concatenate([CORNERS, grid.reshape(-1, 2), cat])
    moved = student.numbers(student(points.copy(), W.copy()), points.shape)
    corners, lines, outline = np.split(moved, [len(CORNERS), len(points) - len(cat)])
    return Moved(corners, lines.reshape(grid.shape), outline)


def _frame(values: Values, moved: Moved, made: dict[str, bool]) -> Frame:
    """The picture, and the goal judged by where the student's function put the corners."""
    wish = values["goal"]
    goal = _goal(wish, moved)
    if goal.reached:
        made[wish] = True
    done = [name for name, ticked in made.items() if ticked]
    so_far = f" Made so far: {', '.join(done)}." if done else ""
    right, up = moved.corners[[1, 3]]
    went = f"(1, 0) goes to {_place(right)}, (0, 1) to {_place(up)}"
    caption = f"{_numbers(_matrix(values))} {went}; the unit square has area {abs(moved.area):.2f}."
    return Frame(tuple(_drawn(moved)), caption, Goal(goal.words + so_far, goal.fraction))


def _drawn(moved: Moved) -> list[Layer]:
    """The grid, the cat, and the two arrows that (1, 0) and (0, 1) have become."""
    gap = np.full((1, 2), np.nan)
    lines = np.concatenate([np.concatenate([line, gap]) for line in moved.grid])
    origin, right, _, up = moved.corners
    layers: list[Layer] = [Line(lines, "sky", width=1.0), Line(moved.cat, "ink", width=2.0)]
    for end, color, word in ((right, "blue", "was (1, 0)"), (up, "red", "was (0, 1)")):
        layers.append(Arrows(np.concatenate([origin, end])[None], color, 2.6))
        layers.append(Text(end[None], (word,), color, 13, (7, 7)))
    return [*layers, Points(origin[None], "ink", "circle", 7)]


def _numbers(W: Floats) -> str:
    return f"W = [[{W[0, 0]:.1f}, {W[0, 1]:.1f}], [{W[1, 0]:.1f}, {W[1, 1]:.1f}]]."


def _place(point: Floats) -> str:
    return f"({point[0]:.1f}, {point[1]:.1f})"


def _goal(wish: str, moved: Moved) -> Goal:
    """How far the student's own points are from what is wished for."""
    origin, right, _, up = moved.corners
    match wish:
        case "lean":
            words = "Lean: every point keeps its height; (1, 0) stays, (0, 1) goes sideways."
            off = _off(right, (1, 0)) + abs(float(up[1]) - 1) + max(0.5 - abs(float(up[0])), 0)
        case "quarter turn":
            words = "A quarter turn to the left: (1, 0) to (0, 1), and (0, 1) to (-1, 0)."
            off = _off(right, (0, 1)) + _off(up, (-1, 0))
        case _:
            words = "Flat: the whole cat on one line, but not in one point."
            length = float(np.abs([right, up]).max())
            off = abs(moved.area) + max(0.5 - length, 0)
    off += _off(origin, (0, 0))
    if off < NEAR:
        return Goal(f"{words} Done.", 1.0)
    return Goal(words, min(1 / (1 + off), 0.95))


def _off(point: Floats, wanted: tuple[float, float]) -> float:
    return float(np.abs(point - np.array(wanted)).max())
