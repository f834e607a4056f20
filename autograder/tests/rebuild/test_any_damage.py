"""Whatever happens to a student's cells: nothing raises, and the tests stay the instructor's."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from autograder.models import Rebuilt, Submission
from autograder.rebuild import rebuild
from autograder.skeleton import Skeleton, flags, is_answer
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


def retag(cells: Cells, at: int, other: int) -> None:
    tags = (["setup"], ["demo", "check"], "setup", [None, 7], [])
    cells[at]["metadata"] = dict(cells[at].get("metadata") or {}) | {"tags": tags[other % 5]}


def reset(cells: Cells, at: int, other: int) -> None:
    """Change nbgrader's own data: flags, points, schema."""
    key = ("grade", "solution", "points", "schema_version", "grade_id", "locked")[other % 6]
    metadata = cells[at].get("metadata")
    flags = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    if isinstance(flags, dict):
        flags[key] = (True, None, 99, "x", [], {})[at % 6]


def strew(cells: Cells, at: int, other: int) -> None:
    """A new cell that defines what answers define."""
    names = ("double", "sigmoid", "relu", "why_no_line", "np", "test")
    source = f"def {names[other % 6]}(x):\n    return x" if other % 2 else f"{names[other % 6]} = 1"
    cells.insert(at, {"cell_type": "code", "id": f"own-{at}", "metadata": {}, "source": source})


DAMAGE = (
    delete, double, move, merge, split, retype, repoint, rename, lose, scribble, retag, reset, strew
)  # fmt: skip
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
    assert_is_the_courses(rebuilt, tiny)
    assert rebuild(student.hand_in(), tiny) == rebuilt


def assert_is_the_courses(rebuilt: Rebuilt, tiny: Skeleton) -> None:
    """Test and locked cells are the instructor's, and the notebook can be written."""
    cells = rebuilt.notebook["cells"]
    ids = [cell["id"] for cell in cells]
    assert len(set(ids)) == len(ids)
    kept = [cell for cell in cells if not cell["metadata"].get("nnbh", {}).get("own")]
    assert [cell["id"] for cell in kept] == [cell["id"] for cell in tiny.notebook["cells"]]
    for cell, ours in zip(kept, tiny.notebook["cells"], strict=True):
        assert cell["metadata"] == ours["metadata"]
        assert cell["cell_type"] == ours["cell_type"]
        if flags(ours) and not is_answer(ours):
            assert cell["source"] == ours["source"]
    json.dumps(rebuilt.notebook, ensure_ascii=False).encode("utf-8")


APART = (delete, double, move, split, retype, lose, scribble, retag, reset, strew)


@settings(
    max_examples=100,
    deadline=None,  # the machine may be busy
    # Each example works on a fresh copy of what the fixtures give.
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    name=st.sampled_from(["ex-1-1", "ex-1-2", "ex-1-3"]),
    blows=st.lists(
        st.tuples(st.sampled_from(APART), st.integers(0, 999), st.integers(0, 999)), max_size=12
    ),
)
def test_answer_under_its_own_id_stays_whatever_happens_to_others(
    tiny, copy_of, name, blows
) -> None:
    student = copy_of(tiny).solve()
    answer = student[name]
    source = answer["source"]
    for blow, at, other in blows:
        place = at % len(student.cells)
        if student.cells[place] is not answer and len(student.cells) > 2:
            blow(student.cells, place, other % (len(student.cells) - 1))
    rebuilt = rebuild(student.hand_in(), tiny)
    kept = next(cell for cell in rebuilt.notebook["cells"] if cell["id"] == name)
    assert source in kept["source"]


@settings(
    max_examples=150,
    deadline=None,  # the machine may be busy
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # the fixtures are not changed
)
@given(
    edits=st.lists(
        st.tuples(
            st.integers(0, 9999),
            st.integers(0, 400),
            st.binary(max_size=6) | st.sampled_from([b'"', b"{", b"]", b"\\", b"\n<<<<<<< x\n"]),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_any_bytes_are_read_or_named(tiny, copy_of, edits) -> None:
    data = json.dumps(copy_of(tiny).solve().notebook, indent=1).encode()
    for at, length, new in edits:
        data = data[:at] + new + data[at + length :]
    rebuilt = rebuild(Submission("a", "01-tiny", Path("x"), data), tiny)
    assert_is_the_courses(rebuilt, tiny)
    assert rebuilt.repairs or rebuilt.malformed or rebuilt.notebook != tiny.notebook
