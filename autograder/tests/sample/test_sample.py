"""The sample class: the same every time, and never over a real student's work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from autograder.cli import app
from autograder.sample import SampleError, write_class
from typer.testing import CliRunner

UNIT = "01-tiny"
PLAN = """
handed_in = 2027-03-01T18:30:00+09:00
[[unit]]
id = "01-tiny"
[[unit.student]]
id = "student-01"
about = "Right."
default = "model"
[[unit.student]]
id = "student-02"
about = "Half done, and damaged."
default = "stub"
answers."1.1" = "mistake-same"
cells."1.3" = 'why_no_line = "c"'
own = [{ before = "task-1-2", source = "double(2)" }]
deleted = ["test-1-1-a"]
doubled = ["ex-1-1"]
[[unit.student]]
id = "student-03"
about = "Empty."
default = "model"
emptied = true
"""
BANK = {
    "1.1/model.py": "# points: 2.0\ndef double(x):\n    return x + x\n",
    "1.1/mistake-same.py": (
        "# points: 0.0\n# mistake: same\n# message: same\n# my own comment\n"
        "def double(x):\n    return x\n"
    ),
    "1.2/model.py": "# points: 2.5\ndef sigmoid(z):\n    pass\n",
    "1.3/model.py": '# points: 0.5\nwhy_no_line = "b"\n',
}


@pytest.fixture
def course(tiny_course, tiny, copy_of) -> Path:
    """The tiny course with a release, a bank and a sample class."""
    (tiny_course / "course" / "sample-class.toml").write_text(PLAN, "utf-8")
    released = tiny_course / "release" / UNIT / f"{UNIT}.ipynb"
    released.parent.mkdir(parents=True)
    released.write_bytes(copy_of(tiny).hand_in().data)
    for name, source in BANK.items():
        path = tiny_course / "course" / "answers" / UNIT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, "utf-8")
    return tiny_course


def files(workspace: Path) -> dict[str, bytes]:
    tree = workspace / "submitted"
    found = sorted(path for path in tree.rglob("*") if path.is_file())
    return {str(path.relative_to(tree)): path.read_bytes() for path in found}


def test_same_course_gives_the_same_files(course, tmp_path) -> None:
    for place in ("one", "two"):
        assert write_class(course, tmp_path / place) == ["student-01", "student-02", "student-03"]
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_each_student_does_what_the_plan_says(course) -> None:
    write_class(course, course)
    found = files(course)
    assert found[f"student-03/{UNIT}/{UNIT}.ipynb"] == b""
    stamp = found[f"student-01/{UNIT}/timestamp.txt"]
    assert stamp == b"2027-03-01 09:30:00.000000 UTC\n"
    cells = json.loads(found[f"student-02/{UNIT}/{UNIT}.ipynb"])["cells"]
    names = [cell["id"] for cell in cells]
    sources = {cell["id"]: cell["source"] for cell in cells}
    assert "test-1-1-a" not in names
    assert names[names.index("mine-0") + 1] == "task-1-2"
    assert "NotImplementedError" in sources["ex-1-1"]
    assert sources["ex-1-1-copy"] == "# my own comment\ndef double(x):\n    return x"
    assert sources["ex-1-3"] == 'why_no_line = "c"'
    assert "NotImplementedError" in sources["ex-1-2"]


def test_writing_again_replaces_the_class_and_removes_who_left(course) -> None:
    write_class(course, course)
    plan = course / "course" / "sample-class.toml"
    plan.write_text(PLAN.replace("student-03", "student-04"), "utf-8")
    write_class(course, course)
    students = {name.split("/")[0] for name in files(course)}
    assert students == {".sample-class.json", "student-01", "student-02", "student-04"}


@pytest.mark.parametrize("name", ["real/01-tiny/01-tiny.ipynb", "student-01/01-tiny/01-tiny.ipynb"])
def test_real_students_work_is_never_touched(course, name) -> None:
    write_class(course, course)
    path = course / "submitted" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"hours of work")
    before = files(course)
    with pytest.raises(SampleError, match=name):
        write_class(course, course)
    assert files(course) == before


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"mistake-same"', '"mistake-none"', "mistake-none.py: there is none"),
        ('deleted = ["test-1-1-a"]', 'deleted = ["test-9-9"]', "no cell 'test-9-9'"),
        ('id = "student-01"', 'id = "../student"', "unit.0.student.0.id"),
        ("emptied = true", "emptied = perhaps", "cannot be read"),
    ],
)
def test_wrong_plan_writes_nothing(course, old, new, words) -> None:
    (course / "course" / "sample-class.toml").write_text(PLAN.replace(old, new), "utf-8")
    with pytest.raises(SampleError, match=words):
        write_class(course, course)
    assert not (course / "submitted").exists()


def test_command_says_where_and_refuses_with_status_2(course) -> None:
    good = CliRunner().invoke(app, ["sample", "--course", str(course)])
    assert (good.exit_code, "3 sample students" in good.stdout) == (0, True)
    (course / "release" / UNIT / f"{UNIT}.ipynb").unlink()
    bad = CliRunner().invoke(app, ["sample", "--course", str(course)])
    assert (bad.exit_code, "autograder release" in bad.stderr) == (2, True)
