"""Writes one submission's verdicts into the gradebook's rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from typing import Any

from nbgrader.api import Student, SubmittedAssignment, SubmittedNotebook
from sqlalchemy.orm import Session

from autograder.models import Verdict
from autograder.record.entry import Entry
from autograder.record.structure import complete
from autograder.skeleton import Skeleton, exercise_of, grade_id, is_answer, text


def save_grade(
    session: Session,
    notebook: Any,
    entry: Entry,
    skeleton: Skeleton,
    before: Mapping[str, str] | None,
) -> None:
    """Set the scores of one submission. Commits nothing.

    Args:
        session: an open session.
        notebook: the unit's row, as `sync_unit` gives it.
        entry: the grade.
        skeleton: the unit, to know which answers are untouched.
        before: the answers graded last time by grade id, None the first time.
    """
    submitted = _submitted(session, notebook, entry)
    answers = {
        grade_id(cell): cell for cell in entry.grade.notebook.get("cells", []) if is_answer(cell)
    }
    changed = {
        exercise_of(cell)
        for name, cell in answers.items()
        if before is not None and before.get(name) != text(cell)
    }
    verdicts = {verdict.grade_id: verdict for verdict in entry.grade.verdicts}
    for row in submitted.grades:
        if verdict := verdicts.get(row.cell.name):
            _set(row, verdict, verdict.exercise in changed)
    stubs = {grade_id(cell): text(cell) for cell in skeleton.notebook["cells"] if is_answer(cell)}
    for row in submitted.comments:
        name = row.cell.name
        untouched = name in answers and text(answers[name]) == stubs.get(name)
        row.auto_comment = "No response." if untouched else None


def _set(row: Any, verdict: Verdict, answer_changed: bool) -> None:
    """One cell's score. What a person gave stays; a person looks again when there is reason to."""
    score_changed = row.auto_score != verdict.points
    row.auto_score = verdict.points
    if row.manual_score is None:
        row.needs_manual_grade = verdict.points is None
    elif answer_changed or (score_changed and verdict.points is not None):
        row.needs_manual_grade = True


def _submitted(session: Session, notebook: Any, entry: Entry) -> Any:
    """The rows of a student's submission, made where there are none."""
    name = entry.grade.student
    student = session.get(Student, name)
    if student is None:
        student = Student(id=name)
        session.add(student)
    found = (
        session.query(SubmittedAssignment)
        .filter_by(assignment_id=notebook.assignment_id, student_id=name)
        .one_or_none()
    )
    if found is None:
        found = SubmittedAssignment(assignment=notebook.assignment, student=student)
        session.add(found)
    moment = entry.received_at
    found.timestamp = moment.astimezone(UTC).replace(tzinfo=None) if moment else None
    session.flush()
    submitted = next((book for book in found.notebooks if book.notebook_id == notebook.id), None)
    if submitted is None:
        submitted = SubmittedNotebook(notebook=notebook, assignment=found)
        session.add(submitted)
        complete(session, submitted)
        session.flush()
        session.expire(submitted)
    return submitted
