"""Puts a grade where nbgrader's autograding would: scores, and "No response." as a comment."""

from __future__ import annotations

from nbgrader.api import Gradebook
from sqlalchemy.exc import OperationalError

from autograder.models import Grade, Unit, assignment_of, notebook_of
from autograder.record.structure import sync_unit
from autograder.skeleton import Skeleton, grade_id, is_answer, text


class NotSaved(RuntimeError):
    """The gradebook cannot be written now; the sentence says what to do about it."""


def save(grade: Grade, unit: Unit, skeleton: Skeleton, db_url: str) -> None:
    """Set the scores of a submission that nbgrader has entered already.

    As with nbgrader's own, a score that a person gave stays, and the person is asked to look again.

    Raises:
        NotSaved: the gradebook cannot be written. (nbgrader would end its run for the database's
            own exception.)
    """
    try:
        with Gradebook(db_url) as gradebook:
            sync_unit(gradebook.db, unit, skeleton)
            _set(gradebook, grade, skeleton)
            gradebook.db.commit()
    except OperationalError as error:
        raise NotSaved(
            f"The gradebook could not be written: {error.orig}. Close what else uses it and "
            f"autograde {grade.student} again."
        ) from None


def _set(gradebook: Gradebook, grade: Grade, skeleton: Skeleton) -> None:
    place = (notebook_of(grade.unit), assignment_of(grade.unit), grade.student)
    for verdict in grade.verdicts:
        row = gradebook.find_grade(verdict.grade_id, *place)
        row.auto_score = verdict.points
        row.needs_manual_grade = verdict.points is None or row.manual_score is not None
    stubs = {grade_id(cell): text(cell) for cell in skeleton.notebook["cells"] if is_answer(cell)}
    for cell in grade.notebook["cells"]:
        if is_answer(cell) and grade_id(cell) in stubs:
            comment = gradebook.find_comment(grade_id(cell), *place)
            untouched = text(cell).strip() == stubs[grade_id(cell)].strip()
            comment.auto_comment = "No response." if untouched else None
