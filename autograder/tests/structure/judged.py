"""Tells without running anything which answers of a rebuilt notebook are in force."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cache
from typing import Any

from autograder.models import Rebuilt
from autograder.rebuild.source import statements
from autograder.skeleton import Skeleton, exercise_of, flags, is_answer, load_skeleton, text

from .notebooks import ROOT, UNIT, model, points_of


@cache
def skeleton() -> Skeleton:
    return load_skeleton(ROOT, UNIT)


def points(rebuilt: Rebuilt) -> float:
    """The points of the exercises whose model answer is in force when their tests run."""
    return sum(points_of(exercise) for exercise in right(rebuilt))


def right(rebuilt: Rebuilt) -> set[str]:
    good = set()
    for exercise, names in _in_force(rebuilt).items():
        wanted = {n: _does(part.node) for part in statements(model(exercise)) for n in part.names}
        if all(meaning == wanted[name] for name, meaning in names.items()):
            good.add(exercise)
    return good


def _in_force(rebuilt: Rebuilt) -> dict[str, dict[str, str]]:
    """For each exercise what its names mean when its first test runs."""
    meanings: dict[str, str] = {}
    found: dict[str, dict[str, str]] = {}
    for cell in rebuilt.notebook["cells"]:
        exercise = exercise_of(cell)
        if flags(cell).get("grade"):
            wanted = skeleton().names[skeleton().answers[exercise]]
            found.setdefault(exercise, {name: meanings.get(name, "") for name in wanted})
        elif cell["cell_type"] == "code" and not {"check", "hint", "demo"} & _tags(cell):
            for part in statements(text(cell)):
                meanings |= dict.fromkeys(part.names, _does(part.node))
    return found


def _does(node: ast.stmt) -> str:
    """What a statement does, its docstring left out."""
    if isinstance(node, ast.FunctionDef) and ast.get_docstring(node):
        node.body = node.body[1:]
    return ast.unparse(node).replace("0 * math.pi + ", "")


def _tags(cell: Mapping[str, Any]) -> set[str]:
    return set(cell["metadata"].get("tags", []))


def assert_is_the_courses(rebuilt: Rebuilt) -> None:
    """Test and locked cells are the course's, in order, whatever the submission holds."""
    ours = skeleton().notebook["cells"]
    kept = [c for c in rebuilt.notebook["cells"] if not c["metadata"].get("nnbh", {}).get("own")]
    assert [cell["id"] for cell in kept] == [cell["id"] for cell in ours]
    for cell, our in zip(kept, ours, strict=True):
        assert cell["metadata"] == our["metadata"]
        if flags(our) and not is_answer(our):
            assert cell["source"] == our["source"]
