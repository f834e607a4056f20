"""All that a workspace holds of a class's results, without clock times and row ids."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

GRADES = """
SELECT assignment.name, submitted_assignment.student_id, submitted_assignment.timestamp,
       base_cell.name, base_cell.type, grade.auto_score, grade.manual_score, grade.extra_credit,
       grade.needs_manual_grade
FROM grade JOIN base_cell ON base_cell.id = grade.cell_id
JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
JOIN assignment ON assignment.id = submitted_assignment.assignment_id
"""
COMMENTS = """
SELECT submitted_assignment.student_id, base_cell.name, comment.auto_comment,
       comment.manual_comment
FROM comment JOIN base_cell ON base_cell.id = comment.cell_id
JOIN submitted_notebook ON submitted_notebook.id = comment.notebook_id
JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
"""
CELLS = """
SELECT notebook.name, source_cell.name, source_cell.source, source_cell.checksum,
       source_cell.locked, assignment.duedate, notebook.kernelspec
FROM source_cell JOIN notebook ON notebook.id = source_cell.notebook_id
JOIN assignment ON assignment.id = notebook.assignment_id
"""
WORTH = """
SELECT base_cell.name, base_cell.type, coalesce(grade_cells.max_score, task_cells.max_score)
FROM base_cell LEFT JOIN grade_cells ON grade_cells.id = base_cell.id
LEFT JOIN task_cells ON task_cells.id = base_cell.id
"""
RECORDED = "SELECT unit, student, state, answers FROM autograder_recorded"
STUDENTS = "SELECT id FROM student"
ROWS = "SELECT (SELECT count(*) FROM grade), (SELECT count(*) FROM comment)"


def dump(workspace: Path) -> dict[str, Any]:
    """The gradebook's rows, the journal's last words, and the files."""
    return {"gradebook": gradebook(workspace), "journal": journal(workspace)} | files(workspace)


def gradebook(workspace: Path) -> dict[str, list[Any]]:
    """The rows of the gradebook, by names instead of ids."""
    with closing(sqlite3.connect(workspace / "gradebook.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return {
            query.split()[1]: sorted(map(repr, database.execute(query)))
            for query in (GRADES, COMMENTS, CELLS, WORTH, RECORDED, STUDENTS, ROWS)
        }


def journal(workspace: Path) -> dict[str, Any]:
    """The last line on each student, without its time."""
    found: dict[str, Any] = {}
    for line in (workspace / ".autograder" / "results.jsonl").read_bytes().splitlines():
        try:
            result = json.loads(line)
        except ValueError:
            continue  # cut off by a kill
        del result["at"]
        found[result["student"]] = result
    return found


def files(workspace: Path) -> dict[str, bytes]:
    """Everything written for people; a temporary file that was left behind counts as well."""
    return {
        str(path.relative_to(workspace)): path.read_bytes()
        for folder in ("autograded", "feedback", "report")
        for path in sorted((workspace / folder).rglob("*"))
        if path.is_file()
    }
