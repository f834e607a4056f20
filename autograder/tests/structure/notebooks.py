"""A student's solved copy of unit 01-perceptron, and the table of what can happen to it."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from autograder.skeleton import exercise_of, flags, is_answer, text

ROOT = Path(__file__).parents[3]
UNIT = "01-perceptron"
POINTS = 20.0
Cell = dict[str, Any]
Files = Mapping[str, bytes]  # what lies in the student's folder


@cache
def model(exercise: str) -> str:
    """The answer bank's model answer."""
    source = (ROOT / "course/answers" / UNIT / exercise / "model.py").read_text("utf-8")
    return re.sub(r"\A(?:# (?:points|mistake|message|general):.*\n)+", "", source).strip()


@cache
def _solved() -> dict[str, Any]:
    notebook: dict[str, Any] = json.loads(
        (ROOT / "release" / UNIT / f"{UNIT}.ipynb").read_text("utf-8")
    )
    for cell in notebook["cells"]:
        cell["source"] = model(exercise_of(cell)) if is_answer(cell) else text(cell)
    return notebook


class Solved:
    """A copy with the model answer to every exercise, 20 points; cases damage it."""

    def __init__(self) -> None:
        self.notebook = copy.deepcopy(_solved())

    @property
    def cells(self) -> list[Cell]:
        return self.notebook["cells"]

    @cells.setter
    def cells(self, cells: list[Cell]) -> None:
        self.notebook["cells"] = cells

    def __getitem__(self, name: str) -> Cell:
        return next(cell for cell in self.cells if cell.get("id") == name)

    def place(self, name: str) -> int:
        return self.cells.index(self[name])

    def remove(self, name: str) -> Cell:
        return self.cells.pop(self.place(name))

    def put(self, source: str, before: str, kind: str = "code") -> Cell:
        """A new cell of the student's own."""
        made: Cell = {"cell_type": kind, "metadata": {}, "source": source}
        made["id"] = f"own-{len(self.cells)}"
        if kind == "code":
            made |= {"outputs": [], "execution_count": None}
        self.cells.insert(self.place(before), made)
        return made

    def twin(self, name: str, source: str | None = None) -> Cell:
        """Copy and paste a cell as JupyterLab does: the same metadata, a new id."""
        twin = copy.deepcopy(self[name]) | {"id": f"{name}-twin"}
        twin["source"] = twin["source"] if source is None else source
        self.cells.insert(self.place(name) + 1, twin)
        return twin

    def stub(self, exercise: str) -> str:
        """What stood in an answer cell when the notebook was handed out."""
        name = f"ex-{exercise.replace('.', '-')}"
        released = json.loads((ROOT / "release" / UNIT / f"{UNIT}.ipynb").read_text("utf-8"))
        return next(text(cell) for cell in released["cells"] if cell["id"] == name)

    def unsolve(self, *exercises: str) -> None:
        """Put the stubs back."""
        for exercise in exercises:
            self[f"ex-{exercise.replace('.', '-')}"]["source"] = self.stub(exercise)

    def forget(self, *, ids: bool = True, metadata: bool = True) -> None:
        """Lose cell ids and metadata, as a detour through another program does."""
        for number, cell in enumerate(self.cells):
            if ids:
                cell["id"] = f"lost-{number}"
            if metadata:
                cell["metadata"] = {}

    def graded(self) -> list[Cell]:
        return [cell for cell in self.cells if flags(cell)]

    def bytes(self, **options: Any) -> bytes:
        return json.dumps(self.notebook, **options).encode("utf-8")


Damage = Callable[[Solved], "bytes | Files | None"]


@dataclass(frozen=True)
class Case:
    """What happened to a notebook and what must come of it."""

    name: str
    damage: Damage
    says: tuple[str, ...]  # words of the repairs, each in one of them
    lost: tuple[str, ...]  # exercises whose answers are not there any more
    silent: bool  # nothing is to be told
    graded: bool  # it is also graded in the batch

    @property
    def points(self) -> float:
        """What the code that is left deserves."""
        return POINTS - sum(points_of(exercise) for exercise in self.lost)

    def files(self) -> Files:
        """The student's folder."""
        solved = Solved()
        made = self.damage(solved)
        if isinstance(made, Mapping):
            return made
        return {f"{UNIT}.ipynb": solved.bytes() if made is None else made}


@cache
def points_of(exercise: str) -> float:
    cells = [cell for cell in _solved()["cells"] if exercise_of(cell) == exercise]
    return float(sum(flags(cell).get("points", 0) for cell in cells))


CASES: list[Case] = []


def case(
    *says: str, lost: tuple[str, ...] = (), silent: bool = False, graded: bool = False
) -> Callable[[Damage], Damage]:
    """Enter a function that damages a solved notebook into the table."""

    def enter(damage: Damage) -> Damage:
        name = damage.__name__.replace("_", "-")  # type: ignore[attr-defined]  # a function
        CASES.append(Case(name, damage, says, lost, silent, graded))
        return damage

    return enter
