"""`autograder grade`: grades a class, says how far it got, and where to look."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from autograder.models import Outcome, assignment_of, notebook_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.models import Grade
    from autograder.pipeline import Graded, Order, Settings

UNUSABLE, OURS, INTERRUPTED = 2, 3, 130  # exit statuses
UNCONTAINED = (
    "NO SANDBOX: the submissions run on this machine with your own rights. "
    "Every report will say so."
)
FORGEABLE = (
    "SHARED ISOLATION: tests run in the students' processes, where they can be forged. "
    "Every report will say so."
)
TOGETHER = "Tests that need the student's own process can be judged with --isolation shared."


class SandboxKind(StrEnum):
    """Where students' code runs."""

    BWRAP = "bwrap"
    NONE = "none"


class Isolation(StrEnum):
    """Where tests run: away from students' code, or with it."""

    SPLIT = "split"
    SHARED = "shared"


def grade(
    units: Annotated[
        list[str] | None, typer.Argument(metavar="[UNIT]...", help="Units; default: all handed in.")
    ] = None,
    course: Annotated[Path, typer.Option(help="The course: the folder with source/.")] = Path(),
    workspace: Annotated[
        Path | None, typer.Option(help="The folder with submitted/; default: the course.")
    ] = None,
    student: Annotated[str | None, typer.Option(help="Only this student.")] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, max=256, help="Processes; default: one a core.")
    ] = None,
    timeout: Annotated[
        float | None, typer.Option(min=1, help="Seconds a submission may take; default: course's.")
    ] = None,
    sandbox: Annotated[
        SandboxKind, typer.Option(help="Where students' code runs.")
    ] = SandboxKind.BWRAP,
    isolation: Annotated[
        Isolation, typer.Option(help="Where tests run; 'shared' can be forged.")
    ] = Isolation.SPLIT,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Judge all again, also what has not changed.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a submission on stdout.")
    ] = False,
) -> None:
    """Grade submissions: scores, feedback pages, a class report, nbgrader's gradebook."""
    from autograder.pipeline import Settings

    settings = Settings(
        jobs=jobs or len(os.sched_getaffinity(0)),
        student=student,
        timeout_s=timeout,
        sandbox=sandbox.value,
        isolation=isolation.value,
        fresh=fresh,
    )
    course, workspace = course.resolve(), (workspace or course).resolve()
    raise typer.Exit(run(course, workspace, units or [], settings, as_json=as_json))


def run(
    course: Path, workspace: Path, units: Sequence[str], settings: Settings, *, as_json: bool
) -> int:
    """Grade and tell; returns the exit status."""
    from autograder.collect import CollectError
    from autograder.course import CourseError, load_course
    from autograder.pipeline import Unavailable, WorkspaceError, plan

    try:
        loaded = load_course(course)
        orders = plan(loaded, workspace, units, settings)
        results = _grade(orders, settings, as_json=as_json)
    except (CourseError, CollectError, WorkspaceError) as error:
        return _refuse(str(error))
    except Unavailable as error:
        way_out = " To grade without protection all the same: --sandbox none."
        return _refuse(f"{error}{way_out if settings.sandbox == 'bwrap' else ''}")
    except KeyboardInterrupt:
        _refuse("stopped. Nothing is lost: give the same command again, it goes on from here.")
        return INTERRUPTED
    for order, graded in zip(orders, results, strict=True):
        if not as_json:
            _show(order, graded)
        for words in (*graded.flags, *graded.troubles):
            _refuse(words)
    grades = [grade for graded in results for grade in graded.grades]
    ours = [grade.student for grade in grades if grade.outcome is Outcome.OUR_FAULT]
    if ours and not as_json:
        print(f"The grader itself failed on {', '.join(ours)}: no points lost, see the report.")
        if loaded.foreign and settings.isolation == "split":
            print(f"Not judged: {', '.join(_not_judged(grades))}. {TOGETHER}")
    if any(graded.troubles for graded in results):
        return UNUSABLE
    return OURS if ours else 0


def _not_judged(grades: Sequence[Grade]) -> list[str]:
    """The cells on which the grader failed."""
    verdicts = [verdict for grade in grades for verdict in grade.verdicts]
    ours = [one.grade_id for one in verdicts if one.outcome is Outcome.OUR_FAULT]
    return list(dict.fromkeys(ours))


def _refuse(sentence: str) -> int:
    """Say a sentence where it does not disturb the results."""
    print(f"autograder grade: {sentence}", file=sys.stderr)
    return UNUSABLE


def _grade(orders: Sequence[Order], settings: Settings, *, as_json: bool) -> list[Graded]:
    from autograder.pipeline import grade_units

    if settings.sandbox == "none":
        _banner(UNCONTAINED)
    if settings.isolation == "shared":
        _banner(FORGEABLE)
    total = sum(len(order.batch) for order in orders)
    with _progress(total, lines=as_json) as advance:
        return grade_units(orders, advance)


@contextmanager
def _progress(total: int, *, lines: bool) -> Iterator[Callable[[Grade], None]]:
    """A bar with the time to go on a terminal; with --json also the lines on stdout."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    from autograder.pipeline import as_json

    console = Console(stderr=lines)
    columns = (TextColumn("grading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("grading", total=total)

        def advance(grade: Grade) -> None:
            if lines:
                print(json.dumps(as_json(grade)), flush=True)
            bar.advance(task)

        yield advance


def _banner(words: str) -> None:
    print(f"{'=' * len(words)}\n{words}\n{'=' * len(words)}", file=sys.stderr)


def _show(order: Order, graded: Graded) -> None:
    """The scores of a unit, and where the pages are."""
    from rich.console import Console

    unit = order.job.unit
    page = f"{assignment_of(unit.id)}/{notebook_of(unit.id)}.html"
    console = Console()
    console.print(_table(f"{unit.id}: {unit.title}", graded.grades))
    levels = dict.fromkeys(grade.sandbox for grade in graded.grades if grade.sandbox)
    for words in (
        f"Sandbox:   {'; '.join(levels) or 'nothing was run'}",
        f"Feedback:  {order.workspace / 'feedback' / '<student>' / page}",
        f"Report:    {order.workspace / 'report' / unit.id / 'index.html'}",
    ):
        print(words)
    if not graded.troubles:
        print(f"Gradebook: {order.workspace / 'gradebook.db'}")
    if graded.unchanged:
        print(f"{graded.unchanged} of {len(graded.grades)} as graded before (--fresh: all again)")


def _table(title: str, grades: Sequence[Grade]) -> Any:
    from rich.markup import escape
    from rich.table import Table

    table = Table(title=escape(title), title_justify="left")
    for heading in ("student", "points", "outcome", "points lost in", "remark"):
        table.add_column(heading, justify="right" if heading == "points" else "left")
    for grade in grades:
        lost = [v for v in grade.verdicts if v.points is not None and v.points < v.max_points]
        all_lost = len(lost) == len(grade.verdicts) and grade.score == 0
        exercises = dict.fromkeys(verdict.exercise for verdict in lost)
        cells = (
            grade.student,
            f"{grade.score:g} of {grade.max_score:g}",
            grade.outcome.value,
            "everything" if all_lost else " ".join(exercises),
            grade.message or " ".join(grade.repairs),
        )
        table.add_row(*map(escape, cells))
    return table
