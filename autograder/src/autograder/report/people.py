"""Who needs a person, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from autograder.models import Grade, Outcome, Verdict
from autograder.pages.text import number, plural
from autograder.report.text import plain
from autograder.report.words import OUTCOMES, STOPPED


class Urgency(IntEnum):
    """What waits for the instructor comes first; what is only good to know comes last."""

    GRADER_FAILED = 0
    UNREADABLE = 1
    MARKS = 2
    FORBIDDEN = 3
    STOPPED = 4
    REPAIRED = 5


TITLES = {
    Urgency.GRADER_FAILED: "grader failed",
    Urgency.UNREADABLE: "unreadable file",
    Urgency.MARKS: "needs your marks",
    Urgency.FORBIDDEN: "broke the rules",
    Urgency.STOPPED: "was stopped",
    Urgency.REPAIRED: "file repaired",
}


@dataclass(frozen=True)
class Reason:
    """One reason to look at a submission."""

    urgency: Urgency
    words: str

    @property
    def title(self) -> str:
        return TITLES[self.urgency]


@dataclass(frozen=True)
class Case:
    """One submission that somebody should look at."""

    student: str
    reasons: tuple[Reason, ...]

    @property
    def waiting(self) -> bool:
        """Whether it stays undecided until somebody does something."""
        return self.reasons[0].urgency <= Urgency.FORBIDDEN


def cases(grades: Sequence[Grade]) -> tuple[Case, ...]:
    """The submissions to look at, the most urgent first."""
    found = [Case(g.student, tuple(sorted(_reasons(g), key=_urgency))) for g in grades]
    return tuple(
        sorted((case for case in found if case.reasons), key=lambda c: _urgency(c.reasons[0]))
    )


def _urgency(reason: Reason) -> Urgency:
    return reason.urgency


def _reasons(grade: Grade) -> Iterator[Reason]:
    if grade.outcome is Outcome.MALFORMED:
        yield Reason(Urgency.UNREADABLE, plain(grade.message) or "It is no notebook of this unit.")
    else:
        yield from _verdict_reasons(grade)
    if grade.repairs:
        words = " ".join(plain(repair, 200) for repair in grade.repairs[:4])
        more = len(grade.repairs) - 4
        yield Reason(
            Urgency.REPAIRED, words + (f" And {plural(more, 'more')}." if more > 0 else "")
        )


def _verdict_reasons(grade: Grade) -> Iterator[Reason]:
    ours = _with(grade, {Outcome.OUR_FAULT})
    if ours or grade.outcome is Outcome.OUR_FAULT:
        words = plain((ours[0].message if ours else "") or grade.message, 300)
        place = f"{_exercises(ours)}: " if 0 < len(ours) < len(grade.verdicts) else ""
        yield Reason(Urgency.GRADER_FAILED, f"{place}{words or 'No reason was recorded.'}")
    manual = _with(grade, {Outcome.NEEDS_HUMAN})
    if manual or (grade.outcome is Outcome.NEEDS_HUMAN and not ours):
        points = sum(verdict.max_points for verdict in manual)
        noun = "point" if points == 1 else "points"
        place = f"{_exercises(manual)}: {number(points)} {noun} open." if manual else ""
        yield Reason(Urgency.MARKS, place or plain(grade.message) or "The whole submission.")
    for outcome in sorted(STOPPED):
        stopped = _with(grade, {outcome})
        if stopped or grade.outcome is outcome:
            urgency = Urgency.FORBIDDEN if outcome is Outcome.FORBIDDEN else Urgency.STOPPED
            place = _exercises(stopped) if stopped else "the submission"
            yield Reason(urgency, f"{place}: {OUTCOMES[outcome]}.")


def _with(grade: Grade, outcomes: set[Outcome]) -> list[Verdict]:
    return [verdict for verdict in grade.verdicts if verdict.outcome in outcomes]


def _exercises(verdicts: Sequence[Verdict]) -> str:
    return ", ".join(dict.fromkeys(plain(verdict.exercise, 40) for verdict in verdicts))
