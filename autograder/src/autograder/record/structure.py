"""Brings the gradebook's picture of a unit (assignment, notebook, cells) up to date.

Writes what `nbgrader generate_assignment` writes. Cells that the instructor has since added
appear in submissions already recorded; cells that are gone go, else totals would be wrong.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC
from typing import Any

from nbformat import from_dict
from nbgrader import utils
from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    GradeCell,
    Notebook,
    SolutionCell,
    SourceCell,
    TaskCell,
)
from sqlalchemy.orm import Session

from autograder.models import Unit, assignment_of, notebook_of
from autograder.record.database import course_of
from autograder.skeleton import Skeleton

Wanted = dict[tuple[type[Any], str], dict[str, Any]]  # kind of cell and name -> its columns


def sync_unit(session: Session, unit: Unit, skeleton: Skeleton, *, again: bool = False) -> Any:
    """The unit's notebook in the database, made or corrected. Commits nothing.

    Args:
        again: it was corrected in an earlier transaction of this run and need only be found.
    """
    name = assignment_of(unit.id)
    assignment = session.query(Assignment).filter_by(name=name).one_or_none()
    if assignment is None:
        assignment = Assignment(name=name, course_id=course_of(session).id)
        session.add(assignment)
    name = notebook_of(unit.id)
    notebook = next((book for book in assignment.notebooks if book.name == name), None)
    if notebook is not None and again:
        return notebook
    if notebook is None:
        notebook = Notebook(name=name, assignment=assignment)
        session.add(notebook)
    if unit.due is not None:
        assignment.duedate = unit.due.astimezone(UTC).replace(tzinfo=None)
    notebook.kernelspec = json.dumps(skeleton.notebook.get("metadata", {}).get("kernelspec", {}))
    session.flush()
    if _sync_cells(session, notebook, _wanted(skeleton)):
        session.flush()
        session.expire(notebook)
        for submitted in notebook.submissions:
            complete(notebook, submitted)
    return notebook


def _wanted(skeleton: Skeleton) -> Wanted:
    """The rows that nbgrader keeps of the unit's cells."""
    wanted: Wanted = {}
    for raw in skeleton.notebook["cells"]:
        cell = from_dict(raw)
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if not name:
            continue
        worth = {"cell_type": cell.cell_type}
        if utils.is_grade(cell) or utils.is_task(cell):
            worth["max_score"] = float(cell.metadata.nbgrader["points"])
        if utils.is_grade(cell):
            wanted[GradeCell, name] = worth
        if utils.is_solution(cell):
            wanted[SolutionCell, name] = {}
        if utils.is_task(cell):
            wanted[TaskCell, name] = worth
        wanted[SourceCell, name] = {
            "cell_type": cell.cell_type,
            "locked": utils.is_locked(cell),
            "source": cell.source,
            "checksum": utils.compute_checksum(cell),
        }
    return wanted


def _sync_cells(session: Session, notebook: Any, wanted: Wanted) -> bool:
    """Make the database's cells the wanted ones; True where some came or went."""
    there: Mapping[tuple[type[Any], str], Any] = {
        (type(cell), cell.name): cell
        for table in (BaseCell, SourceCell)
        for cell in session.query(table).filter_by(notebook_id=notebook.id)
    }
    for key in there.keys() - wanted.keys():
        if key[0] is not SourceCell:
            for kept in (Grade, Comment):
                session.query(kept).filter_by(cell_id=there[key].id).delete()
        session.delete(there[key])
    for (kind, name), columns in wanted.items():
        cell = there.get((kind, name))
        if cell is None:
            session.add(kind(name=name, notebook=notebook, **columns))
            continue
        for column, value in columns.items():
            if getattr(cell, column) != value:
                setattr(cell, column, value)
    return there.keys() != wanted.keys()


def complete(notebook: Any, submitted: Any) -> None:
    """Give a submitted notebook a row for every graded and every answer cell it lacks."""
    grades = {grade.cell_id for grade in submitted.grades}
    comments = {comment.cell_id for comment in submitted.comments}
    for cell in (*notebook.grade_cells, *notebook.task_cells):
        if cell.id not in grades:
            submitted.grades.append(Grade(cell_id=cell.id))
    for cell in (*notebook.solution_cells, *notebook.task_cells):
        if cell.id not in comments:
            submitted.comments.append(Comment(cell_id=cell.id))
