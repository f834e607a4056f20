"""What can happen to the cells of a submission, and what must come out."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from autograder.models import Rebuilt, Submission
from autograder.rebuild import rebuild
from autograder.skeleton import Skeleton, bound_names, make_skeleton, text

CURVES = ("def sigmoid(z):\n    return 1 / (1 + np.exp(-z))", "def relu(z):\n    return z")


def ids(rebuilt: Rebuilt) -> list[str]:
    return [cell["id"] for cell in rebuilt.notebook["cells"]]


def cell(rebuilt: Rebuilt, name: str) -> dict[str, Any]:
    return next(cell for cell in rebuilt.notebook["cells"] if cell["id"] == name)


def from_bytes(data: bytes) -> Submission:
    return Submission("student-01", "01-tiny", Path("01-tiny.ipynb"), data)


def test_untouched_copy_is_the_skeleton_again(tiny, student_copy) -> None:
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert rebuilt.notebook == tiny.notebook
    assert rebuilt.repairs == ()
    assert rebuilt.malformed == ""


def test_solved_copy_has_the_students_answers_and_the_hidden_tests(tiny, student_copy) -> None:
    rebuilt = rebuild(student_copy.solve().hand_in(), tiny)
    assert cell(rebuilt, "ex-1-1")["source"] == "def double(x):\n    return x + x"
    assert "double(-3)" in cell(rebuilt, "test-1-1-a")["source"]
    assert rebuilt.repairs == ()


def test_deleted_test_cell_is_restored(tiny, student_copy) -> None:
    del student_copy.solve().cells[student_copy.place("test-1-2-a")]
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert ids(rebuilt) == [c["id"] for c in tiny.notebook["cells"]]
    assert rebuilt.repairs == ("The test cell test-1-2-a had been deleted; it was put back.",)


def test_changed_test_cell_is_the_instructors_again(tiny, student_copy) -> None:
    student_copy["test-1-1-a"]["source"] = "assert True"
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert "double(2) == 4" in cell(rebuilt, "test-1-1-a")["source"]
    assert rebuilt.repairs == ("The test cell test-1-1-a had been changed; the course's was used.",)


def test_duplicated_test_cell_runs_once(tiny, student_copy) -> None:
    student_copy.twin("test-1-1-a")
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert len(rebuilt.notebook["cells"]) == len(tiny.notebook["cells"])
    assert "2 times" in rebuilt.repairs[0]


def test_deleted_answer_cell_counts_as_not_started(tiny, student_copy) -> None:
    del student_copy.solve().cells[student_copy.place("ex-1-1")]
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert "NotImplementedError" in cell(rebuilt, "ex-1-1")["source"]
    assert "exercise 1.1 is not in the notebook" in rebuilt.repairs[0]


@pytest.mark.parametrize("stub_first", [True, False])
def test_of_two_copies_of_an_answer_the_filled_in_one_is_graded(
    tiny, student_copy, stub_first
) -> None:
    filled = "def double(x):\n    return 2 * x"
    twin = student_copy.twin("ex-1-1")
    (twin if stub_first else student_copy["ex-1-1"])["source"] = filled
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert cell(rebuilt, "ex-1-1")["source"] == filled
    assert ids(rebuilt) == [c["id"] for c in tiny.notebook["cells"]]
    assert rebuilt.repairs == (
        "The answer cell of exercise 1.1 is there 2 times; the one that was filled in was graded.",
    )


def test_of_two_filled_in_copies_the_later_is_graded_and_the_earlier_stays(
    tiny, student_copy
) -> None:
    student_copy["ex-1-1"]["source"] = "def double(x):\n    return x"
    student_copy.twin("ex-1-1", source="def double(x):\n    return 2 * x")
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert "2 * x" in cell(rebuilt, "ex-1-1")["source"]
    before = rebuilt.notebook["cells"][ids(rebuilt).index("ex-1-1") - 1]
    assert before["source"] == "def double(x):\n    return x"
    assert before["metadata"] == {"nnbh": {"own": True}}
    assert "the last one that was filled in was graded" in rebuilt.repairs[0]


def test_answer_split_by_jupyterlab_is_joined(tiny, student_copy) -> None:
    student_copy["ex-1-2"]["source"] = CURVES[0]
    student_copy.twin("ex-1-2", source=CURVES[1])
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert bound_names(cell(rebuilt, "ex-1-2")["source"]) == {"sigmoid", "relu"}
    assert "was split into 2 cells" in rebuilt.repairs[0]


def test_answer_split_inside_a_function_is_joined(tiny, student_copy) -> None:
    student_copy["ex-1-1"]["source"] = "def double(x):\n    y = x"
    student_copy.own("    y = y + x\n    return y", before="check-1-1")
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert cell(rebuilt, "ex-1-1")["source"].endswith("    return y")
    assert "mine" not in ids(rebuilt)
    assert "was split into 2 cells" in rebuilt.repairs[0]


@pytest.mark.parametrize("place", ["ex-1-2", "test-1-2-a"])
def test_second_half_without_ids_is_joined(tiny, student_copy, place) -> None:
    student_copy["ex-1-2"]["source"] = CURVES[0]
    student_copy.own(CURVES[1], before=place)
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert bound_names(cell(rebuilt, "ex-1-2")["source"]) == {"sigmoid", "relu"}
    assert "mine" not in ids(rebuilt)
    assert "was split into 2 cells" in rebuilt.repairs[0]


@pytest.mark.parametrize(("host", "gone"), [("ex-1-1", "ex-1-2"), ("ex-1-2", "ex-1-1")])
def test_two_answers_merged_into_one_cell_both_count(tiny, student_copy, host, gone) -> None:
    student_copy.solve()
    merged = student_copy["ex-1-1"]["source"] + "\n\n\n" + student_copy["ex-1-2"]["source"]
    student_copy[host]["source"] = merged
    del student_copy.cells[student_copy.place(gone)]
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    bound = bound_names(cell(rebuilt, "ex-1-1")["source"])
    assert "double" in bound
    assert "NotImplementedError" not in cell(rebuilt, gone)["source"]
    assert "had been merged into" in rebuilt.repairs[0]


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_answer_that_became_text_is_code_again(tiny, student_copy, kind) -> None:
    student_copy.solve()["ex-1-1"]["cell_type"] = kind
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert cell(rebuilt, "ex-1-1")["cell_type"] == "code"
    assert "return x + x" in cell(rebuilt, "ex-1-1")["source"]
    assert f"had become a {kind} cell" in rebuilt.repairs[0]


def test_retagged_cell_gets_the_courses_settings(tiny, student_copy) -> None:
    student_copy["test-1-1-a"]["metadata"]["nbgrader"]["points"] = 100
    student_copy["ex-1-1"]["metadata"]["tags"] = ["setup"]
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert rebuilt.notebook == tiny.notebook
    assert any("ex" in words and "(tags)" in words for words in rebuilt.repairs)
    assert any("test-1-1-a had other settings (points)" in words for words in rebuilt.repairs)


def test_students_own_cell_cannot_call_itself_setup(tiny, student_copy) -> None:
    student_copy.own("np = None", before="test-1-1-a")["mine"]["metadata"] = {"tags": ["setup"]}
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert cell(rebuilt, "mine")["metadata"] == {"nnbh": {"own": True}}


@pytest.mark.parametrize("target", ["ex-1-2", "test-1-1-a"])
def test_repointed_answer_returns_to_its_place(tiny, student_copy, target) -> None:
    student_copy.solve()["ex-1-1"]["metadata"]["nbgrader"]["grade_id"] = target
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert "return x + x" in cell(rebuilt, "ex-1-1")["source"]
    assert "def relu" in cell(rebuilt, "ex-1-2")["source"]
    assert any("carried the id of another cell" in words for words in rebuilt.repairs)


def test_two_answers_with_swapped_ids_return_to_their_places(tiny, student_copy) -> None:
    student_copy.solve()
    one, other = (student_copy[name]["metadata"]["nbgrader"] for name in ("ex-1-1", "ex-1-2"))
    one["grade_id"], other["grade_id"] = "ex-1-2", "ex-1-1"
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert "double" in cell(rebuilt, "ex-1-1")["source"]
    assert "sigmoid" in cell(rebuilt, "ex-1-2")["source"]


def test_own_cells_keep_their_place(tiny, student_copy) -> None:
    student_copy.solve().own("helper = 1", before="ex-1-1", name="first")
    student_copy.own("helper = 2", before="test-1-2-a", name="second")
    student_copy.cells.append(student_copy["title"] | {"id": "last", "source": "The end."})
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    names = ids(rebuilt)
    assert names[names.index("first") + 1] == "ex-1-1"
    assert names[names.index("second") + 1] == "test-1-2-a"
    assert names[-1] == "last"
    assert rebuilt.repairs == ()


def test_notebook_without_any_metadata_is_recognised_by_its_contents(tiny, student_copy) -> None:
    rebuilt = rebuild(student_copy.solve().bare().hand_in(), tiny)
    assert ids(rebuilt) == [c["id"] for c in tiny.notebook["cells"]]
    assert "return x + x" in cell(rebuilt, "ex-1-1")["source"]
    assert "np.maximum" in cell(rebuilt, "ex-1-2")["source"]
    assert cell(rebuilt, "ex-1-3")["source"] == 'why_no_line = "b"'
    assert len(rebuilt.repairs) == 1


def test_broken_answer_without_metadata_is_recognised(tiny, student_copy) -> None:
    student_copy["ex-1-1"]["source"] = "def double(x)\n    return x + x"
    rebuilt = rebuild(student_copy.bare().hand_in(), tiny)
    assert cell(rebuilt, "ex-1-1")["source"] == "def double(x)\n    return x + x"


def test_answer_written_into_a_new_cell_beside_the_stub_counts(tiny, student_copy) -> None:
    student_copy.own("def double(x):\n    return 2 * x", before="ex-1-1")
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert "2 * x" in cell(rebuilt, "ex-1-1")["source"]
    assert "mine" not in ids(rebuilt)


@pytest.mark.parametrize("test", ["assert double(2) == 4", "assert double(2) == 4\n" * 40])
def test_answer_in_a_test_cell_is_taken_out_with_what_it_needs(tiny_source, copy_of, test) -> None:
    long = next(cell for cell in tiny_source["cells"] if cell["id"] == "test-1-1-a")
    long["source"] = test
    tiny = make_skeleton(tiny_source, "01-tiny")
    copy = copy_of(tiny)
    del copy.cells[copy.place("ex-1-1")]
    needed = ["import math", "def half(x):\n    return x", "def double(x):\n    return 2 * half(x)"]
    copy["test-1-1-a"]["source"] = "\n".join([*needed, "noted = 3", test])
    rebuilt = rebuild(copy.hand_in(), tiny)
    source = cell(rebuilt, "ex-1-1")["source"]
    assert all(part in source for part in needed)
    assert "NotImplementedError" not in source
    assert cell(rebuilt, "test-1-1-a")["source"] == test
    assert not any("moved" in words for words in rebuilt.repairs)


def test_moved_answer_returns_to_its_place(tiny, student_copy) -> None:
    student_copy.solve()
    student_copy.cells.append(student_copy.cells.pop(student_copy.place("ex-1-1")))
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert ids(rebuilt) == [c["id"] for c in tiny.notebook["cells"]]
    assert rebuilt.repairs == (
        "The answer cell of exercise 1.1 had been moved; it was put back in its place.",
    )


def test_students_changes_to_an_example_are_kept_and_locked_cells_are_not(
    tiny, student_copy
) -> None:
    student_copy["example-sum"]["source"] = "total = 7"
    student_copy["setup"]["source"] = "import os"
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert cell(rebuilt, "example-sum")["source"] == "total = 7"
    assert cell(rebuilt, "setup")["source"] == "import numpy as np"


def test_written_answer_is_kept_with_its_pictures(tiny_manual, copy_of) -> None:
    copy = copy_of(tiny_manual)
    picture = {"plot.png": {"image/png": "AAAA"}}
    copy["ex-1-4"].update({"source": "My reasons.", "attachments": picture})
    rebuilt = rebuild(copy.hand_in(), tiny_manual)
    assert cell(rebuilt, "ex-1-4")["source"] == "My reasons."
    assert cell(rebuilt, "ex-1-4")["attachments"] == picture


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\0", "is empty"),
        (b"not a notebook", "not valid JSON"),
        (b'{"cells": [', "not valid JSON"),
        (b"[" * 100_000, "not valid JSON"),
        (b"\x89PNG\r\n\x1a\n\xff", "not valid JSON"),
        (b"[1, 2]", "not an object"),
        (b'{"nbformat": 4}', "no list of cells"),
        (b'{"nbformat": 4, "cells": []}', "empty"),
        (b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": "x = 1"}]}', "none of"),
        (b'{"nbformat": 3, "worksheets": 7}', "no list of cells"),
    ],
)
def test_file_that_is_no_notebook_of_the_unit_is_malformed(tiny, data, reason) -> None:
    rebuilt = rebuild(from_bytes(data), tiny)
    assert reason in rebuilt.malformed
    assert rebuilt.notebook == tiny.notebook


@pytest.mark.parametrize(("times", "number"), [(1, 6000), (200_000, 1)])
def test_notebook_of_absurd_size_is_read_in_part(tiny, student_copy, times, number) -> None:
    answer = student_copy.solve()["ex-1-1"]["source"]
    for n in range(number):
        student_copy.cells.insert(0, {"cell_type": "code", "source": f"x = {n}\n" * times})
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert f"{number + len(tiny.notebook['cells'])} cells" in rebuilt.repairs[0]
    assert "were left out" in rebuilt.repairs[0]
    assert cell(rebuilt, "ex-1-1")["source"] == answer


def test_other_units_notebook_is_malformed_and_its_cells_are_named(tiny, student_copy) -> None:
    for found in student_copy.cells:
        found["id"] = found["id"].replace("1-", "2-")
        found["source"] += " other"
        if nbgrader := found["metadata"].get("nbgrader"):
            nbgrader["grade_id"] = found["id"]
    for name in ("ex-2-1", "ex-2-2", "ex-2-3"):
        student_copy[name]["source"] = f"def f{name[-1]}():\n    pass"
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert "none of the cells of unit 01-tiny" in rebuilt.malformed
    assert "ex-2-1" in rebuilt.malformed


def test_old_file_format_is_converted(tiny, student_copy) -> None:
    cells = [
        {"cell_type": "code", "input": text(c), "metadata": c["metadata"], "outputs": []}
        for c in student_copy.solve().cells
        if c["cell_type"] == "code"
    ]
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]}
    rebuilt = rebuild(from_bytes(json.dumps(old).encode()), tiny)
    assert "return x + x" in cell(rebuilt, "ex-1-1")["source"]
    assert "old file format" in rebuilt.repairs[0]


@pytest.mark.parametrize(
    "damage",
    [
        {"metadata": None},
        {"metadata": {"nbgrader": 7, "tags": 7}},
        {"metadata": {"nbgrader": {"grade_id": ["ex-1-1"]}}},
        {"source": None},
        {"source": [1, "x"]},
        {"source": "half of a pair \ud800"},
        {"cell_type": "quantum"},
        {"id": 7},
        {"attachments": 7},
    ],
)
def test_odd_values_in_a_cell_raise_nothing_and_can_be_written(tiny, student_copy, damage) -> None:
    student_copy.solve()["ex-1-1"].update(damage)
    student_copy.cells.append(dict(student_copy.cells[0]) | damage)
    student_copy.cells.append("no cell")  # type: ignore[arg-type]  # the damage that is tested
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert not rebuilt.malformed
    json.dumps(rebuilt.notebook, ensure_ascii=False).encode("utf-8")
    assert "1 entries" in rebuilt.repairs[0]


def test_ids_of_the_rebuilt_notebook_are_unique_and_valid(tiny, student_copy) -> None:
    student_copy.own("a = 1", before="ex-1-1", name="title")
    student_copy.own("b = 1", before="ex-1-2", name="not a valid id!")
    names = ids(rebuild(student_copy.hand_in(), tiny))
    assert len(set(names)) == len(names)
    assert all(name.replace("-", "").isalnum() for name in names)


def test_hundreds_of_cells_are_rebuilt_quickly(tiny: Skeleton, student_copy) -> None:
    for number in range(300):
        student_copy.own(f"x{number} = {number}\n" * 20, before="ex-1-1", name=f"own{number}")
    del student_copy.cells[student_copy.place("ex-1-2")]
    rebuilt = rebuild(student_copy.hand_in(), tiny)
    assert len(rebuilt.notebook["cells"]) == len(tiny.notebook["cells"]) + 300


HUGE = {
    "cells by the hundred thousand": b'{"cells": [' + b'{"cell_type": "code"},' * 300_000 + b"{}]}",
    "parts by the million": b'{"cells": [' + b"{}," * 1_500_000 + b"{}]}",
    "open brackets": b'{"cells": [' + b'{"id": ' * 200_000,
    "cells that never end": b'{"cells": [' + b'{"cell_type": "code", "source": "' * 200_000,
    "one long line": json.dumps(
        {"cells": [{"cell_type": "code", "source": " " * 900_000}]}
    ).encode(),
    "a line of blanks before a magic": json.dumps(
        {"cells": [{"cell_type": "code", "source": "a = (" + " " * 90_000 + "%x"}]}
    ).encode(),
    "a sum without end": json.dumps(
        {"cells": [{"cell_type": "code", "source": "double = " + "1+" * 45_000 + "1"}] * 9}
    ).encode(),
    "conflicts without end": b"<<<<<<< a\n" * 300_000,
    "fences without end": json.dumps(
        {"cells": [{"cell_type": "raw", "id": "ex-1-1", "source": "```\ndef f(:\n" * 60_000}]}
    ).encode(),
    "keys twice": b'{"cells": [' + b'{"a": 1, "a": 2},' * 200_000 + b"{}]}",
}  # fmt: skip


@pytest.mark.parametrize("what", HUGE)
def test_work_on_huge_files_is_bounded(tiny, what) -> None:
    started = time.process_time()
    rebuilt = rebuild(from_bytes(HUGE[what]), tiny)
    assert time.process_time() - started < 10  # most take a second
    assert rebuilt.malformed or rebuilt.repairs
