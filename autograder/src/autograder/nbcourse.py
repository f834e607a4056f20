"""A course made for nbgrader alone: its units and skeletons, from nbgrader's own source/ folder.

There is no course.toml and none of this course's conventions. An assignment may have several
notebooks; each is a unit, "ps1/problem1". What nbgrader's own `generate_assignment` says of a cell
holds here too; of its settings only the usual folders and marks are known.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder.course import Course, CourseError
from autograder.models import GradedCell, Notebook, Unit, assignment_of, notebook_of
from autograder.skeleton import (
    Skeleton,
    bound_names,
    flags,
    grade_id,
    is_answer,
    is_code,
    load_skeleton,
    text,
)

CELL_S = 30.0  # as stock nbgrader
UNIT_S = 600.0  # stock has no limit for a whole notebook
AUTOTEST = "AUTOTEST"  # the mark of lines that nbgrader turns into tests by itself
WITH_TESTS = "source_with_tests"  # the folder in which it leaves them
MARKS = ("grade", "solution", "locked", "task")


def skeleton_of(course: Course, unit: str) -> Skeleton:
    """A unit's skeleton, whichever kind of course it is.

    Raises:
        CourseError: the notebook is missing or cannot be used.
    """
    return read_skeleton(course.root, unit) if course.foreign else load_skeleton(course.root, unit)


def folder_of(course: Course, unit: str) -> Path | None:
    """The folder whose other files belong beside a unit's notebook; None where there is none."""
    return course.root / "source" / assignment_of(unit) if course.foreign else None


def is_nbgrader_course(root: Path) -> bool:
    """Whether there is a source/ folder with notebooks of assignments in it."""
    return any(root.glob("source/*/*.ipynb"))


def read_course(root: Path) -> Course:
    """The units of an nbgrader course: each notebook with a graded cell.

    Raises:
        CourseError: a notebook cannot be used, or none has a graded cell.
    """
    units: list[Unit] = []
    for folder in sorted(path for path in (root / "source").iterdir() if path.is_dir()):
        books = [path for path in sorted(folder.glob("*.ipynb")) if _graded(_read(path))]
        for book in books:
            alone = len(books) == 1 and book.stem == folder.name
            unit_id = folder.name if alone else f"{folder.name}/{book.stem}"
            points = sum(cell.max_points for cell in _graded(_read(book)))
            units.append(Unit(unit_id, book.stem, points, limit_s=UNIT_S, cell_s=CELL_S))
    if not units:
        raise CourseError(f"No notebook in {root / 'source'} has a cell that carries points.")
    return Course(root=root, title=root.name, units=tuple(units), foreign=True)


def read_skeleton(root: Path, unit: str, source: str = "source") -> Skeleton:
    """The skeleton of one notebook of an nbgrader course.

    Args:
        root: the course.
        unit: "ps1" or "ps1/problem1".
        source: the name of the folder of the instructor's notebooks.

    Raises:
        CourseError: the notebook is missing, is not Python's, or has no graded cell.
    """
    place = Path(assignment_of(unit)) / f"{notebook_of(unit)}.ipynb"
    path = root / source / place
    notebook = _read(path)
    if any(AUTOTEST in text(cell) for cell in notebook["cells"] if is_code(cell)):
        path = root / WITH_TESTS / place
        notebook = _read(path)
    _demand_python(notebook, path)
    graded = _graded(notebook)
    if not graded:
        raise CourseError(f"{path} has no cell that carries points.")
    notebook["cells"] = [_plain(cell) for cell in notebook["cells"]]
    stubs = _stubs(notebook, root / "release" / place)
    names = {
        grade_id(cell): _names(text(cell)) if is_code(cell) else frozenset[str]()
        for cell in notebook["cells"]
        if is_answer(cell)
    }
    for cell in notebook["cells"]:
        cell["source"] = stubs.get(grade_id(cell), text(cell))
        if is_code(cell):
            cell |= {"outputs": [], "execution_count": None}
    answers = {name: name for name in names}
    return Skeleton(unit, notebook, graded, frozenset().union(*names.values()), answers, names)


def _read(path: Path) -> Notebook:
    """The notebook in nbformat 4."""
    from nbformat import convert, from_dict

    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        notebook: Notebook = json.loads(json.dumps(convert(from_dict(found), 4)))
        return notebook
    except FileNotFoundError:
        made = path.parents[1].name == WITH_TESTS
        hint = " Run `nbgrader generate_assignment --source_with_tests`." if made else ""
        raise CourseError(f"There is no notebook {path}.{hint}") from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CourseError(f"{path} cannot be read as a notebook: {error!r}.") from None


def _demand_python(notebook: Notebook, path: Path) -> None:
    kernel = notebook.get("metadata", {}).get("kernelspec", {})
    language = str(kernel.get("language") or kernel.get("name") or "python").lower()
    if "python" not in language:
        raise CourseError(
            f"{path} is a notebook in {language}. Only Python is graded here; grade this "
            "assignment with stock nbgrader."
        )


def _graded(notebook: Notebook) -> tuple[GradedCell, ...]:
    """The cells that carry points; a test that is not code is marked by hand, as in nbgrader."""
    return tuple(
        GradedCell(
            grade_id=grade_id(cell),
            exercise=grade_id(cell),
            max_points=float(flags(cell).get("points") or 0),
            manual=is_answer(cell) or bool(flags(cell).get("task")) or not is_code(cell),
        )
        for cell in notebook["cells"]
        if grade_id(cell) and (flags(cell).get("grade") or flags(cell).get("task"))
    )


def _plain(cell: dict[str, Any]) -> dict[str, Any]:
    """The cell without nbgrader's data where those say that it is an ordinary one."""
    if not flags(cell) or any(flags(cell).get(mark) for mark in MARKS):
        return cell
    return {**cell, "metadata": {k: v for k, v in cell["metadata"].items() if k != "nbgrader"}}


def _stubs(notebook: Notebook, release: Path) -> Mapping[str, str]:
    """What students got in each answer cell: as released, else as nbgrader would make it."""
    from nbformat import from_dict
    from nbgrader.preprocessors import ClearSolutions

    if release.exists():
        made = _read(release)
    else:
        try:
            made, _ = ClearSolutions().preprocess(from_dict(copy.deepcopy(notebook)), {})
        except (RuntimeError, ValueError) as error:
            raise CourseError(f"{release.name}: {error}.") from None
    return {grade_id(cell): text(cell) for cell in made["cells"] if is_answer(cell)}


def _names(source: str) -> frozenset[str]:
    """Names bound by an answer; lines with magics do not count."""
    lines = ("" if line.lstrip().startswith(("%", "!")) else line for line in source.split("\n"))
    try:
        return bound_names("\n".join(lines))
    except SyntaxError:
        return frozenset()
