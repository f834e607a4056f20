"""Makes one invented student's notebook of the released one."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

from autograder.models import Notebook
from autograder.sample.plan import SampleError, SampleStudent
from autograder.skeleton import exercise_of, is_answer

_HEADER = re.compile(r"\A(?:# (?:points|mistake|message|general):.*\n)+")


def student_notebook(released: Notebook, student: SampleStudent, bank: Path) -> bytes:
    """The file that the student hands in.

    Args:
        released: the unit's notebook as students get it.
        student: what they do to it.
        bank: course/answers/<unit>.

    Raises:
        SampleError: the plan names an answer or a cell that there is not.
    """
    if student.emptied:
        return b""
    notebook = copy.deepcopy(released)
    cells: list[dict[str, Any]] = notebook["cells"]
    for name in student.doubled:
        place = _place(cells, name, student)
        cells.insert(place + 1, copy.deepcopy(cells[place]) | {"id": f"{name}-copy"})
    for exercise in dict.fromkeys(exercise_of(cell) for cell in cells if is_answer(cell)):
        # Of a doubled answer cell the copy is filled in.
        last = [cell for cell in cells if is_answer(cell) and exercise_of(cell) == exercise][-1]
        if answer := _answer(exercise, student, bank):
            last["source"] = answer
    for number, own in enumerate(student.own):
        made = {"cell_type": "code", "id": f"mine-{number}", "metadata": {}, "source": own.source}
        cells.insert(
            _place(cells, own.before, student), made | {"outputs": [], "execution_count": None}
        )
    for name in student.deleted:
        del cells[_place(cells, name, student)]
    text = json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True)
    return (text + "\n").encode("utf-8")


def _answer(exercise: str, student: SampleStudent, bank: Path) -> str:
    """What stands in the answer cell, "" where it is left untouched."""
    if exercise in student.cells:
        return student.cells[exercise].strip()
    name = student.answers.get(exercise, student.default)
    if name == "stub":
        return ""
    path = bank / exercise / f"{name}.py"
    try:
        return _HEADER.sub("", path.read_text(encoding="utf-8")).strip()
    except FileNotFoundError:
        raise SampleError(f"{student.id} answers {exercise} with {path}: there is none.") from None


def _place(cells: list[dict[str, Any]], name: str, student: SampleStudent) -> int:
    for place, cell in enumerate(cells):
        if cell.get("id") == name:
            return place
    raise SampleError(f"The notebook has no cell {name!r}, which {student.id} is to change.")
