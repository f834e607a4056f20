"""What can be asked about a test cell, and what the answers come to."""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from autograder.models import Limits, Outcome, Rebuilt, Verdict

from . import diagnosis, verdicts
from .compiled import compiled
from .credit import last_expression
from .ending import WORDY, Ending, Test, wordless
from .examiner import run
from .namespace import prepared, used
from .notebook import Plan, TestCell, hidden_lines
from .session import Session
from .sitting import Answer, Question

Choices = Mapping[str, Mapping[str, str]]  # exercise -> normalised wrong answer -> mistake
_CERTAIN = frozenset({"missing", "not started", "stub", "timed out"})  # no other test's doing


@dataclass(frozen=True)
class Tried:
    """What became of a test cell."""

    verdict: Verdict
    ending: Ending
    certain: bool  # the same comes of it in a copy that no other test has touched
    trace: str = ""  # the student's own, if it may be shown


class Asking:
    """The questions about one submission's test cells, and the verdicts on the answers."""

    def __init__(
        self, rebuilt: Rebuilt, plan: Plan, session: Session, limits: Limits, choices: Choices
    ) -> None:
        self._rebuilt = rebuilt
        self._plan = plan
        self._session = session
        self._limits = limits
        self._choices = choices
        self._output_limit = limits.output_kib * 1024

    def without_setup(self, test: TestCell) -> Tried | None:
        """The verdict on a test that cannot be run, because what it stands on fails."""
        try:
            prepared(self._plan.setup_before(test.index))
        except Exception as error:  # whatever an instructor's set-up cell may raise
            text = f"A set-up cell failed ({type(error).__name__}: {error})."
            ours = verdicts.undecided(test.graded, Outcome.OUR_FAULT, text)
            return Tried(ours, Ending("lost"), certain=True)
        return None

    def whole(self, test: TestCell, *, alone: bool = True) -> Question:
        """How does the test end?"""
        return self._question(test, partial(run, test=self._test(test)), alone)

    def mistake(self, test: TestCell) -> Question:
        """What do the checks say of the names that the test uses?"""
        contract = self._rebuilt.contract
        exercise = test.graded.exercise
        only = used(test.source, contract)
        mine = list(dict.fromkeys([*self._plan.names_of(exercise, contract), *only]))
        work = partial(
            diagnosis.diagnose, test=self._test(test), exercise=exercise, names=mine, only=only
        )
        return self._question(test, work, alone=False)

    def about(self, test: TestCell) -> tuple[str, ...]:
        """Tests of which this is the same are told the same mistake."""
        return (test.graded.exercise, *used(test.source, self._rebuilt.contract))

    def _question(self, test: TestCell, work: Callable[..., Ending], alone: bool) -> Question:
        def ask(sock: socket.socket, deadline: float) -> Ending:
            return work(sock, deadline=deadline, output_limit=self._output_limit)

        return Question(ask, self._plan.place_of(test), alone)

    def _test(self, test: TestCell) -> Test:
        names, hidden = prepared(self._plan.setup_before(test.index)), hidden_lines(test.source)
        with suppress(SyntaxError):  # which is the examiner's to tell
            compiled(test.source, f"<{test.graded.grade_id}>")
        return Test(test.graded.grade_id, test.source, self._rebuilt.contract, names, hidden)

    def tried(self, test: TestCell, answer: Answer) -> Tried:
        """The verdict that an answer comes to."""
        cell, ending = test.graded, answer.ending
        known, last = self._circumstances(test, answer.reason), last_expression(test.source)
        verdict = verdicts.verdict(cell, ending, known, last)
        mistake = verdicts.chosen(ending.answers, self._choices.get(cell.exercise, {}))
        if verdict.outcome is Outcome.FAILED and mistake:
            message = diagnosis.words(cell.exercise, mistake) or verdict.message
            verdict = replace(verdict, mistake=mistake, message=message)
        certain = answer.first or verdict.outcome is Outcome.PASSED or ending.kind in _CERTAIN
        return Tried(verdict, ending, certain, ending.trace)

    def wordless(self, test: TestCell, tried: Tried) -> Tried:
        """The same without a word of the student's code."""
        if tried.ending.kind not in WORDY or tried.ending.hidden:
            return replace(tried, trace="")
        ending = wordless(tried.ending)
        message = verdicts.verdict(test.graded, ending, self._circumstances(test, "")).message
        return replace(tried, verdict=replace(tried.verdict, message=message), trace="")

    def _circumstances(self, test: TestCell, reason: str) -> verdicts.Circumstances:
        return verdicts.Circumstances(
            ran=self._session.ran,
            binds=self._plan.binds,
            answer=self._plan.answers.get(test.graded.exercise, ""),
            lines={cell.id: cell.source.count("\n") + 1 for cell in self._plan.student},
            cell_s=self._limits.cell_s,
            reason=reason,
        )
