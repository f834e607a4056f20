"""What is recorded of one submission, and the error that says why it could not be."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from autograder.models import Grade, Notebook, Outcome, Unit
from autograder.skeleton import Skeleton, grade_id, is_answer, text

Answers = Mapping[str, str]  # grade id -> digest of an answer's text


class RecordError(Exception):
    """The gradebook or a folder cannot be written; the sentence says what to do about it."""


@dataclass(frozen=True)
class Entry:
    """A grade without its notebook, and what the gradebook has to know of that."""

    grade: Grade
    received_at: datetime | None = None  # when nbgrader says that it arrived; None: it does not say
    answers: Answers = field(default_factory=dict)  # empty where the grader failed
    untouched: frozenset[str] = frozenset()  # grade ids of the answers left as they were given out


def make_entry(grade: Grade, skeleton: Skeleton, received_at: datetime | None = None) -> Entry:
    """The entry of a grade that has its notebook."""
    bare = replace(grade, notebook={})
    if all(verdict.outcome is Outcome.OUR_FAULT for verdict in grade.verdicts):
        return Entry(bare, received_at)  # what the student wrote is not known
    answers, stubs = digests(grade.notebook), digests(skeleton.notebook)
    untouched = frozenset(name for name in answers if answers[name] == stubs.get(name))
    return Entry(bare, received_at, answers, untouched)


def digests(notebook: Notebook) -> dict[str, str]:
    """A digest of each answer's text, by grade id."""
    return {
        grade_id(cell): hashlib.sha256(text(cell).encode("utf-8", "replace")).hexdigest()[:20]
        for cell in notebook.get("cells", [])
        if is_answer(cell)
    }


def digest_of(unit: Unit, skeleton: Skeleton) -> str:
    """A digest of what the gradebook is told about a unit."""
    return _digest([unit.id, unit.due.isoformat() if unit.due else None, skeleton.notebook])


def state(entry: Entry, source: str) -> str:
    """A digest of all that the gradebook is told with an entry.

    Args:
        source: what the unit is, see `digest_of`.
    """
    points = {verdict.grade_id: verdict.points for verdict in entry.grade.verdicts}
    moment = entry.received_at.isoformat() if entry.received_at else None
    return _digest([source, points, moment, dict(entry.answers), sorted(entry.untouched)])


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
