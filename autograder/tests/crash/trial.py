"""Starts the grader in a process of its own, kills it at a chosen moment, looks for survivors."""

from __future__ import annotations

import functools
import gc
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.process import BaseProcess
from pathlib import Path

from autograder.course import load_course
from autograder.examine import examine  # noqa: F401  # for its slow imports
from autograder.feedback import write_feedback
from autograder.models import Grade, Outcome, Unit, Verdict
from autograder.pipeline import Graded, Settings, grade_units, keeping, line, plan, workers, working
from autograder.record import database, prepare
from autograder.report import write_report
from autograder.sandbox import linux, open_sandbox
from autograder.sandbox.watch import children

PATIENCE_S = 10.0
_fork = multiprocessing.get_context("fork")


def start(course: Path, workspace: Path, jobs: int = 1) -> BaseProcess:
    """The grader in a forked process, which has everything imported already."""
    process = _fork.Process(target=_grade, args=(course, workspace, jobs))
    process.start()
    return process


def warm_up(folder: Path) -> None:
    """Import all that the grader imports, and compile the templates, before anything is forked."""
    prepare()
    unit, verdict = Unit("01", "1", 1.0), Verdict("a", "1", 1.0, 1.0, Outcome.PASSED, "")
    grade = Grade("a", unit.id, Outcome.PASSED, 1.0, 1.0, (verdict,))
    write_report([grade], unit, folder)
    write_feedback([grade], unit, folder)
    gc.collect()
    gc.freeze()  # or each fork's collector would copy all of it


def finish(course: Path, workspace: Path) -> None:
    """Grade to the end."""
    process = start(course, workspace)
    process.join(60)
    assert process.exitcode == 0


def _grade(course: Path, workspace: Path, jobs: int) -> None:
    graded = grade_here(course, workspace, jobs)
    print(*graded.troubles, sep="\n", end="", file=sys.stderr, flush=True)
    os._exit(1 if graded.troubles else 0)


def grade_here(course: Path, workspace: Path, jobs: int = 1) -> Graded:
    """The pipeline itself, but for what costs seconds in each of a hundred processes.

    To be called in a process that does nothing else. Workers are forked, their sandbox
    imports what the tiny unit needs, nothing is imported in a thread; there are several
    transactions although there are few submissions, and little patience with a locked gradebook.
    """
    database.PATIENCE_S = 0.5
    workers._processes = _fork  # type: ignore[assignment]  # fork is a context as spawn is
    working.open_sandbox = functools.partial(open_sandbox, warm=["numpy"])
    line._get_ready = lambda: None
    keeping.BATCH = 2
    settings = Settings(jobs=jobs, sandbox="none")
    orders = plan(load_course(course), workspace, [], settings)
    (graded,) = grade_units(orders, lambda grade: None)
    return graded


def kill_when(process: BaseProcess, moment: Callable[[], bool], wait_s: float = 0.0) -> bool:
    """Kill it when the moment has come, and so much later; False if it ended before."""
    while process.is_alive():
        if moment():
            time.sleep(wait_s)
            break
    early = process.is_alive()
    process.kill()
    process.join()
    return early


@contextmanager
def adopting() -> Iterator[Callable[[], list[int]]]:
    """Become the parent of all orphans; the function given waits for their end.

    It returns the process numbers of those that live on after PATIENCE_S.
    """
    before = set(children(os.getpid()))
    linux.adopt_orphans()
    try:
        yield lambda: _outliving(before)
    finally:
        linux._prctl(linux.PR_SET_CHILD_SUBREAPER, 0)


def _outliving(before: set[int]) -> list[int]:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        orphans = [pid for pid in children(os.getpid()) if pid not in before]
        if not orphans:
            return []
        for pid in orphans:
            with suppress(ChildProcessError):
                os.waitpid(pid, os.WNOHANG)
        time.sleep(0.002)
    return orphans
