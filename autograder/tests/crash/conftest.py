"""A class of five in the course with an exercise that a person marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from .trial import warm_up

UNIT = "01-tiny"
ANSWERS = {
    "perfect": {},
    "wrong": {"ex-1-1": "def double(x):\n    return x", "ex-1-2": "print('hello')"},
    "writes": {"ex-1-4": "Because a line has one side."},
}


@pytest.fixture
def course(manual_course, tiny_manual, copy_of) -> Path:
    """The course: three notebooks filled in, an untouched one, an empty file."""
    warm_up(manual_course.parent / "warm")
    for student, answers in ANSWERS.items():
        copy = copy_of(tiny_manual).solve()
        for name, source in answers.items():
            copy[name]["source"] = source
        hand_in(manual_course, student, copy.hand_in().data)
    hand_in(manual_course, "untouched", copy_of(tiny_manual).hand_in().data)
    hand_in(manual_course, "empty", b"")
    return manual_course


def hand_in(root: Path, student: str, data: bytes) -> None:
    """Put a student's file where `grade` looks for it."""
    path = root / "submitted" / student / UNIT / f"{UNIT}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    (path.parent / "timestamp.txt").write_text("2027-03-01 12:30:00.000000 UTC")
