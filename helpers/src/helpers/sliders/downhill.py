"""The flagship demo for a class: learning rate and momentum, by the student's own Momentum."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from helpers.sliders.demo import Demo
from helpers.sliders.optimizers import Optimizer
from helpers.sliders.paths import descent
from helpers.sliders.student import Student
from helpers.sliders.surfaces import Surface, bowl


class Stepper(Optimizer):
    """The class as the function step(x, v, g, lr, momentum) -> (x, v) that `descent` goes by.

    A run begins with v = 0, so a v of nothing but zeros makes a new optimizer; v is the last move.
    """

    def __init__(self, given: object) -> None:
        super().__init__(given)
        self.running: Student | None = None

    def __call__(self, *args: object) -> Any:
        """One step of the run that is under way, or the first of the next."""
        x, v, g, lr, momentum = args
        if self.running is None or not np.any(v):  # type: ignore[call-overload]  # a float or an array
            self.running = self.make(float(lr), float(momentum))  # type: ignore[arg-type]  # as descend hands them over
        place = np.atleast_1d(np.array(x, dtype=np.float64))
        params = {"x": place.copy()}
        self.move(self.running, params, {"x": np.atleast_1d(np.array(g, dtype=np.float64))}, "")
        after, moved = params["x"], params["x"] - place
        return (after, moved) if np.ndim(x) else (float(after[0]), float(moved[0]))  # type: ignore[arg-type]  # as above


def downhill(
    momentum: object,
    surface: Surface = bowl,
    start: Sequence[float] | float | None = None,
    goal: int | None = None,
    at: tuple[float, float] | None = None,
) -> Demo:
    """Sliders for learning rate and momentum, driven by the class Momentum(lr, momentum).

    Args:
        momentum: the student's class; its step(params, grads) gets dicts of one array each.
        surface, start, goal, at: as for `descent`.
    """
    return descent(Stepper(momentum), surface, start, goal, at)
