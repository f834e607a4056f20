"""A unit is released through nbgrader, proved, and compared with what is committed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from autograder.cli import app
from autograder.course import Course, CourseError, load_course
from autograder.release.build import build, build_edition, drift
from autograder.release.convert import ReleaseError
from typer.testing import CliRunner

UNIT = "01-lines"
Write = Callable[[dict[str, Any]], Course]


def released(course: Course) -> dict[str, Any]:
    build(course, UNIT, course.root / "release")
    path = course.root / "release" / UNIT / f"{UNIT}.ipynb"
    return json.loads(path.read_text(encoding="utf-8"))


def cell(made: dict[str, Any], name: str) -> dict[str, Any]:
    return next(cell for cell in made["cells"] if cell["id"] == name)


def code(made: dict[str, Any], name: str) -> str:
    return "".join(cell(made, name)["source"])


def rewrite(made: dict[str, Any], name: str, old: str, new: str) -> None:
    found = code(made, name)
    assert old in found
    cell(made, name)["source"] = found.replace(old, new)


def test_release_has_stubs_and_no_hidden_tests(write_course: Write, source: dict[str, Any]) -> None:
    made = released(write_course(source))
    assert code(made, "ex-1-1").endswith(
        'raise NotImplementedError("Exercise 1.1: line is not written yet.")'
    )
    assert code(made, "ex-1-2") == "why = ..."
    assert code(made, "test-1-1-a").endswith('assert abs(got - expected) < 1e-9, "slope 2 at 4"')
    assert cell(made, "test-1-1-a")["metadata"]["editable"] is False
    assert [c["id"] for c in made["cells"]] == [c["id"] for c in source["cells"]]


def test_release_leaves_no_gradebook_and_brings_the_pictures(
    write_course: Write, source: dict[str, Any]
) -> None:
    course = write_course(source)
    built = build(course, UNIT, course.root / "release")
    assert (built.folder / "line.svg").read_text() == "<svg/>"
    assert list(course.root.rglob("*.db")) == []


def test_release_is_stable_byte_for_byte(write_course: Write, source: dict[str, Any]) -> None:
    course = write_course(source)
    path = course.root / "release" / UNIT / f"{UNIT}.ipynb"
    released(course)
    first = path.read_bytes()
    released(course)
    assert path.read_bytes() == first
    assert first.endswith(b"}\n")
    assert drift(course, UNIT) == []


def test_edition_after_the_deadline_has_solutions_and_no_hidden_tests(
    write_course: Write, source: dict[str, Any], tmp_path: Path
) -> None:
    folder = build_edition(write_course(source), UNIT, tmp_path / "after")
    made = json.loads((folder / f"{UNIT}.ipynb").read_text(encoding="utf-8"))
    assert "return steps * slope * 1.5" in code(made, "ex-1-1")
    assert code(made, "ex-1-2") == 'why = "c"'
    assert "SOLUTION" not in json.dumps(made)
    assert "wanted" not in json.dumps(made)


def test_drift_names_the_cell_and_shows_the_lines(
    write_course: Write, source: dict[str, Any]
) -> None:
    course = write_course(source)
    assert drift(course, UNIT) == [
        f"release/{UNIT}/{UNIT}.ipynb is missing.",
        f"release/{UNIT}/line.svg is missing.",
    ]
    released(course)
    rewrite(source, "title", "Lines", "Straight lines")
    write_course(source)
    told = drift(course, UNIT)
    assert "-# Lines" in told
    assert "+# Straight lines" in told
    (course.root / "release" / UNIT / "stray.txt").write_text("mine")
    assert f"release/{UNIT}/stray.txt does not come from the source." in drift(course, UNIT)


def test_points_that_differ_from_course_toml_stop_the_release(
    write_course: Write, source: dict[str, Any]
) -> None:
    cell(source, "test-1-1-a")["metadata"]["nbgrader"]["points"] = 5
    with pytest.raises(ReleaseError, match=r"sum to 6; course.toml says 3"):
        released(write_course(source))


def test_failed_proof_writes_nothing(write_course: Write, source: dict[str, Any]) -> None:
    course = write_course(source)
    rewrite(source, "demo-line", "print", "steps = x / 1.5\nprint")
    with pytest.raises(ReleaseError, match=r"demo-line shows the solution of exercise 1\.1"):
        released(write_course(source))
    assert not (course.root / "release").exists()


def test_release_must_not_tell_what_a_later_unit_asks(
    write_course: Write, source: dict[str, Any]
) -> None:
    course = write_course(source)
    toml = course.root / "course" / "course.toml"
    table = toml.read_text() + '[[unit]]\nid = "02-curves"\ntitle = "Curves"\npoints = 3\n'
    toml.write_text(table)
    later = json.loads(json.dumps(source).replace("x / 1.5", "x ** 2 - 7 * x"))
    folder = course.root / "source" / "02-curves"
    folder.mkdir()
    (folder / "02-curves.ipynb").write_text(json.dumps(later))
    course = load_course(course.root)
    assert build(course, UNIT, course.root / "release").folder.is_dir()
    rewrite(source, "demo-line", "print", "y = x ** 2 - 7 * x\nprint")
    course.notebook(UNIT).write_text(json.dumps(source))
    with pytest.raises(ReleaseError, match=r"demo-line shows the solution of exercise 1\.1"):
        build(course, UNIT, course.root / "release")


def test_notebook_that_is_not_json_is_named(write_course: Write, source: dict[str, Any]) -> None:
    course = write_course(source)
    course.notebook(UNIT).write_text("{", encoding="utf-8")
    with pytest.raises(CourseError, match=r"01-lines\.ipynb cannot be read as a notebook"):
        released(course)


def test_command_reports_in_sentences_and_exit_codes(
    write_course: Write, source: dict[str, Any]
) -> None:
    course = write_course(source)

    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, ["release", *arguments, "--course", str(course.root)])
        return result.exit_code, result.output

    assert run("99-nothing")[0] == 2
    assert "Its units: 01-lines" in run("99-nothing")[1]
    status, words = run("--check")
    assert status == 1
    assert "ipynb is missing" in words
    assert run()[0] == 0
    assert run("--check") == (0, f"{UNIT}: release and checks are what the source gives.\n")
