"""`autograder grade` from the command line: what it prints, writes and returns."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from autograder.cli import app
from autograder.pipeline import single_writer
from typer.testing import CliRunner, Result

UNIT = "01-tiny"


def run(course: Path, *arguments: str) -> Result:
    """In this process, without a sandbox: what is contained is not the question here."""
    command = ["grade", "--course", str(course), "--sandbox", "none", *arguments]
    return CliRunner().invoke(app, command)


def lines(result: Result) -> dict[str, dict[str, Any]]:
    found = map(json.loads, result.stdout.splitlines())
    return {line["student"]: line for line in found}


@pytest.fixture
def a_class(tiny_course, submit, tiny, copy_of) -> Path:
    submit("perfect", copy_of(tiny).solve())
    submit("-odd id; é", copy_of(tiny))
    submit("empty", b"")
    wrong = copy_of(tiny).solve()
    wrong["ex-1-1"]["source"] = "def double(x):\n    return x"
    del wrong.cells[wrong.place("test-1-1-a")]
    submit("wrong", wrong)
    return tiny_course


def test_whole_class_is_graded_recorded_and_reported(a_class) -> None:
    result = run(a_class, "--json")
    assert result.exit_code == 0, result.stderr
    found = lines(result)
    assert {name: (line["outcome"], line["score"]) for name, line in found.items()} == {
        "perfect": ("PASSED", 5.0),
        "-odd id; é": ("NOT_STARTED", 0.0),
        "empty": ("MALFORMED", 0.0),
        "wrong": ("PARTIAL", 3.0),
    }
    assert found["wrong"]["repairs"] == [
        "The test cell test-1-1-a had been deleted; it was put back."
    ]
    assert "NO SANDBOX" in result.stderr
    for student in found:
        assert (a_class / "autograded" / student / UNIT / f"{UNIT}.ipynb").is_file()
        assert (a_class / "feedback" / student / UNIT / f"{UNIT}.html").is_file()
    assert (a_class / "report" / UNIT / "index.html").is_file()
    with sqlite3.connect(a_class / "gradebook.db") as database:
        [(total,)] = database.execute("SELECT SUM(auto_score) FROM grade")
    database.close()
    assert total == 8.0
    assert len((a_class / ".autograder" / "results.jsonl").read_text("utf-8").splitlines()) == 4


def test_table_names_every_student_and_the_pages(a_class) -> None:
    result = run(a_class, UNIT, "--jobs", "2")
    assert result.exit_code == 0
    for words in ("perfect", "5 of 5", "MALFORMED", "not contained", "index.html", "gradebook.db"):
        assert words in result.stdout


def test_grading_again_says_the_same_and_does_nothing(a_class, monkeypatch) -> None:
    first = run(a_class, "--json")
    journal = (a_class / ".autograder" / "results.jsonl").read_bytes()
    monkeypatch.setattr("autograder.pipeline.workers._Worker", None)  # none is started
    again = run(a_class, "--json")
    assert again.exit_code == 0, again.stderr
    assert lines(again) == lines(first)
    assert (a_class / ".autograder" / "results.jsonl").read_bytes() == journal
    assert "4 of 4 as graded before" in run(a_class).stdout
    assert isinstance(run(a_class, "--fresh").exception, TypeError)  # one is


def test_second_grader_of_a_workspace_is_refused(a_class) -> None:
    with single_writer(a_class):
        result = run(a_class, "--json")
    assert result.exit_code == 2
    assert "Another `autograder grade` (process" in result.stderr
    assert result.stdout == ""


def test_one_student_is_graded_and_the_report_keeps_the_others(a_class) -> None:
    run(a_class, "--json")
    result = run(a_class, "--json", "--student", "perfect")
    assert list(lines(result)) == ["perfect"]
    table = (a_class / "report" / UNIT / "grades.csv").read_text("utf-8")
    assert "wrong" in table
    assert "perfect" in table


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["99-none"], "There is no unit '99-none' in this course. Its units: 01-tiny."),
        (["--student", "nobody"], "Student 'nobody' has handed in nothing"),
        (["--workspace", "/nowhere"], "There is no folder /nowhere/submitted"),
        (["--course", "/nowhere"], "/nowhere is not a course"),
        (["--jobs", "0"], "--jobs"),
        (["--timeout", "0"], "--timeout"),
        (["--sandbox", "docker"], "--sandbox"),
    ],
)
def test_unusable_arguments_end_with_a_sentence_and_status_2(a_class, arguments, words) -> None:
    result = run(a_class, "--json", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stdout == ""
    assert not (a_class / "gradebook.db").exists()


def test_missing_source_notebook_is_named(a_class) -> None:
    (a_class / "source" / UNIT / f"{UNIT}.ipynb").unlink()
    result = run(a_class)
    assert result.exit_code == 2
    assert f"source/{UNIT}/{UNIT}.ipynb is missing" in result.stderr


def test_half_written_gradebook_costs_no_result(a_class) -> None:
    (a_class / "gradebook.db").write_bytes(b"SQLite format 3\0 and then the lights went out")
    result = run(a_class, "--json")
    assert result.exit_code == 2
    assert len(lines(result)) == 4
    assert "gradebook.db is not a gradebook" in result.stderr
    assert ".autograder/results.jsonl" in result.stderr
    assert (a_class / "feedback" / "perfect" / UNIT / f"{UNIT}.html").is_file()


def test_workspace_that_cannot_be_written_is_told_before_grading(a_class) -> None:
    (a_class / ".autograder").write_text("a file in the way")
    result = run(a_class, "--json")
    assert result.exit_code == 2
    assert f"The workspace {a_class} cannot be written" in result.stderr
    assert result.stdout == ""


def test_failure_of_the_grader_gives_status_3(a_class) -> None:
    path = a_class / "source" / UNIT / f"{UNIT}.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    setup = next(cell for cell in notebook["cells"] if cell["id"] == "setup")
    setup["source"] = "import a_module_that_nobody_has"
    path.write_text(json.dumps(notebook), "utf-8")
    result = run(a_class, "--json", "--student", "perfect")
    assert result.exit_code == 3
    [line] = lines(result).values()
    assert line["outcome"] == "OUR_FAULT"
    assert {cell["points"] for cell in line["exercises"]} == {None}


def test_without_bubblewrap_grading_is_refused_and_the_way_out_named(a_class, monkeypatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    result = CliRunner().invoke(app, ["grade", "--course", str(a_class)])
    assert result.exit_code == 2
    assert "bubblewrap is not installed" in result.stderr
    assert "--sandbox none" in result.stderr
