"""The whole examination of one submission: cells in order, a verdict for each graded cell."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Literal

from autograder.models import Examined, GradedCell, Limits, Outcome, Rebuilt, Verdict

from . import diagnosis, outputs, verdicts
from .compiled import compiled
from .credit import last_expression
from .ending import WORDY, Ending, Test, of_stop, wordless
from .examiner import run
from .faults import Died, Stop
from .namespace import Names, prepared, used
from .notebook import Plan, TestCell, before_hidden, hidden_lines, plan
from .session import Sandbox, Session, went_by_itself
from .shared import examine_shared
from .supervisor import supervised

Isolation = Literal["split", "shared"]
_NAMED = frozenset({Outcome.FAILED, Outcome.RAISED, Outcome.TIMED_OUT})


def examine(
    rebuilt: Rebuilt,
    sandbox: Sandbox,
    limits: Limits,
    *,
    isolation: Isolation = "split",
    only: frozenset[str] | None = None,
    choices: Mapping[str, Mapping[str, str]] | None = None,
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
        choices: Mapping[str, Mapping[str, str]],
        only: frozenset[str] | None,
        files: Mapping[str, bytes],
        points_only: bool,
    ) -> None:
        self._started = time.monotonic()
        self._rebuilt = rebuilt
        self._sandbox = sandbox
        self._limits = limits
        self._choices = choices
        self._points_only = points_only
        self._plan: Plan = plan(rebuilt)
        self._traces: dict[str, str] = {}
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

    def judge(self) -> Examined:
        judged: dict[str, Verdict] = {}
        try:
            if not self._rebuilt.malformed:
                judged = self._judge_tests()
        finally:
            self._session.discard()
        return self._examined(
            tuple(
                judged.get(cell.grade_id) or verdicts.unjudged(cell, self._rebuilt)
                for cell in self._graded
            )
        )

    def _judge_tests(self) -> dict[str, Verdict]:
        """Every test once; then, in one more candidate, what is to be tried again or named."""
        self._session.expect(test.index for test in self._tests)
        if not self._tests:
            self._show()
        first = {test.graded.grade_id: self._once(test) for test in self._tests}
        self._traces = {name: ending.trace for name, (_, ending) in first.items()}
        judged = {name: verdict for name, (verdict, _) in first.items()}
        again = [t for t in self._tests if self._worth_another(judged[t.graded.grade_id])]
        return judged | self._second_round(again, first) if again else judged

    def _second_round(
        self, tests: list[TestCell], first: Mapping[str, tuple[Verdict, Ending]]
    ) -> dict[str, Verdict]:
        """Better words for what failed, in a candidate that no hidden line is shown to.

        And then another try, hidden lines and all, of what failed by our own fault.
        """
        diagnosis.warm()
        self._session.expect(test.index for test in tests for _ in ("words", "mistake"))
        judged: dict[str, Verdict] = {}
        ours: list[TestCell] = []
        for test in tests:
            verdict, ending = first[test.graded.grade_id]
            if verdict.outcome is Outcome.OUR_FAULT:
                ours.append(test)
                continue
            verdict = self._retold(test, verdict, ending)
            judged[verdict.grade_id] = verdicts.named(verdict, ending, self._finding(test))
        for place, test in enumerate(ours):
            verdict, ending = self._once(test)
            told = any(map(_hides, ours[:place]))
            judged[verdict.grade_id] = self._quiet(test, verdict, ending) if told else verdict
        return judged

    def _retold(self, test: TestCell, verdict: Verdict, ending: Ending) -> Verdict:
        """The verdict in words that no hidden input can be in.

        What the hidden lines of an earlier test gave to the student's code may have been kept (in
        a file, in shared memory) for the words of this one. So those come from its visible lines
        alone, in a candidate that has not seen a hidden one.
        """
        place = self._tests.index(test)
        if ending.kind not in WORDY or ending.hidden or not any(map(_hides, self._tests[:place])):
            return verdict
        told, clean = self._once(replace(test, source=before_hidden(test.source)))
        if told.outcome is not verdict.outcome:
            return self._quiet(test, verdict, ending)
        self._traces[verdict.grade_id] = clean.trace
        return replace(verdict, message=told.message)

    def _quiet(self, test: TestCell, verdict: Verdict, ending: Ending) -> Verdict:
        """The verdict without a word of the student's code."""
        self._traces.pop(verdict.grade_id, None)
        if ending.kind not in WORDY or ending.hidden:
            return verdict
        known = self._circumstances(test.graded, "")
        message = verdicts.verdict(test.graded, wordless(ending), known).message
        return replace(verdict, message=message)

    def _worth_another(self, verdict: Verdict) -> bool:
        if verdict.outcome is Outcome.OUR_FAULT:
            return True
        nameable = verdict.outcome in _NAMED and not self._points_only
        return nameable and verdict.mistake is None

    def _once(self, test: TestCell) -> tuple[Verdict, Ending]:
        """Run a test cell: the verdict, and how it came to it."""
        cell = test.graded
        try:
            names = prepared(self._plan.setup_before(test.index))
        except Exception as error:  # whatever an instructor's set-up cell may raise
            text = f"A set-up cell failed ({type(error).__name__}: {error})."
            return verdicts.undecided(cell, Outcome.OUR_FAULT, text), Ending("lost")
        ending, reason = self._ending(test, names)
        known, last = self._circumstances(cell, reason), last_expression(test.source)
        verdict = verdicts.verdict(cell, ending, known, last)
        choices = self._choices.get(cell.exercise, {})
        mistake = verdicts.chosen(ending.answers, choices)
        if verdict.outcome is Outcome.FAILED and mistake:
            message = diagnosis.words(cell.exercise, mistake) or verdict.message
            verdict = replace(verdict, mistake=mistake, message=message)
        return verdict, ending

    def _ending(self, test: TestCell, names: Names) -> tuple[Ending, str]:
        """How the test cell ended, and why the candidate died if it did."""
        question = self._test(test, names)
        limit = self._limits.output_kib * 1024
        return self._with_snapshot(test, lambda sock, due: run(sock, question, due, limit))

    def _finding(self, test: TestCell) -> Ending:
        names = prepared(self._plan.setup_before(test.index))
        contract = self._rebuilt.contract
        only = used(test.source, contract)
        exercise = test.graded.exercise
        mine = list(dict.fromkeys([*self._plan.names_of(exercise, contract), *only]))
        question, limit = self._test(test, names), self._limits.output_kib * 1024
        ending, _ = self._with_snapshot(
            test,
            lambda sock, due: diagnosis.diagnose(sock, question, exercise, mine, only, due, limit),
        )
        return ending

    def _with_snapshot(
        self, test: TestCell, work: Callable[[socket.socket, float], Ending]
    ) -> tuple[Ending, str]:
        """Do some examining with a fork of the candidate at the test's place."""
        try:
            sock = self._session.snapshot(test.index)
        except Stop as stop:
            return Ending(**of_stop(stop), in_step=False), self._session.discard(
                died=isinstance(stop, Died)
            )
        due = self._session.due()
        ending = supervised(lambda: work(sock, due), due, self._limits.memory_mib)
        if ending.kind == "died" and went_by_itself(ending.text):
            return ending, ""
        if ending.in_step and ending.kind not in ("timed out", "lost"):
            self._session.leave()
            return ending, ""
        return ending, self._session.discard(died=ending.kind == "died")

    def _test(self, test: TestCell, names: Names) -> Test:
        hidden = hidden_lines(test.source)
        with suppress(SyntaxError):  # which is the examiner's to tell
            compiled(test.source, f"<{test.graded.grade_id}>")
        return Test(test.graded.grade_id, test.source, self._rebuilt.contract, names, hidden)

    def _circumstances(self, cell: GradedCell, reason: str) -> verdicts.Circumstances:
        return verdicts.Circumstances(
            ran=self._session.ran,
            binds=self._plan.binds,
            answer=self._plan.answers.get(cell.exercise, ""),
            lines={cell.id: cell.source.count("\n") + 1 for cell in self._plan.student},
            cell_s=self._limits.cell_s,
            reason=reason,
        )

    def _show(self) -> None:
        """Nothing is judged by machine: run the cells for their outputs."""
        try:
            self._session.ready()
        except Stop:
            self._session.discard()

    def _examined(self, judged: tuple[Verdict, ...]) -> Examined:
        notebook = outputs.filled(self._rebuilt.notebook, self._session.ran, judged, self._traces)
        seconds = time.monotonic() - self._started
        return Examined(self._rebuilt, judged, notebook, self._sandbox.level, seconds)


def _hides(test: TestCell) -> bool:
    return bool(hidden_lines(test.source))
