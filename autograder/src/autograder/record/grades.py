"""Writes verdicts into the gradebook's rows.

What a person gave by hand (a mark, extra credit, a comment) is never written here. nbgrader asks a
person to look again at every such mark after each run; this does so where there is a reason.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Any

from nbgrader.api import BaseCell, Student, SubmittedAssignment, SubmittedNotebook
from sqlalchemy.orm import Session, selectinload

from autograder.models import Verdict
from autograder.record.entry import Answers, Entry, digests
from autograder.record.files import notebook_path
from autograder.record.marks import read_marks
from autograder.record.structure import complete
from autograder.skeleton import Skeleton, exercise_of, grade_id, is_answer

Before = Mapping[str, Answers]  # by student


@dataclass(frozen=True)
class Ledger:
    """A unit's rows for a batch of students, read with few queries."""

    session: Session
    notebook: Any  # the unit's row, as `sync_unit` gives it
    names: Mapping[str, str]  # a cell's row id -> its grade id
    submissions: dict[str, Any]  # by student
    exercises: Mapping[str, str]  # an answer's grade id -> its exercise


def save_all(
    session: Session, notebook: Any, entries: Sequence[Entry], skeleton: Skeleton, before: Before
) -> tuple[str, ...]:
    """Set the scores of a batch; a sentence for each mark to look at again. Commits nothing."""
    ledger = _open(session, notebook, entries, skeleton)
    with session.no_autoflush:  # one flush for all, at the commit
        return tuple(
            flag for entry in entries for flag in _save(ledger, entry, before[entry.grade.student])
        )


def answers_before(session: Session, entries: Sequence[Entry], workspace: Path) -> Before:
    """The answers that the scores in the gradebook are for, by student."""
    students = [entry.grade.student for entry in entries]
    unit = entries[0].grade.unit if entries else ""
    marks = read_marks(session, unit, students)
    return {
        student: marks.get(student) or _graded_before(workspace, student, unit)
        for student in students
    }


def _open(session: Session, notebook: Any, entries: Sequence[Entry], skeleton: Skeleton) -> Ledger:
    students = [entry.grade.student for entry in entries]
    cells = session.query(BaseCell.id, BaseCell.name).filter_by(notebook_id=notebook.id)
    books = selectinload(SubmittedAssignment.notebooks)
    found = (
        session.query(SubmittedAssignment)
        .filter_by(assignment_id=notebook.assignment_id)
        .filter(SubmittedAssignment.student_id.in_(students))
        .options(books.selectinload(SubmittedNotebook.grades))
        .options(books.selectinload(SubmittedNotebook.comments))
    )
    return Ledger(
        session,
        notebook,
        names={row.id: row.name for row in cells},
        submissions={submission.student_id: submission for submission in found},
        exercises={
            grade_id(cell): exercise_of(cell)
            for cell in skeleton.notebook["cells"]
            if is_answer(cell)
        },
    )


def _graded_before(workspace: Path, student: str, unit: str) -> Answers:
    """The answers that nbgrader's own autograding has graded; {} where it has not."""
    try:
        data = notebook_path(workspace, student, unit).read_text(encoding="utf-8")
        return digests(json.loads(data))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _save(ledger: Ledger, entry: Entry, before: Answers) -> Iterator[str]:
    changed = {
        ledger.exercises.get(name, name)
        for name, answer in entry.answers.items()
        if before.get(name) != answer
    }
    verdicts = {verdict.grade_id: verdict for verdict in entry.grade.verdicts}
    submitted = _submitted(ledger, entry)
    for row in submitted.grades:
        name = ledger.names[row.cell_id]
        if (verdict := verdicts.get(name)) and (why := _set(row, verdict, changed)):
            yield (
                f"{entry.grade.student}, {name}: {why} since a person gave {row.manual_score:g}. "
                "The mark stays; look at it again in the formgrader."
            )
    for row in submitted.comments:
        untouched = ledger.names[row.cell_id] in entry.untouched
        row.auto_comment = "No response." if untouched else None


def _set(row: Any, verdict: Verdict, changed: set[str]) -> str:
    """Set one cell's score; why a person has to look at their mark again, "" if not."""
    score_changed = row.auto_score != verdict.points
    row.auto_score = verdict.points
    if row.manual_score is None:
        row.needs_manual_grade = verdict.points is None
        return ""
    why = ""
    if verdict.exercise in changed:
        why = "the answer has changed"
    elif score_changed and verdict.points is not None:
        why = "the tests' score has changed"
    if not why or row.needs_manual_grade:
        return ""
    row.needs_manual_grade = True
    return why


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
