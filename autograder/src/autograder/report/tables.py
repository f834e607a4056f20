"""The class as CSV files, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from autograder.models import Grade
from autograder.pages.text import number
from autograder.report.mistakes import Mistake
from autograder.report.people import cases
from autograder.report.tally import Tally
from autograder.report.text import cell

_GRADES = ["student", "unit", "outcome", "score", "max_score", "submitted_at", "late_s"]
_NOTES = ["needs", "repairs", "message", "sandbox"]


def grades_csv(tally: Tally) -> str:
    """One line a student: score, an own column for each exercise's points, and notes."""
    names = [exercise.id for exercise in tally.exercises]
    needs = {case.student: case.reasons for case in cases(tally.grades)}
    rows = []
    for grade, results in zip(tally.grades, tally.results, strict=True):
        points = [results[name].points if name in results else None for name in names]
        reasons = "; ".join(reason.title for reason in needs.get(grade.student, ()))
        rows.append([*_facts(grade), *map(_number, points), reasons, *_notes(grade)])
    return _csv([*_GRADES, *names, *_NOTES], rows)


def mistakes_csv(found: Iterable[Mistake]) -> str:
    """One line a mistake, the most common first."""
    rows = [
        [
            mistake.exercise,
            mistake.name,
            mistake.outcome.value,
            str(len(mistake.students)),
            mistake.message,
            " ".join(mistake.students),
        ]
        for mistake in found
    ]
    return _csv(["exercise", "mistake", "outcome", "students", "message", "who"], rows)


def _facts(grade: Grade) -> list[str]:
    moment = grade.submitted_at.isoformat() if grade.submitted_at else ""
    return [
        grade.student,
        grade.unit,
        grade.outcome.value,
        _number(grade.score),
        _number(grade.max_score),
        moment,
        _number(grade.late_s),
    ]


def _notes(grade: Grade) -> list[str]:
    return [" ".join(grade.repairs), grade.message, grade.sandbox]


def _number(points: float | None) -> str:
    return "" if points is None else number(points)


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for row in (head, *rows):
        writer.writerow([cell(value) for value in row])
    return text.getvalue()
