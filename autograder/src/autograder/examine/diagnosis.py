"""Names the mistake behind a lost point: the visible check's probes on the student's objects.

Runs in an examiner of its own, with a fresh candidate and the same discipline of time. It only
chooses words; whatever happens here, points stay as they are.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Sequence
from typing import Any

from helpers import checks, messages

from .ending import Ending, Test
from .examiner import Examiner, observe
from .faults import Missing, NotStarted, TimedOut

PATIENCE_S = 2.0  # the probes of a check are small


class _Prober(Examiner):
    """An examiner to whom silence is an answer: `checks` knows it as TimeUp."""

    def _ask(self, verb: str, *args: Any) -> Any:
        try:
            return super()._ask(verb, *args)
        except TimedOut:
            self.in_step = False
            raise checks.TimeUp from None


def diagnose(
    sock: socket.socket,
    test: Test,
    exercise: str,
    names: Sequence[str],
    only: Sequence[str],
    deadline: float,
    output_limit: int,
) -> Ending:
    """A "finding" with text and mistake, or any other ending if there is none.

    Args:
        names: the exercise's contract names, all handed over.
        only: those that the test cell uses.
    """
    patience = min(deadline, time.monotonic() + PATIENCE_S)
    prober = _Prober(sock, test.names, patience, output_limit)
    found: list[checks.Finding] = []

    def body() -> None:
        objects = {}
        for name in names:
            try:
                objects[name] = prober.fetch(name)
            except (Missing, NotStarted):
                continue
        finding = checks.diagnose(exercise, objects, only=only, parameters=prober.parameters)
        if finding is not None:
            found.append(finding)

    ending = observe(body, prober, test, "<diagnosis>")
    if not found or ending.kind != "passed":
        return ending
    (finding,) = found
    text, mistake = str(finding.message), str(finding.mistake or "")
    return Ending("finding", text=text, mistake=mistake, in_step=prober.in_step)


def words(exercise: str, mistake: str) -> str:
    """What the course says to students of a wrong choice; "" if nothing."""
    return messages.mistake(exercise, mistake) or ""


def warm() -> None:
    """Load the checks' data and words in this process, before examiners are forked from it."""
    checks.diagnose("", {})
    messages.tables()
