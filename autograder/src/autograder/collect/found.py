"""What collecting gives back for one student: a submission, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from autograder.models import Submission


class CollectError(Exception):
    """There is no place to collect from; the sentence says what to do about it."""


@dataclass(frozen=True)
class Place:
    """Where one student's file for one unit lies; nothing of it was read yet."""

    student: str
    unit: str
    path: Path


@dataclass(frozen=True)
class Found:
    """One student's file for one unit. Where it cannot be used, `problem` says why."""

    submission: Submission  # its data is empty where there is a problem
    problem: str = ""
    ours: bool = False  # the problem is this machine's, so it must not cost the student anything
    received_at: datetime | None = None  # as nbgrader's timestamp.txt says; None without one
