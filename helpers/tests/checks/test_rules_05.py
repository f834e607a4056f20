"""The rules of unit 05: batches in any order, a race judged by its steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from helpers.checks.cases import Case
from helpers.checks.rules.batches import batches
from helpers.checks.rules.race import distances, race
from helpers.checks.symptom import Fine, Symptom

BATCHES = Case("f", rule="batches", params={"samples": 30, "batch_size": 12, "seed": 57})
RACE = Case("pair", rule="race", params={"most": 30})


def right(X: Any, t: Any, size: int, rng: np.random.Generator) -> Iterator[Any]:
    order = rng.permutation(len(t))
    for start in range(0, len(t), size):
        yield X[order[start : start + size]], t[order[start : start + size]]


def as_list(X: Any, t: Any, size: int, rng: np.random.Generator) -> Any:
    return [[x.tolist(), y] for x, y in right(X, t, size, rng)]


def sorted_by_chance(X: Any, t: Any, size: int, rng: np.random.Generator) -> Any:
    order = np.argsort(rng.random(len(t)))
    pieces = np.split(order, range(size, len(t), size))
    return zip((X[piece] for piece in pieces), (t[piece] for piece in pieces), strict=True)


@pytest.mark.parametrize("function", [right, sorted_by_chance])
def test_any_order_drawn_from_rng_is_right(function: Any) -> None:
    found = batches(function, BATCHES, "5.7")
    assert isinstance(found, Fine)
    assert found.measured["count"] == "3"


def whole_epoch(X: Any, t: Any, size: int, rng: Any) -> Any:
    return [(X[::-1], t[::-1])]


def in_order(X: Any, t: Any, size: int, rng: Any) -> Any:
    return [(X[i : i + size], t[i : i + size]) for i in range(0, len(t), size)]


def seeded(X: Any, t: Any, size: int, rng: Any) -> Any:
    return right(X, t, size, np.random.default_rng(0))


def own_chance(X: Any, t: Any, size: int, rng: Any) -> Any:
    return right(X, t, size, np.random.default_rng())


def put_back(X: Any, t: Any, size: int, rng: Any) -> Any:
    picks = rng.integers(0, len(t), size=len(t))
    return in_order(X[picks], t[picks], size, rng)


def apart(X: Any, t: Any, size: int, rng: Any) -> Any:
    return in_order(rng.permutation(X), rng.permutation(t), size, rng)


def in_place(X: Any, t: Any, size: int, rng: Any) -> Any:
    rng.shuffle(t)
    return in_order(X, t, size, rng)


def raises(X: Any, t: Any, size: int, rng: Any) -> Any:
    yield X[0] / None


@pytest.mark.parametrize(
    ("function", "key"),
    [
        (whole_epoch, "batches.sizes"),
        (in_order, "batches.in-order"),
        (seeded, "batches.same-again"),
        (own_chance, "batches.not-from-rng"),
        (put_back, "batches.repeated"),
        (apart, "batches.apart"),
        (in_place, "batches.changed"),
        (as_list, "batches.no-pairs"),
        (lambda X, t, size, rng: None, "batches.none"),
        (lambda X, t, size, rng: X, "batches.no-pairs"),
        (lambda X, t, size, rng: (X, t), "batches.no-pairs"),
        (lambda X, t, size, rng: [(X[:, 0], t)], "batches.shapes"),
        (raises, "raised"),
    ],
)
def test_what_is_wrong_with_batches_is_told_apart(function: Any, key: str) -> None:
    found = batches(function, BATCHES, "5.7")
    assert isinstance(found, Symptom)
    assert found.key == key


@pytest.mark.parametrize(
    ("lr", "momentum", "steps"), [(1.2, 0.45, 20), (0.95, 0.0, 89), (0.1, 0.9, 160)]
)
def test_distances_are_those_of_the_known_runs(lr: float, momentum: float, steps: int) -> None:
    away = distances(lr, momentum)
    assert abs(away[0] - np.hypot(7, 2)) < 1e-12
    assert int(np.argmax(away < 1e-3)) == steps


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ({"lr": 0.95, "momentum": 0}, "race.late"),
        ({"lr": 1.5, "momentum": 0.0}, "race.ran-away"),
        ({"lr": 1e-3, "momentum": 0.5}, "race.never"),
        ({"lr": 1.2, "beta": 0.45}, "race.keys"),
        ({"lr": "1.2", "momentum": 0.45}, "race.no-numbers"),
        ({"lr": float("nan"), "momentum": 0.45}, "race.no-numbers"),
        ((1.2, 0.45), "race.no-dict"),
    ],
)
def test_a_pair_that_does_not_do_is_told_why(value: Any, key: str) -> None:
    found = race(value, RACE, "5.8")
    assert isinstance(found, Symptom)
    assert found.key == key


def test_a_pair_in_time_is_fine_and_counted() -> None:
    found = race({"momentum": np.float64(0.45), "lr": 1.2}, RACE, "5.8")
    assert isinstance(found, Fine)
    assert found.measured["count"] == "20"
