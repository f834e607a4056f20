"""The form of a source notebook: each departure is found in the cell it is in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from autograder.release.form import lint_form, sentences
from autograder.release.lint import contract_of

Spoil = Callable[[dict[str, Any]], object]


def cell(made: dict[str, Any], name: str) -> dict[str, Any]:
    return next(cell for cell in made["cells"] if cell["id"] == name)


def meta(made: dict[str, Any], name: str) -> dict[str, Any]:
    return cell(made, name)["metadata"]


def swell(made: dict[str, Any]) -> None:
    made["cells"] += [{**made["cells"][0], "id": f"more-{number}"} for number in range(70)]


def test_made_up_notebook_has_the_form(source: dict[str, Any]) -> None:
    assert [f for f in lint_form(source) if f.error] == []


def more(name: str, source: str, kind: str, given: dict[str, Any], **meta: Any) -> dict[str, Any]:
    """A cell as nbgrader writes it."""
    flags = {"grade": False, "solution": False, "locked": False, "task": False} | given
    metadata = {"nbgrader": {**flags, "grade_id": name, "schema_version": 3}, **meta}
    made = {"cell_type": kind, "id": name, "metadata": metadata, "source": source}
    return made | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def by_hand(kind: str = "markdown") -> dict[str, Any]:
    flags = {"grade": True, "solution": True, "points": 2}
    return more("ex-1-3", "straight", kind, flags, nnbh={"exercise": "1.3"})


def lend(made: dict[str, Any], name: str) -> None:
    meta = {"tags": ["provided"], "nnbh": {"lends": [name]}}
    made["cells"].insert(2, more(f"provided-{name}", "slope = 2.0", "code", LOCKED, **meta))


def test_an_exercise_marked_by_hand_needs_no_check_hint_or_test(source: dict[str, Any]) -> None:
    source["cells"].append(by_hand())
    assert [f for f in lint_form(source) if f.error] == []


def test_what_is_marked_by_hand_is_text(source: dict[str, Any]) -> None:
    source["cells"].append(by_hand("code"))
    found = {(f.cell, f.rule) for f in lint_form(source) if f.error}
    assert ("ex-1-3", "role") in found


def test_a_provided_cell_lends_only_what_it_makes(source: dict[str, Any]) -> None:
    lend(source, "slope")
    assert [f for f in lint_form(source) if f.error] == []
    assert "slope" in contract_of(source)
    lend(source, "height")
    assert ("provided-height", "lends") in {(f.cell, f.rule) for f in lint_form(source) if f.error}


LOCKED = {"locked": True}
SPOILT: list[tuple[str, str, Spoil]] = [
    ("notebook", "format", lambda nb: nb.update(nbformat_minor=4)),
    ("notebook", "kernel", lambda nb: nb["metadata"].clear()),
    ("notebook", "setup", lambda nb: nb["cells"].pop(1)),
    ("notebook", "cells", swell),
    ("title", "id", lambda nb: nb["cells"].append(cell(nb, "title"))),
    ("Title", "id", lambda nb: cell(nb, "title").update(id="Title")),
    ("hint-1-1", "missing", lambda nb: nb["cells"].remove(cell(nb, "hint-1-1"))),
    ("test-1-1-a", "missing", lambda nb: nb["cells"].remove(cell(nb, "test-1-1-a"))),
    ("ex-1-1", "answer", lambda nb: meta(nb, "ex-1-2")["nnbh"].update(exercise="1.1")),
    ("check-1-1", "exercise", lambda nb: meta(nb, "check-1-1")["nnbh"].update(exercise="1.2")),
    ("title", "metadata", lambda nb: meta(nb, "title").update(colab={})),
    ("demo-line", "tag", lambda nb: meta(nb, "demo-line").update(tags=["show"])),
    ("demo-line", "role", lambda nb: meta(nb, "demo-line").update(tags=["demo", "check"])),
    ("check-1-1", "role", lambda nb: meta(nb, "check-1-1").pop("nbgrader")),
    ("ex-1-1", "role", lambda nb: meta(nb, "ex-1-1").update(tags=["demo"])),
    ("test-1-1-a", "role", lambda nb: meta(nb, "test-1-1-a")["nbgrader"].update(points=0.3)),
    ("test-1-1-a", "id", lambda nb: meta(nb, "test-1-1-a")["nbgrader"].update(grade_id="x")),
    ("demo-line", "outputs", lambda nb: cell(nb, "demo-line").update(execution_count=1)),
    ("demo-line", "environment", lambda nb: cell(nb, "demo-line").update(source="!pip install x")),
    ("demo-line", "imports", lambda nb: cell(nb, "demo-line").update(source="import torch")),
    ("demo-line", "lines", lambda nb: cell(nb, "demo-line").update(source="a = 1\n" * 13)),
    ("demo-line", "syntax", lambda nb: cell(nb, "demo-line").update(source="a = ")),
    ("ex-1-1", "answer", lambda nb: cell(nb, "ex-1-1").update(source="def line(x, slope): pass")),
    ("check-1-1", "check", lambda nb: cell(nb, "check-1-1").update(source='check("1.2", line)')),
    ("check-1-1", "check", lambda nb: cell(nb, "check-1-1").update(source='check("1.1", np)')),
    ("hint-1-1", "hint", lambda nb: cell(nb, "hint-1-1").update(source='print("1.1")')),
]  # fmt: skip


@pytest.mark.parametrize(("name", "rule", "spoil"), SPOILT)
def test_departure_from_the_form_is_found(
    source: dict[str, Any], name: str, rule: str, spoil: Spoil
) -> None:
    spoil(source)
    assert (name, rule) in {(f.cell, f.rule) for f in lint_form(source) if f.error}


def test_sentences_leave_out_formulas_lists_and_boxes() -> None:
    assert (
        sentences("## 1.1 Title\n\nOne, e.g. this. Two $a. b$ too!\n\n- a. b. c.\n> In. The.") == 2
    )
    assert sentences("$$ a = b. $$\n\nThat is all:") == 1
