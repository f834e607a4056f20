"""The values that travel down the line, from collect to rebuild, examine, record and the pages.

Frozen, free of behaviour and of I/O. Each stage takes one and returns the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

Notebook = dict[str, Any]  # nbformat 4 JSON


class Outcome(StrEnum):
    """How a cell or a submission ended, and so whose fault it was. There is no default."""

    PASSED = "PASSED"
    PARTIAL = "PARTIAL"  # some points: a submission, an exercise, a test that ends in a number
    FAILED = "FAILED"  # a test's assertion does not hold
    RAISED = "RAISED"  # the student's code raised, or could not be compiled
    NOT_STARTED = "NOT_STARTED"
    TIMED_OUT = "TIMED_OUT"
    OUT_OF_MEMORY = "OUT_OF_MEMORY"
    TOO_MUCH_OUTPUT = "TOO_MUCH_OUTPUT"
    DIED = "DIED"  # the student's process ended by itself
    FORBIDDEN = "FORBIDDEN"  # it broke the rules of the examination
    MISSING = "MISSING"  # a name the exercise asks for is not there
    MALFORMED = "MALFORMED"  # the file is not a notebook of this unit
    NEEDS_HUMAN = "NEEDS_HUMAN"
    OUR_FAULT = "OUR_FAULT"  # never costs points: retried once, then handed to a person


@dataclass(frozen=True)
class Unit:
    """One unit of the course as course.toml states it, or one notebook of an nbgrader course."""

    id: str  # "01-perceptron"; "ps1/problem1" for one of several notebooks of an assignment
    title: str
    points: float
    bonus: bool = False
    due: datetime | None = None
    limit_s: float = 60.0  # wall clock for one submission
    cell_s: float = 10.0  # wall clock for one cell


def assignment_of(unit: str) -> str:
    """The assignment that a unit is in nbgrader's eyes: "ps1" for "ps1/problem1"."""
    return unit.partition("/")[0]


def notebook_of(unit: str) -> str:
    """The name of a unit's notebook: "problem1" for "ps1/problem1", else that of the unit."""
    return unit.rpartition("/")[2]


@dataclass(frozen=True)
class Submission:
    """One file that a student handed in, read once and identified; nothing of it was run."""

    student: str
    unit: str
    path: Path
    data: bytes
    submitted_at: datetime | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)  # what lay beside it, by path
    notes: tuple[str, ...] = ()  # what collecting had to do to find and read it, a sentence each


@dataclass(frozen=True)
class GradedCell:
    """One cell that carries points, as the instructor wrote it."""

    grade_id: str  # "test-1-2-a"
    exercise: str  # "1.2"
    max_points: float
    manual: bool = False


@dataclass(frozen=True)
class Rebuilt:
    """The instructor's notebook with the student's answers in it, ready to be examined."""

    submission: Submission
    notebook: Notebook
    graded: tuple[GradedCell, ...]
    contract: frozenset[str]  # names bound in the instructor's answer cells
    repairs: tuple[str, ...] = ()  # each one sentence for the student and the teacher
    untouched: frozenset[str] = frozenset()  # grade ids of answers that are as handed out
    malformed: str = ""  # why the file could not be used at all; then notebook is the bare skeleton


@dataclass(frozen=True)
class Verdict:
    """How one graded cell ended. points is None exactly when a person has to decide."""

    grade_id: str
    exercise: str
    points: float | None
    max_points: float
    outcome: Outcome
    message: str
    mistake: str | None = None  # the answer bank's name for what went wrong


@dataclass(frozen=True)
class Examined:
    """A submission with one verdict per graded cell and the notebook as it ran."""

    rebuilt: Rebuilt
    verdicts: tuple[Verdict, ...]
    notebook: Notebook
    sandbox: str  # the level of isolation reached, in words
    seconds: float


@dataclass(frozen=True)
class Grade:
    """What is recorded and reported of one submission."""

    student: str
    unit: str
    outcome: Outcome
    score: float
    max_score: float
    verdicts: tuple[Verdict, ...]
    repairs: tuple[str, ...] = ()
    submitted_at: datetime | None = None
    late_s: float = 0.0
    sandbox: str = ""
    notebook: Notebook = field(default_factory=dict)
    # The words for the whole submission where no single cell tells it (an unreadable file, say).
    message: str = ""


@dataclass(frozen=True)
class Limits:
    """What one submission may use."""

    cell_s: float = 10.0  # one student's cell, or one test cell with all its calls
    submission_s: float = 60.0
    memory_mib: int = 1024
    processes: int = 64
    file_mib: int = 16
    output_kib: int = 1024


Settings = Mapping[str, Any]
