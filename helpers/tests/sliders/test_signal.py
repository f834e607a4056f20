"""The demo of signal and gradient: alive with right functions and weights of the right size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from helpers.sliders.demo import Demo
from helpers.sliders.layers import Frame, Line, Points

from helpers import sliders

Rng = np.random.Generator


def normal_init(n_in: int, n_out: int, std: float, rng: Rng) -> Any:
    return rng.normal(0, std, (n_in, n_out))


def xavier_init(n_in: int, n_out: int, rng: Rng) -> Any:
    return normal_init(n_in, n_out, n_in**-0.5, rng)


def he_init(n_in: int, n_out: int, rng: Rng) -> Any:
    return normal_init(n_in, n_out, (2 / n_in) ** 0.5, rng)


def activation_stats(X: Any, weights: Sequence[Any], activation: Any) -> Any:
    rows = []
    for W in weights:
        X = activation(X @ W)
        rows.append((X.mean(), X.std()))
    return np.array(rows)


def gradient_norms(X: Any, weights: Sequence[Any], activation: Any, d_activation: Any) -> Any:
    if not weights:
        return np.array([])
    kept = []
    for W in weights:
        kept.append((X, X @ W, W))
        X = activation(X @ W)
    dA, norms = np.ones(X.shape), []
    for A, Z, W in reversed(kept):
        dZ = dA * d_activation(Z)
        norms.append(np.linalg.norm(A.T @ dZ))
        dA = dZ @ W.T
    return np.array(norms[::-1])


def written(**other: Any) -> Demo:
    own = {
        "activation_stats": activation_stats,
        "gradient_norms": gradient_norms,
        "normal_init": normal_init,
        "xavier_init": xavier_init,
        "he_init": he_init,
    }
    return sliders.signal(**(own | other))


def reached(frame: Frame) -> bool:
    assert frame.goal is not None
    return frame.goal.reached


@pytest.mark.parametrize(
    ("activation", "start", "alive"),
    [("tanh", "Xavier", True), ("relu", "He", True), ("relu", "Xavier", False)],
)
def test_each_rule_keeps_the_activation_alive_that_it_was_made_for(
    activation: str, start: str, alive: bool
) -> None:
    assert reached(written().set(activation=activation, start=start)) is alive


@pytest.mark.parametrize("exponent", [-2, 0])
def test_the_lectures_two_scales_lose_the_signal_or_the_gradient(exponent: float) -> None:
    assert not reached(written().set(activation="tanh", exponent=exponent))


def test_for_the_sigmoid_there_is_no_scale_on_the_slider() -> None:
    demo = written()
    for exponent in np.arange(-2.5, 0.05, 0.25):
        assert not reached(demo.set(activation="sigmoid", exponent=float(exponent)))


def test_fewer_layers_do_not_count() -> None:
    assert not reached(written().set(start="Xavier", depth=5))


def test_the_variance_in_place_of_the_std_misses_the_goal() -> None:
    wrong = written(xavier_init=lambda n, m, rng: normal_init(n, m, 1 / n, rng))
    assert not reached(wrong.set(start="Xavier"))


def test_the_picture_shows_what_the_students_function_says() -> None:
    frame = written(activation_stats=lambda X, w, g: [(0.5, 0.25)] * len(w)).set(depth=3)
    means = next(layer for layer in frame.layers if isinstance(layer, Points) and layer.panel == 0)
    np.testing.assert_allclose(means.xy, [[0.5, 1], [0.5, 2], [0.5, 3]])
    # No signal came by, so there is no histogram of it.
    assert [one.color for one in frame.layers if isinstance(one, Line) and one.panel == 0] == [
        "red"
    ] * 3


def test_histograms_have_a_row_for_each_layer() -> None:
    frame = written().set(start="Xavier", depth=4)
    for panel, color in [(0, "blue"), (1, "orange")]:
        (ridge,) = (
            one.xy
            for one in frame.layers
            if isinstance(one, Line) and one.panel == panel and one.color == color
        )
        assert np.isnan(ridge).any(axis=1).sum() == 4
        assert np.nanmin(ridge[:, 1]) >= 1
        assert np.nanmax(ridge[:, 1]) < 5


def test_a_stub_and_a_wrong_shape_become_a_sentence() -> None:
    def stub(*_: object) -> Any:
        raise NotImplementedError("Exercise 6.7: gradient_norms is not written yet.")

    assert "gradient_norms is not written yet" in written(gradient_norms=stub).frame.note
    note = written(he_init=lambda n, m, rng: 0.2).set(start="He").note
    assert "returned shape ()" in note


def test_a_depth_that_the_slider_has_not_is_refused() -> None:
    with pytest.raises(ValueError, match="from 2 to 10"):
        written(depth=11)
