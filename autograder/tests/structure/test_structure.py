"""Every damage in the tables: which answers are found again, what is told, and the points."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from autograder.cli import app
from autograder.collect import Place, read
from autograder.rebuild import rebuild
from typer.testing import CliRunner

from . import cells, files, tools  # noqa: F401  # importing enters their cases into the table
from .judged import assert_is_the_courses, points, skeleton
from .notebooks import CASES, POINTS, ROOT, UNIT, Case, points_of


def hand_in(workspace: Path, student: str, case: Case) -> Path:
    """Put the case's files where the student's folder is."""
    folder = workspace / "submitted" / student / UNIT
    folder.mkdir(parents=True)
    for name, data in case.files().items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    return folder / f"{UNIT}.ipynb"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_answers_are_found_again_and_what_was_done_is_told(tmp_path: Path, case: Case) -> None:
    place = Place("kim", UNIT, hand_in(tmp_path, "kim", case))
    found = read(place)
    rebuilt = rebuild(found.submission, skeleton())
    told = [words for words in (*rebuilt.repairs, rebuilt.malformed, found.problem) if words]
    for words in case.says:
        assert any(words in sentence for sentence in told), told
    if case.silent:
        assert told == []
    assert points(rebuilt) == case.points, told
    assert_is_the_courses(rebuilt)
    for sentence in told:
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence[-1] in ".?"  # whole sentences
        assert len(sentence) < 400


def test_graded_points_are_what_the_code_deserves(tmp_path: Path) -> None:
    chosen = [case for case in CASES if case.graded]
    for case in chosen:
        hand_in(tmp_path, case.name, case)
    # The code is the course's own; what contains it is tested elsewhere.
    command = ["grade", UNIT, "--course", str(ROOT), "--workspace", str(tmp_path), "--jobs", "2"]
    result = CliRunner().invoke(app, [*command, "--sandbox", "none", "--json"])
    assert result.exit_code == 0, result.stderr
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    scores = {line["student"]: line["score"] for line in lines}
    assert scores == {case.name: case.points for case in chosen}


def test_the_table_is_large_and_every_case_is_worth_its_points() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 40
    assert sum(points_of(f"1.{n}") for n in range(1, 9)) == POINTS
