"""Solutions and hidden tests are recognised in what students read, in any layout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from autograder.models import Unit
from autograder.release.leaks import LEAST_IN_HELPERS, Page, leaks, package_pages, pages, secrets
from autograder.release.proof import prove


def found(source: dict[str, Any], *read: Page) -> list[str]:
    return leaks(secrets(source), read)


SHOWN = [
    Page("cell a", "steps = x / 1.5", code=True),
    Page("cell a", "y = [steps*slope *1.5 for x in z]", code=True),
    Page("cell a", "def height(u, m):\n    k = u / 1.5\n    return k * m * 1.5", code=True),
    Page("cell a", "if abs(line(-3.0, 3.5) - wanted) < 1e-9:\n    pass", code=True),
    Page("cell a", "# steps = x/1.5", code=True),
    Page("cell a", "Use `steps * slope * 1.5`, of course."),
    Page("cell a", "So:\n\n```python\nreturn steps * slope * 1.5\n```"),
    Page("cell a", "why = 'c'", code=True),
    Page("cell a", "The answer: why = 'c'\n\n    why = 'c'\n"),
]


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.text[:25])
def test_planted_leak_is_found(source: dict[str, Any], page: Page) -> None:
    assert found(source, page) != []


HARMLESS = [
    Page("cell a", "x / 1.5", code=True),
    Page("cell a", "assert abs(got - expected) < 1e-9, 'another test'", code=True),
    Page("cell a", "why = ...\nslope = 2.0", code=True),
    Page("cell a", "def line(x, slope):\n    raise NotImplementedError('Exercise 1.1')", code=True),
    Page("cell a", "Rise over run, `slope`, is what makes a line steep: wanted everywhere."),
]


@pytest.mark.parametrize("page", HARMLESS, ids=lambda page: page.text[:25])
def test_harmless_text_is_left_alone(source: dict[str, Any], page: Page) -> None:
    assert found(source, page) == []


def test_cells_given_to_students_on_purpose_are_not_searched(source: dict[str, Any]) -> None:
    given = {"id": "provided-line", "cell_type": "code", "source": "steps = x / 1.5"}
    notebook = {"cells": [{**given, "metadata": {"tags": ["provided"]}}]}
    assert leaks(secrets(source), pages(notebook)) == []
    notebook = {"cells": [{**given, "metadata": {}}]}
    assert len(leaks(secrets(source), pages(notebook))) >= 1


def test_a_method_that_the_stub_gives_is_no_secret_but_its_neighbour_is() -> None:
    init = "    def __init__(self, data, op):\n        self.data = data\n        self.op = op * 2\n"
    begin, end = "        ### BEGIN SOLUTION\n", "        ### END SOLUTION\n"
    double = "    def double(self):\n{}        return (self.data * 2 + 1) ** 2\n{}"
    cell = {
        "id": "ex-1-1",
        "cell_type": "code",
        "source": f"class Node:\n{init}{double.format(begin, end)}",
        "metadata": {"nbgrader": {"solution": True}, "nnbh": {"exercise": "1.1"}},
    }
    given = Page("cell a", f"class Node:\n{init}", code=True)
    told = Page("cell a", f"class Other:\n{double.format('', '')}", code=True)
    assert found({"cells": [cell]}, given) == []
    assert found({"cells": [cell]}, told) != []


def test_solution_in_the_package_data_is_found(source: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    table = tmp_path / "data" / "01.json"
    table.write_text(json.dumps({"1.1": {"expected": [8.0], "object": "line"}}))
    (tmp_path / "hints.toml").write_text('["1.1"]\nsteps = "divide, then multiply twice"')
    assert leaks(secrets(source), package_pages(tmp_path), LEAST_IN_HELPERS) == []
    table.write_text(json.dumps({"1.1": {"code": "return steps * slope * 1.5"}}))
    assert len(leaks(secrets(source), package_pages(tmp_path), LEAST_IN_HELPERS)) == 1


def unspoilt(source: dict[str, Any]) -> dict[str, Any]:
    """What a right release of the source would be, made by hand."""
    release = json.loads(json.dumps(source))
    for cell in release["cells"]:
        text = "".join(cell["source"])
        if cell["id"] == "ex-1-1":
            head = text.split("    ### BEGIN")[0]
            text = head + '    raise NotImplementedError("Exercise 1.1: line is not written yet.")'
        elif cell["id"] == "ex-1-2":
            text = "why = ..."
        cell["source"] = text.split("\n### BEGIN HIDDEN")[0]
    return release


def spoil(release: dict[str, Any], name: str, **changes: Any) -> dict[str, Any]:
    next(cell for cell in release["cells"] if cell["id"] == name).update(changes)
    return release


UNIT = Unit("01-lines", "Lines", 3.0)


def test_right_release_is_proved(source: dict[str, Any]) -> None:
    assert prove(source, unspoilt(source), UNIT) == []


@pytest.mark.parametrize(
    ("name", "changes", "complaint"),
    [
        ("ex-1-1", {"id": "ex-1-9"}, "first at ex-1-1"),
        ("ex-1-1", {"source": "def line(x, slope):\n    return None"}, "has 0 stubs"),
        ("ex-1-1", {"source": "raise NotImplementedError('Exercise 9.9: no')"}, "has 0 stubs"),
        ("ex-1-2", {"source": "why = None"}, "does not start as `why = ...`"),
        ("test-1-1-a", {"source": "got = 8.0"}, "is not the source's"),
        ("title", {"source": "### BEGIN SOLUTION"}, "mark of a solution"),
        ("demo-line", {"execution_count": 3}, "an execution count"),
    ],
)
def test_spoilt_release_is_refused(
    source: dict[str, Any], name: str, changes: dict[str, Any], complaint: str
) -> None:
    faults = prove(source, spoil(unspoilt(source), name, **changes), UNIT)
    assert any(complaint in fault for fault in faults), faults
