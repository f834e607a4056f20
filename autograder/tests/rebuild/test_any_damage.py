"""Whatever happens to a student's cells: nothing raises, and the tests stay the instructor's."""

from __future__ import annotations

import copy
import json
from typing import Any

from autograder.rebuild import rebuild
from autograder.skeleton import flags, is_answer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Cells = list[dict[str, Any]]


def delete(cells: Cells, at: int, other: int) -> None:
    del cells[at]


def double(cells: Cells, at: int, other: int) -> None:
    cells.insert(at + 1, copy.deepcopy(cells[at]))


def move(cells: Cells, at: int, other: int) -> None:
    cells.insert(other, cells.pop(at))


def merge(cells: Cells, at: int, other: int) -> None:
    cells[at]["source"] = f"{cells[at].get('source')}\n{cells[other].get('source')}"


def split(cells: Cells, at: int, other: int) -> None:
    lines = str(cells[at].get("source")).split("\n")
    cells.insert(at + 1, copy.deepcopy(cells[at]))
    cells[at]["source"], cells[at + 1]["source"] = "\n".join(lines[:1]), "\n".join(lines[1:])


def retype(cells: Cells, at: int, other: int) -> None:
    cells[at]["cell_type"] = ("markdown", "raw", "code", 7)[other % 4]


def repoint(cells: Cells, at: int, other: int) -> None:
    cells[at]["metadata"] = copy.deepcopy(cells[other].get("metadata"))


def rename(cells: Cells, at: int, other: int) -> None:
    cells[at]["id"] = cells[other].get("id")


def lose(cells: Cells, at: int, other: int) -> None:
    cells[at].pop(("metadata", "id", "source", "cell_type")[other % 4], None)


def scribble(cells: Cells, at: int, other: int) -> None:
    odd = ("", "def f(:", None, ["a", 7], "\ud800", "relu = 3", "  " * 400 + "x", "(" * 300)
    cells[at]["source"] = odd[other % len(odd)]


DAMAGE = (delete, double, move, merge, split, retype, repoint, rename, lose, scribble)
BLOWS = st.lists(
    st.tuples(st.sampled_from(DAMAGE), st.integers(0, 999), st.integers(0, 999)), max_size=12
)


@settings(
    max_examples=150,
    deadline=None,  # the machine may be busy
    # Each example works on a fresh copy of what the fixtures give.
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(blows=BLOWS)
def test_any_damage_is_repaired_or_named(tiny, copy_of, blows) -> None:
    student = copy_of(tiny).solve()
    for blow, at, other in blows:
        if len(student.cells) > 1:
            blow(student.cells, at % len(student.cells), other % (len(student.cells) - 1))
    rebuilt = rebuild(student.hand_in(), tiny)
    cells = rebuilt.notebook["cells"]
    ids = [cell["id"] for cell in cells]
    assert len(set(ids)) == len(ids)
    kept = [cell for cell in cells if not cell["metadata"].get("nnbh", {}).get("own")]
    assert [cell["id"] for cell in kept] == [cell["id"] for cell in tiny.notebook["cells"]]
    for cell, ours in zip(kept, tiny.notebook["cells"], strict=True):
        assert cell["metadata"] == ours["metadata"]
        if flags(ours) and not is_answer(ours):
            assert cell["source"] == ours["source"]
    json.dumps(rebuilt.notebook, ensure_ascii=False).encode("utf-8")
