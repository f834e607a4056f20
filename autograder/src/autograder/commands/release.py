"""`autograder release`: the students' notebooks and the checks' data, from the source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from autograder.course import Course


def release(
    units: Annotated[
        list[str] | None, typer.Argument(help="Units; all when none is named.")
    ] = None,
    course: Annotated[
        Path, typer.Option(help="The folder that holds source/ and course/.")
    ] = Path(),
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail on drift.")] = False,
    solutions: Annotated[
        Path | None, typer.Option(help="Write the edition with solutions into this folder.")
    ] = None,
) -> None:
    """Make release/ and the checks' data from source/, and prove that nothing hidden shows."""
    from autograder.course import CourseError, load_course
    from autograder.release.convert import ReleaseError

    try:
        loaded = load_course(course.resolve())
        named = [loaded.unit(unit).id for unit in units or [unit.id for unit in loaded.units]]
    except CourseError as error:
        typer.echo(str(error), err=True)
        raise SystemExit(2) from None
    failed = False
    for unit in named:
        try:
            failed |= not _one(loaded, unit, check, solutions)
        except (CourseError, ReleaseError) as error:
            typer.echo(f"{unit} is not released:\n{error}", err=True)
            failed = True
        except OSError as error:
            typer.echo(f"{unit} is not released: {error}. Is the folder writable?", err=True)
            failed = True
    raise SystemExit(1 if failed else 0)


def _one(course: Course, unit: str, check: bool, solutions: Path | None) -> bool:
    """Do what was asked for one unit; False when it drifted."""
    from autograder.release.build import build_edition, drift

    if solutions is not None:
        typer.echo(f"{unit}: solutions in {build_edition(course, unit, solutions.resolve())}")
        return True
    if check:
        lines = drift(course, unit)
        if lines:
            typer.echo("\n".join([f"{unit} is not what its source gives:", *lines]), err=True)
            typer.echo("Run `autograder release` and commit what it writes.", err=True)
        else:
            typer.echo(f"{unit}: release and checks are what the source gives.")
        return not lines
    _write(course, unit)
    return True


def _write(course: Course, unit: str) -> None:
    from autograder.release.build import build, checks_text

    checks = checks_text(course, unit)
    if checks is not None:
        path, content = checks
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        typer.echo(f"{unit}: checks in {path}")
    built = build(course, unit, course.root / "release")
    for warning in built.warnings:
        typer.echo(f"warning: {warning}", err=True)
    typer.echo(f"{unit}: released in {built.folder}")
