"""Demo of unit 05: several optimizers go down the bowl at one learning rate, side by side."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from helpers.sliders.controls import Control, Slider, Steps
from helpers.sliders.demo import Demo, Plan, Values
from helpers.sliders.layers import Dash, Frame, Goal, Layer, Line, Marker, Points, Text
from helpers.sliders.optimizers import Optimizer
from helpers.sliders.scene import Panel, Scene
from helpers.sliders.student import Trouble
from helpers.sliders.surfaces import bowl

Floats = NDArray[np.float64]
STEPS, LOW, HIGH = 40, 1e-6, 1e2  # heights below LOW and above HIGH are drawn at the edge
APART = 0.62  # decades between two names beside the heights
LOOKS: tuple[tuple[str, Dash, Marker], ...] = (
    ("blue", "solid", "circle"),
    ("red", "dashed", "square"),
    ("green", "dashdot", "triangle"),
    ("purple", "dotted", "diamond"),
    ("orange", "solid", "star"),
    ("sky", "dashed", "plus"),
)


def race(
    optimizers: Sequence[object], below: float = 0.1, lr: float = 0.3, most: float = 2.0
) -> Demo:
    """All optimizers on one picture: their paths, and how high they are after each step.

    Args:
        optimizers: up to six classes, each made with a learning rate alone.
        below: the goal: the height that all of them should be under after 40 steps.
        lr: where the slider begins; most: where it ends.

    Raises:
        ValueError: more than six.
    """
    if len(optimizers) > len(LOOKS):
        raise ValueError(f"{len(optimizers)} optimizers; at most {len(LOOKS)} fit on the picture.")
    students = [Optimizer(one) for one in optimizers]
    controls: list[Control] = [
        Slider("lr", "learning rate", 0.01, most, 0.01, lr),
        Steps("step", "steps", STEPS, STEPS),
    ]

    def live(values: Values) -> Frame:
        runs: dict[str, Floats] = {}
        notes = []
        for student in students:
            try:
                settings = (values["lr"],)
                runs[student.name] = student.walk(bowl.gradient, bowl.start, settings, STEPS)
            except Trouble as trouble:  # the others run all the same
                notes.append(str(trouble))
        looks = {student.name: look for student, look in zip(students, LOOKS, strict=False)}
        frame_layers = _layers(runs, looks, min(values["step"], STEPS))
        goal = _goal(runs, [student.name for student in students], below)
        return Frame(frame_layers, _caption(runs, values), goal, " ".join(notes[:1]))

    return Demo(Plan(_scene(), controls, live, _rest, students))


def _scene() -> Scene:
    heights = Panel(
        "step", "f", (0, STEPS + 20), (LOW, HIGH), "height after each step", ylog=True, share=1.1
    )
    return Scene(f"Optimizers on {bowl.name}.", (bowl.view, heights), height=380)


def _rest(values: Values) -> Frame:
    start = np.array([bowl.start])
    layers = (Points(start, "ink", "square", 10), Points(np.zeros((1, 2)), "green", "star", 18))
    return Frame(layers, f"learning rate {values['lr']:g}.")


def _layers(
    runs: Mapping[str, Floats], looks: Mapping[str, tuple[str, Dash, Marker]], step: int
) -> tuple[Layer, ...]:
    layers: list[Layer] = [*_rest({"lr": 0}).layers]
    ends = {name: _heights(points[: step + 1])[-1] for name, points in runs.items()}
    beside = _apart(ends)
    for name, points in runs.items():
        color, dash, marker = looks[name]
        path = np.clip(points[: step + 1], -1e4, 1e4)
        heights = np.column_stack([np.arange(len(path)), _heights(points[: step + 1])])
        layers += [
            Line(path, color, dash, 2.0),
            Points(path[1:], color, marker, 5, alpha=0.7),
            Points(path[-1:], color, marker, 12),
            Line(heights, color, dash, 2.0, panel=1),
            Points(heights[-1:], color, marker, 10, panel=1),
            Text(np.array([[heights[-1, 0], beside[name]]]), (name,), color, 12, (9, -4), panel=1),
        ]
    return tuple(layers)


def _heights(points: Floats) -> Floats:
    found: Floats = np.clip(np.array([bowl.f(point) for point in points]), LOW, HIGH)
    return found


def _apart(ends: Mapping[str, float]) -> dict[str, float]:
    """Places for the names: in the order of the heights, never closer than APART decades."""
    order = sorted(ends, key=lambda name: ends[name])
    places = np.log10([ends[name] for name in order])
    for _ in range(200):
        for i in range(len(order) - 1):
            gap = APART - (places[i + 1] - places[i])
            if gap > 0:
                places[i], places[i + 1] = places[i] - gap / 2, places[i + 1] + gap / 2
        places = np.clip(places, np.log10(LOW) + 0.2, np.log10(HIGH) - 0.2)
    return {name: float(10**place) for name, place in zip(order, places, strict=True)}


def _caption(runs: Mapping[str, Floats], values: Values) -> str:
    step = min(values["step"], STEPS)
    told = [f"{name} {bowl.f(points[: step + 1][-1]):.2g}" for name, points in runs.items()]
    return f"learning rate {values['lr']:g}, after {step} steps: {', '.join(told)}."


def _goal(runs: Mapping[str, Floats], names: Sequence[str], below: float) -> Goal:
    under = [name for name in names if name in runs and bowl.f(runs[name][-1]) < below]
    wish = f"Goal: all {len(names)} below {below:g} after {STEPS} steps."
    if len(under) == len(names):
        return Goal(f"{wish} Done.", 1.0)
    missing = ", ".join(name for name in names if name not in under)
    return Goal(f"{wish} Not yet: {missing}.", len(under) / len(names))
