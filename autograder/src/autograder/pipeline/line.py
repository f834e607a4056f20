"""One unit of one class, from the files handed in to the report."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from autograder.collect import Found
from autograder.models import Grade
from autograder.pipeline.journal import Journal
from autograder.pipeline.one import Job
from autograder.pipeline.workers import grade_all
from autograder.record import Entry, RecordError, prepare, record


@dataclass(frozen=True)
class Order:
    """What to grade and where the results go."""

    job: Job
    batch: Sequence[Found]
    workspace: Path
    jobs: int
    whole_class: bool = True  # else the report adds the last results of the other students


@dataclass(frozen=True)
class Graded:
    """What came of it."""

    grades: tuple[Grade, ...]  # ordered by student
    pages: tuple[Path, ...]  # feedback pages and the class page
    troubles: tuple[str, ...]  # what could not be written, each a sentence with the next step


def grade_unit(order: Order, on_grade: Callable[[Grade], None]) -> Graded:
    """Grade a unit's submissions; `on_grade` is called with each grade as it is ready.

    Every result is in the journal before it is recorded; what cannot be written later is told in
    `troubles` and stops nothing else.

    Raises:
        Unavailable: the sandbox cannot be opened.
        JournalError: the workspace cannot be written.
    """
    entries: list[Entry] = []
    getting_ready = threading.Thread(target=_get_ready, daemon=True)
    with Journal(order.workspace) as journal:
        getting_ready.start()
        for found, grade in grade_all(order.batch, order.job, order.jobs):
            journal.add(grade, datetime.now(UTC))
            entries.append(Entry(grade, found.received_at))
            on_grade(grade)
    entries.sort(key=lambda entry: entry.grade.student)
    getting_ready.join()
    troubles = _record(entries, order, journal)
    pages, more = _pages([entry.grade for entry in entries], order, journal)
    return Graded(tuple(entry.grade for entry in entries), pages, (*troubles, *more))


def _get_ready() -> None:
    """Import what is needed after grading, while the workers grade: four seconds in all."""
    prepare()
    import autograder.feedback
    import autograder.report  # noqa: F401  # imported for its slow imports


def _record(entries: Sequence[Entry], order: Order, journal: Journal) -> tuple[str, ...]:
    try:
        record(entries, order.job.unit, order.job.skeleton, order.workspace)
    except RecordError as error:
        return (f"{error} Until then the results are in {journal.path}.",)
    return ()


def _pages(
    grades: Sequence[Grade], order: Order, journal: Journal
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Feedback for the students just graded, the report for the class."""
    from autograder.feedback import write_feedback
    from autograder.report import write_report

    unit = order.job.unit
    pages: list[Path] = []
    troubles: list[str] = []
    for grade in grades:
        try:
            pages += write_feedback([grade], unit, order.workspace / "feedback")
        except (OSError, ValueError) as error:
            troubles.append(f"No feedback page for {grade.student}: {error}.")
    earlier = {} if order.whole_class else journal.latest(unit.id)
    everyone = earlier | {grade.student: grade for grade in grades}
    try:
        pages += write_report(list(everyone.values()), unit, order.workspace / "report")
    except (OSError, ValueError) as error:
        troubles.append(f"The report on {unit.id} could not be written: {error}.")
    return tuple(pages), tuple(troubles)
