"""A second look at the tests that did not pass, in copies that no other test has touched.

First come better words, in a candidate that no hidden line is shown to: what the hidden lines of an
earlier test gave to the student's code may have been kept (in a file, in shared memory) for the
words of this one. Only then, whole tests once more, where the first round left it open whether
another test had a part in the failure, or where the failure was our own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from autograder.models import Limits, Outcome

from . import diagnosis, verdicts
from .asking import Asking, Tried
from .ending import WORDY
from .notebook import TestCell, before_hidden, hidden_lines
from .session import Session
from .sitting import Answer, Question, Sitting

Tries = Sequence[tuple[TestCell, Tried | None]]
_NAMED = frozenset({Outcome.FAILED, Outcome.RAISED, Outcome.TIMED_OUT})
_NO_FAILURE = frozenset({Outcome.PASSED, Outcome.PARTIAL, Outcome.OUR_FAULT, Outcome.NEEDS_HUMAN})


class Again:
    """The second look at one submission."""

    def __init__(
        self, asking: Asking, session: Session, limits: Limits, tests: Sequence[TestCell]
    ) -> None:
        """`tests` are all that were tried, in their order."""
        self._asking = asking
        self._session = session
        self._memory_mib = limits.memory_mib
        hiding = [place for place, test in enumerate(tests) if _hides(test)]
        self._first_hiding = min(hiding, default=len(tests))
        self._order = {test.graded.grade_id: place for place, test in enumerate(tests)}

    def look(self, first: Tries, *, words: bool) -> dict[str, Tried]:
        """What comes of it, by grade id.

        Args:
            first: tests that did not pass, with what became of them; None where they were not run.
            words: whether anybody will read the messages.
        """
        found = {test.graded.grade_id: tried for test, tried in first if tried}
        tells = [test for test, tried in first if words and self._wants_words(test, tried)]
        nameless = [test for test, tried in first if words and _wants_name(tried)]
        wholes = [test for test, tried in first if _wants_whole(tried, words)]
        if not (tells or nameless or wholes):
            return found
        diagnosis.warm()
        findings, surprising = self._ask(tells, nameless, wholes, found)
        if surprising:
            questions = [self._asking.whole(test) for test in surprising]
            sitting = Sitting(self._session, questions, self._memory_mib)
            self._try(sitting, zip(surprising, questions, strict=True), found)
        for test in nameless:
            self._name(test, findings[self._asking.about(test)], found)
        return found

    def _ask(
        self,
        tells: Sequence[TestCell],
        nameless: Sequence[TestCell],
        wholes: Sequence[TestCell],
        found: dict[str, Tried],
    ) -> tuple[dict[tuple[str, ...], Answer | None], list[TestCell]]:
        """One candidate is asked: first what hides nothing, then whole tests.

        Returns:
            What the checks found, by what they are about; and the tests of which the visible lines
            do not fail alone, although the test did.
        """
        kinds = {self._asking.about(test): test for test in reversed(nameless)}
        visible = [
            self._asking.whole(_visible(test), alone=not _certain(found.get(test.graded.grade_id)))
            for test in tells
        ]
        mistakes = [self._asking.mistake(test) for test in kinds.values()]
        whole = [self._asking.whole(test) for test in wholes]
        wordy = sorted([*visible, *mistakes], key=lambda q: (q.place, not q.alone))
        sitting = Sitting(self._session, [*wordy, *whole], self._memory_mib)
        answers = {question: sitting.ask(question) for question in wordy}
        told = [
            self._tell(test, answers[question], found)
            for test, question in zip(tells, visible, strict=True)
        ]
        self._try(sitting, zip(wholes, whole, strict=True), found)
        findings = {kind: answers[question] for kind, question in zip(kinds, mistakes, strict=True)}
        return findings, [test for test, settled in zip(tells, told, strict=True) if not settled]

    def _wants_words(self, test: TestCell, tried: Tried | None) -> bool:
        """Whether the visible lines alone can say more, or make it certain."""
        if tried is None:
            return True
        ending, ours = tried.ending, tried.verdict.outcome is Outcome.OUR_FAULT
        if ours or ending.hidden or ending.kind not in WORDY:
            return False
        return not tried.certain or self._order[test.graded.grade_id] > self._first_hiding

    def _tell(self, test: TestCell, answer: Answer | None, found: dict[str, Tried]) -> bool:
        """Take over what the visible lines tell; whether that settles it."""
        name = test.graded.grade_id
        tried = found.get(name)
        if answer is None:  # the copy broke before: then the first round's words must not be shown
            assert tried is not None  # only what is certain shares a copy
            found[name] = self._asking.wordless(test, tried)
            return True
        told = self._asking.tried(_visible(test), answer)
        fails = told.verdict.outcome not in _NO_FAILURE
        if tried is None or not tried.certain:
            if fails:
                found[name] = told
            return fails or tried is None  # it is tried as a whole below
        if told.verdict.outcome is not tried.verdict.outcome:
            found[name] = self._asking.wordless(test, tried)
        else:
            verdict = replace(tried.verdict, message=told.verdict.message)
            found[name] = replace(tried, verdict=verdict, trace=told.trace)
        return True

    def _try(
        self, sitting: Sitting, tests: Iterable[tuple[TestCell, Question]], found: dict[str, Tried]
    ) -> None:
        """Run whole tests. Once one with hidden lines has run, other words may hold them."""
        shown = False
        for test, question in tests:
            if not _open(test, found):
                continue
            answer = sitting.ask(question)
            assert answer is not None  # it has a copy of its own
            tried = self._asking.tried(test, answer)
            found[test.graded.grade_id] = self._asking.wordless(test, tried) if shown else tried
            shown |= _hides(test)
        sitting.close()

    def _name(self, test: TestCell, finding: Answer | None, found: dict[str, Tried]) -> None:
        """Name the mistake, if it is one and the test still fails."""
        tried = found[test.graded.grade_id]
        if finding and _wants_name(tried):
            verdict = verdicts.named(tried.verdict, tried.ending, finding.ending)
            found[test.graded.grade_id] = replace(tried, verdict=verdict)


def _certain(tried: Tried | None) -> bool:
    return tried is not None and tried.certain


def _wants_name(tried: Tried | None) -> bool:
    if tried is None:
        return True
    return tried.verdict.outcome in _NAMED and tried.verdict.mistake is None


def _wants_whole(tried: Tried | None, words: bool) -> bool:
    if tried is None or tried.verdict.outcome is Outcome.OUR_FAULT:
        return True
    wordy = tried.ending.kind in WORDY and not tried.ending.hidden
    return words and not tried.certain and not wordy


def _open(test: TestCell, found: Mapping[str, Tried]) -> bool:
    """Whether it is still to be tried as a whole."""
    tried = found.get(test.graded.grade_id)
    return tried is None or not tried.certain or tried.verdict.outcome is Outcome.OUR_FAULT


def _visible(test: TestCell) -> TestCell:
    """The test without its hidden lines and what follows them."""
    return replace(test, source=before_hidden(test.source))


def _hides(test: TestCell) -> bool:
    return bool(hidden_lines(test.source))
