"""The instructor's notebook of a unit as the grader needs it.

Which cells carry points, which names the exercises ask for, where the answers go; and the
notebook with the answers taken out, as students get it except that the hidden tests stay in.
"""

from __future__ import annotations

import ast
import json
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course import CourseError
from autograder.models import GradedCell, Notebook
from autograder.release.stubs import StubError, stub_source

BEGIN_HIDDEN, END_HIDDEN = "BEGIN HIDDEN TESTS", "END HIDDEN TESTS"
TEXT_STUB = "YOUR ANSWER HERE"


@dataclass(frozen=True)
class Skeleton:
    """A unit's notebook without answers, and what is known about its cells."""

    unit: str
    notebook: Notebook
    graded: tuple[GradedCell, ...]
    contract: frozenset[str]  # names bound in answer cells, and those that provided cells lend
    answers: Mapping[str, str]  # exercise -> grade id of its (first) answer cell
    names: Mapping[str, frozenset[str]]  # grade id of an answer cell -> names it has to bind


def load_skeleton(course_dir: Path, unit: str) -> Skeleton:
    """Read source/<unit>/<unit>.ipynb and take the answers out.

    Raises:
        CourseError: the notebook is missing, unreadable or has no graded cell.
    """
    path = course_dir / "source" / unit / f"{unit}.ipynb"
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CourseError(f"Unit {unit} has no notebook: {path} is missing.") from None
    except (OSError, ValueError) as error:
        raise CourseError(f"{path} cannot be read as a notebook: {error}.") from None
    try:
        return make_skeleton(notebook, unit)
    except (CourseError, StubError, SyntaxError) as error:
        raise CourseError(f"{path}: {error}") from None
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise CourseError(f"{path} is not a whole nbformat 4 notebook: {error!r}.") from None


def make_skeleton(source: Notebook, unit: str) -> Skeleton:
    """The skeleton of an instructor's notebook (nbformat 4 JSON)."""
    cells = [_stubbed(cell) for cell in source["cells"]]
    answers: dict[str, str] = {}
    names: dict[str, frozenset[str]] = {}
    for cell in source["cells"]:
        if is_answer(cell):
            answers.setdefault(exercise_of(cell), grade_id(cell))
            names[grade_id(cell)] = bound_names(text(cell)) if is_code(cell) else frozenset()
    graded = tuple(
        GradedCell(
            grade_id=grade_id(cell),
            exercise=exercise_of(cell),
            max_points=float(flags(cell).get("points", 0)),
            manual=bool(flags(cell).get("solution") or flags(cell).get("task")),
        )
        for cell in source["cells"]
        if flags(cell).get("grade") or flags(cell).get("task")
    )
    if not graded:
        raise CourseError(f"the notebook of unit {unit} has no cell that carries points.")
    contract = frozenset().union(*names.values(), *map(lent_names, source["cells"]))
    return Skeleton(unit, {**source, "cells": cells}, graded, contract, answers, names)


def _stubbed(cell: dict[str, Any]) -> dict[str, Any]:
    """The cell as students get it: no answer, no outputs."""
    stub = {**cell, "source": text(cell)}
    if is_answer(cell):
        stub["source"] = stub_source(text(cell), exercise_of(cell)) if is_code(cell) else TEXT_STUB
    if is_code(cell):
        stub |= {"outputs": [], "execution_count": None}
    return stub


# ---- what a cell says of itself


def flags(cell: Mapping[str, Any]) -> Mapping[str, Any]:
    """The cell's nbgrader metadata, {} where it has none."""
    found = cell.get("metadata", {}).get("nbgrader")
    return found if isinstance(found, Mapping) else {}


def grade_id(cell: Mapping[str, Any]) -> str:
    """The cell's grade id, "" where it has none."""
    found = flags(cell).get("grade_id", "")
    return found if isinstance(found, str) else ""


def exercise_of(cell: Mapping[str, Any]) -> str:
    """The exercise that the cell belongs to; its grade id where the course names none."""
    ours = cell.get("metadata", {}).get("nnbh", {})
    return str(ours.get("exercise") or grade_id(cell))


def is_answer(cell: Mapping[str, Any]) -> bool:
    """Whether the student writes in this cell."""
    return bool(flags(cell).get("solution"))


def is_code(cell: Mapping[str, Any]) -> bool:
    """Whether this is a code cell."""
    return cell.get("cell_type") == "code"


def text(cell: Mapping[str, Any]) -> str:
    """The cell's source as one string (notebook files may hold a list of lines)."""
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def is_manual(cell: Mapping[str, Any]) -> bool:
    """Whether a person marks what the student writes in this cell."""
    return is_answer(cell) and bool(flags(cell).get("grade"))


def lent_names(cell: Mapping[str, Any]) -> frozenset[str]:
    """What a provided cell makes and tests may use: metadata.nnbh.lends, a list of names.

    Provided cells run beside the student's code only, so a test meets their things as it meets
    the student's own.
    """
    meta = cell.get("metadata", {})
    lends = meta.get("nnbh", {}).get("lends", ()) if "provided" in meta.get("tags", ()) else ()
    return frozenset(map(str, lends))


def parse(source: str) -> ast.Module:
    """ast.parse without its remarks on style, which are for whoever wrote the source.

    Raises:
        SyntaxError: it is not Python.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(source)


def bound_names(source: str) -> frozenset[str]:
    """The public names that a cell's code binds at its top level.

    Raises:
        SyntaxError: it is not Python.
    """
    names: set[str] = set()
    for node in parse(source).body:
        names |= _bound_by(node)
    return frozenset(name for name in names if not name.startswith("_"))


def _bound_by(node: ast.AST) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Name):
        return {node.id} if isinstance(node.ctx, ast.Store) else set()
    # An import is a tool, not an answer; a comprehension and a lambda keep their names inside.
    inner = ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
    if isinstance(node, ast.Import | ast.ImportFrom | inner):
        return set()
    return set().union(*map(_bound_by, ast.iter_child_nodes(node)))


# ---- what its cells import


def imports(skeleton: Skeleton) -> tuple[str, ...]:
    """The import statements at the top level of the instructor's cells, one for each name.

    And that of IPython, which runs the cells with magics.
    """
    found: list[str] = []
    for cell in skeleton.notebook["cells"]:
        if not is_code(cell) or is_answer(cell) or flags(cell).get("grade"):
            continue
        try:
            found += [line for node in parse(text(cell)).body for line in _imports(node)]
        except SyntaxError:
            found.append("import IPython.core.interactiveshell")
    return tuple(dict.fromkeys(found))


def _imports(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.Import):
        return [f"import {alias.name}" for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [f"from {node.module} import {alias.name}" for alias in node.names]
    return []


# ---- hidden tests


def without_hidden_tests(source: str) -> str:
    """A test cell as students get it."""
    kept: list[str] = []
    hidden = False
    for line in source.split("\n"):
        if BEGIN_HIDDEN in line:
            hidden = True
        elif END_HIDDEN in line:
            hidden = False
        elif not hidden:
            kept.append(line)
    return "\n".join(kept)
