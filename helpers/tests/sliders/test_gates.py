"""The gate demo: its goal depends on the student's perceptron alone."""

from typing import Any

import numpy as np
import pytest
from helpers.sliders.demo import Demo
from helpers.sliders.layers import Frame, Image

from helpers import sliders

SEPARATING = {
    "AND": (1, 1, -1.5),
    "NAND": (-1, -1, 1.5),
    "OR": (1, 1, -0.5),
    "NOR": (-1, -1, 0.5),
}


def perceptron(x1: Any, x2: Any, w1: float, w2: float, b: float) -> Any:
    return (np.asarray(w1 * x1 + w2 * x2 + b) >= 0).astype(int)


def scalars_only(x1: float, x2: float, w1: float, w2: float, b: float) -> int:
    if w1 * x1 + w2 * x2 + b >= 0:
        return 1
    return 0


def moved(demo: Demo, goal: str, w1: float, w2: float, b: float) -> Frame:
    return demo.set(goal=goal, w1=w1, w2=w2, b=b)


@pytest.mark.parametrize("gate", SEPARATING)
def test_separating_weights_reach_the_gate(gate: str) -> None:
    frame = moved(sliders.gate_line(perceptron), gate, *SEPARATING[gate])
    assert frame.goal is not None
    assert frame.goal.reached


def test_xor_is_reached_nowhere_on_the_sliders() -> None:
    demo = sliders.gate_line(perceptron, goal="XOR")
    rng = np.random.default_rng(1)
    for w1, w2, b in rng.uniform(-2, 2, (60, 3)):
        frame = moved(demo, "XOR", w1, w2, b)
        assert frame.goal is not None
        assert frame.goal.fraction <= 0.75


def test_a_perceptron_without_its_bias_misses_the_goal_that_the_right_one_reaches() -> None:
    def no_bias(x1: Any, x2: Any, w1: float, w2: float, b: float) -> Any:
        return perceptron(x1, x2, w1, w2, 0)

    frame = moved(sliders.gate_line(no_bias), "AND", *SEPARATING["AND"])
    assert frame.goal is not None
    assert not frame.goal.reached


def test_gates_made_so_far_are_remembered() -> None:
    demo = sliders.gate_line(perceptron)
    moved(demo, "AND", *SEPARATING["AND"])
    frame = moved(demo, "OR", *SEPARATING["OR"])
    assert frame.goal is not None
    assert "Made so far: AND, OR" in frame.goal.words


def shade(perceptron: object) -> np.ndarray[Any, Any]:
    image = sliders.gate_line(perceptron, start=(1, 1, -0.5)).frame.layers[0]
    assert isinstance(image, Image)
    return image.values


def test_shading_is_made_by_the_student_and_works_without_arrays_too() -> None:
    fine, coarse = shade(perceptron), shade(scalars_only)
    assert fine.size > coarse.size
    assert abs(fine.mean() - coarse.mean()) < 0.05
    assert 0.2 < coarse.mean() < 0.9


def test_alt_text_tells_values_answers_and_how_far() -> None:
    demo = sliders.gate_line(perceptron)
    words = moved(demo, "AND", 1, 1, -0.5).alt("Gate.")
    for part in ("w1 = 1.0", "b = -0.5", "(0, 1) gives 1, wrong", "2 of 4 corners are right"):
        assert part in words


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("raise NotImplementedError", "gate is not written yet"),
        ("return x1 / 0 * 1", "ZeroDivisionError: division by zero (line 2"),
        ("return None", "gate returned None"),
        ("return float('nan')", "gate returned nan at x1 = 0, x2 = 0"),
        ("return [0, 1]", "returned shape (2,) at x1 = 0, x2 = 0; expected one number"),
        ("return 'one'", "gate returned a str"),
        ("return -1", "gate returned -1 at x1 = 0, x2 = 0; a gate answers 0 or 1"),
    ],
)
def test_what_goes_wrong_is_said_in_a_sentence(body: str, sentence: str) -> None:
    names: dict[str, Any] = {}
    exec(f"def gate(x1, x2, w1, w2, b):\n    {body}", names)
    frame = sliders.gate_line(names["gate"]).frame
    assert sentence in frame.note
    assert frame.goal is None
    assert frame.layers, "the corners and the line stay"


def test_demo_follows_a_redefinition_and_recovers() -> None:
    names: dict[str, Any] = {"np": np}
    exec("def gate(x1, x2, w1, w2, b):\n    raise NotImplementedError", names)
    demo = sliders.gate_line(names["gate"])
    assert "not written yet" in demo.frame.note
    exec("def gate(x1, x2, w1, w2, b):\n    return np.where(w1*x1 + w2*x2 + b >= 0, 1, 0)", names)
    frame = demo.set(w1=1, w2=1, b=-1.5)
    assert frame.note == ""
    assert frame.goal is not None
    assert frame.goal.reached
    names["gate"] = 7
    assert demo.redraw().note == "gate is now an object of type int, not a function."
    del names["gate"]
    assert "not defined any more" in demo.redraw().note


def test_an_unknown_gate_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="expected one of AND, NAND, OR, NOR, XOR"):
        sliders.gate_line(perceptron, goal="NXOR")
