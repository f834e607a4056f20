"""The journal: every result, one JSON object a line, written before anything else.

It is appended to and never rewritten, so a crash, a damaged gradebook or a full disk later on
loses no result.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from autograder.models import Grade, Outcome, Verdict


class JournalError(Exception):
    """The workspace cannot be written; the sentence says what to do about it."""


def as_json(grade: Grade) -> dict[str, Any]:
    """A grade as `autograder grade --json` prints it."""
    return {
        "student": grade.student,
        "unit": grade.unit,
        "outcome": grade.outcome.value,
        "score": grade.score,
        "max_score": grade.max_score,
        "repairs": list(grade.repairs),
        "exercises": [
            {
                "id": verdict.exercise,
                "grade_id": verdict.grade_id,
                "points": verdict.points,
                "max_points": verdict.max_points,
                "outcome": verdict.outcome.value,
                "message": verdict.message,
                "mistake": verdict.mistake,
            }
            for verdict in grade.verdicts
        ],
    }


class Journal:
    """The file `.autograder/results.jsonl` of a workspace."""

    def __init__(self, workspace: Path) -> None:
        """Open it for appending.

        Raises:
            JournalError: the workspace cannot be written.
        """
        self.path = workspace / ".autograder" / "results.jsonl"
        try:
            self.path.parent.mkdir(exist_ok=True)
            self._end_line()
            self._file = self.path.open("a", encoding="utf-8", errors="backslashreplace")
        except OSError as error:
            raise JournalError(
                f"The workspace {workspace} cannot be written ({error.strerror}: "
                f"{error.filename}). Make it writable, or copy submitted/ to another folder and "
                "name that with --workspace."
            ) from None

    def add(self, grade: Grade, at: datetime) -> None:
        """Append a result and see it onto the disk."""
        extra = {
            "at": at.isoformat(),
            "submitted_at": grade.submitted_at.isoformat() if grade.submitted_at else None,
            "late_s": grade.late_s,
            "sandbox": grade.sandbox,
            "message": grade.message,
        }
        self._file.write(json.dumps(as_json(grade) | extra, ensure_ascii=False) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def latest(self, unit: str) -> dict[str, Grade]:
        """Each student's last result for a unit, without notebooks."""
        return {grade.student: grade for grade in self._grades() if grade.unit == unit}

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def _end_line(self) -> None:
        """End a line that a killed run left half written."""
        with self.path.open("ab+") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                if file.read() != b"\n":
                    file.write(b"\n")

    def _grades(self) -> Iterator[Grade]:
        with self.path.open(encoding="utf-8") as file:
            for line in file:
                try:
                    yield _grade(json.loads(line))
                except (ValueError, KeyError, TypeError):
                    continue  # half a line of a killed run


def _grade(found: dict[str, Any]) -> Grade:
    moment = found["submitted_at"]
    return Grade(
        student=found["student"],
        unit=found["unit"],
        outcome=Outcome(found["outcome"]),
        score=found["score"],
        max_score=found["max_score"],
        verdicts=tuple(
            Verdict(
                grade_id=cell["grade_id"],
                exercise=cell["id"],
                points=cell["points"],
                max_points=cell["max_points"],
                outcome=Outcome(cell["outcome"]),
                message=cell["message"],
                mistake=cell["mistake"],
            )
            for cell in found["exercises"]
        ),
        repairs=tuple(found["repairs"]),
        submitted_at=datetime.fromisoformat(moment) if moment else None,
        late_s=found["late_s"],
        sandbox=found["sandbox"],
        message=found["message"],
    )
