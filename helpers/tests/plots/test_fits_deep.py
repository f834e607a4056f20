"""Pictures of unit 07: polynomials, margins, and a deep net with and without batch norm."""

from __future__ import annotations

from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest
from helpers.datasets import load_curve, make_curve, make_spiral

from helpers import plots


def test_polynomials_draw_each_curve_and_the_points() -> None:
    x, t = load_curve()
    ax = plots.polynomials({"M = 0": [0.19], "M = 1": [0.82, -1.27]}, x, t, others=(x, t))
    names = [text.get_text() for text in ax.get_legend().get_texts()]
    assert names == ["M = 0", "M = 1", "new points", "points"]
    line = ax.get_lines()[1].get_xydata()
    np.testing.assert_allclose(line[:, 1], 0.82 - 1.27 * line[:, 0])
    plt.close("all")


def test_margins_are_distances_to_the_nearest_training_point() -> None:
    X, t = np.array([[0.0, 0.0], [1.0, 0.0]]), np.array([0, 1])
    axes = plots.margins({"a": (2.0, 0.0, -1.0), "b": (1.0, 0.0, -0.9)}, X, t, (X, t))
    assert [ax.get_title() for ax in axes] == ["a: margin 0.50", "b: margin 0.10"]
    plt.close("all")


def test_batch_norm_learns_from_weights_from_which_the_plain_net_does_not() -> None:
    def forward(Z: Any, gamma: Any, beta: Any, running: Any) -> Any:
        root = np.sqrt(Z.var(axis=0) + 1e-5)
        normal = (Z - Z.mean(axis=0)) / root
        return gamma * normal + beta, (normal, root, gamma)

    def backward(dout: Any, cache: Any) -> Any:
        normal, root, gamma = cache
        inner = dout - dout.mean(axis=0) - normal * (dout * normal).mean(axis=0)
        return gamma / root * inner, (dout * normal).sum(axis=0), dout.sum(axis=0)

    X, t = make_spiral(np.random.default_rng(0))
    [ax] = plots.batchnorm_race(forward, backward, X, t, stds=(0.05,))
    plain, normed = (np.asarray(line.get_ydata()) for line in ax.get_lines())
    assert plain[-1] == pytest.approx(1, abs=0.01)
    assert normed[-1] < 0.05
    plt.close("all")


def test_the_ten_points_are_exact_ninths_and_new_ones_lie_in_order() -> None:
    x, t = load_curve()
    assert x.tolist() == [i / 9 for i in range(10)]
    assert (t[0], t[-1], t.shape) == (0.349486, 0.261502, (10,))
    x, t = make_curve(np.random.default_rng(1), 500)
    assert np.all(np.diff(x) > 0)
    assert np.std(t - np.sin(2 * np.pi * x)) == pytest.approx(0.3, abs=0.03)
