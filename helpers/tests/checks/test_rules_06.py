"""The rules of unit 06: weights judged by their spread, pictures by what was read from them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from helpers.checks.cases import Case
from helpers.checks.rules.diagnosis import diagnosis
from helpers.checks.rules.names import digest
from helpers.checks.rules.spread import spread
from helpers.checks.symptom import Fine, Symptom

SHAPE = (60, 150)
PARAMS = {
    "args": list(SHAPE),
    "shape": list(SHAPE),
    "std": 0.5,
    "bell": True,
    "others": {"variance": 0.25, "plus-minus": 0.5 / 3**0.5},
}
Draw = Callable[[int, int, np.random.Generator], Any]


def judged(draw: Draw, **changes: object) -> Symptom | Fine:
    return spread(draw, Case("draw", rule="spread", params=PARAMS | changes), "6.1")


RIGHT: dict[str, Draw] = {
    "normal": lambda n, m, rng: rng.normal(0, 0.5, (n, m)),
    "turned": lambda n, m, rng: 0.5 * rng.standard_normal((m, n)).T,
    "single floats": lambda n, m, rng: rng.normal(0, 0.5, (n, m)).astype(np.float32),
    "from a child": lambda n, m, rng: rng.spawn(1)[0].normal(0, 0.5, (n, m)),
}


@pytest.mark.parametrize("name", RIGHT)
@pytest.mark.parametrize("seed", range(5))
def test_any_order_and_any_method_of_drawing_will_do(name: str, seed: int) -> None:
    assert isinstance(judged(RIGHT[name], seed=seed), Fine)


WRONG: dict[str, tuple[Draw, str, str]] = {
    "variance": (lambda n, m, rng: rng.normal(0, 0.25, (n, m)), "spread.std", "std variance"),
    "far off": (lambda n, m, rng: rng.normal(0, 9, (n, m)), "spread.std", "std other"),
    "uniform": (
        lambda n, m, rng: rng.uniform(-0.5, 0.5, (n, m)),
        "spread.std",
        "std plus-minus flat",
    ),
    "flat": (lambda n, m, rng: rng.uniform(-(0.75**0.5), 0.75**0.5, (n, m)), "spread.form", "flat"),
    "peaked": (lambda n, m, rng: rng.laplace(0, 0.5 / 2**0.5, (n, m)), "spread.form", "peaked"),
    "moved": (lambda n, m, rng: rng.normal(0.2, 0.5, (n, m)), "spread.mean", "mean above"),
    "seeded": (
        lambda n, m, rng: np.random.default_rng(0).normal(0, 0.5, (n, m)),
        "spread.own-seed",
        "own-seed",
    ),
    "elsewhere": (
        lambda n, m, rng: np.random.default_rng().normal(0, 0.5, (n, m)),
        "spread.other-source",
        "other-source",
    ),
    "frozen": (
        lambda n, m, rng: type(rng)(type(rng.bit_generator)(7)).normal(0, 0.5, (n, m)),
        "spread.own-seed",
        "own-seed",
    ),
    "zeros": (lambda n, m, rng: np.zeros((n, m)), "spread.constant", "zeros"),
    "full": (lambda n, m, rng: np.full((n, m), 0.5), "spread.constant", "constant"),
    "repeated": (lambda n, m, rng: np.tile(rng.normal(0, 0.5, m), (n, 1)), "spread.repeated", ""),
    "turned": (lambda n, m, rng: rng.normal(0, 0.5, (m, n)), "spread.shape", "turned"),
    "flat array": (lambda n, m, rng: rng.normal(0, 0.5, n * m), "spread.shape", "flat"),
    "number": (lambda n, m, rng: 0.5, "spread.shape", "number"),
    "integers": (lambda n, m, rng: rng.integers(-9, 9, (n, m)), "spread.kind", "i"),
    "nan": (lambda n, m, rng: rng.normal(0, 0.5, (n, m)) * np.nan, "not-finite", ""),
    "nothing": (lambda n, m, rng: None, "returned-none", ""),
    "text": (lambda n, m, rng: "weights", "returned-other", ""),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_a_draw_is_named(name: str) -> None:
    draw, key, where = WRONG[name]
    found = judged(draw)
    assert isinstance(found, Symptom)
    assert found.key == key
    assert where in found.where


def test_a_generator_that_does_not_move_on_is_noticed() -> None:
    def from_a_copy(n: int, m: int, rng: np.random.Generator) -> Any:
        copy = np.random.default_rng()
        copy.bit_generator.state = rng.bit_generator.state
        return copy.normal(0, 0.5, (n, m))

    found = judged(from_a_copy)
    assert isinstance(found, Symptom)
    assert found.key == "spread.copied"


def test_without_a_bell_asked_for_a_uniform_of_that_spread_will_do() -> None:
    wide = 0.75**0.5
    assert isinstance(judged(lambda n, m, rng: rng.uniform(-wide, wide, (n, m)), bell=False), Fine)


def test_a_stub_and_an_exception_are_told_apart() -> None:
    def stub(n: int, m: int, rng: np.random.Generator) -> Any:
        raise NotImplementedError("Exercise 6.1: draw is not written yet.")

    begun, broken = judged(stub), judged(lambda n, m, rng: n / 0)
    assert isinstance(begun, Symptom)
    assert isinstance(broken, Symptom)
    assert begun.state == "not started"
    assert broken.key == "raised"


# ---- a diagnosis

READ = Case(
    "read",
    rule="diagnosis",
    params={
        "words": [["tanh", "relu"], ["0.01", "1"]],
        "right": {"A": digest("6.5", "A tanh 1"), "B": digest("6.5", "B relu 0.01")},
    },
)


@pytest.mark.parametrize(
    "said",
    [
        {"A": ("tanh", "1"), "B": ("relu", "0.01")},
        {"a": [" Tanh", 1], "b": ["RELU ", 0.01]},
        {"A": ("tanh", 1.0), "B": ("relu", "0.01"), "C": "more"},
    ],
)
def test_a_right_diagnosis_is_fine_however_it_is_written(said: object) -> None:
    assert isinstance(diagnosis(said, READ, "6.5"), Fine)


@pytest.mark.parametrize(
    ("said", "key", "where"),
    [
        ({"A": ("tanh", "1"), "B": ("tanh", "0.01")}, "wrong", "B tanh 0.01"),
        ({"A": ("relu", "1"), "B": ("tanh", "1")}, "wrong", "A relu 1, B tanh 1"),
        ({"A": ("tanh", "1"), "B": ...}, "missing", ""),
        ({"A": ("tanh", "1")}, "missing", ""),
        ({"A": ("tanh", "1"), "B": ("relu", "0.1")}, "unknown", ""),
        ({"A": "tanh", "B": ("relu", "0.01")}, "unknown", ""),
        (["tanh"], "not-a-dict", ""),
    ],
)
def test_what_is_wrong_with_a_diagnosis_is_told(said: object, key: str, where: str) -> None:
    found = diagnosis(said, READ, "6.5")
    assert isinstance(found, Symptom)
    assert (found.key, found.where) == (f"diagnosis.{key}", where)
