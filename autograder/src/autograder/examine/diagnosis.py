"""Names the mistake behind a lost point: the visible check's probes on the student's objects.

Runs in an examiner of its own, with a fresh candidate and the same deadlines. It only chooses
words; whatever happens here, points stay as they are.
"""

from __future__ import annotations

import socket
from collections.abc import Sequence

from .examiner import Ending, Examiner, Test, observe
from .faults import Missing, NotStarted


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
    examiner = Examiner(sock, test.names, deadline, output_limit)
    found: list[Ending] = []

    def body() -> None:
        from helpers import checks  # not on the way of a submission without mistakes

        objects = {}
        for name in names:
            try:
                objects[name] = examiner.fetch(name)
            except (Missing, NotStarted):
                continue
        finding = checks.diagnose(exercise, objects, only=only, parameters=examiner.parameters)
        if finding is not None:
            mistake = finding.mistake or ""
            found.append(Ending("finding", text=str(finding.message), mistake=str(mistake)))

    ending = observe(body, examiner, test, "<diagnosis>")
    return found[0] if found and ending.kind == "passed" else ending
