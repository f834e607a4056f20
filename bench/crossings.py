"""What it costs that tests and student code live in two processes: `python bench/crossings.py`.

Prints milliseconds a call, a callback, a snapshot and a candidate, and the processor time of a
submission with 13 test cells, beside the targets. Examiner and candidate are pinned to one core,
as the pipeline pins its workers.
"""

from __future__ import annotations

import os
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import numpy as np
from autograder.examine import examine
from autograder.examine.examiner import Examiner
from autograder.examine.namespace import Names
from autograder.examine.ran import Cell
from autograder.examine.session import Session
from autograder.models import GradedCell, Limits, Rebuilt, Submission
from autograder.sandbox import Sandbox, SandboxUnavailable, open_sandbox

Kind = Literal["none", "bwrap"]
LIMITS = Limits(cell_s=30, submission_s=120)
STUDENT = """
import numpy as np
def same(x):
    return x
def twice(x):
    return 2 * x
def many(g, n):
    for _ in range(n):
        g(1.0)
def gradient(f, x, h=1e-5):
    g = np.zeros_like(x)
    for i in np.ndindex(*x.shape):
        old = x[i]
        x[i] = old + h
        up = f(x)
        x[i] = old - h
        g[i] = (up - f(x)) / (2 * h)
        x[i] = old
    return g
"""
TEST = """
x = np.linspace(-3, 3, 7)
expected = 2 * x
assert np.allclose(np.asarray(twice(x)), expected), "twice"
for k in range(5):
    assert twice(k) == 2 * k
W = np.ones((5, 4))
assert np.allclose(gradient(lambda w: float((w ** 2).sum()), W), 2 * W, atol=1e-6)
"""


def median_ms(work: Callable[[], object], times: int) -> float:
    """The median of so many runs."""
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return 1000 * statistics.median(seconds)


def row(what: str, value: float, unit: str, target: float | None = None) -> None:
    """One line of the table."""
    verdict = (
        "" if target is None else f"   target {target:g}: {'yes' if value <= target else 'NO'}"
    )
    print(f"{what:<46}{value:>9.3f} {unit}{verdict}")


def crossings(sandbox: Sandbox) -> None:
    """Calls and callbacks of all sizes."""
    session = Session(sandbox, [Cell("ex", 0, STUDENT)], 30, time.monotonic() + 120, 2**20)
    session.expect([1])
    names = Names()
    examiner = Examiner(session.snapshot(1), names, time.monotonic() + 120, 2**20)
    names.attach(examiner.fetch, {"same", "twice", "many", "gradient"})
    exec("def callback(x):\n    return x", names)
    same, many = names["same"], names["many"]
    big, numbers = np.zeros(12_800), [float(n) for n in range(10_000)]
    row("call, a number", median_ms(lambda: same(1.0), 500), "ms", 0.25)
    row("call, a small fresh array", median_ms(lambda: same(np.zeros(3)), 500), "ms")
    row("call, the same 100 KB array again", median_ms(lambda: same(big), 200), "ms")
    row("call, a fresh 100 KB array there and back", median_ms(lambda: same(big * 2), 100), "ms")
    row("call, 10 000 floats in a fresh list", median_ms(lambda: same(numbers[:]), 50), "ms")
    row("callback", median_ms(lambda: many(names["callback"], 200), 5) / 200, "ms")
    session.discard()


def processes(sandbox: Sandbox) -> None:
    """Candidates and snapshots."""

    def start(copies: int) -> Session:
        session = Session(sandbox, [Cell("ex", 0, STUDENT)], 30, time.monotonic() + 120, 2**20)
        session.expect(range(1, copies + 1))
        session.ready()
        return session

    bare = median_ms(lambda: start(0).discard(), 10)
    row("candidate with its first cell, there and away", bare, "ms")
    many = median_ms(lambda: start(20).discard(), 5)
    row("copy kept for a test cell, there and away", (many - bare) / 20, "ms")
    session = start(30)
    places = iter(range(1, 31))

    def use() -> None:
        session.snapshot(next(places))
        session.leave()

    row("copy used", median_ms(use, 30), "ms", 5)
    session.discard()


def submission() -> Rebuilt:
    """A made-up submission with 13 test cells."""
    cells: list[dict[str, Any]] = [
        _cell("setup", "import numpy as np", ["setup"], {}),
        _cell("ex-9-1", STUDENT, [], {"solution": True}),
    ]
    graded = tuple(GradedCell(f"test-9-1-{letter}", "9.1", 1.0) for letter in "abcdefghijklm")
    cells += [_cell(g.grade_id, TEST, [], {"grade": True}) for g in graded]
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    names = frozenset({"same", "twice", "many", "gradient"})
    return Rebuilt(Submission("s", "u", Path("u"), b""), notebook, graded, names)


def submissions(sandbox: Sandbox) -> None:
    """Whole submissions. As all processes share one core, none used more of it than the clock."""
    rebuilt, walls, before = submission(), [], _cpu()
    for _ in range(10):
        start = time.perf_counter()
        examined = examine(rebuilt, sandbox, LIMITS)
        walls.append(time.perf_counter() - start)
        assert all(verdict.points == 1.0 for verdict in examined.verdicts), examined.verdicts
    row("submission of 13 test cells on one core", statistics.median(walls), "s ", 0.5)
    row("  of it grading process and examiners", (_cpu() - before) / 10, "s ")


def _cell(name: str, source: str, tags: list[str], facts: dict[str, Any]) -> dict[str, Any]:
    metadata = {"tags": tags, "nbgrader": {"grade_id": name, **facts}, "nnbh": {"exercise": "9.1"}}
    return {"cell_type": "code", "id": name, "metadata": metadata, "source": source}


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def main() -> None:
    """Measure with and without a sandbox."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    kinds: tuple[Kind, ...] = ("none", "bwrap")
    for kind in kinds:
        try:
            with open_sandbox(kind, LIMITS) as sandbox:
                print(f"sandbox {kind}")
                crossings(sandbox)
                processes(sandbox)
                submissions(sandbox)
        except SandboxUnavailable as missing:
            print(f"sandbox {kind}: not on this machine ({missing})")


if __name__ == "__main__":
    main()
