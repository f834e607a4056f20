"""A made-up course of one small unit, and ways to damage a student's copy of it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from autograder.models import Notebook, Submission
from autograder.skeleton import Skeleton, is_answer, make_skeleton, without_hidden_tests

UNIT = "01-tiny"
COURSE = f"""
title = "A tiny course"
[[unit]]
id = "{UNIT}"
title = "Tiny"
points = 5
due = ""
limit_s = 20
"""
DOUBLE = "def double(x):\n    return x + x"
CURVES = (
    "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))\n\n\n"
    "def relu(z):\n    return np.maximum(z, 0)"
)
CHOICE = 'why_no_line = "b"'


def _solved(source: str) -> str:
    """An answer with the marks around each function's body."""
    lines = []
    for line in source.split("\n"):
        if line.startswith("    "):
            lines += ["    ### BEGIN SOLUTION", line, "    ### END SOLUTION"]
        else:
            lines.append(line)
    text = "\n".join(lines)
    return text if "def " in text else f"### BEGIN SOLUTION\n{text}\n### END SOLUTION"


def _cell(name: str, source: str, kind: str = "code", **metadata: Any) -> dict[str, Any]:
    cell = {"cell_type": kind, "id": name, "metadata": metadata, "source": source}
    return cell | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def _nbgrader(name: str, **flags: Any) -> dict[str, Any]:
    ours = {"grade": False, "solution": False, "locked": False, "task": False}
    return ours | {"grade_id": name, "schema_version": 3} | flags


def _locked(name: str, source: str, tag: str, **nnbh: Any) -> dict[str, Any]:
    nbgrader = _nbgrader(name, locked=True)
    return _cell(name, source, nbgrader=nbgrader, tags=[tag], nnbh=nnbh)


def _answer(name: str, exercise: str, source: str) -> dict[str, Any]:
    nbgrader = _nbgrader(name, solution=True)
    return _cell(name, _solved(source), nbgrader=nbgrader, nnbh={"exercise": exercise})


def _test(name: str, exercise: str, points: float, visible: str, hidden: str) -> dict[str, Any]:
    source = f"{visible}\n### BEGIN HIDDEN TESTS\n{hidden}\n### END HIDDEN TESTS"
    nbgrader = _nbgrader(name, grade=True, locked=True, points=points)
    return _cell(name, source, nbgrader=nbgrader, nnbh={"exercise": exercise})


def _source(manual: bool) -> Notebook:
    cells = [
        _cell("title", "# A tiny unit", "markdown"),
        _locked("setup", "import numpy as np", "setup"),
        _cell("task-1-1", "## Exercise 1.1: double a number.", "markdown"),
        _answer("ex-1-1", "1.1", DOUBLE),
        _locked("check-1-1", 'print("checked")', "check", exercise="1.1"),
        _test("test-1-1-a", "1.1", 2, "assert double(2) == 4", "assert double(-3) == -6"),
        _cell("demo-double", "print([double(x) for x in range(9)])", tags=["demo"]),
        _cell("task-1-2", "## Exercise 1.2: two curves.", "markdown"),
        _answer("ex-1-2", "1.2", CURVES),
        _test("test-1-2-a", "1.2", 1, "assert sigmoid(0.0) == 0.5", "assert sigmoid(9.0) > 0.9"),
        _test("test-1-2-b", "1.2", 1.5, "assert relu(-1.0) == 0", "assert relu(3.0) == 3"),
        _cell("example-sum", "total = sum(range(4))\ntotal", "code"),
        _answer("ex-1-3", "1.3", CHOICE),
        _test(
            "test-1-3-a", "1.3", 0.5, "assert why_no_line in 'abcd'", 'assert why_no_line == "b"'
        ),
    ]
    if manual:
        nbgrader = _nbgrader("ex-1-4", grade=True, solution=True, points=3)
        cells.append(
            _cell("ex-1-4", "Because.", "markdown", nbgrader=nbgrader, nnbh={"exercise": "1.4"})
        )
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}, "cells": cells}


class Copy:
    """A student's copy of the unit: filled in, then damaged cell by cell."""

    def __init__(self, skeleton: Skeleton) -> None:
        self.notebook = copy.deepcopy(skeleton.notebook)
        for cell in self.cells:
            if not is_answer(cell):
                cell["source"] = without_hidden_tests(cell["source"])

    @property
    def cells(self) -> list[dict[str, Any]]:
        return self.notebook["cells"]

    def __getitem__(self, name: str) -> dict[str, Any]:
        return next(cell for cell in self.cells if cell["id"] == name)

    def place(self, name: str) -> int:
        return self.cells.index(self[name])

    def solve(self) -> Copy:
        for name, source in (("ex-1-1", DOUBLE), ("ex-1-2", CURVES), ("ex-1-3", CHOICE)):
            self[name]["source"] = source
        return self

    def own(self, source: str, before: str, kind: str = "code", name: str = "mine") -> Copy:
        self.cells.insert(self.place(before), _cell(name, source, kind))
        return self

    def twin(self, name: str, **changes: Any) -> dict[str, Any]:
        """Copy and paste a cell, as JupyterLab does: same metadata, new id."""
        twin = copy.deepcopy(self[name]) | {"id": f"{name}-twin"} | changes
        self.cells.insert(self.place(name) + 1, twin)
        return twin

    def bare(self) -> Copy:
        """Lose every id and all metadata, as a detour through another program does."""
        for number, cell in enumerate(self.cells):
            cell |= {"metadata": {}, "id": f"lost-{number}"}
        return self

    def hand_in(self, student: str = "student-01") -> Submission:
        return Submission(student, UNIT, Path(UNIT), json.dumps(self.notebook).encode())


@pytest.fixture
def tiny_source() -> Notebook:
    """The instructor's notebook."""
    return _source(manual=False)


@pytest.fixture
def tiny(tiny_source: Notebook) -> Skeleton:
    """The skeleton of the tiny unit, 5 points, all of them graded by machine."""
    return make_skeleton(tiny_source, UNIT)


@pytest.fixture
def tiny_manual() -> Skeleton:
    """The same with a fourth exercise of 3 points that a person marks."""
    return make_skeleton(_source(manual=True), UNIT)


@pytest.fixture
def student_copy(tiny: Skeleton) -> Copy:
    """An untouched copy."""
    return Copy(tiny)


@pytest.fixture
def copy_of() -> Callable[[Skeleton], Copy]:
    """Makes an untouched copy of any skeleton."""
    return Copy


@pytest.fixture
def tiny_course(tmp_path: Path, tiny_source: Notebook) -> Path:
    """The tiny course on disk, its own workspace; nothing is submitted yet."""
    return _write_course(tmp_path / "course-root", tiny_source)


@pytest.fixture
def manual_course(tmp_path: Path) -> Path:
    """The same course with the exercise that a person marks."""
    return _write_course(tmp_path / "course-root", _source(manual=True))


def _write_course(root: Path, source: Notebook) -> Path:
    (root / "course").mkdir(parents=True)
    (root / "course" / "course.toml").write_text(COURSE, encoding="utf-8")
    folder = root / "source" / UNIT
    folder.mkdir(parents=True)
    (folder / f"{UNIT}.ipynb").write_text(json.dumps(source), encoding="utf-8")
    return root


@pytest.fixture
def submit(tiny_course: Path) -> Callable[[str, Copy | bytes], Path]:
    """Puts a student's file into submitted/ of the tiny course."""

    def put(student: str, what: Copy | bytes) -> Path:
        path = tiny_course / "submitted" / student / UNIT / f"{UNIT}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(what if isinstance(what, bytes) else what.hand_in().data)
        return path

    return put
