"""Records entries of one unit, a batch a transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from autograder.models import Unit
from autograder.record.entry import Entry, digest_of
from autograder.record.importing import import_nbgrader
from autograder.skeleton import Skeleton

Save = Callable[[Sequence[Entry]], tuple[str, ...]]


def prepare() -> None:
    """Import what recording needs; takes seconds the first time and nothing later."""
    import_nbgrader()
    import autograder.record.database
    import autograder.record.grades
    import autograder.record.structure  # noqa: F401  # imported for their slow imports


@contextmanager
def gradebook(workspace: Path, unit: Unit, skeleton: Skeleton) -> Iterator[Save]:
    """The gradebook of a workspace, open for one unit: a function that records a batch.

    It saves all of a batch or nothing. Saving again changes nothing: scores are set, not added;
    what a person gave by hand stays, and is flagged for another look where the answer has changed.
    It returns a sentence for each mark that it flagged, and raises RecordError where the gradebook
    cannot be written, which is then unchanged.

    Raises:
        RecordError: the gradebook cannot be opened or is not one.
    """
    prepare()
    from sqlalchemy.exc import SQLAlchemyError

    from autograder.record.database import open_session, refusal
    from autograder.record.grades import answers_before, save_all
    from autograder.record.marks import write_marks
    from autograder.record.structure import sync_unit

    path, source = workspace / "gradebook.db", digest_of(unit, skeleton)
    with open_session(path) as session:
        synced: list[bool] = []

        def save(entries: Sequence[Entry]) -> tuple[str, ...]:
            try:
                notebook = sync_unit(session, unit, skeleton, again=bool(synced))
                before = answers_before(session, entries, workspace)
                flags = save_all(session, notebook, entries, skeleton, before)
                write_marks(session, entries, source, before)
                session.commit()
            except SQLAlchemyError as error:
                session.rollback()
                raise refusal(path, error) from None
            finally:
                session.expunge_all()
            synced.append(True)
            return flags

        yield save


def record(
    entries: Sequence[Entry], unit: Unit, skeleton: Skeleton, workspace: Path
) -> tuple[str, ...]:
    """Record one batch; see `gradebook`."""
    with gradebook(workspace, unit, skeleton) as save:
        return save(entries)
