"""From verdicts to one grade."""

from __future__ import annotations

from datetime import datetime

import pytest
from autograder.collect import Found
from autograder.models import Examined, Outcome, Rebuilt, Unit, Verdict
from autograder.pipeline.grading import grade_examined, grade_ours, grade_unread, outcome_of

UNIT = Unit("01-tiny", "Tiny", 5.0)


def verdicts(*kinds: str, points: float = 0.0) -> list[Verdict]:
    """One verdict of each kind; the first one gets the points."""
    given = [points, *[0.0] * len(kinds)]
    return [
        Verdict(f"test-{number}", "1.1", given[number], 2.0, Outcome(kind), "")
        for number, kind in enumerate(kinds)
    ]


@pytest.mark.parametrize(
    ("kinds", "points", "outcome"),
    [
        (["PASSED", "PASSED"], 2, "PASSED"),
        (["PASSED", "FAILED"], 2, "PARTIAL"),
        (["PASSED", "NOT_STARTED"], 2, "PARTIAL"),
        (["NOT_STARTED", "NOT_STARTED"], 0, "NOT_STARTED"),
        (["NOT_STARTED", "NOT_STARTED", "RAISED"], 0, "RAISED"),
        (["FAILED", "TIMED_OUT", "TIMED_OUT"], 0, "TIMED_OUT"),
        (["DIED", "FAILED"], 0, "DIED"),
        (["PASSED", "OUR_FAULT"], 2, "OUR_FAULT"),
        (["FAILED", "OUR_FAULT", "NEEDS_HUMAN"], 0, "OUR_FAULT"),
        (["PASSED", "NEEDS_HUMAN"], 2, "NEEDS_HUMAN"),
        (["FAILED", "NEEDS_HUMAN"], 0, "FAILED"),
        (["PASSED", "FAILED", "NEEDS_HUMAN"], 2, "PARTIAL"),
        (["NOT_STARTED", "NEEDS_HUMAN"], 0, "NOT_STARTED"),
        (["NEEDS_HUMAN"], 0, "NEEDS_HUMAN"),
    ],
)
def test_submission_has_the_outcome_that_tells_most(kinds, points, outcome) -> None:
    assert outcome_of(verdicts(*kinds, points=points)) is Outcome(outcome)


def found(student_copy, when: str = "2027-03-01T12:00:00Z") -> Found:
    submission = student_copy.hand_in()
    return Found(
        type(submission)(
            submission.student,
            submission.unit,
            submission.path,
            submission.data,
            datetime.fromisoformat(when),
        )
    )


def examined(tiny, student_copy, given: list[Verdict]) -> Examined:
    rebuilt = Rebuilt(student_copy.hand_in(), tiny.notebook, tiny.graded, tiny.contract)
    return Examined(rebuilt, tuple(given), tiny.notebook, "bubblewrap", 1.0)


def passed(tiny) -> list[Verdict]:
    return [
        Verdict(cell.grade_id, cell.exercise, cell.max_points, cell.max_points, Outcome.PASSED, "")
        for cell in tiny.graded
    ]


def test_score_is_the_sum_of_the_cells(tiny, student_copy) -> None:
    grade = grade_examined(found(student_copy), UNIT, examined(tiny, student_copy, passed(tiny)))
    assert (grade.score, grade.max_score, grade.outcome) == (5.0, 5.0, Outcome.PASSED)


@pytest.mark.parametrize("points", [float("nan"), float("inf"), -1.0, 99.0, None])
def test_impossible_points_are_our_fault(tiny, student_copy, points) -> None:
    given = passed(tiny)
    first = given[0]
    given[0] = Verdict(
        first.grade_id, first.exercise, points, first.max_points, Outcome.PASSED, "?"
    )
    grade = grade_examined(found(student_copy), UNIT, examined(tiny, student_copy, given))
    assert grade.outcome is Outcome.OUR_FAULT
    assert grade.verdicts[0].points is None
    assert grade.score == 3.0


def test_missing_verdict_is_our_fault(tiny, student_copy) -> None:
    grade = grade_examined(
        found(student_copy), UNIT, examined(tiny, student_copy, passed(tiny)[1:])
    )
    assert grade.outcome is Outcome.OUR_FAULT
    assert [verdict.grade_id for verdict in grade.verdicts] == [c.grade_id for c in tiny.graded]


def test_unreadable_file_gets_nothing_and_the_reason(tiny, student_copy) -> None:
    grade = grade_unread(found(student_copy), UNIT, tiny, "The file is empty.", "bubblewrap")
    assert (grade.score, grade.max_score, grade.outcome) == (0.0, 5.0, Outcome.MALFORMED)
    assert grade.message == "The file is empty."
    assert {verdict.message for verdict in grade.verdicts} == {"The file is empty."}


def test_our_failure_leaves_every_point_open(tiny, student_copy) -> None:
    grade = grade_ours(found(student_copy), UNIT, tiny, "OSError")
    assert {verdict.points for verdict in grade.verdicts} == {None}
    assert grade.outcome is Outcome.OUR_FAULT


@pytest.mark.parametrize(("due", "late_s"), [("2027-03-01T11:59:00Z", 60.0), ("2027-03-02", 0.0)])
def test_lateness_is_counted_from_the_due_date(tiny, student_copy, due, late_s) -> None:
    moment = datetime.fromisoformat(due).astimezone()
    unit = Unit("01-tiny", "Tiny", 5.0, due=moment)
    grade = grade_ours(found(student_copy), unit, tiny, "")
    assert grade.late_s == late_s
