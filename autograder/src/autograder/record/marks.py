"""A table of our own in the gradebook: what was recorded last, and which answers it is for.

It changes in one transaction with the scores, so it is right whenever a run was killed. nbgrader
neither reads nor minds it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Column, MetaData, String, Table, Text, bindparam, delete, insert, select
from sqlalchemy.orm import Session

from autograder.record.entry import Answers, Entry, state

_metadata = MetaData()
MARKS = Table(
    "autograder_recorded",
    _metadata,
    Column("unit", String(128), primary_key=True),
    Column("student", String(128), primary_key=True),
    Column("state", String(64), nullable=False),
    Column("answers", Text, nullable=False),
)


def read_marks(session: Session, unit: str, students: Iterable[str]) -> dict[str, Answers]:
    """The answers recorded last, for each student that has any."""
    _metadata.create_all(session.connection())
    mine = (MARKS.c.unit == unit) & MARKS.c.student.in_(list(students))
    rows = session.execute(select(MARKS.c.student, MARKS.c.answers).where(mine))
    return {row.student: json.loads(row.answers) for row in rows}


def write_marks(
    session: Session, entries: Sequence[Entry], source: str, before: Mapping[str, Answers]
) -> None:
    """Say that these entries are recorded. Commits nothing.

    Args:
        source: what the unit was, see `digest_of`.
        before: the answers recorded until now; they stand where an entry knows of none.
    """
    there = [{"of": entry.grade.student} for entry in entries]
    rows = [
        {
            "unit": grade.unit,
            "student": grade.student,
            "state": state(entry, source),
            "answers": json.dumps(dict(entry.answers or before[grade.student]), sort_keys=True),
        }
        for entry, grade in ((entry, entry.grade) for entry in entries)
    ]
    if rows:
        mine = (MARKS.c.unit == entries[0].grade.unit) & (MARKS.c.student == bindparam("of"))
        session.connection().execute(delete(MARKS).where(mine), there)
        session.connection().execute(insert(MARKS), rows)
