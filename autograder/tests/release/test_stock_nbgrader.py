"""nbgrader's own commands work in this course and agree with ours; it can grade by itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from autograder.course import load_course
from autograder.release.build import build, build_edition
from autograder.skeleton import is_answer, load_skeleton, text
from nbgrader.api import Gradebook

ROOT = Path(__file__).parents[3]
UNITS = [unit.id for unit in load_course(ROOT).units]
pytestmark = pytest.mark.slow


def nbgrader(folder: Path, *arguments: str) -> None:
    """Run an nbgrader command as an instructor would, in the course's folder."""
    tools = Path(sys.executable).parent
    done = subprocess.run(
        [tools / "nbgrader", *arguments],
        cwd=folder,
        env=os.environ | {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module", params=UNITS)
def generated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the course, named like the unit that nbgrader has generated in it."""
    folder = tmp_path_factory.mktemp("course") / str(request.param)
    folder.mkdir()
    ours = (ROOT / "nbgrader_config.py").read_text(encoding="utf-8")
    stock = ours.replace("use_autograder(c)\n", "")  # nbgrader is to grade by itself
    (folder / "nbgrader_config.py").write_text(stock, encoding="utf-8")
    shutil.copytree(ROOT / "source" / folder.name, folder / "source" / folder.name)
    nbgrader(folder, "generate_assignment", folder.name)
    return folder


def submit(folder: Path, student: str, notebook: dict[str, Any]) -> None:
    place = folder / "submitted" / student / folder.name
    place.mkdir(parents=True)
    (place / f"{folder.name}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def solved(released: dict[str, Any], edition: dict[str, Any]) -> dict[str, Any]:
    """The student's notebook with the answers of the edition after the deadline in it."""
    answers = {cell["id"]: text(cell) for cell in edition["cells"] if is_answer(cell)}
    cells = [{**cell, "source": answers.get(cell["id"], text(cell))} for cell in released["cells"]]
    return {**released, "cells": cells}


def test_generate_assignment_writes_what_we_release(generated: Path, tmp_path: Path) -> None:
    ours = build(load_course(ROOT), generated.name, tmp_path).folder / f"{generated.name}.ipynb"
    theirs = generated / "release" / generated.name / f"{generated.name}.ipynb"
    assert theirs.read_bytes() == ours.read_bytes()


def test_autograde_gives_the_solved_notebook_full_marks_and_the_untouched_none(
    generated: Path, tmp_path: Path
) -> None:
    unit, skeleton = load_course(ROOT).unit(generated.name), load_skeleton(ROOT, generated.name)
    path = generated / "release" / unit.id / f"{unit.id}.ipynb"
    released = json.loads(path.read_text(encoding="utf-8"))
    edition = build_edition(load_course(ROOT), unit.id, tmp_path) / f"{unit.id}.ipynb"
    with_answers = json.loads(edition.read_text(encoding="utf-8"))
    submit(generated, "student-01", solved(released, with_answers))
    submit(generated, "student-02", released)
    nbgrader(generated, "autograde", unit.id)
    with Gradebook(f"sqlite:///{generated / 'gradebook.db'}") as gradebook:
        best = gradebook.find_submission(unit.id, "student-01")
        waiting = sum(cell.max_points for cell in skeleton.graded if cell.manual)
        assert best.max_score == unit.points
        assert best.score == unit.points - waiting
        assert gradebook.find_submission(unit.id, "student-02").score == 0
