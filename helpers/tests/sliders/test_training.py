"""The training demo: every number in it comes from the student's net."""

from typing import Any

import numpy as np
import pytest
from helpers.sliders.layers import Image, Line, Points

from helpers import datasets, sliders

X, T = datasets.make_clouds(np.random.default_rng(4), 20)


def two_layer_forward(points: Any, params: Any) -> Any:
    Z1 = points @ params["W1"] + params["b1"]
    A1 = np.tanh(Z1)
    Z2 = A1 @ params["W2"] + params["b2"]
    E = np.exp(Z2 - Z2.max(axis=1, keepdims=True))
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "P": E / E.sum(axis=1, keepdims=True)}


def two_layer_gradients(points: Any, labels: Any, params: Any) -> Any:
    seen = two_layer_forward(points, params)
    loss = -np.log(seen["P"][range(len(labels)), labels]).mean()
    D2 = (seen["P"] - np.eye(2)[labels]) / len(labels)
    D1 = (D2 @ params["W2"].T) / np.cosh(seen["Z1"]) ** 2
    grads = {"W1": points.T @ D1, "b1": D1.sum(0), "W2": seen["A1"].T @ D2, "b2": D2.sum(0)}
    return loss, grads


def made(forward: Any = two_layer_forward, gradients: Any = two_layer_gradients) -> Any:
    return sliders.training(forward, gradients, X, T)


def test_the_first_start_never_gets_there_and_another_one_does() -> None:
    demo = made()
    assert not demo.frame.goal.reached
    assert "never gets there" in demo.frame.goal.words
    assert demo.set(start=1, lr=1.5).goal.reached


def test_the_goal_does_not_depend_on_the_epoch_that_is_looked_at() -> None:
    demo = made()
    demo.set(start=1, lr=1.5)
    words = {demo.set(epoch=epoch).goal.words for epoch in (0, 20, 150)}
    assert len(words) == 1


def test_looking_at_another_epoch_does_not_train_again() -> None:
    calls = []

    def counted(points: Any, labels: Any, params: Any) -> Any:
        calls.append(1)
        return two_layer_gradients(points, labels, params)

    demo = made(gradients=counted)
    before = len(calls)
    demo.set(epoch=77)
    assert len(calls) == before == 151
    demo.set(lr=0.5)
    assert len(calls) == 2 * before


def test_the_picture_holds_both_planes() -> None:
    frame = made().set(start=1, lr=1.5, epoch=60)
    assert {layer.panel for layer in frame.layers if isinstance(layer, Points)} == {0, 1}
    assert {layer.panel for layer in frame.layers if isinstance(layer, Line)} == {0, 1}
    (shade,) = [layer for layer in frame.layers if isinstance(layer, Image)]
    assert 0 <= shade.values.min() <= shade.values.max() <= 1
    places = [layer for layer in frame.layers if isinstance(layer, Points) and layer.panel == 1]
    assert all(np.abs(layer.xy).max(initial=0) <= 1 for layer in places)


def test_a_student_who_takes_the_step_in_place_does_not_disturb_the_demo() -> None:
    def in_place(points: Any, labels: Any, params: Any) -> Any:
        loss, grads = two_layer_gradients(points, labels, params)
        for name in params:
            params[name] -= grads[name]
        return loss, grads

    assert made(gradients=in_place).frame.caption == made().frame.caption


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda grads: grads, "two things, (loss, grads)"),
        (lambda grads: (0.5, {"W1": grads["W1"]}), "keys of params"),
        (lambda grads: (0.5, grads | {"b1": 1.0}), "for b1 in epoch 1; expected shape (2,)"),
        (lambda grads: (np.nan, grads), "nan as loss"),
    ],
)
def test_what_a_net_returns_wrongly_becomes_a_sentence(answer: Any, words: str) -> None:
    def wrong(points: Any, labels: Any, params: Any) -> Any:
        return answer(two_layer_gradients(points, labels, params)[1])

    assert words in made(gradients=wrong).frame.note


def test_an_unwritten_net_leaves_the_points() -> None:
    def unwritten(points: Any, params: Any) -> Any:
        raise NotImplementedError("Exercise 4.6: two_layer_forward is not written yet.")

    frame = made(forward=unwritten).frame
    assert "is not written yet" in frame.note
    assert len(frame.layers) == 3


def test_samples_of_another_form_are_refused() -> None:
    with pytest.raises(ValueError, match=r"expected \(n, 2\) and \(n,\)"):
        sliders.training(two_layer_forward, two_layer_gradients, X[:, :1], T)
    with pytest.raises(ValueError, match="expected 0 and 1"):
        sliders.training(two_layer_forward, two_layer_gradients, X, T + 1)
