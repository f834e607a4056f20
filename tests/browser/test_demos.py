"""Every demo of every unit, in JupyterLab with a solved notebook: each slider moves its picture."""

import pytest
from autograder.bank.entries import read_bank
from browser.lab import Lab, OpenNotebook, open_notebook, write_notebook
from course_files import ROOT, Cell, cells, nnbh, tags, text, unit_ids
from playwright.sync_api import BrowserContext, Locator

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STATE = """demo => {
  const picture = demo.querySelector(".nnbh-picture"), canvas = picture.querySelector("canvas");
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let sum = 0;
  for (let i = 0; i < pixels.length; i++) sum = (sum * 31 + pixels[i]) % 1000000007;
  return { number: picture.dataset.number, pixels: sum,
    words: picture.querySelector("[role=img]").getAttribute("aria-label"),
    note: picture.querySelector(".nnbh-note").textContent };
}"""
CHANGED = """([demo, number]) =>
  demo.querySelector(".nnbh-picture").dataset.number !== number"""


def solved(unit: str) -> list[str]:
    """The unit's code cells with model answers, without checks, hints and tests."""
    bank = read_bank(ROOT / "course" / "answers", unit)
    models = {e.exercise: e.source for e in bank if e.kind == "model"}
    return [
        models[nnbh(cell)["exercise"]] if cell["id"].startswith("ex-") else text(cell)
        for cell in cells(unit)
        if cell["cell_type"] == "code" and not _is_judging(cell)
    ]


def _is_judging(cell: Cell) -> bool:
    return cell["id"].startswith("test-") or bool({"check", "hint"} & set(tags(cell)))


@pytest.fixture(scope="module")
def desk(lab: Lab, browser: BrowserContext) -> OpenNotebook:
    """One page for all units: loading JupyterLab takes longer than a unit."""
    write_notebook(lab.folder / "desk.ipynb", "")
    return open_notebook(lab, browser, "desk.ipynb")


@pytest.mark.parametrize("unit", unit_ids())
def test_every_slider_of_a_unit_moves_its_picture(unit: str, lab: Lab, desk: OpenNotebook) -> None:
    sources = solved(unit)
    write_notebook(lab.folder / f"solved-{unit}.ipynb", *sources)
    desk.turn_to(f"solved-{unit}.ipynb")
    desk.run_all()
    places = [i for i, source in enumerate(sources) if "sliders." in source]
    assert places, "a unit without a demo"
    for place in places:
        demo = desk.show(place).locator(".nnbh-demo")
        desk.page.wait_for_function(CHANGED, arg=[demo.element_handle(), None])
        first = demo.evaluate(STATE)
        assert first["note"] == ""
        sliders = demo.get_by_role("slider")
        pad = demo.get_by_role("application")
        for slider in reversed(sliders.all()):  # the last may be time, which the others wait for
            move(desk, demo, slider)
        for key in (" ", "ArrowDown", " ") if pad.count() else ():
            pad.press(key)
        assert sliders.count() + pad.count() > 0
    assert desk.errors == []
    assert desk.outside == []


def move(notebook: OpenNotebook, demo: Locator, slider: Locator) -> None:
    """Press an arrow key on a slider; its demo must show and tell something else."""
    before = demo.evaluate(STATE)
    at_end = slider.evaluate("input => input.value === input.max")
    slider.press("ArrowLeft" if at_end else "ArrowRight")
    handle = demo.element_handle()
    notebook.page.wait_for_function(CHANGED, arg=[handle, before["number"]], timeout=10_000)
    notebook.page.wait_for_function("() => new Promise(requestAnimationFrame)")
    after = demo.evaluate(STATE)
    name = slider.get_attribute("aria-label")
    assert after["words"] != before["words"], name
    assert after["pixels"] != before["pixels"], name
    assert after["note"] == "", name
