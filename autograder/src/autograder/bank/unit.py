"""One unit's bank from the folder to the printed summary."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console

from autograder.bank.entries import BankError, Entry, read_bank
from autograder.bank.judge import Bench
from autograder.bank.run import Kind, answers_folder, bench_for, run, untouched
from autograder.bank.show import show_failures, show_mutants, show_summary
from autograder.bank.styles import demands
from autograder.bank.survivors import Reasons, as_entries, read_reasons, survey, told
from autograder.course import Course
from autograder.release.source import read_source

LOG_WIDTH = 160
MUTANT_S = 2.0  # a loop that a mutation made endless need not be waited for


@dataclass(frozen=True)
class Job:
    """What was asked for on the command line."""

    course: Course
    answers: Path | None = None
    exercise: str | None = None
    jobs: int = 1
    sandbox: Kind = "bwrap"
    json: bool = False
    mutants: bool = False


def has_answers(job: Job, unit: str) -> bool:
    """Whether there is anything to judge for a unit, or for the exercise that is asked for.

    Raises:
        BankError: the folder of answers is missing.
    """
    folder, _ = answers_folder(job.course, job.answers)
    if not folder.is_dir():
        read_bank(folder, unit)
    return (folder / unit / (job.exercise or "")).is_dir()


def judge_unit(job: Job, unit: str) -> bool:
    """Judge a unit's answers and print what was found; True when everything is as expected.

    Raises:
        BankError: the folder, the exercise or the list of harmless mutants cannot be used.
        CourseError: the unit's notebook cannot be used.
        SandboxUnavailable: the sandbox asked for cannot be had on this machine.
    """
    bench = bench_for(job.course, unit, read_source(job.course, unit))
    folder, own = answers_folder(job.course, job.answers)
    entries = _entries(bench, folder, job.exercise)
    reasons = read_reasons(job.course.root / "course" / "answers", unit)
    results = run(bench, entries, job.sandbox, job.jobs)
    bad = sum(not result.ok for result in results)
    # In a log nothing is cut to the width of a screen that is not there.
    console = Console(stderr=job.json, width=None if sys.stdout.isatty() else LOG_WIDTH)
    if job.json:
        print("\n".join(result.as_json() for result in results), flush=True)
    else:
        show_failures(console, results)
    show_summary(console, unit, entries, bad)
    lacking = demands([e for e in entries if e.kind != "untouched"]) if own else []
    for sentence in lacking:
        console.print(sentence, highlight=False)
    good = not bad and not lacking
    return _judge_mutants(job, bench, entries, reasons, console) and good if job.mutants else good


def _entries(bench: Bench, folder: Path, exercise: str | None) -> list[Entry]:
    """The answers to judge, and the untouched stubs of the same exercises."""
    known = bench.exercises()
    if exercise is not None and exercise not in known:
        listed = ", ".join(known)
        raise BankError(f"Unit {bench.unit} has no exercise {exercise}. Its exercises: {listed}.")
    every = read_bank(folder, bench.unit)
    entries = [entry for entry in every if exercise in (None, entry.exercise)]
    if not entries:
        raise BankError(f"{folder} holds no answers for exercise {exercise}.")
    return entries + untouched(bench, known if exercise is None else [exercise])


def _judge_mutants(
    job: Job, bench: Bench, entries: Sequence[Entry], reasons: Reasons, console: Console
) -> bool:
    quick = replace(bench, limits=replace(bench.limits, cell_s=MUTANT_S), points_only=True)
    results = run(quick, as_entries(entries), job.sandbox, job.jobs)
    if job.json:
        print("\n".join(told(result, reasons).as_json() for result in results), flush=True)
    found = survey(results, reasons, [e.exercise for e in entries if e.kind == "model"])
    show_mutants(console, found)
    return not found.faults
