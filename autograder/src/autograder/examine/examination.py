"""The whole examination of one submission: cells in order, a verdict for each graded cell.

First the tests at one place in the notebook, one after the other, are put to one copy of the
candidate: that is quick, and enough for what passes. What does not pass is looked at again, with a
new candidate, in copies that no other test has touched.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Literal

from autograder.models import Examined, Limits, Outcome, Rebuilt

from . import outputs, verdicts
from .again import Again
from .asking import Asking, Choices, Tried
from .faults import Stop
from .notebook import TestCell, plan
from .session import Sandbox, Session
from .shared import examine_shared
from .sitting import Sitting

Isolation = Literal["split", "shared"]


def examine(
    rebuilt: Rebuilt,
    sandbox: Sandbox,
    limits: Limits,
    *,
    isolation: Isolation = "split",
    only: frozenset[str] | None = None,
    choices: Choices | None = None,
    files: Mapping[str, bytes] | None = None,
    points_only: bool = False,
) -> Examined:
    """Run a submission and judge each of its graded cells.

    Args:
        rebuilt: the instructor's notebook with the student's answers.
        sandbox: where candidates come from.
        limits: time, memory and output for it.
        isolation: "shared" runs the tests in the candidate, where they can be forged.
        only: grade ids to judge; None for all.
        choices: exercise -> normalised wrong answer -> name of the mistake.
        files: what lies beside the notebook, for the student's code to read.
        points_only: no mistake is named, and no message may be shown to a student.

    Returns:
        A verdict per graded cell and the notebook with outputs. Nothing that a student did raises.
    """
    if isolation == "shared":
        return examine_shared(rebuilt, sandbox, limits, only, files or {})
    return _Examination(
        rebuilt, sandbox, limits, choices or {}, only, files or {}, points_only
    ).judge()


class _Examination:
    """What belongs to one submission while it is examined."""

    def __init__(
        self,
        rebuilt: Rebuilt,
        sandbox: Sandbox,
        limits: Limits,
        choices: Choices,
        only: frozenset[str] | None,
        files: Mapping[str, bytes],
        points_only: bool,
    ) -> None:
        self._started = time.monotonic()
        self._rebuilt = rebuilt
        self._sandbox = sandbox
        self._limits = limits
        self._points_only = points_only
        self._plan = plan(rebuilt)
        self._tests = [t for t in self._plan.tests if only is None or t.graded.grade_id in only]
        self._graded = [c for c in rebuilt.graded if only is None or c.grade_id in only]
        last = len(rebuilt.notebook.get("cells", ()))
        if only is not None:  # what comes after the last test is of no use
            last = max((test.index for test in self._tests), default=0)
        self._session = Session(
            sandbox,
            [cell for cell in self._plan.student if cell.index < last],
            limits.cell_s,
            self._started + limits.submission_s,
            limits.output_kib * 1024,
            pictures=self._plan.pictures,
            files=files,
        )
        self._asking = Asking(rebuilt, self._plan, self._session, limits, choices)

    def judge(self) -> Examined:
        tried: dict[str, Tried] = {}
        try:
            if not self._rebuilt.malformed:
                tried = self._try()
        finally:
            self._session.discard()
        judged = tuple(
            tried[cell.grade_id].verdict
            if cell.grade_id in tried
            else verdicts.unjudged(cell, self._rebuilt)
            for cell in self._graded
        )
        traces = {name: each.trace for name, each in tried.items()}
        notebook = outputs.filled(self._rebuilt.notebook, self._session.ran, judged, traces)
        seconds = time.monotonic() - self._started
        return Examined(self._rebuilt, judged, notebook, self._sandbox.level, seconds)

    def _try(self) -> dict[str, Tried]:
        """Every test once, and those that do not pass again."""
        ours = {test.graded.grade_id: self._asking.without_setup(test) for test in self._tests}
        tests = [test for test in self._tests if not ours[test.graded.grade_id]]
        if not tests:
            self._show()
        first = self._first(tests)
        failed = [(test, tried) for test, tried in first if not _passed(tried)]
        again = Again(self._asking, self._session, self._limits, self._tests)
        return {
            **{name: tried for name, tried in ours.items() if tried},
            **{test.graded.grade_id: tried for test, tried in first if tried},
            **again.look(failed, words=not self._points_only),
        }

    def _first(self, tests: list[TestCell]) -> list[tuple[TestCell, Tried | None]]:
        """Neighbours in turn in one copy; None for those that it did not live to see."""
        questions = [self._asking.whole(test, alone=False) for test in tests]
        sitting = Sitting(self._session, questions, self._limits.memory_mib)
        answers = [sitting.ask(question) for question in questions]
        sitting.close()
        return [
            (test, self._asking.tried(test, answer) if answer else None)
            for test, answer in zip(tests, answers, strict=True)
        ]

    def _show(self) -> None:
        """Nothing is judged by machine: run the cells for their outputs."""
        try:
            self._session.expect(())
            self._session.ready()
        except Stop:
            self._session.discard()


def _passed(tried: Tried | None) -> bool:
    return tried is not None and tried.verdict.outcome is Outcome.PASSED
