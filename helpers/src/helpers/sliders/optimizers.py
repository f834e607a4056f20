"""A student's optimizer class as the demos of unit 05 call it: made for each run, then stepped.

The class has `step(params, grads)`, which changes the arrays of a dict or replaces its entries.
"""

import sys
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpers.sliders.student import Student, Trouble

Floats = NDArray[np.float64]
FAR = 1e6  # a run beyond this has run away


class Optimizer(Student):
    """A student's class; a class written at top level is found anew after its cell ran again."""

    def __init__(self, given: object) -> None:
        super().__init__(given)
        home = sys.modules.get(getattr(given, "__module__", "") or "")
        self.home = home if getattr(home, self.name, None) is given else None

    def current(self) -> object:
        """The object that now bears the class's name."""
        return self.given if self.home is None else getattr(self.home, self.name, None)

    def make(self, *settings: float) -> Student:
        """The step of a fresh optimizer.

        Raises:
            Trouble: it cannot be made, or has no step.
        """
        made = Student.__call__(self, *settings)
        step = getattr(made, "step", None)
        if step is None:
            raise Trouble(f"{self.name} has no method called step.")
        return Student(step)

    def move(
        self, step: Student, params: dict[str, Any], grads: dict[str, Any], where: str
    ) -> None:
        """One step; afterwards params holds finite float arrays of the shapes that it had.

        Raises:
            Trouble: the step failed, or left something else in params.
        """
        shapes = {name: np.shape(value) for name, value in params.items()}
        step(params, grads)
        for name, shape in shapes.items():
            if params.get(name) is None:
                raise Trouble(f"{self.name}.step took {name!r} out of params{where}.")
            params[name] = self.numbers(params[name], shape, f" as {name!r} in params{where}")

    def walk(
        self,
        gradient: Callable[[Floats], Floats],
        start: Sequence[float] | Floats,
        settings: Sequence[float],
        steps: int,
    ) -> Floats:
        """The points of one run, at most (steps + 1, d); it ends sooner when it has run away."""
        step, params = self.make(*settings), {"p": np.array(start, dtype=np.float64)}
        points = [params["p"].copy()]
        while len(points) <= steps and float(np.vdot(points[-1], points[-1])) < FAR**2:
            grads = {"p": np.array(gradient(params["p"]))}
            self.move(step, params, grads, f" at step {len(points)}")
            points.append(params["p"].copy())
        return np.array(points)
