"""Gather the verdicts of a grade by exercise, as its page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.feedback.outputs import Answer, answers
from autograder.feedback.prose import explanations, title
from autograder.feedback.words import WORDS, Words
from autograder.models import Grade, Outcome, Verdict
from autograder.pages.text import capped, number, plural

MESSAGE_LIMIT = 1_500  # characters
_UNTOUCHED = frozenset({Outcome.NOT_STARTED, Outcome.MISSING})
_WAITING = frozenset({Outcome.NEEDS_HUMAN, Outcome.OUR_FAULT})


@dataclass(frozen=True)
class Finding:
    """Tests that ended alike, told once."""

    words: Words
    message: str
    tests: str  # "test-1-2-a, test-1-2-b"
    points: str  # "0 of 1.5 points"


@dataclass(frozen=True)
class Exercise:
    """One exercise as the page shows it."""

    id: str
    title: str
    outcome: Outcome
    words: Words
    points: str  # "1.5 of 3", or "? of 3" while a person has to decide
    share: float  # of its points, 0 to 1
    findings: tuple[Finding, ...]
    passed: str  # "2 tests passed"
    answers: tuple[Answer, ...]
    explanations: tuple[str, ...]

    @property
    def complete(self) -> bool:
        return self.outcome is Outcome.PASSED

    @property
    def waiting(self) -> bool:
        return self.outcome in _WAITING


def exercises(grade: Grade) -> tuple[Exercise, ...]:
    """The grade's exercises in the order of its verdicts."""
    names = dict.fromkeys(verdict.exercise for verdict in grade.verdicts)
    return tuple(
        _exercise(grade, name, [v for v in grade.verdicts if v.exercise == name]) for name in names
    )


def _exercise(grade: Grade, name: str, verdicts: Sequence[Verdict]) -> Exercise:
    outcome = joint_outcome(verdicts)
    known = [verdict.points for verdict in verdicts if verdict.points is not None]
    most = sum(verdict.max_points for verdict in verdicts)
    passed = sum(verdict.outcome is Outcome.PASSED for verdict in verdicts)
    return Exercise(
        id=capped(name, 40),
        title=title(grade.notebook, name),
        outcome=outcome,
        words=WORDS[outcome],
        points=f"{number(sum(known)) if known else '?'} of {number(most)}",
        share=min(1.0, max(0.0, sum(known) / most)) if most > 0 else 0.0,
        findings=_findings(verdicts),
        passed=f"{plural(passed, 'test')} passed" if passed and passed < len(verdicts) else "",
        answers=answers(grade.notebook, name),
        explanations=explanations(grade.notebook, name),
    )


def joint_outcome(verdicts: Sequence[Verdict]) -> Outcome:
    """How an exercise ended: what a person must decide first, then partly right, then the first."""
    outcomes = [verdict.outcome for verdict in verdicts]
    for waiting in (Outcome.OUR_FAULT, Outcome.NEEDS_HUMAN):
        if waiting in outcomes:
            return waiting
    if Outcome.PASSED in outcomes:
        return Outcome.PASSED if set(outcomes) == {Outcome.PASSED} else Outcome.PARTIAL
    started = [outcome for outcome in outcomes if outcome not in _UNTOUCHED]
    return (started or outcomes)[0]


def _findings(verdicts: Sequence[Verdict]) -> tuple[Finding, ...]:
    """One finding for each different ending and message; passed tests are only counted."""
    alike: dict[tuple[Outcome, str], list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.outcome is not Outcome.PASSED:
            alike.setdefault((verdict.outcome, verdict.message), []).append(verdict)
    return tuple(_finding(outcome, message, same) for (outcome, message), same in alike.items())


def _finding(outcome: Outcome, message: str, verdicts: Sequence[Verdict]) -> Finding:
    words = WORDS[outcome]
    known = [verdict.points for verdict in verdicts if verdict.points is not None]
    most = sum(verdict.max_points for verdict in verdicts)
    return Finding(
        words=words,
        message=capped(message.strip(), MESSAGE_LIMIT) or words.advice,
        tests=capped(", ".join(verdict.grade_id for verdict in verdicts), 200),
        points=f"{number(sum(known)) if known else '?'} of {number(most)} points",
    )
