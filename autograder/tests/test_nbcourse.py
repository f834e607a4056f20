"""Courses made for nbgrader alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbgrader
import pytest
from autograder.course import CourseError, load_course
from autograder.nbcourse import skeleton_of

EXAMPLE = Path(nbgrader.__file__).parent / "docs" / "source" / "user_guide"


def write(root: Path, place: str, *cells: dict[str, Any], language: str = "python") -> None:
    path = root / "source" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    kernel = {"display_name": "x", "name": "x", "language": language}
    made = {"nbformat": 4, "nbformat_minor": 4, "metadata": {"kernelspec": kernel}, "cells": cells}
    path.write_text(json.dumps(made))


def cell(name: str, source: str, kind: str = "code", **facts: Any) -> dict[str, Any]:
    made = {"cell_type": kind, "source": source}
    made["metadata"] = {"nbgrader": {"grade_id": name, "schema_version": 3, **facts}}
    return made | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def test_each_graded_notebook_of_an_assignment_is_a_unit() -> None:
    course = load_course(EXAMPLE)
    assert course.foreign
    assert [unit.id for unit in course.units_of("ps1")] == ["ps1/problem1", "ps1/problem2"]
    assert [unit.points for unit in course.units_of("ps1")] == [10.0, 3.0]
    skeleton = skeleton_of(course, "ps1/problem1")
    manual = {cell.grade_id for cell in skeleton.graded if cell.manual}
    assert manual == {
        "sum_of_squares_equation",
        "sum_of_squares_application",
        "cell-938593c4a215c6cc",
    }
    assert skeleton.names["squares"] == {"squares"}
    answers = [c for c in skeleton.notebook["cells"] if "YOUR CODE HERE" in c["source"]]
    assert len(answers) == 3


def test_a_notebook_named_like_its_assignment_is_named_once(tmp_path: Path) -> None:
    write(tmp_path, "hw/hw.ipynb", cell("t", "assert 1", grade=True, points=1))
    write(tmp_path, "hw/notes.ipynb", cell("n", "1"))
    assert [unit.id for unit in load_course(tmp_path).units] == ["hw"]


def test_stub_is_nbgrader_s_where_nothing_is_released(tmp_path: Path) -> None:
    answer = (
        "%matplotlib inline\ndef f():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION"
    )
    graded = cell("t", "assert f() == 1", grade=True, points=1)
    leftover = cell("old", "x = 1", grade=False, solution=False, locked=False)
    write(tmp_path, "hw/hw.ipynb", cell("f", answer, solution=True), graded, leftover)
    skeleton = skeleton_of(load_course(tmp_path), "hw")
    assert "raise NotImplementedError()" in skeleton.notebook["cells"][0]["source"]
    assert "return 1" not in skeleton.notebook["cells"][0]["source"]
    assert skeleton.contract == {"f"}
    assert skeleton.notebook["cells"][2]["metadata"] == {}  # an ordinary cell, not a locked one


def test_other_languages_are_refused_in_words(tmp_path: Path) -> None:
    write(tmp_path, "hw/hw.ipynb", cell("t", "x", grade=True, points=1), language="R")
    with pytest.raises(CourseError, match="stock nbgrader"):
        skeleton_of(load_course(tmp_path), "hw")


def test_a_folder_without_notebooks_is_no_course(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="is not a course"):
        load_course(tmp_path)
