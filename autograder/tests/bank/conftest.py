"""A made-up course whose exercises no checks data know: 91.1 two functions, 91.2 a choice."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

UNIT = "91-lines"
TOML = f"""title = "Made up"
[[unit]]
id = "{UNIT}"
title = "Lines"
points = 4
due = ""
"""
MODEL = "def rise(x, slope):\n    return slope * x\n\n\ndef shift(x, by):\n    return x + by"
RISE = "assert abs(rise(4.0, 2.5) - 10.0) < 1e-9, 'rise'"
SHIFT = "assert abs(shift(4.0, 2.5) - 6.5) < 1e-9, 'shift'"
CHOICE = "assert why.strip().lower() == 'c', 'think of the origin'"


def marked(model: str) -> str:
    lines = []
    for line in model.split("\n"):
        inner = line.startswith("    ")
        lines += ["    ### BEGIN SOLUTION", line, "    ### END SOLUTION"] if inner else [line]
    return "\n".join(lines)


def cell(name: str, exercise: str, source: str, **flags: Any) -> dict[str, Any]:
    role = {"grade": False, "solution": False, "locked": False, "task": False, "schema_version": 3}
    metadata = {"nnbh": {"exercise": exercise}, "nbgrader": role | {"grade_id": name} | flags}
    made = {"cell_type": "code", "id": name, "metadata": metadata, "source": source}
    return made | {"outputs": [], "execution_count": None}


def notebook() -> dict[str, Any]:
    test = {"grade": True, "locked": True}
    choice = "### BEGIN SOLUTION\nwhy = 'c'\n### END SOLUTION"
    cells = [
        cell("ex-91-1", "91.1", marked(MODEL), solution=True),
        cell("test-91-1-a", "91.1", RISE, points=2, **test),
        cell("test-91-1-b", "91.1", SHIFT, points=1, **test),
        cell("ex-91-2", "91.2", choice, solution=True),
        cell("test-91-2-a", "91.2", CHOICE, points=1, **test),
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}, "cells": cells}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The course on disk, with an empty bank."""
    root = tmp_path / "course-root"
    (root / "course" / "answers").mkdir(parents=True)
    (root / "course" / "course.toml").write_text(TOML, encoding="utf-8")
    unit = root / "source" / UNIT
    unit.mkdir(parents=True)
    (unit / f"{UNIT}.ipynb").write_text(json.dumps(notebook()), encoding="utf-8")
    return root


@pytest.fixture
def put(course: Path) -> Callable[..., Path]:
    """Writes an answer into the course's bank, or into another folder."""

    def write(exercise: str, name: str, text: str, folder: Path | None = None) -> Path:
        base = (folder or course / "course" / "answers") / UNIT / exercise
        base.mkdir(parents=True, exist_ok=True)
        (base / name).write_text(text, encoding="utf-8")
        return base / name

    return write


@pytest.fixture
def model() -> str:
    """The model answer of 91.1."""
    return MODEL
