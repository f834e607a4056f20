"""`autograder bank`: the answer bank, run through the grader."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class SandboxKind(StrEnum):
    """Where answers run."""

    bwrap = "bwrap"
    none = "none"


def bank(
    unit: Annotated[
        str | None, typer.Argument(help="A unit; all of the course if left out.")
    ] = None,
    answers: Annotated[
        Path | None, typer.Option(help="Another folder of answers: DIR/<unit>/<exercise>/*.py.")
    ] = None,
    course: Annotated[
        Path, typer.Option(help="The folder that holds source/ and course/.")
    ] = Path(),
    exercise: Annotated[str | None, typer.Option(help="Only this exercise, e.g. 1.2.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Worker processes.")] = os.cpu_count() or 1,
    sandbox: Annotated[SandboxKind, typer.Option(help="Where answers run.")] = SandboxKind.bwrap,
    json: Annotated[bool, typer.Option("--json", help="One JSON object an answer.")] = False,
    mutants: Annotated[
        bool, typer.Option("--mutants", help="Judge mutants of the models.")
    ] = False,
) -> None:
    """Run every answer of the bank through the grader and compare with its header."""
    from autograder.bank.entries import BankError
    from autograder.bank.unit import Job, has_answers, judge_unit
    from autograder.course import CourseError, load_course
    from autograder.sandbox import SandboxUnavailable

    try:
        loaded = load_course(course.resolve())
        units = [loaded.unit(unit)] if unit else list(loaded.units)
        job = Job(loaded, answers, exercise, jobs, sandbox.value, json, mutants)
        good = [judge_unit(job, one.id) for one in units if unit or has_answers(job, one.id)]
    except (CourseError, BankError, SandboxUnavailable) as error:
        typer.echo(str(error), err=True)
        raise SystemExit(2) from None
    if not good:
        typer.echo(
            "There is nothing to judge there. Name the unit, or give DIR/<unit>/<exercise> with "
            "the number of an exercise of this course.",
            err=True,
        )
        raise SystemExit(2)
    raise SystemExit(0 if all(good) else 1)
