"""Mistakes are counted by student, under the answer bank's names."""

from __future__ import annotations

from dataclasses import replace

from autograder.models import Grade, Outcome
from autograder.report.mistakes import mistakes

from .conftest import MISTAKES, Make


def test_the_most_common_comes_first_and_names_its_students(dozen: list[Grade]) -> None:
    found = mistakes(dozen)
    assert (found[0].name, found[0].exercise) == ("and-bias-minus-two", "1.3")
    assert found[0].students == ("bertil", "chiara", "deniz")
    assert found[0].message == MISTAKES["and-bias-minus-two"][3]
    assert [len(m.students) for m in found] == sorted(
        (len(m.students) for m in found), reverse=True
    )


def test_what_has_no_name_is_kept_by_its_message(dozen: list[Grade]) -> None:
    (unnamed,) = [mistake for mistake in mistakes(dozen) if not mistake.name]
    assert unnamed.outcome is Outcome.TIMED_OUT
    assert unnamed.students == ("deniz", "goran")


def test_a_student_counts_once_and_the_usual_message_is_shown(make: Make) -> None:
    one = make("a", "no-label")
    failed = next(v for v in one.verdicts if v.mistake)
    twice = replace(one, verdicts=(*one.verdicts, replace(failed, grade_id="b", message="rare")))
    (found,) = mistakes([twice, make("b", "no-label")])
    assert found.students == ("a", "b")
    assert found.message == failed.message


def test_untouched_unread_and_our_own_failures_are_no_mistakes(uniform: Make) -> None:
    outcomes = ["NOT_STARTED", "MALFORMED", "OUR_FAULT", "NEEDS_HUMAN", "PASSED"]
    assert mistakes([uniform(name, Outcome(name)) for name in outcomes]) == ()
