"""The journal: every result, one JSON object a line, written before anything else.

It is appended to and never rewritten, so a crash, a damaged gradebook or a full disk later on
loses no result. What it says last of a student is what holds.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from autograder.models import Grade, Outcome, Verdict
from autograder.pipeline.lock import WorkspaceError, private_folder, unwritable
from autograder.pipeline.one import Result
from autograder.record import Entry


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
            WorkspaceError: the workspace cannot be written.
        """
        self._workspace = workspace
        self.path = private_folder(workspace) / "results.jsonl"
        try:
            self._end_line()
            self._file = self.path.open("ab", buffering=0)
        except OSError as error:
            raise unwritable(workspace, error) from None

    def add(self, result: Result, at: datetime) -> None:
        """Append a result and see it onto the disk.

        Raises:
            WorkspaceError: the disk is full, or broken; half a line may be there, which is ended
                by the next run and read by none.
        """
        line = json.dumps({**_as_line(result), "at": at.isoformat()}, ensure_ascii=False) + "\n"
        data = line.encode("utf-8", "backslashreplace")
        try:
            while data:
                data = data[self._file.write(data) :]
            os.fsync(self._file.fileno())
        except OSError as error:
            raise WorkspaceError(
                f"{self.path} could not be written: {error.strerror}. What it holds is safe. Make "
                f"room on the disk of {self._workspace} and give the same command again: it goes "
                "on from there."
            ) from None

    def latest(self, unit: str) -> dict[str, Result]:
        """Each student's last result for a unit."""
        return {found.grade.student: found for found in self._results(unit)}

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

    def _results(self, unit: str) -> Iterator[Result]:
        with self.path.open("rb") as file:
            for line in file:
                try:
                    found = json.loads(line)
                    if found["unit"] == unit:
                        yield _result(found)
                except (ValueError, KeyError, TypeError, AttributeError):
                    continue  # half a line of a killed run, or one of an older version


def _as_line(result: Result) -> dict[str, Any]:
    grade, entry = result.grade, result.entry
    return as_json(grade) | {
        "submitted_at": _moment(grade.submitted_at),
        "received_at": _moment(entry.received_at),
        "late_s": grade.late_s,
        "sandbox": grade.sandbox,
        "message": grade.message,
        "answers": dict(entry.answers),
        "untouched": sorted(entry.untouched),
        "key": result.key,
        "sure": result.sure,
        "notebook": result.notebook,
        "page": result.page,
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _read_moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _result(found: dict[str, Any]) -> Result:
    grade = Grade(
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
        submitted_at=_read_moment(found["submitted_at"]),
        late_s=found["late_s"],
        sandbox=found["sandbox"],
        message=found["message"],
    )
    # Lines of older versions have no more than the grade: enough for a report.
    answers, untouched = found.get("answers", {}), frozenset(found.get("untouched", ()))
    entry = Entry(grade, _read_moment(found.get("received_at")), answers, untouched)
    key, sure = found.get("key", ""), bool(found.get("sure", False))
    return Result(entry, key, sure, found.get("notebook", ""), found.get("page", ""))
