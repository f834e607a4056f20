"""What a gradebook already holds, read in a moment and without nbgrader.

A rerun with nothing changed has nothing to record; this finds out without the seconds that
nbgrader takes to import. In doubt everything counts as not recorded.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from autograder.models import Unit, assignment_of, notebook_of
from autograder.record.entry import Entry, digest_of, state
from autograder.skeleton import Skeleton

PATIENCE_S = 0.5
SCORES = """
SELECT submitted_assignment.student_id, base_cell.name, grade.auto_score
FROM assignment JOIN notebook ON notebook.assignment_id = assignment.id
JOIN submitted_notebook ON submitted_notebook.notebook_id = notebook.id
JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
JOIN grade ON grade.notebook_id = submitted_notebook.id
JOIN base_cell ON base_cell.id = grade.cell_id
WHERE assignment.name = ? AND notebook.name = ?
"""
STATES = "SELECT student, state FROM autograder_recorded WHERE unit = ?"


def outstanding(
    entries: Sequence[Entry], unit: Unit, skeleton: Skeleton, workspace: Path
) -> list[Entry]:
    """The entries that the gradebook does not hold as they are."""
    path = workspace / "gradebook.db"
    try:
        if not path.exists():
            return list(entries)
        with closing(sqlite3.connect(path, timeout=PATIENCE_S)) as database:
            states = dict(database.execute(STATES, [unit.id]).fetchall())
            scores = _scores(database, unit.id)
    except sqlite3.Error:
        return list(entries)
    source = digest_of(unit, skeleton)
    return [
        entry
        for entry in entries
        if states.get(entry.grade.student) != state(entry, source)
        or scores.get(entry.grade.student) != _points(entry)
    ]


def _scores(database: sqlite3.Connection, unit: str) -> Mapping[str, Mapping[str, float | None]]:
    """The tests' scores as they stand, by student and grade id."""
    found: dict[str, dict[str, float | None]] = {}
    for student, name, score in database.execute(SCORES, [assignment_of(unit), notebook_of(unit)]):
        found.setdefault(student, {})[name] = score
    return found


def _points(entry: Entry) -> Mapping[str, float | None]:
    return {verdict.grade_id: verdict.points for verdict in entry.grade.verdicts}
