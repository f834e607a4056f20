"""Several honest accidents in one notebook: every answer is still found and nothing is lost."""

from __future__ import annotations

import copy
import json
from pathlib import Path

from autograder.models import Submission
from autograder.rebuild import rebuild
from autograder.skeleton import flags
from hypothesis import given, settings
from hypothesis import strategies as st

from .judged import assert_is_the_courses, points, skeleton
from .notebooks import POINTS, UNIT, Cell, Solved, model


def _answer(nb: Solved, n: int) -> Cell:
    """The cell with that answer's own text; where it is split by now, one that is not there."""
    source = model(f"1.{n}")
    nowhere: Cell = {"source": "", "metadata": {}}
    return next((cell for cell in nb.cells if source in cell["source"]), nowhere)


def lose_ids(nb: Solved, n: int, at: int) -> None:
    for number, cell in enumerate(nb.cells):
        cell["id"] = f"lost-{number}"


def lose_metadata(nb: Solved, n: int, at: int) -> None:
    for cell in nb.cells:
        cell["metadata"] = {}


def lose_tags(nb: Solved, n: int, at: int) -> None:
    for cell in nb.cells:
        cell["metadata"].pop("tags", None)


def move_an_answer(nb: Solved, n: int, at: int) -> None:
    cell = _answer(nb, n)
    if cell in nb.cells:
        nb.cells.remove(cell)
        nb.cells.insert(at % len(nb.cells), cell)


def delete_a_cell_of_the_course(nb: Solved, n: int, at: int) -> None:
    answers = [model(f"1.{n}") for n in range(1, 9)]
    ours = {cell["source"] for cell in Solved().cells} - set(answers)
    cells = [cell for cell in nb.cells if cell["source"] in ours]
    nb.cells.remove(cells[at % len(cells)])


def retype_an_answer(nb: Solved, n: int, at: int) -> None:
    _answer(nb, n)["cell_type"] = ("markdown", "raw")[at % 2]


def add_a_cell(nb: Solved, n: int, at: int) -> None:
    nb.cells.insert(
        at % len(nb.cells), {"cell_type": "code", "metadata": {}, "source": f"mine_{at} = {n}"}
    )


def copy_an_answer(nb: Solved, n: int, at: int) -> None:
    if _answer(nb, n) in nb.cells:
        twin = copy.deepcopy(_answer(nb, n)) | {"id": f"twin-{at}"}
        nb.cells.insert(at % len(nb.cells), twin)


def merge_an_answer_into_another(nb: Solved, n: int, at: int) -> None:
    one, other = _answer(nb, n), _answer(nb, at % 8 + 1)
    if one in nb.cells and other in nb.cells and one is not other:
        nb.cells.remove(one)
        other["source"] = f"{one['source']}\n\n\n{other['source']}"


def change_the_grade_id_of_an_answer(nb: Solved, n: int, at: int) -> None:
    if flags(_answer(nb, n)):
        _answer(nb, n)["metadata"]["nbgrader"]["grade_id"] = f"ex-1-{at % 8 + 1}"


def split_an_answer(nb: Solved, n: int, at: int) -> None:
    """As JupyterLab does, with all metadata in both halves; or as others do."""
    cell = _answer(nb, n)
    lines = cell["source"].split("\n")
    whole = cell["source"] == model(f"1.{n}") and cell["cell_type"] == "code"
    if whole and cell in nb.cells and len(lines) > 1:
        cut = at // 2 % (len(lines) - 1) + 1
        lower = copy.deepcopy(cell) if at % 2 else {"cell_type": "code", "metadata": {}}
        lower["id"] = f"lower-{at}"
        nb.cells.insert(nb.cells.index(cell) + 1, lower)
        cell["source"], lower["source"] = "\n".join(lines[:cut]), "\n".join(lines[cut:])


def write_an_answer_elsewhere(nb: Solved, n: int, at: int) -> None:
    cell = _answer(nb, n)
    if cell["source"] == model(f"1.{n}"):
        cell["source"] = nb.stub(f"1.{n}")
        made = {"cell_type": "code", "metadata": {}, "source": model(f"1.{n}")}
        nb.cells.insert(at % len(nb.cells), made)


def change_a_test(nb: Solved, n: int, at: int) -> None:
    tests = [cell for cell in nb.cells if "assert" in cell["source"]]
    if tests:
        tests[at % len(tests)]["source"] = "assert True"


ACCIDENTS = (
    lose_ids, lose_metadata, lose_tags, move_an_answer, delete_a_cell_of_the_course,
    retype_an_answer, add_a_cell, copy_an_answer, merge_an_answer_into_another,
    change_the_grade_id_of_an_answer, split_an_answer, write_an_answer_elsewhere, change_a_test,
)  # fmt: skip


# The machine may be busy; the gate tries the same mixtures each time, a longer search is by hand.
@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    accidents=st.lists(
        st.tuples(st.sampled_from(ACCIDENTS), st.integers(1, 8), st.integers(0, 99)), max_size=5
    )
)
def test_answers_survive_any_mixture_of_accidents(accidents) -> None:
    nb = Solved()
    # A cell is split last: what other accidents would put between its halves nobody can tell.
    for accident, n, at in sorted(accidents, key=lambda each: each[0] is split_an_answer):
        accident(nb, n, at)
    data = json.dumps(nb.notebook).encode()
    rebuilt = rebuild(Submission("kim", UNIT, Path("x"), data), skeleton())
    assert_is_the_courses(rebuilt)
    assert points(rebuilt) == POINTS, rebuilt.repairs
