"""What every demo does: it never fails, keeps up, and has a picture where there are no widgets."""

import base64
import subprocess
import sys
import time
from typing import Any

import pytest
from helpers.sliders.controls import Slider
from helpers.sliders.demo import Demo, Plan, Values
from helpers.sliders.layers import Frame, Goal
from helpers.sliders.scene import Panel, Scene
from helpers.sliders.student import Student

SCENE = Scene("A test.", (Panel("x", "y", (0, 1), (0, 1)),))


def demo_of(function: Any, limit_s: float = 2.0) -> Demo:
    """A demo of one slider that shows function(a)."""
    student = Student(function)

    def live(values: Values) -> Frame:
        return Frame(caption=f"answer {float(student.numbers(student(values['a']), ()))}")

    def rest(values: Values) -> Frame:
        return Frame(caption=f"a is {values['a']}")

    controls = [Slider("a", "a", 0, 10, 0.5, 1)]
    return Demo(Plan(SCENE, controls, live, rest, [student], limit_s=limit_s))


def shown(demo: Demo) -> Any:
    """The frame that the browser has."""
    assert demo.canvas is not None
    return demo.canvas.frame


def test_an_endless_loop_becomes_a_sentence_and_the_next_move_works() -> None:
    def endless(a: float) -> float:
        while a < 5:
            pass
        return a

    demo = demo_of(endless, limit_s=0.2)
    assert demo.frame.note == "endless took longer than 0.2 s here: does a loop never end?"
    assert demo.frame.caption == "a is 1.0"
    assert demo.set(a=6).caption == "answer 6.0"


def test_the_last_of_many_moves_is_drawn() -> None:
    demo = demo_of(lambda a: a)
    for place in range(20):
        demo.receive({"turn": f"t-{place}", "places": {"a": place}})
    sent = shown(demo)
    assert sent["caption"] == "answer 9.5"
    assert sent["number"] == demo.number
    assert sent["turn"] == "t-19"


def test_a_message_is_answered_even_when_the_demo_itself_fails() -> None:
    demo = demo_of(lambda a: a)
    with pytest.raises(TypeError):
        demo.receive({"turn": "t-1", "places": {"a": "two"}})
    assert shown(demo)["turn"] == "t-1"


def test_a_page_that_is_reloaded_finds_the_last_frame() -> None:
    demo = demo_of(lambda a: a)
    demo.set(a=4)
    assert demo.canvas is not None
    state = demo.canvas.get_state()
    assert state["frame"]["caption"] == "answer 4.0"
    assert state["frame"]["places"] == {"a": 8}
    assert "frame" not in demo.canvas.get_state("background")


def test_several_controls_move_in_one_redraw() -> None:
    demo = demo_of(lambda a: a)
    before = demo.number
    demo.set(a=3.3)
    assert demo.number == before + 1
    assert demo.values == {"a": 3.5}, "the nearest place"


def test_a_function_that_exits_or_raises_keeps_the_demo_alive() -> None:
    def leaves(a: float) -> float:
        if a < 3:
            sys.exit(1)
        if a < 5:
            raise RuntimeError("no\nmore")
        return a

    demo = demo_of(leaves)
    assert demo.frame.note.startswith("leaves raised SystemExit: 1 (line")
    assert demo.set(a=4).note.startswith("leaves raised RuntimeError: no (line")
    assert demo.set(a=7).note == ""


def test_bundle_has_widget_picture_and_words() -> None:
    bundle, metadata = demo_of(lambda a: a)._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    assert bundle["text/plain"] == "A test. answer 1.0"
    assert metadata["image/png"] == {"width": 640, "alt": "A test. answer 1.0"}


def test_a_view_gets_a_background_of_its_size_theme_and_ratio() -> None:
    demo = demo_of(lambda a: a)
    demo.receive({"turn": "t", "view": {"width": 500, "dpr": 2, "theme": "dark"}})
    assert shown(demo)["turn"] == "t"
    assert demo.canvas is not None
    background = demo.canvas.background
    assert (background["width"], background["theme"]) == (500, "dark")
    width = int.from_bytes(background["png"][16:20], "big")
    assert width == 1000


def test_a_redraw_costs_little_beside_the_students_function() -> None:
    demo = demo_of(lambda a: a)
    began = time.perf_counter()
    for place in range(100):
        demo.set(a=place / 10)
    assert (time.perf_counter() - began) / 100 < 0.02


def test_goal_is_reached_at_a_fraction_of_one_only() -> None:
    assert not Goal("near", 0.99).reached
    assert Goal("there", 1.0).reached


@pytest.mark.parametrize("module", ["helpers", "helpers.sliders"])
def test_importing_loads_no_widgets(module: str) -> None:
    code = (
        f"import sys, {module}; print([m for m in ('ipywidgets', 'anywidget') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
