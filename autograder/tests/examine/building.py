"""Small notebooks for the tests of `examine`, and a sandbox that only forks."""

from __future__ import annotations

import os
import re
import signal
import socket
import textwrap
from pathlib import Path
from typing import Any

from autograder.examine import candidate, examine
from autograder.models import Examined, GradedCell, Limits, Rebuilt, Submission, Verdict

OPEN: list[Any] = []  # the sandbox of the test session (conftest.py)
LIMITS = Limits(cell_s=5.0, submission_s=30.0, memory_mib=512)


class ForkedChild:
    """A candidate forked from the test process: contained by nothing."""

    def __init__(self) -> None:
        self.sock, theirs = socket.socketpair()
        self._pid = os.fork()
        if self._pid == 0:
            os.setsid()
            kept = theirs.fileno()
            os.closerange(3, kept)
            os.closerange(kept + 1, 1024)
            candidate.serve(theirs)
        theirs.close()

    def kill(self) -> None:
        """End it with its process group, once."""
        if self._pid:
            os.killpg(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
            self._pid = 0
            self.sock.close()

    def ended(self, timeout_s: float) -> str | None:
        """Not told here."""
        return None


class ForkedSandbox:
    """The interface of autograder.sandbox, without a sandbox."""

    level = "none (tests)"

    def __init__(self) -> None:
        self.spawned = 0

    def spawn(self) -> ForkedChild:
        """One more candidate."""
        self.spawned += 1
        return ForkedChild()


def cell(name: str, source: str, *, tag: str = "", points: float | None = None) -> dict[str, Any]:
    """A code cell: with points a test cell, without a tag an answer cell."""
    facts = {"grade_id": name, "schema_version": 3, "task": False, "locked": bool(tag)}
    facts |= {"grade": points is not None, "solution": not tag and points is None}
    if points is not None:
        facts |= {"points": points, "locked": True}
    found = re.match(r"\w+-(\d+)-(\d+)", name)
    exercise = {"exercise": f"{found[1]}.{found[2]}"} if found else {}
    return {
        "cell_type": "code",
        "id": name,
        "metadata": {"nbgrader": facts, "tags": [tag] if tag else [], "nnbh": exercise},
        "source": textwrap.dedent(source).strip("\n"),
        "outputs": [],
        "execution_count": None,
    }


SETUP = cell("setup", "import numpy as np\nimport math", tag="setup")


def rebuilt(cells: list[dict[str, Any]], contract: str, malformed: str = "") -> Rebuilt:
    """A rebuilt notebook of these cells; graded are those with points."""
    graded = tuple(
        GradedCell(c["id"], c["metadata"]["nnbh"]["exercise"], c["metadata"]["nbgrader"]["points"])
        for c in cells
        if c["metadata"]["nbgrader"]["grade"]
    )
    submission = Submission("student", "01-perceptron", Path("nb.ipynb"), b"")
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return Rebuilt(submission, notebook, graded, frozenset(contract.split()), malformed=malformed)


def run(cells: list[dict[str, Any]], contract: str, **options: Any) -> Examined:
    """Examine these cells."""
    limits = options.pop("limits", LIMITS)
    sandbox = options.pop("sandbox", None) or OPEN[0]
    return examine(rebuilt(cells, contract), sandbox, limits, **options)


def judge(answer: str, test: str, contract: str = "f", **options: Any) -> Verdict:
    """The verdict on one answer by one test worth a point."""
    cells = [SETUP, cell("ex-9-1", answer), cell("test-9-1-a", test, points=1.0)]
    (verdict,) = run(cells, contract, **options).verdicts
    return verdict
