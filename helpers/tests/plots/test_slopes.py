"""Pictures of slopes show what the functions handed in give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers import plots


@pytest.fixture(autouse=True)
def close_figures() -> Iterator[None]:
    yield
    plt.close("all")


def square(x: Any) -> Any:
    return x**2


def ahead(f: Any, x: float, h: float) -> Any:
    return (f(x + h) - f(x)) / h


def test_error_curves_show_the_errors_of_the_functions_given() -> None:
    differences = {"ahead": ahead, "exact": lambda f, x, h: 6.0}
    ax = plots.error_curves(differences, square, lambda x: 2 * x, 3.0, [1.0, 0.5, 0.25])
    first, second = ax.lines
    assert np.allclose(first.get_xydata(), [[1, 1], [0.5, 0.5], [0.25, 0.25]])
    assert len(np.asarray(second.get_xdata())) == 0  # an error of 0 has no logarithm
    assert [line.get_label() for line in ax.lines] == ["ahead", "exact"]
    assert (ax.get_xscale(), ax.get_yscale()) == ("log", "log")


def test_differences_have_markers_of_their_own() -> None:
    ax = plots.error_curves(dict.fromkeys("abc", ahead), square, lambda x: 2 * x, 3.0)
    assert len({line.get_marker() for line in ax.lines}) == 3


def test_a_function_that_is_not_written_leaves_no_figure_behind() -> None:
    def stub(f: Any, x: float, h: float) -> Any:
        raise NotImplementedError("Exercise 2.1: central_difference is not written yet.")

    with pytest.raises(NotImplementedError):
        plots.error_curves({"central": stub}, square, lambda x: 2 * x, 3.0)
    assert plt.get_fignums() == []


def test_the_chord_goes_through_both_points() -> None:
    ax = plots.rise_and_run(square, 1.0, 2.0, (0.0, 4.0))
    corner = np.asarray(ax.lines[2].get_xydata())
    assert np.allclose(corner, [[1, 1], [3, 1], [3, 9]])
    assert {text.get_text() for text in ax.texts} == {r"$\Delta x$", r"$f(x + \Delta x) - f(x)$"}


def test_tangents_have_the_slope_that_is_given_and_tell_it() -> None:
    ax = plots.tangents(square, lambda x: 2 * x, [-1.0, 0.0, 1.0], (-2.0, 2.0))
    pieces = [np.asarray(line.get_xydata()) for line in ax.lines if len(line.get_xdata()) == 2]
    found = [float(np.diff(piece[:, 1])[0] / np.diff(piece[:, 0])[0]) for piece in pieces]
    assert found == pytest.approx([-2, 0, 2])
    assert [text.get_text() for text in ax.texts] == ["slope -2", "slope 0", "slope +2"]


def test_gradient_arrows_point_where_the_gradient_given_points() -> None:
    ax = plots.gradient_arrows(
        lambda p: p[0] + 2 * p[1],
        lambda f, p: np.array([1.0, 2.0]),
        [[0.0, 0.0], [0.5, 0.5]],
        (-1, 1, -1, 1),
    )
    (arrows,) = [part for part in ax.collections if hasattr(part, "U")]
    assert np.allclose(arrows.V / arrows.U, 2)
    assert np.hypot(arrows.U, arrows.V).max() == pytest.approx(0.5)
    assert ax.get_aspect() == 1
