"""Writes one submission's verdicts into the gradebook's rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from nbgrader.api import BaseCell, Student, SubmittedAssignment, SubmittedNotebook
from sqlalchemy.orm import Session, selectinload

from autograder.models import Verdict
from autograder.record.entry import Entry
from autograder.record.structure import complete
from autograder.skeleton import Skeleton, exercise_of, grade_id, is_answer, text


@dataclass(frozen=True)
class Ledger:
    """A unit's rows, read with few queries and held for a batch."""

    session: Session
    notebook: Any  # the unit's row, as `sync_unit` gives it
    names: Mapping[str, str]  # a cell's row id -> its grade id
    submissions: dict[str, Any]  # by student
    stubs: Mapping[str, str]  # the untouched answers, by grade id


def open_ledger(session: Session, notebook: Any, skeleton: Skeleton) -> Ledger:
    """Read what is recorded of a unit so far."""
    cells = session.query(BaseCell.id, BaseCell.name).filter_by(notebook_id=notebook.id)
    books = selectinload(SubmittedAssignment.notebooks)
    found = (
        session.query(SubmittedAssignment)
        .filter_by(assignment_id=notebook.assignment_id)
        .options(books.selectinload(SubmittedNotebook.grades))
        .options(books.selectinload(SubmittedNotebook.comments))
    )
    return Ledger(
        session,
        notebook,
        names={row.id: row.name for row in cells},
        submissions={submission.student_id: submission for submission in found},
        stubs=_answers(skeleton.notebook),
    )


def save_grade(ledger: Ledger, entry: Entry, before: Mapping[str, str] | None) -> None:
    """Set the scores of one submission. Commits nothing.

    Args:
        ledger: the unit's rows.
        entry: the grade.
        before: the answers graded last time by grade id, None the first time.
    """
    answers = _answers(entry.grade.notebook)
    verdicts = {verdict.grade_id: verdict for verdict in entry.grade.verdicts}
    exercises = {
        grade_id(cell): exercise_of(cell) for cell in entry.grade.notebook.get("cells", [])
    }
    changed = {
        exercises[name]
        for name, answer in answers.items()
        if before is not None and before.get(name) != answer
    }
    submitted = _submitted(ledger, entry)
    for row in submitted.grades:
        if verdict := verdicts.get(ledger.names[row.cell_id]):
            _set(row, verdict, verdict.exercise in changed)
    for row in submitted.comments:
        name = ledger.names[row.cell_id]
        untouched = name in answers and answers[name] == ledger.stubs.get(name)
        row.auto_comment = "No response." if untouched else None


def _answers(notebook: Mapping[str, Any]) -> dict[str, str]:
    return {grade_id(cell): text(cell) for cell in notebook.get("cells", []) if is_answer(cell)}


def _set(row: Any, verdict: Verdict, answer_changed: bool) -> None:
    """One cell's score. What a person gave stays; a person looks again when there is reason to."""
    score_changed = row.auto_score != verdict.points
    row.auto_score = verdict.points
    if row.manual_score is None:
        row.needs_manual_grade = verdict.points is None
    elif answer_changed or (score_changed and verdict.points is not None):
        row.needs_manual_grade = True


def _submitted(ledger: Ledger, entry: Entry) -> Any:
    """The row of a student's notebook, made where there is none."""
    name, session = entry.grade.student, ledger.session
    found = ledger.submissions.get(name)
    if found is None:
        if session.get(Student, name) is None:
            session.add(Student(id=name))
        found = SubmittedAssignment(assignment_id=ledger.notebook.assignment_id, student_id=name)
        session.add(found)
        ledger.submissions[name] = found
    moment = entry.received_at
    found.timestamp = moment.astimezone(UTC).replace(tzinfo=None) if moment else None
    book = next((b for b in found.notebooks if b.notebook_id == ledger.notebook.id), None)
    if book is None:
        book = SubmittedNotebook(notebook_id=ledger.notebook.id, assignment=found)
        session.add(book)
        complete(ledger.notebook, book)
    return book
