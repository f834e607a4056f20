"""Every damage in the table: which answers are found again, what is told, and the points."""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from autograder.cli import app
from autograder.collect import Place, read
from autograder.models import Rebuilt
from autograder.rebuild import rebuild
from autograder.rebuild.source import statements
from autograder.skeleton import Skeleton, exercise_of, flags, is_answer, load_skeleton, text
from typer.testing import CliRunner

from . import cells, files, tools  # noqa: F401  # importing enters their cases into the table
from .notebooks import CASES, POINTS, ROOT, UNIT, Case, model, points_of


@cache
def skeleton() -> Skeleton:
    return load_skeleton(ROOT, UNIT)


def hand_in(workspace: Path, student: str, case: Case) -> Path:
    """Put the case's files where the student's folder is."""
    folder = workspace / "submitted" / student / UNIT
    folder.mkdir(parents=True)
    for name, data in case.files().items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    return folder / f"{UNIT}.ipynb"


def in_force(rebuilt: Rebuilt) -> dict[str, dict[str, str]]:
    """For each exercise what its names mean when its first test runs."""
    meanings: dict[str, str] = {}
    found: dict[str, dict[str, str]] = {}
    for cell in rebuilt.notebook["cells"]:
        exercise = exercise_of(cell)
        if flags(cell).get("grade"):
            wanted = skeleton().names[skeleton().answers[exercise]]
            found.setdefault(exercise, {n: meanings.get(n, "") for n in wanted})
        elif cell["cell_type"] == "code" and not {"check", "hint", "demo"} & tags(cell):
            for part in statements(text(cell)):
                meanings |= dict.fromkeys(part.names, normal(part.node))
    return found


def normal(node: ast.stmt) -> str:
    """What a statement does, its docstring left out."""
    if isinstance(node, ast.FunctionDef) and ast.get_docstring(node):
        node.body = node.body[1:]
    return ast.unparse(node).replace("0 * math.pi + ", "")


def tags(cell: Mapping[str, Any]) -> set[str]:
    return set(cell["metadata"].get("tags", []))


def right(rebuilt: Rebuilt) -> set[str]:
    """The exercises whose model answer is in force."""
    good = set()
    for exercise, names in in_force(rebuilt).items():
        wanted = {n: normal(part.node) for part in statements(model(exercise)) for n in part.names}
        if all(meaning == wanted[name] for name, meaning in names.items()):
            good.add(exercise)
    return good


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_answers_are_found_again_and_what_was_done_is_told(tmp_path: Path, case: Case) -> None:
    place = Place("kim", UNIT, hand_in(tmp_path, "kim", case))
    found = read(place)
    rebuilt = rebuild(found.submission, skeleton())
    told = [*rebuilt.repairs, rebuilt.malformed, found.problem]
    for words in case.says:
        assert any(words in sentence for sentence in told), told
    if case.silent:
        assert told == ["", ""]
    assert sum(points_of(exercise) for exercise in right(rebuilt)) == case.points, told
    assert_is_the_courses(rebuilt)
    for sentence in filter(None, told):
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence[-1] in ".?"  # whole sentences
        assert len(sentence) < 400


def assert_is_the_courses(rebuilt: Rebuilt) -> None:
    """Test and locked cells are the course's, in order, whatever the submission holds."""
    ours = skeleton().notebook["cells"]
    kept = [c for c in rebuilt.notebook["cells"] if not c["metadata"].get("nnbh", {}).get("own")]
    assert [cell["id"] for cell in kept] == [cell["id"] for cell in ours]
    for cell, our in zip(kept, ours, strict=True):
        assert cell["metadata"] == our["metadata"]
        if flags(our) and not is_answer(our):
            assert cell["source"] == our["source"]


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
