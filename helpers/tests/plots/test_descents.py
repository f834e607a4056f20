"""The curves of a loss come from the gradients handed in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers import plots

START = {"w": np.array([2.0, -1.0])}


@pytest.fixture(autouse=True)
def close_figures() -> Iterator[None]:
    yield
    plt.close("all")


def bowl(X: Any, t: Any, params: Any) -> Any:
    return float((params["w"] ** 2).sum()), {"w": 2 * params["w"]}


def test_each_function_leads_its_own_descent_from_the_same_start() -> None:
    uphill = lambda X, t, params: (bowl(X, t, params)[0], {"w": -2 * params["w"]})  # noqa: E731  # as a learner writes it
    ax = plots.loss_curves({"down": bowl, "up": uphill}, [[0.0]], [0], START, 0.1, 5)
    down, up = (np.asarray(line.get_ydata()) for line in ax.lines)
    np.testing.assert_allclose(down, 5 * 0.64 ** np.arange(5))
    assert up[0] == down[0]
    assert up[-1] > up[0]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("epoch", "loss")


def test_a_function_that_changes_its_parameters_does_not_disturb_the_start() -> None:
    def greedy(X: Any, t: Any, params: Any) -> Any:
        loss, grads = bowl(X, t, params)
        params["w"] -= 1
        return loss, grads

    ax = plots.loss_curves({"one": greedy, "two": bowl}, [[0.0]], [0], START, 0.1, 4)
    one, two = (np.asarray(line.get_ydata()) for line in ax.lines)
    np.testing.assert_allclose(one, two)
    assert START["w"].tolist() == [2.0, -1.0]


def test_a_function_that_raises_leaves_no_figure() -> None:
    with pytest.raises(ZeroDivisionError):
        plots.loss_curves({"bad": lambda X, t, p: 1 / 0}, [[0.0]], [0], START, 0.1, 4)
    assert plt.get_fignums() == []
