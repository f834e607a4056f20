"""Records a batch: one transaction in the gradebook, then the notebooks, each in one piece."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from autograder.models import Unit
from autograder.record.entry import Entry, RecordError
from autograder.record.notebooks import read_answers, write_notebook
from autograder.skeleton import Skeleton


def prepare() -> None:
    """Import what recording needs; takes seconds the first time and nothing later."""
    import autograder.record.database  # noqa: F401  # imported for its slow imports


def record(entries: Sequence[Entry], unit: Unit, skeleton: Skeleton, workspace: Path) -> None:
    """Write a batch of one unit into gradebook.db and autograded/ of the workspace.

    Doing it again changes nothing: scores are set, not added; what a person gave by hand stays.

    Raises:
        RecordError: the gradebook or the folder cannot be used. The gradebook is unchanged then,
            or complete.
    """
    from sqlalchemy.exc import SQLAlchemyError

    from autograder.record.database import open_session
    from autograder.record.grades import open_ledger, save_grade
    from autograder.record.structure import sync_unit

    path = workspace / "gradebook.db"
    before = {
        entry.grade.student: read_answers(workspace, entry.grade.student, unit.id)
        for entry in entries
    }
    with open_session(path) as session:
        try:
            ledger = open_ledger(session, sync_unit(session, unit, skeleton), skeleton)
            with session.no_autoflush:  # one flush for all, at the commit
                for entry in entries:
                    save_grade(ledger, entry, before[entry.grade.student])
            session.commit()
        except SQLAlchemyError as error:
            session.rollback()
            reason = str(getattr(error, "orig", None) or error)
            raise RecordError(
                f"{path} could not be written: {reason}. Close what else uses it (the formgrader, "
                "another `autograder grade`), look at the folder's permissions, and grade again."
            ) from None
    for entry in entries:
        write_notebook(workspace, entry.grade)
