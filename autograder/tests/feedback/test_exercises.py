"""Verdicts are gathered by exercise, and told in as few words as they need."""

from __future__ import annotations

from dataclasses import replace

import pytest
from autograder.feedback.exercises import exercises, joint_outcome
from autograder.feedback.words import NOTICES, WORDS
from autograder.models import Grade, Outcome, Verdict


def verdicts(*outcomes: Outcome, message: str = "") -> tuple[Verdict, ...]:
    return tuple(
        Verdict(
            f"test-1-1-{place}",
            "1.1",
            None if o in WAITING else float(o == "PASSED"),
            1.0,
            o,
            message,
        )
        for place, o in enumerate(outcomes)
    )


WAITING = {Outcome.OUR_FAULT, Outcome.NEEDS_HUMAN}


@pytest.mark.parametrize(
    ("outcomes", "joint"),
    [
        (["PASSED", "PASSED"], "PASSED"),
        (["PASSED", "FAILED"], "PARTIAL"),
        (["FAILED", "RAISED"], "FAILED"),
        (["NOT_STARTED", "RAISED"], "RAISED"),
        (["NOT_STARTED", "NOT_STARTED"], "NOT_STARTED"),
        (["PASSED", "NEEDS_HUMAN"], "NEEDS_HUMAN"),
        (["NEEDS_HUMAN", "OUR_FAULT"], "OUR_FAULT"),
        (["MISSING"], "MISSING"),
    ],
)
def test_an_exercise_ends_as_its_tests_do(outcomes: list[str], joint: str) -> None:
    assert joint_outcome(verdicts(*map(Outcome, outcomes))) is Outcome(joint)


def test_equal_messages_are_told_once(grade: Grade) -> None:
    same = replace(grade, verdicts=verdicts(Outcome.RAISED, Outcome.RAISED, message="NameError"))
    (finding,) = exercises(same)[0].findings
    assert finding.message == "NameError"
    assert finding.tests == "test-1-1-0, test-1-1-1"
    assert finding.points == "0 of 2 points"


def test_a_verdict_without_words_gets_advice(grade: Grade) -> None:
    silent = replace(grade, verdicts=verdicts(Outcome.TIMED_OUT))
    assert "loop" in exercises(silent)[0].findings[0].message


def test_points_are_open_while_a_person_decides(grade: Grade) -> None:
    waiting = replace(grade, verdicts=verdicts(Outcome.PASSED, Outcome.NEEDS_HUMAN))
    assert exercises(waiting)[0].points == "1 of 2"
    assert exercises(replace(grade, verdicts=verdicts(Outcome.OUR_FAULT)))[0].points == "? of 1"


def test_a_choice_is_shown_with_its_explanation(grade: Grade) -> None:
    assert exercises(grade)[-1].explanations == ("However long it trains, it finds no line.",)


def test_every_outcome_has_words_and_a_mark() -> None:
    assert set(WORDS) == set(Outcome)
    assert all(words.mark and words.label for words in WORDS.values())
    assert all(notice.steps for notice in NOTICES.values())
