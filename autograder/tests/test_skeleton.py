"""What the grader learns from the instructor's notebook."""

from __future__ import annotations

import pytest
from autograder.course import CourseError
from autograder.skeleton import (
    bound_names,
    imports,
    load_skeleton,
    make_skeleton,
    without_hidden_tests,
)


def test_graded_cells_carry_their_points_and_exercises(tiny_manual) -> None:
    assert [(c.grade_id, c.exercise, c.max_points, c.manual) for c in tiny_manual.graded] == [
        ("test-1-1-a", "1.1", 2.0, False),
        ("test-1-2-a", "1.2", 1.0, False),
        ("test-1-2-b", "1.2", 1.5, False),
        ("test-1-3-a", "1.3", 0.5, False),
        ("ex-1-4", "1.4", 3.0, True),
    ]


def test_contract_is_what_the_answers_bind(tiny) -> None:
    assert tiny.contract == {"double", "sigmoid", "relu", "why_no_line"}
    assert tiny.answers == {"1.1": "ex-1-1", "1.2": "ex-1-2", "1.3": "ex-1-3"}
    assert tiny.names["ex-1-2"] == {"sigmoid", "relu"}


def test_tests_may_use_what_provided_cells_lend(tiny_source) -> None:
    given = {"cell_type": "code", "id": "given", "source": "half = 0.5", "metadata": {}}
    given["metadata"] = {"tags": ["provided"], "nnbh": {"lends": ["half"]}}
    more = {**tiny_source, "cells": [*tiny_source["cells"], given]}
    plain = {**given, "metadata": {"nnbh": {"lends": ["half"]}}}
    less = {**tiny_source, "cells": [*tiny_source["cells"], plain]}
    assert "half" in make_skeleton(more, "01-tiny").contract
    assert "half" not in make_skeleton(less, "01-tiny").contract


def test_answers_are_gone_and_hidden_tests_stay(tiny) -> None:
    sources = {cell["id"]: cell["source"] for cell in tiny.notebook["cells"]}
    assert sources["ex-1-1"].endswith('("Exercise 1.1: double is not written yet.")')
    assert sources["ex-1-3"] == "why_no_line = ..."
    assert "double(-3)" in sources["test-1-1-a"]
    assert without_hidden_tests(sources["test-1-1-a"]) == "assert double(2) == 4"


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("a = b = 1\nc: int = 2", {"a", "b", "c"}),
        ("x, (y, *z) = f()", {"x", "y", "z"}),
        ("def f(a):\n    inner = 1", {"f"}),
        ("class C:\n    attribute = 1", {"C"}),
        ("table = {k: v for k, v in pairs}", {"table"}),
        ("import math\nfrom a import b", set()),
        ("if x:\n    def f(): pass\nelse:\n    f = None", {"f"}),
        ("_helper = 1", set()),
        ("weights['and'] = 1\nobject.name = 2", set()),
    ],
)
def test_bound_names_are_those_of_the_top_level(source, names) -> None:
    assert bound_names(source) == names


def test_notebook_that_cannot_be_used_is_named(tiny_course, tiny_source) -> None:
    path = tiny_course / "source" / "01-tiny" / "01-tiny.ipynb"
    for data, words in (("", "cannot be read"), ("[]", "not a whole"), ("{}", "not a whole")):
        path.write_text(data, encoding="utf-8")
        with pytest.raises(CourseError, match=words) as raised:
            load_skeleton(tiny_course, "01-tiny")
        assert "01-tiny.ipynb" in str(raised.value)
    with pytest.raises(CourseError, match="no cell that carries points"):
        make_skeleton({**tiny_source, "cells": tiny_source["cells"][:2]}, "01-tiny")


def test_imports_are_those_of_the_instructor_s_cells(tiny_source) -> None:
    def cell(source: str, **facts: bool) -> dict:
        meta = {"nbgrader": {"grade_id": source, **facts}} if facts else {}
        return {"cell_type": "code", "id": source, "source": source, "metadata": meta}

    cells = [
        cell("import numpy as np, os.path\nfrom helpers import check, hint as tip\nx = 1"),
        cell("import numpy\ndef f():\n    import json"),
        cell("import antigravity\nanswer = 1", solution=True),
        cell("import this", grade=True, points=1),
        cell("%matplotlib inline"),
    ]
    made = make_skeleton({**tiny_source, "cells": cells}, "01-tiny")
    assert imports(made) == (
        "import numpy",
        "import os.path",
        "from helpers import check",
        "from helpers import hint",
        "import IPython.core.interactiveshell",
    )
