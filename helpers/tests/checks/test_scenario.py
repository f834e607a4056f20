"""Cases of several steps: classes, shared values, generators, functions, generators of chance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from helpers.checks import check, diagnose
from helpers.checks.cases import Exercise

Make = Callable[..., Exercise]
MOMENTUM = """
class Momentum:
    def __init__(self, lr, beta=0.9):
        self.lr, self.beta, self.v = lr, beta, {}

    def step(self, params, grads):
        for name in params:
            old = self.v.get(name, np.zeros_like(params[name]))
            self.v[name] = self.beta * old - self.lr * grads[name]
            params[name] += self.v[name]
"""
STEPS = """objects = ["Momentum"]
[["9.1".case]]
object = "Momentum"
name = "two steps"
let = { params = { w = { array = [1.0, 2.0] } }, grads = { w = { array = [0.5, -1.0] } } }
changes = ["params"]
[["9.1".case.steps]]
do = "Momentum"
args = [0.1]
as = "opt"
see = []
[["9.1".case.steps]]
do = "opt.step"
args = [{ ref = "params" }, { ref = "grads" }]
times = 2
see = ["params.w"]
"""


class Replaces:
    """Another right way: replaces the dict's entries."""

    def __init__(self, lr: float, beta: float = 0.9) -> None:
        self.lr, self.beta, self.v = lr, beta, dict[str, Any]()

    def step(self, params: dict[str, Any], grads: dict[str, Any]) -> None:
        for name, g in grads.items():
            self.v[name] = self.beta * self.v.get(name, 0) - self.lr * g
            params[name] = params[name] + self.v[name]


def test_a_class_is_made_stepped_and_looked_at(exercise: Make) -> None:
    exercise(MOMENTUM, STEPS)
    assert check("9.1", Replaces).state == "passed"


def test_a_class_that_forgets_its_velocity_is_told_at_the_second_step(exercise: Make) -> None:
    class Forgets(Replaces):
        def step(self, params: dict[str, Any], grads: dict[str, Any]) -> None:
            self.v = {}
            super().step(params, grads)

    exercise(MOMENTUM, STEPS)
    message = check("9.1", Forgets).message
    assert message.startswith("params.w of opt.step(")
    assert "gave [0.9, 2.2]; expected [0.855, 2.29]" in message


def test_a_mistake_in_a_class_is_recognised(exercise: Make, words: dict[str, Any]) -> None:
    words["ascent"] = "{call}: it climbs."
    wrong = MOMENTUM.replace("- self.lr", "+ self.lr")
    exercise(MOMENTUM, STEPS, mistake_ascent=wrong)

    class Climbs(Replaces):
        def __init__(self, lr: float) -> None:
            super().__init__(-lr)

    finding = diagnose("9.1", {"Momentum": Climbs})
    assert finding is not None
    assert finding.mistake == "ascent"
    assert finding.message.endswith("it climbs.")


def test_an_input_that_no_step_may_change_is_watched(exercise: Make) -> None:
    class Spoils(Replaces):
        def step(self, params: dict[str, Any], grads: dict[str, Any]) -> None:
            super().step(params, grads)
            grads["w"] = grads["w"] * 0

    exercise(MOMENTUM, STEPS)
    assert "changed its input (grads)" in check("9.1", Spoils).message


def test_a_class_not_written_yet_and_a_method_missing_are_told(exercise: Make) -> None:
    class Stub:
        def __init__(self, lr: float) -> None:
            pass

        def step(self, params: Any, grads: Any) -> None:
            raise NotImplementedError("Exercise 9.1: Momentum.step is not written yet.")

    class Empty:
        def __init__(self, lr: float) -> None:
            pass

    class NoRate:
        pass

    exercise(MOMENTUM, STEPS)
    assert check("9.1", Stub).state == "not started"
    assert "has no attribute 'step'" in check("9.1", Empty).message
    assert "cannot be called as `Momentum(lr, beta=0.9)`" in check("9.1", NoRate).message


BATCHES = """
def minibatches(X, t, batch_size, rng):
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        rows = order[start:start + batch_size]
        yield X[rows], t[rows]
"""
DRAWS = """objects = ["minibatches"]
[["9.1".case]]
object = "minibatches"
args = [{ normal = [5, 2], seed = 3 }, { array = [0, 1, 2, 3, 4], dtype = "int64" }, 2, { rng = 7 }]
list = true
"""


def test_what_a_generator_yields_is_listed(exercise: Make) -> None:
    exercise(BATCHES, DRAWS)

    def drops_the_last(X: Any, t: Any, batch_size: int, rng: np.random.Generator) -> Any:
        order = rng.permutation(len(X))
        for start in range(0, len(X) - 1, batch_size):
            rows = order[start : start + batch_size]
            yield X[rows], t[rows]

    def endless(X: Any, t: Any, batch_size: int, rng: np.random.Generator) -> Any:
        while True:
            yield X, t

    assert "gave 2 values; expected 3" in check("9.1", drops_the_last).message
    assert "gave 1000 values; expected 3" in check("9.1", endless).message
    assert check("9.1", lambda X, t, b, rng: None).state == "wrong"


def test_functions_are_handed_over(exercise: Make) -> None:
    model = "def forward(f, x, h=1e-4):\n    return (f(x + h) - f(x)) / h"
    exercise(
        model,
        'objects = ["forward"]\ncase = [{ object = "forward", '
        'args = [{ function = "cubic" }, 2.0], kwargs = { h = 0.1 } }]',
    )
    assert check("9.1", lambda f, x, h=1e-4: (f(x + h) - f(x)) / h).state == "passed"
    message = check("9.1", lambda f, x, h=1e-4: (f(x + h) - f(x)) / 2 / h).message
    assert message.startswith("forward(cubic, 2.0, h=0.1) gave 17.62; expected 35.24")
    refused = check("9.1", lambda f, x: f(x)).message
    assert "cannot be called as `forward(f, x, h=0.0001)`" in refused
