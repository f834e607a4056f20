"""Partial credit: a number as a test cell's last expression."""

from __future__ import annotations

import numpy as np
import pytest
from autograder.examine.credit import credit, last_expression, shown
from autograder.models import Outcome

from .building import judge

ANSWER = "def f(x):\n    return x"


@pytest.mark.parametrize(
    ("last", "points"),
    [("0.25", 0.25), ("1", 1.0), ("0", 0.0), ("f(0.5)", 0.5), ("np.float64(0.5)", 0.5)],
)
def test_number_at_the_end_is_the_score(last: str, points: float) -> None:
    verdict = judge(ANSWER, f"assert f(1) == 1\n{last}")
    assert verdict.points == points
    wanted = {0.0: Outcome.FAILED, 1.0: Outcome.PASSED}.get(points, Outcome.PARTIAL)
    assert verdict.outcome is wanted


@pytest.mark.parametrize(
    "last", ["print(f(1))", "np.testing.assert_equal(f(1), 1)", "'well done'", "True", "f(7);"]
)
def test_end_that_is_no_score_gives_all_points(last: str) -> None:
    assert judge(ANSWER, last).points == 1.0


@pytest.mark.parametrize(
    "value", ["-3", "2", "float('nan')", "float('inf')", "'wrong'", "None", "False", "[1]", "print"]
)
def test_value_that_is_no_number_of_points_is_for_a_person(value: str) -> None:
    verdict = judge("def f():\n    return " + value, "score = f()\nscore")
    assert verdict.points is None
    assert verdict.outcome is Outcome.NEEDS_HUMAN
    assert "a person decides" in verdict.message


def test_objects_of_the_student_are_never_a_score() -> None:
    answer = "class Half(float):\n    pass\ndef f():\n    return Half(1.0)"
    assert judge(answer, "f()").points is None


def test_failed_assertion_before_the_score_gives_nothing() -> None:
    assert judge(ANSWER, "assert f(1) == 2\n1.0").points == 0.0


def test_number_of_numpy_is_read_like_any_other() -> None:
    last = last_expression("score")
    assert credit(last, shown(np.float32(0.5)), 1.0).points == 0.5
    assert credit(last, "np.float64(0.5)", 1.0).points == 0.5
    assert credit(last, shown(np.array(0.5)), 1.0).points is None
