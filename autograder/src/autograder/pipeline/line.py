"""One unit of one class, from the files handed in to the report.

Can be killed at any moment and started again: what an earlier run has kept is not done twice.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from autograder.collect import Place, read
from autograder.models import Grade
from autograder.pipeline.job import Job
from autograder.pipeline.journal import Journal
from autograder.pipeline.keeping import Keeper
from autograder.pipeline.keys import Keys
from autograder.pipeline.lock import single_writer
from autograder.pipeline.reporting import report
from autograder.pipeline.workers import Pool
from autograder.record import prepare


@dataclass(frozen=True)
class Order:
    """What to grade and where the results go."""

    job: Job
    batch: Sequence[Place]
    workspace: Path
    jobs: int
    whole_class: bool = True  # else the report adds the last results of the other students
    fresh: bool = False  # nothing of earlier runs is used


@dataclass(frozen=True)
class Graded:
    """What came of it."""

    grades: tuple[Grade, ...]  # ordered by student, without notebooks
    pages: tuple[Path, ...]  # of the class
    troubles: tuple[str, ...]  # what could not be written, each a sentence with the next step
    flags: tuple[str, ...]  # marks given by hand that a person should look at again
    unchanged: int  # submissions whose result an earlier run had found


def grade_units(orders: Sequence[Order], on_grade: Callable[[Grade], None]) -> list[Graded]:
    """Grade units one after the other, as the only writer of each workspace.

    Raises:
        Unavailable: the sandbox cannot be opened.
        WorkspaceError: a workspace cannot be written, or another run is at work in it.
    """
    with ExitStack() as held:
        for workspace in dict.fromkeys(order.workspace for order in orders):
            held.enter_context(single_writer(workspace))
        return [grade_unit(order, on_grade) for order in orders]


def grade_unit(order: Order, on_grade: Callable[[Grade], None]) -> Graded:
    """Grade a unit's submissions; `on_grade` is called with each grade as it is ready.

    Every result is in the journal before it is recorded; what cannot be written later is told in
    `troubles` and stops nothing else. The caller is the `single_writer`.

    Raises:
        Unavailable: the sandbox cannot be opened.
        WorkspaceError: the workspace cannot be written.
    """
    job, workspace = order.job, order.workspace
    ready = threading.Thread(target=_get_ready, daemon=True)
    with ExitStack() as held:
        journal = held.enter_context(Journal(workspace))
        keeper = held.enter_context(Keeper(job, workspace, journal, ready))
        batch = _unfinished(order, keeper, ready, on_grade)
        pool = held.enter_context(Pool(batch, job, order.jobs))
        new = 0
        for made in pool.results():
            keeper.add(made)
            on_grade(made.result.grade)
            new += 1
        grades = [keeper.results[student].grade for student in sorted(keeper.results)]
        earlier = {} if order.whole_class else {s: r.grade for s, r in keeper.latest.items()}
        everyone = earlier | {grade.student: grade for grade in grades}
        write_report = report(list(everyone.values()), job.unit, workspace, pool.draw)
        keeper.finish()
        pages, trouble = write_report()
        troubles = (*keeper.troubles, *trouble)
        return Graded(tuple(grades), pages, troubles, tuple(keeper.flags), len(grades) - new)


def _unfinished(
    order: Order, keeper: Keeper, ready: threading.Thread, on_grade: Callable[[Grade], None]
) -> Iterator[Place]:
    """The submissions that have to be judged; the others' results are told on the way."""
    keys = Keys(order.job)
    for place in order.batch:
        last = None
        if place.student in keeper.latest and not order.fresh:
            last = keeper.finished(place.student, keys.submission(read(place)))
        if last is not None:
            on_grade(last.grade)
            continue
        if ready.ident is None:
            ready.start()
        yield place


def _get_ready() -> None:
    """Import what is needed after grading, while the workers grade: seconds in all."""
    prepare()
