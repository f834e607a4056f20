"""Proves of a released notebook that it is the instructor's, without answers and hidden tests.

It never trusts the conversion: everything is read off the two notebooks again.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from autograder.models import Notebook, Unit
from autograder.release.leaks import leaks, pages, secrets
from autograder.release.stubs import assigned_names, solution_regions
from autograder.skeleton import (
    exercise_of,
    flags,
    grade_id,
    is_answer,
    is_code,
    text,
    without_hidden_tests,
)

MARKS = re.compile(r"(BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)")
Cell = Mapping[str, Any]


def prove(source: Notebook, release: Notebook, unit: Unit) -> list[str]:
    """What is wrong with a release, one sentence each; empty when it is right."""
    faults = _same_cells(source, release)
    if faults:
        return faults  # the rest would compare unrelated cells
    faults += _points(release, unit)
    faults += _no_marks_no_outputs(release)
    for before, after in zip(source["cells"], release["cells"], strict=True):
        if is_answer(before) and is_code(before):
            faults += _stubs(before, after)
        elif not is_answer(before) and text(after) != without_hidden_tests(text(before)):
            faults.append(f"Cell {after['id']} is not the source's without its hidden tests.")
    return faults + leaks(secrets(source), pages(release))


def _same_cells(source: Notebook, release: Notebook) -> list[str]:
    def identity(cell: Cell) -> tuple[Any, ...]:
        return cell.get("id"), cell["cell_type"], grade_id(cell), flags(cell).get("points")

    before = [identity(cell) for cell in source["cells"]]
    after = [identity(cell) for cell in release["cells"]]
    if before == after:
        return []
    changed = [b for b, a in zip(before, after, strict=False) if b != a]
    which = changed[0][0] if changed else f"{len(before)} cells against {len(after)}"
    return [f"The released cells are not those of the source, first at {which}."]


def _points(release: Notebook, unit: Unit) -> Iterator[str]:
    cells = [cell for cell in release["cells"] if flags(cell).get("grade")]
    total = sum(float(flags(cell).get("points", 0)) for cell in cells)
    if total != unit.points:
        yield f"The graded cells of {unit.id} sum to {total:g}; course.toml says {unit.points:g}."


def _no_marks_no_outputs(release: Notebook) -> Iterator[str]:
    for cell in release["cells"]:
        if MARKS.search(json.dumps(cell)):
            yield f"Cell {cell['id']} still has a mark of a solution or a hidden test."
        if is_code(cell) and (cell["outputs"] or cell["execution_count"] is not None):
            yield f"Cell {cell['id']} still has an output or an execution count."


def _stubs(before: Cell, after: Cell) -> Iterator[str]:
    """Every region of the source's cell has its stub in the released one, and no other code."""
    exercise = exercise_of(before)
    tree = ast.parse(text(after))
    raised = [told for node in ast.walk(tree) if (told := _raises(node)) is not None]
    regions = solution_regions(text(before), exercise)
    inner = [region for region in regions if region.indent]
    right = [told for told in raised if told.startswith(f"Exercise {exercise}: ")]
    if len(right) != len(inner):
        yield (
            f"Cell {after['id']} has {len(right)} stubs that raise "
            f'NotImplementedError("Exercise {exercise}: ..."); its source has {len(inner)} regions.'
        )
    unset = {name.id for name in _ellipses(tree)}
    for region in regions:
        for name in () if region.indent else assigned_names(region.source):
            if name not in unset:
                yield f"Cell {after['id']}: the value {name} does not start as `{name} = ...`."


def _raises(node: ast.AST) -> str | None:
    """The message of `raise NotImplementedError("...")`, None for any other node."""
    if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
        called, arguments = node.exc.func, node.exc.args
        named = isinstance(called, ast.Name) and called.id == "NotImplementedError"
        if named and len(arguments) == 1 and isinstance(arguments[0], ast.Constant):
            return str(arguments[0].value)
    return None


def _ellipses(tree: ast.Module) -> Iterator[ast.Name]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            names = [name for name in node.targets if isinstance(name, ast.Name)]
            yield from names if node.value.value is Ellipsis else ()
