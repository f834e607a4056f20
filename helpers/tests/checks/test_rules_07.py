"""The rules of unit 07: what drops entries by chance, what must answer the same twice; zeros."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from helpers.checks.cases import Case
from helpers.checks.compare import compare
from helpers.checks.rules.dropping import dropping
from helpers.checks.rules.steady import steady
from helpers.checks.scenario import Seen
from helpers.checks.symptom import Fine, Symptom

PARAMS = {"shape": [40, 30], "share": 0.8, "ratio": 1.25, "seed": 1}
DROP = Case("f", rule="dropping", params=PARAMS)
TWICE = Case("f", rule="steady", params={"args": [{"array": [1.0, 2.0]}]})
Make = Callable[[np.ndarray, float, np.random.Generator], np.ndarray]


def drops(make: Make, scale: float = 1.25, write: bool = False) -> Any:
    """A dropout whose mask is made by `make`."""

    def forward(A: np.ndarray, keep: float, rng: np.random.Generator) -> Any:
        mask = make(A, keep, rng) * np.ones(A.shape)
        if write:
            A[0, 0] = 0
        return A * mask * scale, mask

    return forward


def fair(A: np.ndarray, keep: float, rng: np.random.Generator) -> np.ndarray:
    return rng.random(A.shape) < keep


def test_a_fair_mask_with_the_right_scale_is_fine_and_tells_its_share() -> None:
    found = dropping(drops(fair), DROP, "7.4")
    assert isinstance(found, Fine)
    assert 0.7 < float(found.measured["share"]) < 0.9


@pytest.mark.parametrize(
    ("make", "scale", "key", "where"),
    [
        (fair, 1.0, "dropping.ratio", "1"),
        (lambda A, k, rng: rng.random(A.shape) > k, 1.25, "dropping.share", "turned"),
        (lambda A, k, rng: rng.random(A.shape) < 0.5, 1.25, "dropping.share", "other"),
        (lambda A, k, rng: rng.random(A.shape[1]) < k, 1.25, "dropping.whole", "columns"),
        (lambda A, k, rng: rng.random((len(A), 1)) < k, 1.25, "dropping.whole", "rows"),
        (lambda A, k, rng: (rng.random(A.shape) < k) / k, 1.0, "dropping.values", "1"),
        (lambda A, k, rng: np.quantile(A, 0.2) < A, 1.25, "dropping.by-size", ""),
        (lambda A, k, rng: fair(A, k, np.random.default_rng(0)), 1.25, "dropping.repeats", ""),
        (lambda A, k, rng: fair(A, k, np.random.default_rng()), 1.25, "dropping.other-chance", ""),
    ],
)
def test_each_way_to_go_wrong_has_its_own_symptom(
    make: Make, scale: float, key: str, where: str
) -> None:
    found = dropping(drops(make, scale), DROP, "7.4")
    assert isinstance(found, Symptom)
    assert (found.key, found.where) == (key, where)


def test_changed_input_single_results_and_stubs_are_told() -> None:
    def stub(*_: object) -> None:
        raise NotImplementedError("Exercise 7.4: f is not written yet.")

    keys = [
        found.key
        for f in (drops(fair, write=True), lambda A, keep, rng: A, stub)
        if isinstance(found := dropping(f, DROP, "7.4"), Symptom)
    ]
    assert keys == ["input-changed", "length", "not-started"]


def test_what_must_be_steady_may_not_throw_dice() -> None:
    chance = np.random.default_rng()
    found = steady(lambda x: x + chance.random(), TWICE, "7.4")
    assert isinstance(found, Symptom)
    assert found.key == "steady.differs"
    assert isinstance(steady(lambda x: x + 1, TWICE, "7.4"), Fine)
    assert isinstance(steady(lambda x: 1 / 0, TWICE, "7.4"), Fine)  # another case tells of that


def test_zeros_beside_what_is_asked_are_let_pass_where_the_case_says_so() -> None:
    case = Case("f", zeros=True)
    want = {"W1": np.ones(2)}
    more = {"W1": np.ones(2), "b1": np.zeros(3)}
    assert compare(Seen("result", more, "f()"), want, case) is None
    refused = compare(Seen("result", more, "f()"), want, replace(case, zeros=False))
    assert refused is not None
    assert refused.key == "keys"
    other = compare(Seen("result", {"W1": np.ones(2), "b1": np.ones(3)}, "f()"), want, case)
    assert other is not None
    assert other.key == "keys"
