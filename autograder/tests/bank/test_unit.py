"""A bank is run through the real grader: what holds, what does not, and what is told of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from autograder.cli import app
from typer.testing import CliRunner

UNIT = "91-lines"
Put = Callable[..., Path]


@pytest.fixture
def bank(course: Path) -> Callable[..., tuple[int, str]]:
    """`autograder bank` on the made-up course: exit status and all that was printed."""

    def run(*arguments: str) -> tuple[int, str]:
        fixed = ["--course", str(course), "--sandbox", "none", "--jobs", "1"]
        result = CliRunner().invoke(app, ["bank", *arguments, *fixed], env={"COLUMNS": "200"})
        return result.exit_code, result.output

    return run


@pytest.fixture
def judged(bank: Callable[..., tuple[int, str]]) -> Callable[..., dict[str, dict[str, Any]]]:
    """The lines of --json by file name."""

    def run(*arguments: str) -> dict[str, dict[str, Any]]:
        lines = [line for line in bank(*arguments, "--json")[1].split("\n") if line[:1] == "{"]
        return {found["file"]: found for found in map(json.loads, lines)}

    return run


def fill(put: Put, model: str) -> None:
    """A bank in which everything holds."""
    put("91.1", "model.py", f"# points: 3.0\n{model}")
    put("91.1", "style-sum.py", model.replace("slope * x", "sum([slope * x])"))
    put("91.1", "style-float.py", model.replace("slope * x", "float(slope) * float(x)"))
    put("91.1", "style-minus.py", f"# points: 3\n{model.replace('x + by', 'x - (-by)')}")
    put("91.2", "model.py", "# points: 1\nwhy = 'c'")
    put("91.2", "mistake-steep.py", "# points: 0\n# mistake: steep\n# message: origin\nwhy = 'A '")


def test_own_bank_holds_but_lacks_a_mistake(
    put: Put, model: str, bank: Callable[..., tuple[int, str]]
) -> None:
    fill(put, model)
    status, words = bank(UNIT)
    assert "All are judged as expected." in words
    assert "8 answers (2 model, 3 style, 1 mistake, 2 untouched)" in words
    assert "Exercise 91.1 has no mistake-*.py." in words
    assert status == 1
    assert bank(UNIT, "--exercise", "91.2")[0] == 0
    assert bank("--exercise", "91.2")[0] == 0
    assert bank("--exercise", "77.7")[0] == 2


def test_each_departure_is_told_and_none_stops_the_others(
    put: Put, model: str, judged: Callable[..., dict[str, dict[str, Any]]], tmp_path: Path
) -> None:
    other = tmp_path / "other"
    half = model.replace("x + by", "x - by")
    put("91.1", "style-good.py", model, other)
    put("91.1", "style-bad.py", half, other)
    put("91.1", "style-raises.py", "def rise(x, slope):\n    raise ValueError('no')", other)
    put("91.1", "mistake-foreign.py", f"# points: 2\n# mistake: foreign\n{half}", other)
    put("91.1", "mistake-unnoticed.py", model, other)
    put("91.1", "mistake-wrong-points.py", f"# points: 0\n{half}", other)
    put("91.1", "style-typo.py", "def rise(x, slope:\n    return", other)
    put("91.1", "style-header.py", f"# points: lots\n{model}", other)
    put("91.9", "model.py", "x = 1", other)
    put("91-1", "style-misplaced.py", model, other)
    found = judged(UNIT, "--answers", str(other))
    assert {name for name, line in found.items() if line["ok"]} == {
        "style-good.py",
        "mistake-foreign.py",
        "(untouched)",
    }
    assert found["mistake-foreign.py"]["points"] == 2.0
    assert found["mistake-foreign.py"]["outcome"] == "PARTIAL"
    assert found["style-raises.py"]["points"] == 0.0
    assert "2 points where 3 are expected" in found["style-bad.py"]["why"]
    assert "full points" in found["mistake-unnoticed.py"]["why"]
    assert "2 points where 0 are expected" in found["mistake-wrong-points.py"]["why"]
    assert "is not Python" in found["style-typo.py"]["why"]
    assert "no number of points" in found["style-header.py"]["why"]
    assert "no exercise 91.9" in found["model.py"]["why"]
    assert found["model.py"]["points"] is None
    assert "no exercise 91-1" in found["style-misplaced.py"]["why"]


def test_json_line_has_the_agreed_fields_and_stdout_nothing_else(
    put: Put, model: str, course: Path
) -> None:
    fill(put, model)
    arguments = ["bank", UNIT, "--json", "--sandbox", "none", "--course", str(course)]
    result = CliRunner().invoke(app, arguments)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(lines) == 8
    assert list(lines[0]) == [
        "unit", "exercise", "file", "points", "expected_points", "max_points", "mistake",
        "expected_mistake", "message", "outcome", "ok", "why",
    ]  # fmt: skip
    untouched = [line for line in lines if line["file"] == "(untouched)"]
    assert {line["outcome"] for line in untouched} == {"NOT_STARTED"}
    assert "8 answers" in result.stderr


def test_named_mistake_of_a_choice_is_compared_by_name_and_message(
    put: Put, judged: Callable[..., dict[str, dict[str, Any]]]
) -> None:
    head = "# points: 0\n# mistake: {0}\n# message: {1}\n"
    put("91.2", "model.py", "why = 'c'")
    put("91.2", "mistake-steep.py", head.format("steep", "origin") + "why = 'a'")
    put("91.2", "mistake-silent.py", head.format("silent", "of the moon") + "why = 'b'")
    found = judged(UNIT)
    assert found["mistake-steep.py"]["mistake"] == "steep"
    assert found["mistake-steep.py"]["ok"]
    assert "does not say 'of the moon'" in found["mistake-silent.py"]["why"]


def test_mistake_with_a_general_message_need_not_be_named(
    put: Put, model: str, judged: Callable[..., dict[str, dict[str, Any]]]
) -> None:
    fill(put, model)
    wrong = model.replace("x + by", "x - by")
    header = "# points: 2\n# mistake: backwards\n"
    put("91.1", "mistake-backwards.py", f"{header}# general: true\n{wrong}")
    assert judged(UNIT, "--exercise", "91.1")["mistake-backwards.py"]["ok"]
    put("91.1", "mistake-backwards.py", header + wrong)
    found = judged(UNIT, "--exercise", "91.1")["mistake-backwards.py"]
    assert "taken for no known mistake" in found["why"]


def test_endless_answer_is_expected_to_time_out(
    put: Put, judged: Callable[..., dict[str, dict[str, Any]]], model: str
) -> None:
    endless = model.replace("return x + by", "while True:\n        x = x + by")
    headers = "# points: 2\n# mistake: endless\n# outcome: TIMED_OUT\n"
    put("91.1", "mistake-endless.py", headers + endless)
    put("91.1", "mistake-minus.py", headers.replace("endless", "minus") + model.replace("+", "-"))
    found = judged(UNIT)
    assert found["mistake-endless.py"]["ok"], found["mistake-endless.py"]["why"]
    assert "not TIMED_OUT" in found["mistake-minus.py"]["why"]


def test_mutants_that_no_test_notices_are_told_unless_excused(
    put: Put, model: str, bank: Callable[..., tuple[int, str]], course: Path
) -> None:
    short = "def rise(x, slope):\n    return slope * x + 0\n\n\nshift = lambda x, by: x + by"
    put("91.1", "model.py", f"# points: 3\n{short}")
    status, words = bank(UNIT, "--mutants", "--exercise", "91.1")
    alive = "return slope * x + 0: slope * x + 0 -> slope * x - 0"
    assert status == 1
    assert f"91.1: no test notices the mutant {alive}" in words
    listed = course / "course" / "answers" / UNIT / "equivalent-mutants.toml"
    listed.write_text(f'["91.1"]\n"{alive}" = "adding nothing"\n"x -> y" = "was once alive"')
    words = bank(UNIT, "--mutants", "--exercise", "91.1")[1]
    assert f"no test notices the mutant {alive}" not in words
    assert "91.1: equivalent-mutants.toml excuses what no longer lives: x -> y" in words
    listed.write_text(f'["91.1"]\n"{alive}" = ""')
    assert bank(UNIT, "--mutants")[0] == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["99-nothing"], "There is no unit '99-nothing'"),
        ([UNIT, "--answers", "/nowhere/at/all"], "There is no folder /nowhere/at/all"),
        ([UNIT, "--exercise", "91.7"], "has no exercise 91.7. Its exercises: 91.1, 91.2."),
        ([UNIT], "holds no answers"),
        (["--answers", "/nowhere/at/all"], "There is no folder"),
        ([], "There is nothing to judge"),
    ],
)
def test_unusable_arguments_end_with_status_2_and_a_sentence(
    bank: Callable[..., tuple[int, str]], arguments: list[str], words: str
) -> None:
    status, said = bank(*arguments)
    assert status == 2
    assert words in said
