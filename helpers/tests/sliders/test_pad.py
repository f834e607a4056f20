"""The drawing pad says what the student's function reads, and what is wrong with it."""

from typing import Any

import numpy as np
import pytest
from helpers.sliders.controls import Drawing
from helpers.sliders.demo import Demo
from helpers.sliders.ink import reduce
from helpers.sliders.layers import Bars, Image
from helpers.sliders.pad import EXAMPLE

from helpers import sliders

seen: list[Any] = []


def sure(image: Any) -> Any:
    """Reads the middle row's ink: 1 for an upright bar, 7 for a flat one, else 3."""
    seen.append(image)
    middle = image.reshape(8, 8)[3]
    which = 1 if (middle > 0).sum() <= 4 else 7 if (middle > 8).all() else 3
    return np.where(np.arange(10) == which, 0.91, 0.01)


def draw(demo: Demo, *strokes: list[float], pen_down: bool = False) -> Demo:
    demo.receive({"turn": "t", "places": {"pad": {"strokes": strokes, "pen_down": pen_down}}})
    return demo


def test_the_student_gets_the_reduced_drawing() -> None:
    draw(sliders.drawing_pad(sure), [0.5, 0.1, 0.5, 0.9])
    np.testing.assert_array_equal(seen[-1], reduce([[0.5, 0.1, 0.5, 0.9]]))


def test_the_answer_is_told_in_a_sentence_and_as_bars() -> None:
    demo = draw(sliders.drawing_pad(sure), [0.5, 0.1, 0.5, 0.9])
    assert demo.frame.caption.startswith("Your drawing reads as 1 with 91 %; then 0 with 1 %,")
    bars = [layer for layer in demo.frame.layers if isinstance(layer, Bars)]
    assert bars[0].heights[1] == 0.91
    assert all(layer.panel == 1 for layer in bars)
    assert "....##.." in demo.frame.alt("T.") or "...##..." in demo.frame.alt("T.")


def test_three_different_digits_of_ones_own_reach_the_goal() -> None:
    demo = sliders.drawing_pad(sure)
    assert demo.frame.caption.startswith("The example reads as")
    assert demo.frame.goal is not None
    assert demo.frame.goal.fraction == 0, "the example does not count"
    draw(demo, [0.5, 0.1, 0.5, 0.9], pen_down=True)
    assert demo.frame.goal.fraction == 0, "a stroke counts when it is done"
    for strokes in ([0.5, 0.1, 0.5, 0.9], [0.1, 0.5, 0.9, 0.5], [0.1, 0.1, 0.9, 0.9]):
        draw(demo, strokes)
        draw(demo)
    assert demo.frame.goal.reached
    assert demo.frame.goal.words.endswith("So far: 1, 3, 7.")


def test_an_empty_pad_asks_for_a_drawing_and_does_not_call_the_student() -> None:
    seen.clear()
    demo = draw(sliders.drawing_pad(sure))
    assert demo.frame.caption == "The pad is empty: draw a digit."
    assert len(seen) == 1, "the example alone"


@pytest.mark.parametrize(
    ("answer", "note"),
    [
        (np.full((1, 10), 0.1), "returned shape (1, 10); expected shape (10,)"),
        (np.full(10, np.nan), "returned nan"),
        (None, "returned None"),
        (np.full(10, 0.2), "sum to 2, not to 1"),
        (np.linspace(-0.1, 0.3, 10), "returned -0.1; a probability is never below 0"),
        ("three", "returned a str"),
    ],
)
def test_a_wrong_answer_becomes_a_sentence(answer: object, note: str) -> None:
    demo = sliders.drawing_pad(lambda _: answer)
    assert note in demo.frame.note
    assert any(isinstance(layer, Image) for layer in demo.frame.layers), "the picture stays"


def test_a_function_not_written_yet_or_failing_becomes_a_sentence() -> None:
    def unwritten(image: Any) -> Any:
        raise NotImplementedError("Exercise 8.2: MLP.__init__ is not written yet.")

    def failing(image: Any) -> Any:
        return image @ np.ones((3, 3))

    assert sliders.drawing_pad(unwritten).frame.note.startswith("MLP.__init__ is not written yet")
    assert "failing raised ValueError" in sliders.drawing_pad(failing).frame.note


def test_other_labels_and_sizes() -> None:
    demo = sliders.drawing_pad(lambda image: [1 - image[0] / 16, image[0] / 16], 6, ("a", "b"))
    assert demo.frame.caption.startswith("The example reads as a")


def test_the_pad_keeps_what_the_browser_sent() -> None:
    demo = draw(sliders.drawing_pad(sure), [0.5, 0.1, 0.5, 0.9])
    assert demo.values["pad"] == Drawing(((0.5, 0.1, 0.5, 0.9),))
    assert demo.places["pad"]["strokes"] == ([0.5, 0.1, 0.5, 0.9],)
    assert demo.set(pad=EXAMPLE).caption.startswith("The example")
