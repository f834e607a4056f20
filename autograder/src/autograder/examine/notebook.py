"""Reads a rebuilt notebook: which cells run where, and what each test may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from autograder.models import GradedCell, Notebook, Rebuilt

from .namespace import bound
from .ran import Cell

_BEGIN, _END = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"
_ROLES = ("setup", "provided", "check", "hint", "demo")


@dataclass(frozen=True)
class TestCell:
    """A graded cell at its place."""

    graded: GradedCell
    index: int
    source: str


@dataclass(frozen=True)
class Plan:
    """What is to be done with a notebook."""

    student: tuple[Cell, ...]  # run in the candidate: locked set-up, provided and answer cells
    setup: tuple[tuple[int, str], ...]  # place and source of the cells that the examiner runs too
    tests: tuple[TestCell, ...]
    binds: Mapping[str, str]  # contract name -> id of the cell that binds it last
    answers: Mapping[str, str]  # exercise -> id of its answer cell
    pictures: bool  # a person will look at it

    def setup_before(self, index: int) -> tuple[str, ...]:
        """Sources of the set-up cells above this place."""
        return tuple(source for place, source in self.setup if place < index)

    def place_of(self, test: TestCell) -> int:
        """Where a copy is kept for a test and for its neighbours: the place of the first of them.

        Between neighbours no cell of the student's runs.
        """
        above = max((cell.index for cell in self.student if cell.index < test.index), default=-1)
        return min(other.index for other in self.tests if other.index > above)

    def names_of(self, exercise: str, contract: frozenset[str]) -> list[str]:
        """The exercise's contract names: those bound in its answer cell."""
        answer = self.answers.get(exercise, "")
        source = next((cell.source for cell in self.student if cell.id == answer), "")
        return bound(source, contract)


def plan(rebuilt: Rebuilt, *, everything: bool = False) -> Plan:
    """Sort the code cells of a rebuilt notebook; `everything`: whatever their tags say."""
    graded = {cell.grade_id: cell for cell in rebuilt.graded}
    pictures = any(cell.manual for cell in rebuilt.graded)
    student: list[Cell] = []
    setup: list[tuple[int, str]] = []
    tests: list[TestCell] = []
    binds: dict[str, str] = {}
    answers: dict[str, str] = {}
    for index, cell in enumerate(rebuilt.notebook.get("cells", ())):
        name, source = _id(cell, index), _source(cell)
        grade = graded.get(name)
        if grade is not None and not grade.manual:
            tests.append(TestCell(grade, index, source))
            continue
        role = "" if everything else _role(cell)
        if cell.get("cell_type") != "code" or _is_test(cell):
            continue
        if role in ("check", "hint") or (role == "demo" and not pictures):
            continue
        if role == "setup":
            setup.append((index, source))
        student.append(Cell(name, index, source))
        binds.update(dict.fromkeys(bound(source, rebuilt.contract), name))
        if _nbgrader(cell).get("solution"):
            answers[_exercise(cell, name)] = name
    return Plan(tuple(student), tuple(setup), tuple(tests), binds, answers, pictures)


def hidden_lines(source: str) -> frozenset[int]:
    """Numbers of the lines between the hidden-test marks."""
    hidden: list[int] = []
    inside = False
    for number, line in enumerate(source.splitlines(), 1):
        if line.strip() == _BEGIN:
            inside = True
        elif line.strip() == _END:
            inside = False
        elif inside:
            hidden.append(number)
    return frozenset(hidden)


def before_hidden(source: str) -> str:
    """The lines of a test cell above its first hidden one."""
    lines = source.splitlines()
    return "\n".join(lines[: min(hidden_lines(source), default=len(lines) + 1) - 1])


def index_by_id(notebook: Notebook) -> dict[str, int]:
    """Place of each cell, by grade id or cell id."""
    return {_id(cell, n): n for n, cell in enumerate(notebook.get("cells", ()))}


def _nbgrader(cell: Mapping[str, Any]) -> Mapping[str, Any]:
    found = cell.get("metadata", {}).get("nbgrader", {})
    return found if isinstance(found, dict) else {}


def _id(cell: Mapping[str, Any], index: int) -> str:
    return str(_nbgrader(cell).get("grade_id") or cell.get("id") or f"cell-{index}")


def _source(cell: Mapping[str, Any]) -> str:
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def _role(cell: Mapping[str, Any]) -> str:
    tags = cell.get("metadata", {}).get("tags", ())
    return next((role for role in _ROLES if role in tags), "")


def _is_test(cell: Mapping[str, Any]) -> bool:
    facts = _nbgrader(cell)
    return bool(facts.get("grade")) and not facts.get("solution")


def _exercise(cell: Mapping[str, Any], name: str) -> str:
    told = cell.get("metadata", {}).get("nnbh", {}).get("exercise")
    return str(told) if told else ".".join(name.split("-")[1:3])
