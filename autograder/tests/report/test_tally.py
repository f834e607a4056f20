"""The numbers of a class agree with numpy's and with a class counted by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from autograder.models import Grade, Outcome
from autograder.report.tally import Tally, discrimination, natural, tally
from autograder.report.words import Kind

from .conftest import Make


@pytest.fixture
def counted(dozen: list[Grade]) -> Tally:
    return tally(dozen, 20)


def test_a_class_counted_by_hand(counted: Tally) -> None:
    assert len(counted.counted) == 9
    assert [g.student for g in counted.grades if g not in counted.counted] == [
        "ilse",
        "jonas",
        "kofi",
    ]
    assert counted.median == 17
    assert counted.histogram == (0, 0, 0, 0, 0, 1, 1, 0, 3, 4)
    gates = counted.exercises[2]
    assert gates.id == "1.3"
    assert gates.max_points == 4
    assert gates.kinds[Kind.DONE] == 6
    assert gates.kinds[Kind.PART] == 3
    assert gates.share == pytest.approx((6 * 4 + 3 * 3) / 36)


def test_discrimination_is_the_correlation_with_the_rest(crowd: list[Grade]) -> None:
    made = tally(crowd, 20)
    got = np.array([[r[e.id].points for e in made.exercises] for r in made.results], dtype=float)
    for column, exercise in enumerate(made.exercises):
        rest = np.delete(got, column, axis=1).sum(axis=1)
        expected = np.corrcoef(got[:, column], rest)[0, 1]
        assert exercise.discrimination == pytest.approx(expected)


def test_an_all_or_nothing_exercise_has_the_point_biserial() -> None:
    item = np.array([0, 0, 0, 1, 1, 1, 1], dtype=float)
    rest = np.array([0.2, 0.4, 0.3, 0.5, 0.9, 0.7, 0.6])
    right, wrong = rest[item == 1].mean(), rest[item == 0].mean()
    p = item.mean()
    biserial = (right - wrong) / rest.std() * np.sqrt(p * (1 - p))
    assert discrimination(item, rest)[0] == pytest.approx(biserial)


def test_discrimination_says_why_there_is_none() -> None:
    five, six = np.arange(5.0), np.arange(6.0)
    assert discrimination(five, five) == (None, "too few students")
    assert discrimination(np.ones(6), six) == (None, "everyone alike")
    assert discrimination(six, np.zeros(6)) == (None, "everyone alike")
    assert discrimination(np.full(6, np.nan), six) == (None, "too few students")
    assert discrimination(six, six)[0] == pytest.approx(1)


def test_equal_scores_divide_nothing_by_zero(make: Make) -> None:
    made = tally([make(f"s{n}", "no-label") for n in range(10)], 20)
    assert made.median == 18
    assert {exercise.why_none for exercise in made.exercises} == {"everyone alike"}


@pytest.mark.parametrize("max_score", [0.0, 20.0])
def test_nobody_is_a_class_too(max_score: float) -> None:
    made = tally([], max_score)
    assert (made.median, made.exercises, sum(made.histogram)) == (None, (), 0)


def test_points_a_person_decides_about_are_not_averaged(make: Make, uniform: Make) -> None:
    waiting = uniform("b", Outcome.NEEDS_HUMAN)
    made = tally([make("a"), waiting], 20)
    assert made.exercises[0].share == 1
    assert made.exercises[0].kinds[Kind.PERSON] == 1
    assert tally([waiting], 20).exercises[0].share is None


def test_students_and_exercises_are_in_their_natural_order(make: Make) -> None:
    made = tally([make(name) for name in ("student10", "student9", "Student1", "10", "9")], 20)
    assert [g.student for g in made.grades] == ["9", "10", "Student1", "student9", "student10"]
    assert sorted(["1.10", "1.9", "1.1"], key=natural) == ["1.1", "1.9", "1.10"]


def test_a_grade_that_lacks_exercises_is_counted_where_it_has_them(make: Make) -> None:
    short = make("a")
    short = replace(short, verdicts=short.verdicts[:1])
    made = tally([short, make("b")], 20)
    assert [sum(exercise.kinds.values()) for exercise in made.exercises] == [2, 1, 1, 1, 1, 1, 1, 1]
