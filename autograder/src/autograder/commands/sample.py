"""`autograder sample`: fills submitted/ with a class of invented students."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def sample(
    course: Annotated[Path, typer.Option(help="The course: the folder with source/.")] = Path(),
    workspace: Annotated[
        Path | None, typer.Option(help="The folder to fill; default: the course.")
    ] = None,
) -> None:
    """Write the sample class: invented students with answers from the answer bank."""
    from autograder.sample import SampleError, write_class

    place = (workspace or course).resolve()
    try:
        students = write_class(course.resolve(), place)
    except SampleError as error:
        print(f"autograder sample: {error}", file=sys.stderr)
        raise typer.Exit(2) from None
    print(f"{len(students)} sample students handed in: {place / 'submitted'}")
