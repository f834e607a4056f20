"""The flagship demo: learning rate and momentum, by the student's own step function."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from helpers.sliders.controls import Button, Control, Slider
from helpers.sliders.demo import Demo, Plan, Values
from helpers.sliders.layers import Frame, Goal, Layer, Line, Points
from helpers.sliders.plane import ENDINGS, MOMENTUM_MOST, map_layer, plane_panel, trials
from helpers.sliders.scene import Scene
from helpers.sliders.student import Student, Trouble
from helpers.sliders.surfaces import Surface, bowl

STEPS = 200  # how far a run is followed
FAR = 1e6  # a run beyond this has run away
STILL = 1e-9  # a run that twice moves less than this has come to rest
MAP_SHAPE = (22, 40)  # momentum by learning rate
MAP_STEPS = 80
MAP_S = 1.2  # seconds the map may take; what is not done by then stays clear


@dataclass(frozen=True)
class Run:
    """One descent: the points visited (k + 1, d), and the first step inside the goal, if any."""

    points: NDArray[np.float64]
    reached: int | None
    ran_away: bool


@dataclass
class Memory:
    """What a demo has seen: the pairs tried, and the student's map with what it was made from."""

    tried: dict[tuple[float, float], str] = field(default_factory=dict)
    map: NDArray[np.float64] | None = None
    made_by: object = None
    presses: int = 0


def descent(
    step: object,
    surface: Surface = bowl,
    start: Sequence[float] | float | None = None,
    goal: int | None = None,
    at: tuple[float, float] | None = None,
) -> Demo:
    """Sliders for learning rate and momentum, driven by step(x, v, g, lr, momentum) -> (x, v).

    Args:
        step: the student's function. x is where we are, v the velocity (0 at first), g the
            gradient there: (2,) arrays on the bowl, floats on the quartic. (Or a Student.)
        surface: sliders.bowl or sliders.quartic.
        start: another start.
        goal: the number of steps in which to reach the lowest point.
        at: learning rate and momentum at which the sliders begin.

    Raises:
        ValueError: a start of another dimension.
    """
    origin = tuple(np.atleast_1d(np.asarray(surface.start if start is None else start, float)))
    if len(origin) != len(surface.start):
        raise ValueError(f"start is {start}; {surface.name} wants {len(surface.start)} number(s).")
    student = step if isinstance(step, Student) else Student(step)
    memory = Memory()
    trial = Trial(student, surface, origin, surface.goal if goal is None else goal, memory)
    scene = Scene(f"Gradient descent on {surface.name}.", (surface.view, plane_panel(surface)))
    controls = _controls(surface, origin, at or (surface.lr, surface.momentum))
    return Demo(Plan(scene, controls, trial.live, trial.rest, [student], _touch, touchable=(1,)))


def _controls(
    surface: Surface, origin: tuple[float, ...], at: tuple[float, float]
) -> list[Control]:
    """Sliders for the pair, on a curve for the start too, and the button of the map."""
    controls: list[Control] = [
        Slider("lr", "learning rate", surface.lr_step, surface.lr_most, surface.lr_step, at[0]),
        Slider("momentum", "momentum", 0, MOMENTUM_MOST, 0.01, at[1]),
    ]
    if surface.flat:
        controls.append(Slider("start", "start", -5, 3.5, 0.05, origin[0]))
    tip = "Run your function on a grid of pairs"
    return [*controls, Button("map", "Try the whole plane", tip)]


def _touch(_: int, x: float, y: float) -> Values:
    return {"lr": x, "momentum": y}


@dataclass(frozen=True)
class Trial:
    """A demo's fixed parts; its methods turn the values of the controls into frames."""

    student: Student
    surface: Surface
    start: tuple[float, ...]
    goal: int
    memory: Memory

    def origin(self, values: Values) -> NDArray[np.float64]:
        """Where the run begins."""
        return np.array([values["start"]] if "start" in values else self.start)

    def rest(self, values: Values) -> Frame:
        """Start, goal and the point in the plane: what needs no student."""
        origin, surface = self.origin(values), self.surface
        ends = surface.over(np.array([origin, surface.valleys[0].place]))
        layers = (
            Points(ends[:1], "ink", "square", 10),
            Points(ends[1:], "green", "star", 18),
            Points(np.array([[values["lr"], values["momentum"]]]), "ink", "ring", 16, panel=1),
        )
        where = f", start {values['start']:g}" if "start" in values else ""
        caption = f"learning rate {values['lr']:g}, momentum {values['momentum']:g}{where}."
        return Frame(layers, caption)

    def live(self, values: Values) -> Frame:
        """The run by the student's function, and how it compares with the goal."""
        self._forget_if_changed(values)
        pair = (values["lr"], values["momentum"])
        run = descend(self.student, self.surface, self.origin(values), pair, STEPS)
        ending = self.ending(run)
        self.memory.tried[pair] = ending
        rest = self.rest(values)
        drawn = self.surface.over(np.clip(run.points, -1e4, 1e4))
        layers: list[Layer] = [
            *self.mapped(values),
            *trials(self.memory.tried),
            Line(drawn, "blue", "solid", 1.4, 0.55 if self.surface.flat else 0.85),
            Points(drawn[1:], "blue", "circle", 6),
            *rest.layers,
        ]
        marker, color, _ = ENDINGS[ending]
        layers.append(Points(drawn[-1:], color, marker, 12))
        return Frame(tuple(layers), f"{rest.caption} {self.story(run)}", self.judge(run))

    def _forget_if_changed(self, values: Values) -> None:
        """Trials and map hold for one function and one start."""
        made_by = (self.student.current(), values.get("start"))
        if self.memory.made_by != made_by:
            self.memory.tried.clear()
            self.memory.map, self.memory.made_by = None, made_by
            self.memory.presses = values["map"]

    def ending(self, run: Run) -> str:
        """One of the endings of plane.ENDINGS."""
        if run.ran_away:
            return "ran away"
        if run.reached is not None:
            return "in time" if run.reached <= self.goal else "late"
        others = [valley.place for valley in self.surface.valleys[1:]]
        rests = any(_distances(run.points[-5:], place).max() < 0.02 for place in others)
        return "elsewhere" if rests else "on its way"

    def mapped(self, values: Values) -> list[Layer]:
        """The student's map of the plane, after an odd number of presses of its button."""
        if (values["map"] - self.memory.presses) % 2 == 0:
            return []
        if self.memory.map is None:
            self.memory.map = survey(self.student, self.surface, self.origin(values))
        return [map_layer(self.memory.map, self.surface, MAP_STEPS)]

    def story(self, run: Run) -> str:
        """How the run went, in a sentence."""
        aim = self.surface.valleys[0].name
        match self.ending(run):
            case "ran away":
                return f"Ran away: beyond {FAR:.0e} after {len(run.points) - 1} steps."
            case "elsewhere":
                return f"Rests in {self.surface.valleys[1].name}."
            case "on its way":
                return f"Not at {aim} after {len(run.points) - 1} steps."
        return f"At {aim} (within {self.surface.radius:g}) after {run.reached} steps."

    def judge(self, run: Run) -> Goal:
        """How near the run is to the goal after the steps allowed, on a logarithmic scale."""
        aim = f"Goal: {self.surface.valleys[0].name} within {self.goal} steps."
        if run.reached is not None and run.reached <= self.goal:
            return Goal(f"{aim} Reached in {run.reached}.", 1.0)
        distances = _distances(run.points[: self.goal + 1], self.surface.valleys[0].place)
        first, last, radius = distances[0], distances[-1], self.surface.radius
        gained = math.log(max(first, radius) / max(last, radius / 2))
        whole = max(math.log(max(first, radius) / radius), 1e-9)
        far = "far away" if run.ran_away else f"{last:.2g} away"
        return Goal(f"{aim} By then it is {far}.", min(max(gained / whole, 0.0), 0.97))


def descend(
    student: Student,
    surface: Surface,
    start: NDArray[np.float64],
    pair: tuple[float, float],
    steps: int,
) -> Run:
    """Follow the student's step function from the start, v = 0, for at most so many steps.

    Ends sooner when the run has run away or has come to rest.

    Raises:
        Trouble: the function failed, or returned something else than a pair (x, v) of x's shape.
    """
    shape = () if surface.flat else start.shape
    x = start.reshape(shape).copy()
    v = np.zeros(shape)
    points = [x]
    moved = np.inf, np.inf
    while len(points) <= steps and np.vdot(x, x) < FAR**2 and max(moved) > STILL**2:
        where = f" at step {len(points)}"
        g = surface.gradient(x)
        # Its own to do with as it likes: x is kept, so it gets a copy; v and g are not.
        given = (float(x), float(v), float(g)) if surface.flat else (x.copy(), v, g)
        answer = student(*given, *pair)
        if not isinstance(answer, (tuple, list)) or len(answer) != 2:
            kind = type(answer).__name__
            raise Trouble(f"{student.name} returned a {kind}{where}; expected a pair (x, v).")
        x, v = (student.numbers(part, shape, where) for part in answer)
        change = x - points[-1]
        moved = moved[1], float(np.vdot(change, change))
        points.append(x)
    path = np.array(points).reshape(len(points), -1)
    ran_away = bool(np.vdot(x, x) >= FAR**2)
    return Run(path, None if ran_away else _reached(path, surface), ran_away)


def _reached(path: NDArray[np.float64], surface: Surface) -> int | None:
    """The first step inside the goal; with surface.stay the first after which it never leaves."""
    inside = _distances(path, surface.valleys[0].place) < surface.radius
    if not surface.stay:
        return int(np.argmax(inside)) if inside.any() else None
    outside = np.flatnonzero(~inside)
    first = int(outside[-1]) + 1 if len(outside) else 0
    return first if first < len(path) else None


def _distances(path: NDArray[np.float64], place: tuple[float, ...]) -> NDArray[np.float64]:
    return np.asarray(np.linalg.norm(path - np.array(place), axis=1))


def survey(student: Student, surface: Surface, start: NDArray[np.float64]) -> NDArray[np.float64]:
    """Steps that the student's function needs over the plane, NaN where it does not arrive.

    Goes through the grid in a coarse order first, so that time running out leaves a thin picture
    rather than half of one.
    """
    rows, columns = MAP_SHAPE
    counts = np.full(MAP_SHAPE, np.nan)
    until = time.perf_counter() + MAP_S
    cells = [(row, column) for row in range(rows) for column in range(columns)]
    for row, column in sorted(cells, key=lambda cell: (cell[0] % 2 + cell[1] % 2, cell)):
        if time.perf_counter() > until:
            break
        pair = ((column + 0.5) * surface.lr_most / columns, (row + 0.5) / rows)
        run = descend(student, surface, start, pair, MAP_STEPS)
        if run.reached is not None:
            counts[row, column] = run.reached
    return counts
