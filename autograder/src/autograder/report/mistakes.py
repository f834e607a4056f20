"""The mistakes of a class: by the answer bank's names, and those that have no name yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.models import Grade, Outcome, Verdict
from autograder.report.tally import natural

_NO_MISTAKE = frozenset(
    {
        Outcome.PASSED,
        Outcome.NOT_STARTED,
        Outcome.MALFORMED,
        Outcome.NEEDS_HUMAN,
        Outcome.OUR_FAULT,
    }
)


@dataclass(frozen=True)
class Mistake:
    """One mistake in one exercise, and who made it."""

    exercise: str
    name: str  # the answer bank's name; empty where it knows none
    outcome: Outcome
    message: str  # the words most of these students saw
    students: tuple[str, ...]


def mistakes(grades: Sequence[Grade]) -> tuple[Mistake, ...]:
    """All mistakes, the most common first. A student counts once for each mistake.

    Mistakes without a name are told apart by their message.
    """
    found: dict[tuple[str, str, str], list[tuple[str, Verdict]]] = {}
    for grade in grades:
        for verdict in grade.verdicts:
            if verdict.outcome not in _NO_MISTAKE:
                unnamed = "" if verdict.mistake else verdict.message
                key = (verdict.exercise, verdict.mistake or "", unnamed)
                found.setdefault(key, []).append((grade.student, verdict))
    made = [_mistake(name, seen) for (_, name, _), seen in found.items()]
    return tuple(
        sorted(made, key=lambda m: (-len(m.students), natural(m.exercise), m.name, m.message))
    )


def _mistake(name: str, seen: Sequence[tuple[str, Verdict]]) -> Mistake:
    first = seen[0][1]
    messages = Counter(verdict.message for _, verdict in seen)
    return Mistake(
        exercise=first.exercise,
        name=name,
        outcome=first.outcome,
        message=messages.most_common(1)[0][0],
        students=tuple(dict.fromkeys(student for student, _ in seen)),
    )
