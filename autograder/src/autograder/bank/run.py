"""Judges many answers at once: one sandbox a worker process, answers dealt out in turn."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Literal

from autograder.bank.entries import BankError, Entry, Expected, read_bank
from autograder.bank.judge import Bench, Result, judge, make_bench
from autograder.bank.options import choices
from autograder.course import Course
from autograder.models import Limits, Notebook
from autograder.sandbox import open_sandbox
from autograder.skeleton import grade_id, imports, text

Kind = Literal["bwrap", "none"]
CELL_S = 4.0  # answers of a bank end soon or never
LEAST_FOR_A_WORKER = 12  # a worker takes about as long to start as these take to judge
UNTOUCHED = "(untouched)"


def bench_for(course: Course, unit: str, source: Notebook) -> Bench:
    """A unit of the course made ready for judging; its own bank names the known mistakes."""
    known: dict[str, set[str]] = {}
    try:
        for entry in read_bank(course.root / "course" / "answers", unit):
            if entry.kind == "mistake" and entry.expected.mistake:
                known.setdefault(entry.exercise, set()).add(entry.expected.mistake)
    except BankError:
        pass  # a course without a bank of its own: foreign answers are judged on points
    names = {exercise: frozenset(found) for exercise, found in known.items()}
    limits = Limits(cell_s=CELL_S, submission_s=course.unit(unit).limit_s)
    return make_bench(source, unit, names, choices(course.root, unit), limits)


def untouched(bench: Bench, exercises: Sequence[str]) -> list[Entry]:
    """The stubs as students get them; each must be NOT_STARTED."""
    stubs = {grade_id(cell): text(cell) for cell in bench.skeleton.notebook["cells"]}
    return [
        Entry(exercise, UNTOUCHED, "untouched", stubs[at], Expected(points=0.0))
        for exercise, at in bench.skeleton.answers.items()
        if exercise in exercises and bench.cells(exercise)
    ]


def run(bench: Bench, entries: Sequence[Entry], kind: Kind, jobs: int) -> list[Result]:
    """Judge the answers in at most `jobs` processes; results come in the order of the entries.

    Raises:
        SandboxUnavailable: the sandbox asked for cannot be had on this machine.
    """
    jobs = max(1, min(jobs, len(entries) // LEAST_FOR_A_WORKER))
    if jobs == 1:
        return _judge_all(bench, entries, kind)
    found: list[Result | None] = [None] * len(entries)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])  # imported once, not once a worker
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        hands = [list(range(first, len(entries), jobs)) for first in range(jobs)]
        dealt = [pool.submit(_judge_all, bench, [entries[i] for i in hand], kind) for hand in hands]
        for hand, future in zip(hands, dealt, strict=True):
            for place, result in zip(hand, future.result(), strict=True):
                found[place] = result
    return [result for result in found if result is not None]


def _judge_all(bench: Bench, entries: Sequence[Entry], kind: Kind) -> list[Result]:
    with open_sandbox(kind, bench.limits, imports=imports(bench.skeleton)) as sandbox:
        return [judge(bench, entry, sandbox) for entry in entries]


def answers_folder(course: Course, given: Path | None) -> tuple[Path, bool]:
    """The folder of answers to judge, and whether it is the course's own bank."""
    own = course.root / "course" / "answers"
    folder = own if given is None else given.resolve()
    return folder, folder == own.resolve()
