"""Released units in JupyterLab: answers can be written, the check speaks under the cell."""

import shutil
from collections.abc import Iterator

import pytest
from autograder.bank.entries import Entry, read_bank
from browser.lab import Lab, OpenNotebook, open_notebook
from course_files import ROOT, cells, nnbh, released, tags, unit_ids
from playwright.sync_api import BrowserContext

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def answers(unit: str, kind: str) -> dict[str, Entry]:
    """The first answer of a kind for each exercise."""
    bank = read_bank(ROOT / "course" / "answers", unit)
    return {e.exercise: e for e in reversed(bank) if e.kind == kind and not e.expected.outcome}


@pytest.fixture(params=unit_ids())
def unit(
    request: pytest.FixtureRequest, lab: Lab, browser: BrowserContext
) -> Iterator[tuple[str, OpenNotebook]]:
    """A unit as students get it, open in JupyterLab."""
    shutil.copy(released(request.param), lab.folder)
    notebook = open_notebook(lab, browser, f"{request.param}.ipynb")
    yield request.param, notebook
    notebook.page.close()


def place(unit: str, cell_id: str) -> int:
    return next(i for i, cell in enumerate(cells(unit)) if cell["id"] == cell_id)


def said(notebook: OpenNotebook, unit: str, exercise: str, answer: str) -> str:
    """Write an answer into its cell, run it and the check; what stands under the check."""
    dashed = exercise.replace(".", "-")
    notebook.run_cell(place(unit, f"ex-{dashed}"), answer)
    below = place(unit, f"check-{dashed}")
    notebook.run_cell(below)
    return notebook.cell(below).locator(".jp-OutputArea-output").last.inner_text()


def test_a_mistake_is_named_under_the_cell_and_a_right_answer_passes(
    unit: tuple[str, OpenNotebook],
) -> None:
    name, notebook = unit
    models, mistakes = answers(name, "model"), answers(name, "mistake")
    for index, cell in enumerate(cells(name)):
        if set(tags(cell)) & {"setup", "provided"}:
            notebook.run_cell(index)
        elif cell["id"].startswith("ex-") and cell["cell_type"] == "code":
            exercise = nnbh(cell)["exercise"]
            wrong = mistakes[exercise]
            shown = said(notebook, name, exercise, wrong.source)
            if "recorded" not in shown:  # the right choice is not told before grading
                assert "not yet right" in shown, (exercise, shown)
                assert (wrong.expected.message or "").replace("`", "") in shown
            shown = said(notebook, name, exercise, models[exercise].source)
            assert "passed" in shown or "recorded" in shown, (exercise, shown)
    assert notebook.errors == []
    assert notebook.outside == []


@pytest.mark.parametrize("unit", ["00-warm-up", "05-optimizers", "08-digits"], indirect=True)
def test_run_all_reaches_the_end_of_an_untouched_unit_up_to_the_first_test(
    unit: tuple[str, OpenNotebook],
) -> None:
    name, notebook = unit
    notebook.run_all()
    first_test = next(i for i, c in enumerate(cells(name)) if c["id"].startswith("test-"))
    stopped = notebook.cell(first_test)
    # Attached is enough: JupyterLab hides what is not near the window.
    stopped.get_by_text("is not written yet").last.wait_for(state="attached", timeout=20_000)
    assert "NotImplementedError" in (stopped.text_content() or "")
    below = place(name, next(c["id"] for c in cells(name) if c["id"].startswith("check-")))
    assert "not started" in (notebook.cell(below).text_content() or "")


@pytest.mark.parametrize("unit", ["01-perceptron"], indirect=True)
def test_hints_open_one_inside_the_other(unit: tuple[str, OpenNotebook]) -> None:
    name, notebook = unit
    notebook.run_cell(0 if tags(cells(name)[0]) == ["setup"] else place(name, "setup"))
    hint = place(name, next(c["id"] for c in cells(name) if c["id"].startswith("hint-")))
    notebook.run_cell(hint)
    folds = notebook.cell(hint).locator("details")
    assert folds.count() == 3
    assert folds.nth(0).locator("details").count() == 2
    folds.nth(0).locator("summary").first.click()
    assert folds.nth(1).locator("summary").first.is_visible()
    assert not folds.nth(2).locator("summary").first.is_visible()
