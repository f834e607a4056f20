"""Regions and the hidden layer are drawn by the functions handed in, and by nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest
from helpers.plots.hidden import grid

from helpers import datasets, plots

X, T = datasets.make_clouds(np.random.default_rng(1), 10)
PARAMS = {
    "W1": np.array([[2.0, 0.5], [-1.0, 1.5]]),
    "b1": np.array([0.1, -0.4]),
    "W2": np.array([[1.0, -1.0], [0.5, 2.0]]),
    "b2": np.array([0.2, -0.1]),
}


@pytest.fixture(autouse=True)
def close_figures() -> Iterator[None]:
    yield
    plt.close("all")


def forward(points: Any, params: Any) -> Any:
    A1 = np.tanh(points @ params["W1"] + params["b1"])
    scores = A1 @ params["W2"] + params["b2"]
    P = np.exp(scores)
    return {"A1": A1, "P": P / P.sum(axis=1, keepdims=True)}


def rings(panel: Any) -> Any:
    return np.asarray(panel.collections[-1].get_offsets())


def test_points_without_a_classifier_are_only_marked() -> None:
    (panel,) = plots.regions({"nobody asked": None}, X, T)
    assert len(panel.collections) == 3
    assert len(rings(panel)) == 0


def test_wrong_answers_have_rings_and_right_ones_none() -> None:
    lower = lambda points: (points[:, 1] < 0.5).astype(float)  # noqa: E731  # as a learner writes it
    always = lambda points: np.ones(len(points))  # noqa: E731  # as a learner writes it
    panels = plots.regions({"below": lower, "always": always}, X, T)
    assert len(rings(panels[0])) == 20
    assert len(rings(panels[1])) == (T == 0).sum()
    assert panels[0].get_title() == "below"


def test_a_classifier_with_the_wrong_shape_is_refused_before_anything_is_drawn() -> None:
    with pytest.raises(ValueError, match="gave"):
        plots.regions({"both columns": lambda points: np.ones((len(points), 2))}, X, T)
    assert plt.get_fignums() == []


def test_below_lie_the_points_where_the_hidden_layer_puts_them() -> None:
    axes = plots.hidden_layer(forward, {"start": PARAMS, "end": PARAMS}, X, T)
    assert axes.shape == (2, 2)
    circles = np.asarray(axes[1, 0].collections[-3].get_offsets())
    np.testing.assert_allclose(circles, forward(X[T == 0], PARAMS)["A1"])


def test_the_line_of_the_output_is_where_both_classes_are_equally_likely() -> None:
    panel = plots.hidden_layer(forward, {"start": PARAMS}, X, T)[1, 0]
    line = panel.collections[1].get_paths()[0].vertices
    scores = line @ PARAMS["W2"] + PARAMS["b2"]
    assert np.abs(scores[:, 0] - scores[:, 1]).max() < 0.01


def test_more_than_two_hidden_units_are_refused() -> None:
    wide = PARAMS | {"W1": np.ones((2, 3)), "b1": np.zeros(3), "W2": np.ones((3, 2))}
    with pytest.raises(ValueError, match="two hidden units"):
        plots.hidden_layer(forward, {"start": wide}, X, T)
    assert plt.get_fignums() == []


def test_the_grid_covers_the_plane_in_both_directions() -> None:
    lines = grid(((0.0, 2.0), (-1.0, 1.0)))
    assert lines[..., 0].min() == 0
    assert lines[..., 1].max() == 1
    assert (np.ptp(lines[: len(lines) // 2, :, 1], axis=1) == 0).all()
    assert (np.ptp(lines[len(lines) // 2 :, :, 0], axis=1) == 0).all()
