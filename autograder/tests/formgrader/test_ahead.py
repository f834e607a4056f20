"""A class is graded ahead of nbgrader's asking."""

from __future__ import annotations

import json
from pathlib import Path

import nbgrader
import pytest
from autograder.collect import Place
from autograder.course import load_course
from autograder.formgrader.ahead import Ahead
from autograder.models import Limits
from autograder.nbcourse import skeleton_of
from autograder.pipeline.job import Job
from autograder.pipeline.workers import Unavailable

EXAMPLE = Path(nbgrader.__file__).parent / "docs" / "source" / "user_guide"
UNIT = "ps1/problem1"


def ahead(jobs: int = 1) -> Ahead:
    course = load_course(EXAMPLE)
    places = [
        Place(student, UNIT, EXAMPLE / "submitted" / student / "ps1" / "problem1.ipynb")
        for student in ("bitdiddle", "hacker")
    ]
    skeleton = skeleton_of(course, UNIT)
    job = Job(course.unit(UNIT), skeleton, Limits(), "bwrap", "shared", {})
    return Ahead(places, job, jobs)


def test_results_are_had_in_any_order_and_once() -> None:
    graded = ahead()
    made = graded.of("hacker")
    assert made.result.grade.score == 3.0
    assert json.loads(made.notebook)["cells"]
    assert "hacker" not in graded
    assert "bitdiddle" in graded
    assert graded.of("bitdiddle").result.grade.score == 1.5


def test_missing_sandbox_is_told_to_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    graded = ahead()
    for student in ("hacker", "bitdiddle"):
        with pytest.raises(Unavailable, match="bubblewrap is not installed"):
            graded.of(student)
