"""The stranger's course as released, with submissions, and as stock nbgrader grades it."""

from __future__ import annotations

import copy
import shutil
from pathlib import Path

import pytest

from .course import (
    CONFIG,
    OURS,
    answered,
    grade_id,
    hand_in,
    released,
    run,
    solutions,
    write_course,
)

GENERATE = """
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
config = Config()
config.IncludeHeaderFooter.header = "source/header.ipynb"
api = NbGraderAPI(CourseDirectory(config=config), config=config)
for name in ("ps1", "ps2"):
    done = api.generate_assignment(name)
    assert done["success"], done
"""
AUTOGRADE = """
import sys
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
api = NbGraderAPI(CourseDirectory())
for arguments in (("ps1", "half"), ("ps1", "noisy"), ("ps1", "slip"), ("ps1", "solved"),
                  ("ps2", "half"), ("ps2", "solved")):
    done = api.autograde(*arguments)
    assert done["success"], done
"""
SLIP = "def squares(n):\n    return [i ** 2 for i in range(n)]\n"
NOISY = """
import warnings
def squares(n):
    warnings.warn("slow")
    if n < 1:
        raise ValueError
    return [i ** 2 for i in range(1, n + 1)]
"""
ALWAYS = """
class Always:
    def __eq__(self, other):
        return True
def squares(n):
    if n < 1:
        raise ValueError
    return Always()
"""


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Released by nbgrader, and handed in: right, half right, wrong and damaged work."""
    root = write_course(tmp_path_factory.mktemp("theirs"))
    done = run(root, "python", "-c", GENERATE)
    assert done.returncode == 0, done.stderr
    _hand_in_squares(root)
    sums = released(root, "ps2", "sums")
    hand_in(root, "solved", "ps2", "sums", answered(sums, solutions(root, "ps2", "sums")))
    half = "def total(values):\n    return sum(values) if values else -1"
    hand_in(root, "half", "ps2", "sums", answered(sums, {"total": half}))
    return root


def _hand_in_squares(root: Path) -> None:
    one, two = released(root, "ps1", "problem1"), released(root, "ps1", "problem2")
    right = solutions(root, "ps1", "problem1")
    solved = answered(one, right)
    hand_in(root, "solved", "ps1", "problem1", solved)
    hand_in(root, "solved", "ps1", "problem2", answered(two, solutions(root, "ps1", "problem2")))
    half = {"squares": right["squares"]}
    hand_in(root, "half", "ps1", "problem1", answered(one, half))
    hand_in(root, "half", "ps1", "problem2", two)
    hand_in(root, "slip", "ps1", "problem1", answered(one, right | {"squares": SLIP}))
    hand_in(root, "noisy", "ps1", "problem1", answered(one, right | {"squares": NOISY}))
    hand_in(root, "always", "ps1", "problem1", answered(one, right | {"squares": ALWAYS}))
    hand_in(root, "broken", "ps1", "problem1", b'{"cells": [')
    twice, future = copy.deepcopy(solved), copy.deepcopy(solved)
    at = next(n for n, c in enumerate(twice["cells"]) if grade_id(c) == "correct_squares")
    twice["cells"].insert(at, copy.deepcopy(twice["cells"][at]))
    hand_in(root, "doubled", "ps1", "problem1", twice)
    future["cells"][at]["metadata"]["nbgrader"]["schema_version"] = 99
    hand_in(root, "future", "ps1", "problem1", future)


@pytest.fixture(scope="session")
def stock(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course with the sound submissions graded by nbgrader alone."""
    root = _copy(course, tmp_path_factory.mktemp("stock"))
    done = run(root, "python", "-c", AUTOGRADE)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture(scope="session")
def graded(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course with everything in ps1 graded by `nbgrader autograde` and this engine."""
    root = _copy(course, tmp_path_factory.mktemp("graded"))
    (root / "nbgrader_config.py").write_text(CONFIG + OURS)
    done = run(root, "nbgrader", "autograde", "ps1")
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def ungraded(course: Path, tmp_path: Path) -> Path:
    """A copy of the course, to be graded in the test."""
    return _copy(course, tmp_path / "course")


def _copy(course: Path, place: Path) -> Path:
    shutil.copytree(course, place, dirs_exist_ok=True)
    return place
