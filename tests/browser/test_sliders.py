"""The live canvas in JupyterLab: it draws, follows keys, keeps up, recovers, and stays offline."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.lab import Lab, OpenNotebook, open_notebook, start_lab, write_notebook
from playwright.sync_api import BrowserContext, Locator

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SETUP = """
import time
import numpy as np
from helpers import sliders

def perceptron(x1, x2, w1, w2, b):
    return np.where(np.asarray(w1 * x1 + w2 * x2 + b) >= 0, 1, 0)

def momentum_step(x, v, g, lr, momentum):
    v = momentum * v - lr * g
    return x + v, v
"""
GATE = "sliders.gate_line(perceptron)"
DESCENT = "sliders.descent(step=momentum_step, at=(0.3, 0.45))"
BROKEN = "def perceptron(x1, x2, w1, w2, b):\n    return 1 / 0"
ENDLESS = "def perceptron(x1, x2, w1, w2, b):\n    while True:\n        pass"
SLOW = """
def perceptron(x1, x2, w1, w2, b):
    time.sleep(0.03)
    return np.where(np.asarray(w1 * x1 + w2 * x2 + b) >= 0, 1, 0)
"""
WORKING = SETUP
EVERY_LAYER = """
from helpers.sliders.demo import Demo, Plan
from helpers.sliders.layers import Arrows, Bars, Frame, Image, Line, Points, Text
from helpers.sliders.scene import Panel, Scene
from helpers.sliders.still import MARKERS

xy = np.array([[0.1, 0.2], [0.5, 0.9], [0.9, 0.4]])
kinds = [Frame(), Frame((Line(xy),)), Frame((Image(np.eye(3), (0, 1, 0, 1)),))]
kinds += [Frame((Points(xy, marker=marker),)) for marker in MARKERS]
kinds += [Frame((Arrows(np.array([[0.1, 0.1, 0.8, 0.8]])),)), Frame((Text(xy, ("a", "b", "c")),))]
kinds += [Frame((Bars(np.array([0, 0.5, 1]), np.array([0.3, 0.6])),))]
scene = Scene("Layers.", (Panel("x", "y", (0, 1), (0, 1)),))
layers = Demo(Plan(scene, [], lambda _: Frame(), lambda _: Frame(), []))
layers
"""
SHOW_LAYER = """
from helpers.sliders.layers import wire_frame
message, numbers = wire_frame(kinds[{0}], "Layers.")
more = dict(number=100 + {0}, turn="", places=dict(), last=dict())
layers.canvas.show(message | more, numbers)
"""
PAD = """
def upright_or_flat(image):
    rows = image.reshape(8, 8)
    digit = 1 if (rows[3] > 0).sum() <= 4 else 7 if (rows[3] > 8).all() else 3
    return np.where(np.arange(10) == digit, 0.91, 0.01)

sliders.drawing_pad(upright_or_flat)
"""
CELLS = (SETUP, GATE, DESCENT, "", EVERY_LAYER, "", PAD)
PIXELS = """canvas => {
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let sum = 0;
  for (let i = 0; i < pixels.length; i++) sum = (sum * 31 + pixels[i]) % 1000000007;
  return sum;
}"""


class Picture:
    """A demo's picture in a notebook, and its sliders."""

    def __init__(self, notebook: OpenNotebook, cell: int) -> None:
        self.notebook, self.cell = notebook, notebook.cell(cell)
        self.root = self.cell.locator(".nnbh-picture")

    def slider(self, name: str) -> Locator:
        return self.cell.get_by_role("slider", name=name, exact=True)

    def press(self, name: str, key: str, times: int = 1) -> None:
        self.slider(name).focus()
        for _ in range(times):
            self.notebook.page.keyboard.press(key)

    def wait(self, pattern: str, part: str = ".nnbh-words", patience_s: float = 20) -> str:
        """Wait until the words of a part match, and return them."""
        found = self.root.locator(part).filter(has_text=re.compile(pattern))
        found.wait_for(timeout=patience_s * 1000)
        return found.inner_text()

    def label(self) -> str:
        return self.root.locator("[role=img]").get_attribute("aria-label") or ""

    def pixels(self) -> int:
        return int(self.root.locator("canvas").evaluate(PIXELS))


@pytest.fixture(scope="module")
def notebook(lab: Lab, browser: BrowserContext) -> Iterator[OpenNotebook]:
    write_notebook(lab.folder / "sliders.ipynb", *CELLS)
    opened = open_notebook(lab, browser, "sliders.ipynb")
    opened.run_all()
    opened.page.wait_for_selector(".nnbh-picture[data-number] canvas")
    opened.page.wait_for_selector("input[aria-label='w1']")
    yield opened
    assert opened.errors == [], "console errors"
    assert opened.outside == [], "requests that left this machine"


@pytest.fixture
def gate(notebook: OpenNotebook) -> Picture:
    """The gate demo with a working perceptron at w1 = 1, w2 = 1, b = 0.5."""
    notebook.run_cell(3, WORKING)
    notebook.run_cell(1)
    picture = Picture(notebook, 1)
    picture.wait("b = 0.5")
    picture.slider("b").wait_for()
    return picture


def test_picture_is_drawn_and_said(gate: Picture) -> None:
    gate.notebook.page.wait_for_timeout(500)
    box = gate.root.locator("canvas").bounding_box()
    assert box is not None
    assert box["width"] > 300
    assert box["height"] > 300
    assert "One perceptron over the four corners" in gate.label()


def test_a_key_press_changes_the_picture_and_the_words(gate: Picture) -> None:
    gate.notebook.page.wait_for_timeout(500)
    before, said = gate.pixels(), gate.label()
    gate.press("b", "ArrowLeft")
    gate.wait("b = 0.4")
    assert gate.pixels() != before
    assert gate.label() != said
    assert "b = 0.4" in gate.label()


def test_the_new_state_is_read_aloud_politely(gate: Picture) -> None:
    gate.press("b", "ArrowLeft", 3)
    gate.root.locator("[aria-live=polite]").filter(has_text="b = 0.2").wait_for(state="attached")


def test_a_goal_can_be_reached_with_the_keyboard_alone(gate: Picture) -> None:
    gate.press("b", "ArrowLeft", 20)
    assert "all four corners are right" in gate.wait("b = -1.5")


def test_last_of_fast_moves_wins_over_a_slow_function(gate: Picture) -> None:
    gate.notebook.run_cell(3, SLOW)
    gate.wait("w1 = 1.0")
    number = int(gate.root.get_attribute("data-number") or 0)
    gate.press("w1", "ArrowLeft", 25)
    gate.wait("w1 = -1.5", patience_s=30)
    drawn = int(gate.root.get_attribute("data-number") or 0) - number
    assert 1 <= drawn < 25, "moves that came too fast were skipped"


@pytest.mark.parametrize(
    ("wrong", "sentence"), [(BROKEN, "division by zero"), (ENDLESS, "does a loop never end")]
)
def test_a_wrong_function_gives_a_sentence_and_recovers(
    gate: Picture, wrong: str, sentence: str
) -> None:
    gate.notebook.run_cell(3, wrong)
    gate.wait(sentence, ".nnbh-note")
    gate.press("w2", "ArrowLeft")
    gate.wait("w2 = 0.9", patience_s=30)
    gate.wait(sentence, ".nnbh-note")
    gate.notebook.run_cell(3, WORKING)
    gate.wait("corners are right")
    assert gate.root.locator(".nnbh-note").inner_text() == ""


def test_pressing_on_the_plane_sets_both_sliders(notebook: OpenNotebook) -> None:
    picture = Picture(notebook, 2)
    picture.root.scroll_into_view_if_needed()
    canvas = picture.root.locator("canvas")
    notebook.page.wait_for_timeout(800)
    box = canvas.bounding_box()
    assert box is not None
    canvas.click(position={"x": box["width"] * 0.85, "y": box["height"] * 0.5})
    words = picture.wait(r"learning rate (?!0\.3,)")
    assert "momentum 0.45" not in words


def test_every_kind_of_layer_is_drawn(notebook: OpenNotebook) -> None:
    picture = Picture(notebook, 4)
    picture.root.scroll_into_view_if_needed()
    notebook.page.wait_for_timeout(800)
    drawings = set()
    for kind in range(14):
        notebook.run_cell(5, SHOW_LAYER.format(kind))
        notebook.page.wait_for_selector(f".nnbh-picture[data-number='{100 + kind}']")
        drawings.add(picture.pixels())
    # Nothing, line, image, eight markers, arrows, text, bars.
    assert len(drawings) == 14


def test_a_digit_is_drawn_with_the_mouse_and_with_the_keyboard(notebook: OpenNotebook) -> None:
    picture, page = Picture(notebook, 6), notebook.page
    notebook.show(6)
    picture.wait("The example reads as")
    pad, clear = picture.cell.locator(".nnbh-pad"), picture.cell.get_by_role("button", name="Clear")
    clear.click()
    picture.wait("The pad is empty")
    box = pad.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + 190, box["y"] + 100, steps=5)
    page.mouse.up()
    picture.wait("Your drawing reads as 7 with 91 %")
    picture.wait("So far: 7[.]")
    before = picture.pixels()
    pad.press("Delete")
    picture.wait("The pad is empty")
    for key in (" ", *["ArrowDown"] * 6, " "):
        pad.press(key)
    picture.wait("Your drawing reads as 1 with 91 %")
    assert picture.pixels() != before
    picture.wait("So far: 1, 7[.]")
    assert "Pen up" in picture.cell.locator(".nnbh-padside [aria-live]").inner_text()
    assert "reads as 1" in picture.label()


def test_shortcuts_of_the_notebook_do_not_take_the_sliders_keys(gate: Picture) -> None:
    count = gate.notebook.page.locator(".jp-Notebook .jp-Cell").count()
    for key in ("a", "b", "x", "d", "d", "Enter", "ArrowUp", "Home"):
        gate.press("w1", key)
    gate.wait("w1 = -2.0")
    assert gate.notebook.page.locator(".jp-Notebook .jp-Cell").count() == count
    assert gate.slider("w1").evaluate("input => input === document.activeElement")


def test_a_page_that_is_reloaded_shows_the_last_state_and_goes_on(
    lab: Lab, browser: BrowserContext
) -> None:
    write_notebook(lab.folder / "again.ipynb", SETUP, GATE)
    opened = open_notebook(lab, browser, "again.ipynb")
    opened.run_all()
    picture = Picture(opened, 1)
    picture.wait("b = 0.5")
    picture.press("b", "ArrowLeft", 3)
    picture.wait("b = 0.2")
    opened.command("docmanager:save")
    opened.page.wait_for_timeout(500)
    opened.page.reload(wait_until="domcontentloaded")
    picture.wait("b = 0.2", patience_s=60)
    picture.press("b", "ArrowLeft")
    picture.wait("b = 0.1")
    opened.page.close()


def test_the_picture_follows_the_windows_width(gate: Picture) -> None:
    page = gate.notebook.page
    page.set_viewport_size({"width": 560, "height": 1400})
    page.wait_for_timeout(1200)
    narrow = gate.root.locator("canvas").bounding_box()
    page.set_viewport_size({"width": 1200, "height": 1400})
    page.wait_for_timeout(1200)
    wide = gate.root.locator("canvas").bounding_box()
    assert narrow is not None
    assert wide is not None
    assert narrow["width"] < wide["width"]


def test_dark_theme_gets_a_dark_picture(browser: BrowserContext, tmp_path: Path) -> None:
    write_notebook(tmp_path / "dark.ipynb", SETUP, GATE)
    assert browser.browser is not None
    sharp = browser.browser.new_context(device_scale_factor=2)
    with start_lab(tmp_path, "dark") as lab, sharp:
        opened = open_notebook(lab, sharp, "dark.ipynb")
        opened.run_all()
        opened.page.wait_for_selector(".nnbh-picture[data-theme=dark]")
        opened.page.wait_for_timeout(500)
        corner = "c => [...c.getContext('2d').getImageData(5, 5, 1, 1).data].slice(0, 3)"
        canvas = opened.cell(1).locator("canvas")
        assert max(canvas.evaluate(corner)) < 60
        box = canvas.bounding_box()
        assert box is not None
        assert canvas.evaluate("c => c.width") == pytest.approx(2 * box["width"], abs=2)
        assert opened.errors == []
        assert opened.outside == []
