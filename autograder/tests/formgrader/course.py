"""A stranger's nbgrader course: nbgrader's own quickstart example, and an assignment with more.

`ps1` is what `nbgrader quickstart` copies, from the installed package. `ps2` has what the example
lacks: partial credit, a data file, helper functions outside of answers, tests that lean on tests.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbgrader

EXAMPLE = Path(nbgrader.__file__).parent / "docs" / "source" / "user_guide" / "source"
CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "theirs"
c.IncludeHeaderFooter.header = "source/header.ipynb"
"""
OURS = """
from autograder.formgrader import use_autograder
use_autograder(c, isolation="shared")
"""
TOOLS = Path(sys.executable).parent
Notebook = dict[str, Any]

HELPER = """
import csv
def rows():
    with open("data.csv") as file:
        return [float(row[1]) for row in csv.reader(file)]
"""
TOTAL = """
def total(values):
    ### BEGIN SOLUTION
    return sum(values)
    ### END SOLUTION
"""
IN_PARTS = """
def close(a, b):
    return abs(a - b) < 1e-9
score = 0.0
if close(total([1, 2]), 3):
    score += 1.5
if close(total([]), 0):
    score += 2.5
score
"""
CELLS = (
    ("", HELPER),
    ("total", TOTAL),
    ("from_file", "assert total(rows()) == 6.0"),
    ("in_parts", IN_PARTS),
    ("leans", "from helping import twice\nassert close(total([twice(1)]), 2)"),
)
POINTS = {"from_file": 1, "in_parts": 4, "leans": 1}


def _cell(name: str, source: str) -> dict[str, Any]:
    facts: dict[str, Any] = {"grade_id": name, "schema_version": 3, "task": False}
    facts |= {"solution": name == "total", "grade": name in POINTS, "locked": name in POINTS}
    facts |= {"points": POINTS[name]} if name in POINTS else {}
    made = {"cell_type": "code", "metadata": {"nbgrader": facts} if name else {}}
    return made | {"source": source.strip(), "outputs": [], "execution_count": None}


def write_course(root: Path) -> Path:
    """The course as its instructor has it before anything is released."""
    shutil.copytree(EXAMPLE / "ps1", root / "source" / "ps1")
    shutil.copy(EXAMPLE / "header.ipynb", root / "source")
    (root / "nbgrader_config.py").write_text(CONFIG)
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    more = {"metadata": {"kernelspec": kernel}, "cells": [_cell(*cell) for cell in CELLS]}
    (root / "source" / "ps2").mkdir()
    (root / "source" / "ps2" / "sums.ipynb").write_text(
        json.dumps(more | {"nbformat": 4, "nbformat_minor": 4})
    )
    (root / "source" / "ps2" / "data.csv").write_text("a,1\nb,2\nc,3\n")
    (root / "source" / "ps2" / "helping.py").write_text("def twice(x):\n    return 2 * x\n")
    return root


def run(root: Path, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the course's folder, as from the instructor's shell."""
    return subprocess.run(
        [TOOLS / command, *arguments],
        cwd=root,
        env=os.environ | {"PATH": f"{TOOLS}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def released(root: Path, assignment: str, name: str) -> Notebook:
    """A notebook as students get it."""
    path = root / "release" / assignment / f"{name}.ipynb"
    notebook: Notebook = json.loads(path.read_text("utf-8"))
    return notebook


def solutions(root: Path, assignment: str, name: str) -> dict[str, str]:
    """The instructor's answers by grade id."""
    source = json.loads((root / "source" / assignment / f"{name}.ipynb").read_text("utf-8"))
    return {
        grade_id(cell): "".join(line for line in cell["source"] if "### " not in line)
        if isinstance(cell["source"], list)
        else "\n".join(line for line in cell["source"].split("\n") if "### " not in line)
        for cell in source["cells"]
        if cell["metadata"].get("nbgrader", {}).get("solution")
    }


def grade_id(cell: Mapping[str, Any]) -> str:
    """A cell's grade id."""
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))


def answered(notebook: Notebook, answers: Mapping[str, str]) -> Notebook:
    """The notebook with these answers in it."""
    cells = [
        {**cell, "source": answers.get(grade_id(cell), cell["source"])}
        for cell in notebook["cells"]
    ]
    return {**notebook, "cells": cells}


def hand_in(root: Path, student: str, assignment: str, name: str, data: Notebook | bytes) -> None:
    """Put a student's file where nbgrader's collecting would."""
    folder = root / "submitted" / student / assignment
    folder.mkdir(parents=True, exist_ok=True)
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    (folder / f"{name}.ipynb").write_bytes(raw)


def rows(root: Path) -> dict[tuple[str, str, str], tuple[float | None, bool]]:
    """Points by machine, and whether a person has to look, of every graded cell."""
    with sqlite3.connect(root / "gradebook.db") as database:
        found = database.execute(
            "SELECT submission.student_id, notebook.name, cell.name, auto_score, needs_manual_grade"
            " FROM grade JOIN submitted_notebook book ON grade.notebook_id = book.id"
            " JOIN notebook ON book.notebook_id = notebook.id"
            " JOIN submitted_assignment submission ON book.assignment_id = submission.id"
            " JOIN base_cell cell ON grade.cell_id = cell.id"
        ).fetchall()
    return {(who, book, cell): (points, bool(manual)) for who, book, cell, points, manual in found}
