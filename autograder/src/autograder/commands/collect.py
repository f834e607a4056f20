"""`autograder collect`: fills submitted/ from what an exchange, an LMS or e-mail left."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from autograder.collect.gathering import Line

UNUSABLE = 2  # exit status


def collect(
    unit: Annotated[str, typer.Argument(help="The unit that was handed in.")],
    source: Annotated[
        Path,
        typer.Argument(
            help="A zip of Canvas, Moodle or Classroom, nbgrader's inbound, any folder."
        ),
    ],
    course: Annotated[Path, typer.Option(help="The course: the folder with source/.")] = Path(),
    workspace: Annotated[
        Path | None, typer.Option(help="The folder with submitted/; default: the course.")
    ] = None,
) -> None:
    """Put everybody's newest notebook of a unit into submitted/, and tell of every file."""
    from autograder.collect import CollectError
    from autograder.collect.gathering import gather, summary
    from autograder.course import CourseError, load_course

    course, place = course.resolve(), (workspace or course).resolve()
    try:
        known = load_course(course)
        known.unit(unit)
        ids = {each.id: _ids(course, each.id) for each in known.units}
        lines = gather(source, unit, place, ids)
    except (CourseError, CollectError) as error:
        print(f"autograder collect: {error}", file=sys.stderr)
        raise typer.Exit(UNUSABLE) from None
    _show(unit, lines)
    fates = summary(lines)
    counts = ", ".join(f"{number} {fate}" for fate, number in fates.items()) or "no notebook found"
    print(f"{unit}: {counts}. Submissions are in {place / 'submitted'}.")
    if not set(fates) - {"refused"}:
        raise typer.Exit(UNUSABLE)


def _ids(course: Path, unit: str) -> frozenset[str]:
    """The grade ids of a unit's answers and tests; none where its notebook is not there."""
    from autograder.course import CourseError
    from autograder.skeleton import flags, grade_id, load_skeleton

    try:
        cells = load_skeleton(course, unit).notebook["cells"]
    except CourseError:
        return frozenset()
    return frozenset(
        grade_id(cell) for cell in cells if flags(cell).get("grade") or flags(cell).get("solution")
    )


def _show(unit: str, lines: Sequence[Line]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(title=escape(unit), title_justify="left")
    for heading in ("student", "what", "file", "came at", "why"):
        table.add_column(heading, overflow="fold")
    for line in lines:
        moment = f"{line.came_at.astimezone():%Y-%m-%d %H:%M}" if line.came_at else ""
        cells = (line.student, line.fate, line.file, moment, line.why)
        table.add_row(*(escape(_printable(cell)) for cell in cells))
    if lines:
        Console().print(table)


def _printable(text: str) -> str:
    """A stranger's file name without what would steer a terminal."""
    return "".join(sign if sign.isprintable() else "�" for sign in text)[:120]
