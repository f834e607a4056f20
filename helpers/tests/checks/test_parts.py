"""Results taken apart: a cache handed on, parts in an order of the course's own, sets of names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from helpers.checks import check
from helpers.checks.cases import Exercise, case_of
from helpers.checks.rules.names import digest, names
from helpers.checks.symptom import Fine, Symptom

Make = Callable[..., Exercise]
SQUARE = """
def forward(X):
    return X**2, X


def backward(dY, cache):
    return 2 * cache * dY
"""
STEPS = """objects = ["forward", "backward"]
[["9.1".case]]
object = "forward"
[["9.1".case.steps]]
do = "forward"
args = [{ array = [1.0, -2.0] }]
as = ["Y", "cache"]
see = ["Y"]
[["9.1".case]]
object = "backward"
[["9.1".case.steps]]
do = "forward"
args = [{ array = [1.0, -2.0] }]
as = ["Y", "cache"]
see = []
[["9.1".case.steps]]
do = "backward"
args = [{ array = [3.0, 0.5] }, { ref = "cache" }]
"""


@pytest.mark.parametrize("wrap", [lambda X: X, lambda X: (X, 1), lambda X: {"X": X}])
def test_a_cache_may_be_whatever_the_way_back_understands(exercise: Make, wrap: Any) -> None:
    exercise(SQUARE, STEPS)

    def forward(X: Any) -> Any:
        return X**2, wrap(X)

    def backward(dY: Any, cache: Any) -> Any:
        X = cache["X"] if type(cache) is dict else cache[0] if type(cache) is tuple else cache
        return 2 * X * dY

    assert check("9.1", forward, backward).state == "passed"


@pytest.mark.parametrize("result", [lambda X: X**2, lambda X: (X**2,), lambda X: {"Y": X, "c": X}])
def test_a_result_without_its_cache_is_told_what_should_be_there(
    exercise: Make, result: Any
) -> None:
    exercise(SQUARE, STEPS)
    told = check("9.1", result, lambda dY, cache: dY).message
    assert "gave 1 values; expected 2 (Y, cache)" in told


PARTS = """objects = ["f"]
[["9.1".case]]
object = "f"
args = [{ array = [1.0, 2.0] }]
names = ["loss", "grads"]
parts = [["grads.b", "dz"], ["grads.w", "dw"]]
"""
MODEL = """
def f(x):
    return x.sum(), {"w": 5 * x, "b": 3 * x}
"""


def answer(loss: float = 1.0, w: float = 1.0, b: float = 1.0) -> Callable[[Any], Any]:
    return lambda x: (loss * x.sum(), {"w": 5 * w * x, "b": 3 * b * x})


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (answer(loss=7), None),
        (answer(b=2, w=2), "dz of f("),
        (answer(w=1.3), "dz is right, dw is the first that differs"),
        (answer(w=-1), "dw of f("),
        (answer(w=-1), "Every answer has the opposite sign"),
    ],
)
def test_named_parts_are_looked_at_alone_in_their_order(
    exercise: Make, given: Any, words: str | None
) -> None:
    exercise(MODEL, PARTS)
    told = check("9.1", given)
    assert told.state == ("passed" if words is None else "wrong")
    assert (words or "") in told.message


NOISE = """objects = ["f"]
[["9.1".case]]
object = "f"
args = [1.0]
noise = 1e-8
rtol = 0.02
"""


@pytest.mark.parametrize(
    ("small", "large", "state"),
    [(3e-11, 0.5, "passed"), (0.0, 0.5004, "passed"), (2e-8, 0.5, "wrong"), (0.0, 0.6, "wrong")],
)
def test_below_the_noise_any_error_will_do(
    exercise: Make, small: float, large: float, state: str
) -> None:
    made = exercise("def f(x):\n    return {'W': 7e-12 * x, 'b': [0.5 * x]}\n", NOISE)
    assert "e-1" not in str(made.cases[0].want)
    assert check("9.1", lambda x: {"W": small, "b": [np.float64(large)]}).state == state


CASE = case_of(
    {
        "object": "broken",
        "rule": "names",
        "params": {
            "options": ["W1", "b1", "W2"],
            "right": [digest("9.1", "W1"), digest("9.1", "b1")],
        },
    }
)


@pytest.mark.parametrize("right", [{"W1", "b1"}, frozenset({"b1", "W1"}), ["b1", "W1", "W1"]])
def test_a_set_of_names_may_be_any_collection_of_text(right: object) -> None:
    assert names(right, CASE, "9.1") == Fine({"count": "2"})


@pytest.mark.parametrize(
    ("chosen", "key"),
    [
        ({"W1", "W2"}, "names.too-many"),
        ({"W1", "b1", "W2"}, "names.too-many"),
        ({"b1"}, "names.too-few"),
        (set(), "names.too-few"),
        ({"W3"}, "names.unknown"),
        ("W1", "names.no-set"),
        (None, "names.no-set"),
        (np.array([1.0]), "names.no-set"),
    ],
)
def test_a_wrong_set_is_told_without_the_right_one(chosen: object, key: str) -> None:
    told = names(chosen, CASE, "9.1")
    assert isinstance(told, Symptom)
    assert told.key == key
