"""`nbgrader autograde` and the formgrader's Autograde button grade with this engine."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from .course import answered, grade_id, hand_in, released, rows, run

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[3]
UNIT = "01-perceptron"
# What the button in the formgrader calls.
BUTTON = """
import json, sys
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import PyFileConfigLoader
config = PyFileConfigLoader("nbgrader_config.py").load_config()
api = NbGraderAPI(CourseDirectory(config=config), config=config)
for student in sys.argv[2:]:
    print(json.dumps(api.autograde(sys.argv[1], student)))
"""
ALWAYS = """
class Always:
    def __eq__(self, other):
        return True
    __ne__ = __lt__ = __gt__ = __sub__ = __eq__
def step(x):
    return Always()
"""


def test_autograde_command_grades_everybody_with_our_marks(graded: Path) -> None:
    found = rows(graded)
    squares = {
        who: [
            found[who, "problem1", name][0] for name in ("correct_squares", "squares_invalid_input")
        ]
        for who in ("solved", "half", "slip", "noisy", "doubled", "future", "broken")
    }
    right = [1.0, 1.0]
    assert squares == {
        "solved": right,
        "half": right,
        "slip": [0.0, 0.0],
        "noisy": right,
        "doubled": right,
        "future": right,
        "broken": [0.0, 0.0],
    }
    assert found["solved", "problem1", "sum_of_squares_equation"] == (None, True)
    assert found["half", "problem1", "sum_of_squares_equation"] == (0.0, False)
    assert found["slip", "problem2", "part-a"] == (0.0, False)  # not handed in
    place = graded / "autograded" / "solved" / "ps1" / "problem1.ipynb"
    outputs = {grade_id(c): c.get("outputs") for c in json.loads(place.read_text())["cells"]}
    assert "correct_squares: PASSED" in json.dumps(outputs["correct_squares"])
    assert (place.parent / "jupyter.png").exists()


def test_manual_marks_feedback_and_export_follow(graded: Path) -> None:
    marks = """
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as gradebook:
    grade = gradebook.find_grade("sum_of_squares_equation", "problem1", "ps1", "solved")
    grade.manual_score, grade.needs_manual_grade = 0.5, False
    gradebook.find_comment("squares", "problem1", "ps1", "solved").manual_comment = "Well said."
    gradebook.db.commit()
"""
    assert run(graded, "python", "-c", marks).returncode == 0
    for command in (("generate_feedback", "ps1"), ("export",)):
        done = run(graded, "nbgrader", *command)
        assert done.returncode == 0, done.stderr
    page = (graded / "feedback" / "solved" / "ps1" / "problem1.html").read_text("utf-8")
    assert "Well said." in page
    assert "Score: 3.5 / 10.0" in " ".join(page.split())
    lines = (graded / "grades.csv").read_text().splitlines()
    (line,) = [line for line in lines if line.startswith("ps1,") and ",solved," in line]
    assert ",3.5,13.0" in line


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A copy of this course with its own nbgrader_config.py: one unit, three submissions."""
    root = tmp_path / "ours"
    root.mkdir()
    shutil.copy(ROOT / "nbgrader_config.py", root)
    for folder in (f"source/{UNIT}", f"course/answers/{UNIT}"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "course" / "course.toml", root / "course")
    done = run(root, "nbgrader", "generate_assignment", UNIT)
    assert done.returncode == 0, done.stderr
    notebook = released(root, UNIT, UNIT)
    model = (root / "course" / "answers" / UNIT / "1.1" / "model.py").read_text("utf-8")
    hand_in(root, "honest", UNIT, UNIT, answered(notebook, {"ex-1-1": model}))
    hand_in(root, "hostile", UNIT, UNIT, answered(notebook, {"ex-1-1": ALWAYS}))
    hand_in(root, "broken", UNIT, UNIT, b"not a notebook")
    return root


def test_the_button_grades_this_course_away_from_the_students_code(ours: Path) -> None:
    done = run(ours, "python", "-c", BUTTON, UNIT, "honest", "hostile", "broken")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["success"] for one in told] == [True, True, True], done.stderr + str(told)
    assert "PARTIAL" in told[0]["log"]
    assert "MALFORMED" in told[2]["log"]
    with sqlite3.connect(ours / "gradebook.db") as database:
        points = dict(
            database.execute(
                "SELECT student_id, sum(auto_score) FROM grade"
                " JOIN submitted_notebook book ON grade.notebook_id = book.id"
                " JOIN submitted_assignment s ON book.assignment_id = s.id GROUP BY student_id"
            ).fetchall()
        )
    assert points["honest"] > 0
    assert points["hostile"] == points["broken"] == 0
