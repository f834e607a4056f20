"""What is recorded of one submission, and the error that says why it could not be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from autograder.models import Grade


class RecordError(Exception):
    """The gradebook or a folder cannot be written; the sentence says what to do about it."""


@dataclass(frozen=True)
class Entry:
    """A grade, and when nbgrader says that the submission arrived (None: it does not say)."""

    grade: Grade
    received_at: datetime | None = None
