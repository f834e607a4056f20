"""The rules of unit 02: what a function prints on its way, and a step judged by its error."""

from __future__ import annotations

import numpy as np
import pytest
from helpers.checks.cases import Case
from helpers.checks.rules.number import number
from helpers.checks.rules.step import best_step
from helpers.checks.rules.trace import numbers_in, traces
from helpers.checks.symptom import Fine, Symptom

TRACE = Case("f", rule="traces", params={"args": [2.0], "values": [["x", [2]], ["slope", [4, 4]]]})
STEP = Case("best_h", rule="best_step", params={"x": 1.3, "slope": 8.08})


def test_numbers_are_found_in_any_words() -> None:
    assert numbers_in("debug 1: x = [3.] at (0,), np.float64(-6.5e-1)") == [1, 3, 0, -0.65]


def test_the_right_numbers_in_order_are_fine_in_any_words() -> None:
    def prints(x: float) -> None:
        print("start", x)
        print(f"slope {2 * x:.3f} and once more {2 * x:.3f}")

    assert isinstance(traces(prints, TRACE, "2.5"), Fine)


def test_a_number_that_is_missing_is_told_by_its_name() -> None:
    def prints(x: float) -> None:
        print(2 * x, x, 2 * x)

    found = traces(prints, TRACE, "2.5")
    assert isinstance(found, Symptom)
    assert (found.key, found.where, found.words["want"]) == ("trace.missing", "1", "slope")


def test_silence_and_exceptions_are_told_apart() -> None:
    silent, broken = traces(lambda x: x, TRACE, "2.5"), traces(lambda x: x / 0, TRACE, "2.5")
    assert isinstance(silent, Symptom)
    assert silent.key == "trace.silent"
    assert isinstance(broken, Symptom)
    assert broken.key == "raised"


@pytest.mark.parametrize("h", [1e-5, 1e-6])
def test_both_best_steps_are_right(h: float) -> None:
    assert isinstance(best_step(h, STEP, "2.8"), Fine)


@pytest.mark.parametrize(
    ("h", "key"),
    [
        (1e-15, "too-small"),
        (1e-8, "too-small"),
        (1e-3, "too-large"),
        (0.1, "too-large"),
        (2e-5, "no-power"),
        (-1e-5, "no-power"),
        ("1e-5", "no-number"),
        (None, "no-number"),
    ],
)
def test_another_step_is_told_in_which_direction_to_go(h: object, key: str) -> None:
    found = best_step(h, STEP, "2.8")
    assert isinstance(found, Symptom)
    assert found.key == f"step.{key}"


NUMBER = Case("slope", rule="number", params={"want": 6.0, "within": 0.5})


@pytest.mark.parametrize("value", [6, 6.2, np.float64(5.9), np.array([6.0]), np.array(6)])
def test_a_number_may_be_boxed(value: object) -> None:
    assert isinstance(number(value, NUMBER, "2.7"), Fine)


@pytest.mark.parametrize(
    ("value", "key"),
    [(7.0, "wrong"), (float("nan"), "wrong"), ("6", "other"), (np.zeros(2), "other")],
)
def test_another_number_or_no_number_is_told(value: object, key: str) -> None:
    found = number(value, NUMBER, "2.7")
    assert isinstance(found, Symptom)
    assert found.key == f"number.{key}"
