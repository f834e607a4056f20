"""The rule for calls that must be refused: which exception, and does its text tell what it saw."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checks.cases import case_of
from helpers.checks.rules import RULES
from helpers.checks.symptom import Fine, Symptom

CASE = case_of(
    {
        "object": "f",
        "rule": "raises",
        "params": {"args": [{"array": [[1.0, 2.0]]}], "tells": [[1, 2], [3, 4]]},
    }
)


def ruled(body: str) -> Symptom | Fine:
    names: dict[str, Any] = {}
    exec(f"def f(A):\n    {body}", names)
    return RULES["raises"](names["f"], CASE, "9.1")


@pytest.mark.parametrize("text", ["(1, 2) (3, 4)", "1x2 against 3x4", "rows 1, columns 2; 3 by 4"])
def test_any_wording_that_tells_the_numbers_in_order_will_do(text: str) -> None:
    assert isinstance(ruled(f"raise ValueError({text!r})"), Fine)


def test_a_class_of_its_own_derived_from_the_wanted_one_will_do() -> None:
    body = "raise type('ShapeError', (ValueError,), {})('(1, 2) and (3, 4)')"
    assert isinstance(ruled(body), Fine)


@pytest.mark.parametrize(
    ("body", "key", "where"),
    [
        ("return A", "raises.nothing", ""),
        ("print('no')", "raises.nothing", "none"),
        ("return A[5]", "raises.other", "IndexError"),
        ("assert False", "raises.other", "AssertionError"),
        ("raise ValueError", "raises.untold", ""),
        ("raise ValueError('(1, 2) and (4, 3)')", "raises.untold", "1 2 4 3"),
        ("raise ValueError('11, 2, 3, 4')", "raises.untold", "11 2 3 4"),
        ("raise NotImplementedError('Exercise 9.1: f')", "not-started", ""),
    ],
)
def test_what_is_missing_is_told(body: str, key: str, where: str) -> None:
    symptom = ruled(body)
    assert isinstance(symptom, Symptom)
    assert (symptom.key, symptom.where) == (key, where)
