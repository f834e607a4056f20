"""Makes a grade of verdicts: the score, and one outcome for the whole submission."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from autograder.collect import Found
from autograder.models import Examined, Grade, GradedCell, Notebook, Outcome, Unit, Verdict
from autograder.skeleton import Skeleton

OURS = "The grader failed here; this costs no points, a person will look at it."


def outcome_of(verdicts: Sequence[Verdict]) -> Outcome:
    """One outcome for a submission, by the first of these rules that applies.

    1. A cell is OUR_FAULT: OUR_FAULT, because its score is not yet known.
    2. All cells judged by the machine passed: NEEDS_HUMAN if others wait for a person, else PASSED.
    3. Nothing was started: NOT_STARTED.
    4. There are points: PARTIAL.
    5. The commonest outcome of the cells that were started; of equally common ones the first.
    """
    kinds = [verdict.outcome for verdict in verdicts]
    if Outcome.OUR_FAULT in kinds:
        return Outcome.OUR_FAULT
    judged = [kind for kind in kinds if kind is not Outcome.NEEDS_HUMAN]
    if all(kind is Outcome.PASSED for kind in judged):
        return Outcome.NEEDS_HUMAN if len(judged) < len(kinds) else Outcome.PASSED
    started = [kind for kind in judged if kind is not Outcome.NOT_STARTED]
    if not started:
        return Outcome.NOT_STARTED
    if any(verdict.points for verdict in verdicts):
        return Outcome.PARTIAL
    return Counter(started).most_common(1)[0][0]


def grade_examined(found: Found, unit: Unit, examined: Examined) -> Grade:
    """The grade of a submission that was examined."""
    verdicts = _complete(examined.rebuilt.graded, examined.verdicts)
    return _grade(
        found,
        unit,
        verdicts,
        outcome_of(verdicts),
        notebook=examined.notebook,
        repairs=examined.rebuilt.repairs,
        sandbox=examined.sandbox,
    )


def grade_unread(found: Found, unit: Unit, skeleton: Skeleton, reason: str, level: str) -> Grade:
    """The grade of a file that is no notebook of this unit: no points, and the reason."""
    verdicts = _same(skeleton.graded, Outcome.MALFORMED, reason)
    return _grade(
        found, unit, verdicts, Outcome.MALFORMED, skeleton.notebook, sandbox=level, message=reason
    )


def grade_ours(found: Found, unit: Unit, skeleton: Skeleton, reason: str) -> Grade:
    """The grade of a submission on which the grader itself failed: a person decides."""
    verdicts = _same(skeleton.graded, Outcome.OUR_FAULT, f"{OURS} ({reason})")
    message = f"{OURS} ({reason})"
    return _grade(found, unit, verdicts, Outcome.OUR_FAULT, skeleton.notebook, message=message)


def _grade(
    found: Found,
    unit: Unit,
    verdicts: tuple[Verdict, ...],
    outcome: Outcome,
    notebook: Notebook,
    *,
    repairs: tuple[str, ...] = (),
    sandbox: str = "",
    message: str = "",
) -> Grade:
    moment = found.submission.submitted_at
    late_s = (moment - unit.due).total_seconds() if moment and unit.due else 0.0
    return Grade(
        student=found.submission.student,
        unit=unit.id,
        outcome=outcome,
        score=sum(verdict.points or 0.0 for verdict in verdicts),
        max_score=sum(verdict.max_points for verdict in verdicts),
        verdicts=verdicts,
        repairs=repairs,
        submitted_at=moment,
        late_s=max(0.0, late_s),
        sandbox=sandbox,
        notebook=notebook,
        message=message,
    )


def _same(graded: Sequence[GradedCell], outcome: Outcome, message: str) -> tuple[Verdict, ...]:
    points = None if outcome is Outcome.OUR_FAULT else 0.0
    return tuple(
        Verdict(cell.grade_id, cell.exercise, points, cell.max_points, outcome, message)
        for cell in graded
    )


def _complete(graded: Sequence[GradedCell], verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """One sound verdict for each graded cell, in the notebook's order.

    No verdict, or one with impossible points, is our fault and not the student's.
    """
    given: Mapping[str, Verdict] = {verdict.grade_id: verdict for verdict in verdicts}
    return tuple(
        verdict
        if (verdict := given.get(cell.grade_id)) and _is_sound(verdict, cell)
        else _same([cell], Outcome.OUR_FAULT, OURS)[0]
        for cell in graded
    )


def _is_sound(verdict: Verdict, cell: GradedCell) -> bool:
    points = verdict.points
    if points is None:
        return verdict.outcome in (Outcome.NEEDS_HUMAN, Outcome.OUR_FAULT)
    return math.isfinite(points) and 0 <= points <= cell.max_points
