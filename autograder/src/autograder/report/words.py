"""How an exercise of one student ended, in six kinds, and what each outcome is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from autograder.models import Outcome, Verdict


class Kind(StrEnum):
    """Six endings, in the order in which plots and legends show them."""

    DONE = "done"
    PART = "part"
    WRONG = "wrong"
    STOPPED = "stopped"
    IDLE = "idle"
    PERSON = "person"


MARKS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.DONE: "✓",
        Kind.PART: "½",
        Kind.WRONG: "✗",
        Kind.STOPPED: "!",
        Kind.IDLE: "–",
        Kind.PERSON: "?",
    }
)
LABELS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.DONE: "complete",
        Kind.PART: "partly right",
        Kind.WRONG: "no points",
        Kind.STOPPED: "was stopped",
        Kind.IDLE: "not started",
        Kind.PERSON: "waits for a person",
    }
)
OUTCOMES: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.PASSED: "complete",
        Outcome.PARTIAL: "partly right",
        Outcome.FAILED: "not right yet",
        Outcome.RAISED: "stopped with an error",
        Outcome.NOT_STARTED: "not started",
        Outcome.TIMED_OUT: "took too long",
        Outcome.OUT_OF_MEMORY: "needed too much memory",
        Outcome.TOO_MUCH_OUTPUT: "printed too much",
        Outcome.DIED: "ended Python by itself",
        Outcome.FORBIDDEN: "did something an answer may not do",
        Outcome.MISSING: "a name is missing",
        Outcome.MALFORMED: "unreadable",
        Outcome.NEEDS_HUMAN: "waiting for marks",
        Outcome.OUR_FAULT: "grader failed",
    }
)
STOPPED = frozenset(
    {
        Outcome.TIMED_OUT,
        Outcome.OUT_OF_MEMORY,
        Outcome.TOO_MUCH_OUTPUT,
        Outcome.DIED,
        Outcome.FORBIDDEN,
    }
)


def kind(verdicts: Sequence[Verdict]) -> Kind:
    """How an exercise ended, from its verdicts (at least one)."""
    outcomes = {verdict.outcome for verdict in verdicts}
    if any(verdict.points is None for verdict in verdicts):
        return Kind.PERSON
    if outcomes == {Outcome.PASSED}:
        return Kind.DONE
    if any(verdict.points for verdict in verdicts):
        return Kind.PART
    if outcomes & STOPPED:
        return Kind.STOPPED
    return Kind.IDLE if outcomes <= {Outcome.NOT_STARTED} else Kind.WRONG
