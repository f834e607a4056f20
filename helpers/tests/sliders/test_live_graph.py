"""The live graph: its numbers, tangent and goal come from the student's nodes alone."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from helpers.sliders.layers import Line, Text

from helpers import sliders

START = {"w": -1.0, "b": 0.5}


class Value:
    def __init__(self, data: float, parents: tuple[Any, ...] = (), op: str = "") -> None:
        self.data, self.grad, self.parents, self.op = data, 0.0, parents, op
        self.slopes: tuple[float, ...] = ()

    def made(self, data: float, parents: tuple[Any, ...], op: str, *slopes: float) -> Any:
        out = type(self)(data, parents, op)
        out.slopes = slopes
        return out

    def __add__(self, other: Any) -> Any:
        return self.made(self.data + other.data, (self, other), "+", 1.0, 1.0)

    def __mul__(self, other: Any) -> Any:
        return self.made(self.data * other.data, (self, other), "*", other.data, self.data)

    def tanh(self) -> Any:
        a = math.tanh(self.data)
        return self.made(a, (self,), "tanh", 1 - a * a)

    def backward(self) -> None:
        self.grad = 1.0

        def walk(node: Any, along: float) -> None:
            for parent, slope in zip(node.parents, node.slopes, strict=True):
                parent.grad += along * slope
                walk(parent, along * slope)

        walk(self, 1.0)


class Downhill(Value):
    """Every gradient has the wrong sign."""

    def tanh(self) -> Any:
        a = math.tanh(self.data)
        return self.made(a, (self,), "tanh", a * a - 1)


def neuron(w: float, b: float, kind: type = Value) -> dict[str, Any]:
    nodes = {"w": kind(w), "b": kind(b), "x": kind(1.5)}
    e = (nodes["w"] * nodes["x"] + nodes["b"]).tanh() + kind(-0.6)
    return {**nodes, "e": e, "L": e * e}


def loss(w: float, b: float) -> float:
    return (math.tanh(1.5 * w + b) - 0.6) ** 2


def test_values_gradients_and_promised_step_are_told() -> None:
    frame = sliders.live_graph(neuron, START).set(w=-0.5, along="w")
    slope = (loss(-0.5 + 1e-6, 0.5) - loss(-0.5 - 1e-6, 0.5)) / 2e-6
    assert f"loss {loss(-0.5, 0.5):.4f}" in frame.caption
    assert f"by the gradient {0.1 * slope:+.3f}" in frame.caption
    assert f"in truth {loss(-0.4, 0.5) - loss(-0.5, 0.5):+.3f}" in frame.caption
    assert f"d loss / d w = {slope:.3f}" in frame.details


def test_tangent_touches_the_curve_of_the_chosen_input() -> None:
    frame = sliders.live_graph(neuron, START).set(w=0.3, b=-0.4, along="b")
    curve, tangent = (layer for layer in frame.layers if isinstance(layer, Line) and layer.panel)
    assert np.allclose(curve.xy[:, 1], [loss(0.3, b) for b in curve.xy[:, 0]])
    assert np.mean(tangent.xy[:, 1]) == pytest.approx(loss(0.3, -0.4))


def test_goal_is_reached_where_the_students_loss_is_small_and_signs_show_the_way() -> None:
    demo = sliders.live_graph(neuron, START)
    goal = demo.frame.goal
    assert goal is not None
    assert not goal.reached
    assert "w to the right, b to the right" in goal.words
    goal = demo.set(w=0.4, b=0.1).goal
    assert goal is not None
    assert goal.reached


def test_a_wrong_gradient_shows_as_a_wrong_way() -> None:
    goal = sliders.live_graph(lambda w, b: neuron(w, b, Downhill), START).frame.goal
    assert goal is not None
    assert "w to the left" in goal.words


def test_every_box_tells_name_value_and_gradient() -> None:
    frame = sliders.live_graph(neuron, START).frame
    words = [word for layer in frame.layers if isinstance(layer, Text) for word in layer.words]
    assert len(words) == 3 * 9
    assert "L *" in words
    assert "\u2190 1.00" in words


@pytest.mark.parametrize(
    ("build", "sentence"),
    [
        (lambda w, b: None, "returned a NoneType; expected a dict of named nodes"),
        (lambda w, b: {"w": Value(w), "L": Value(b)}, "gave no node called b"),
        (lambda w, b: {"w": w, "b": b, "L": w}, "the graph cannot be drawn"),
        (
            lambda w, b: {"w": Value(w), "b": Value(b), "L": Value(math.nan)},
            "data of a node is nan",
        ),
        (lambda w, b: {"w": Value(w), "b": Value(b), "L": Value([1.0])}, "no plain number"),  # type: ignore[arg-type]  # wrong on purpose
    ],
)
def test_what_is_no_graph_becomes_a_sentence(build: Any, sentence: str) -> None:
    assert sentence in sliders.live_graph(build, START).frame.note


def test_an_unwritten_operation_becomes_a_sentence() -> None:
    def unwritten(w: float, b: float) -> None:
        raise NotImplementedError("Exercise 3.8: Value.__add__ is not written yet.")

    note = sliders.live_graph(unwritten, START).frame.note
    assert note.startswith("Value.__add__ is not written yet")


def test_a_start_outside_the_sliders_is_the_authors_mistake() -> None:
    with pytest.raises(ValueError, match="between -2"):
        sliders.live_graph(neuron, {"w": 3.0})
