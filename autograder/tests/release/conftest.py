"""A made-up course with one unit of two exercises: a function with a hidden test, and a choice."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from autograder.course import Course, load_course

UNIT = "01-lines"
TOML = f"""title = "Made up"
[[unit]]
id = "{UNIT}"
title = "Lines"
points = 3
due = ""
"""
ANSWER = '''def line(x, slope):
    """The height of the line through the origin at x."""
    ### BEGIN SOLUTION
    steps = x / 1.5
    return steps * slope * 1.5
    ### END SOLUTION'''
TEST = """expected = 8.0
got = line(4.0, 2.0)
assert abs(got - expected) < 1e-9, "slope 2 at 4"
### BEGIN HIDDEN TESTS
wanted = -10.5
assert abs(line(-3.0, 3.5) - wanted) < 1e-9, "left of zero"
### END HIDDEN TESTS"""
CHOICE_TEST = """assert type(why) is str, "one letter"
### BEGIN HIDDEN TESTS
assert why.strip().lower() == "c", "think of the origin"
### END HIDDEN TESTS"""


def cell(name: str, source: str, kind: str = "code", **metadata: Any) -> dict[str, Any]:
    made = {"cell_type": kind, "id": name, "metadata": metadata, "source": source.splitlines(True)}
    return made | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def role(name: str, **given: Any) -> dict[str, Any]:
    flags = {"grade": False, "solution": False, "locked": False, "task": False} | given
    return {**flags, "grade_id": name, "schema_version": 3}


def locked(name: str, source: str, tag: str, exercise: str = "") -> dict[str, Any]:
    nnbh = {"nnbh": {"exercise": exercise}} if exercise else {}
    return cell(name, source, tags=[tag], nbgrader=role(name, locked=True), **nnbh)


def notebook() -> dict[str, Any]:
    """The instructor's notebook, fresh at each call so that a test may spoil it."""
    one, two = {"nnbh": {"exercise": "1.1"}}, {"nnbh": {"exercise": "1.2"}}
    test = {"grade": True, "locked": True}
    choice = '### BEGIN SOLUTION\nwhy = "c"\n### END SOLUTION'
    cells = [
        cell("title", "# Lines", "markdown"),
        locked("setup", "import numpy as np\nfrom helpers import check, hint", "setup"),
        cell("task-1-1", "### Exercise 1.1\n\nA line, `height`:", "markdown", **one),
        cell("ex-1-1", ANSWER, nbgrader=role("ex-1-1", solution=True), **one),
        locked("check-1-1", 'check("1.1", line)', "check", "1.1"),
        locked("hint-1-1", 'hint("1.1")', "hint", "1.1"),
        cell("test-1-1-a", TEST, nbgrader=role("test-1-1-a", points=2, **test), **one),
        cell("demo-line", "print([line(x, 2.0) for x in (0, 1)])", tags=["demo"]),
        cell("ex-1-2", choice, nbgrader=role("ex-1-2", solution=True), **two),
        locked("check-1-2", 'check("1.2", why)', "check", "1.2"),
        locked("hint-1-2", 'hint("1.2")', "hint", "1.2"),
        cell("test-1-2-a", CHOICE_TEST, nbgrader=role("test-1-2-a", points=1, **test), **two),
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}, "cells": cells}


@pytest.fixture
def source() -> dict[str, Any]:
    """The instructor's notebook."""
    return notebook()


@pytest.fixture
def write_course(tmp_path: Path) -> Callable[[dict[str, Any]], Course]:
    """Puts a notebook into a course on disk; again, to change it."""

    def write(made: dict[str, Any]) -> Course:
        folder = tmp_path / "course-root"
        (folder / "course").mkdir(parents=True, exist_ok=True)
        (folder / "course" / "course.toml").write_text(TOML, encoding="utf-8")
        unit = folder / "source" / UNIT
        unit.mkdir(parents=True, exist_ok=True)
        (unit / f"{UNIT}.ipynb").write_text(json.dumps(made), encoding="utf-8")
        (unit / "line.svg").write_text("<svg/>", encoding="utf-8")
        return load_course(folder)

    return write
