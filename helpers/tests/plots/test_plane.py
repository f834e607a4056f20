"""The plane shows what the given function says, and marks where it errs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.axes import Axes

from helpers import plots

CORNERS = [[0, 0], [0, 1], [1, 0], [1, 1]]


@pytest.fixture(autouse=True)
def close_figures() -> Iterator[None]:
    yield
    plt.close("all")


def say_or(x1: Any, x2: Any) -> Any:
    return np.asarray(3 * x1 + 3 * x2 - 2 >= 0).astype(int)


def say_or_for_one_point(x1: float, x2: float) -> int:
    return 1 if 3 * x1 + 3 * x2 - 2 >= 0 else 0


def circles_squares_rings(ax: Axes) -> list[list[list[float]]]:
    return [np.asarray(group.get_offsets()).tolist() for group in ax.collections[-3:]]


def test_points_are_circles_and_squares_by_their_targets() -> None:
    ax = plots.gate_plane(say_or, (3, 3, -2))
    circles, squares, rings = circles_squares_rings(ax)
    assert circles == [[0, 0]]
    assert squares == [[0, 1], [1, 0], [1, 1]]
    assert rings == []
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("$x_1$", "$x_2$")


def test_wrongly_answered_points_get_a_ring() -> None:
    ax = plots.gate_plane(say_or, targets=[0, 1, 1, 0])
    assert circles_squares_rings(ax)[2] == [[1, 1]]


def test_gate_for_single_numbers_is_drawn_like_one_for_arrays() -> None:
    whole = plots.gate_plane(say_or)
    single = plots.gate_plane(say_or_for_one_point)
    assert circles_squares_rings(whole) == circles_squares_rings(single)
    first, second = (
        np.asarray(ax.collections[0].get_paths()[0].vertices) for ax in (whole, single)
    )
    assert np.array_equal(first, second)


def test_gate_that_never_fires_shades_nothing() -> None:
    ax = plots.gate_plane(lambda x1, x2: 0 * x1)
    assert len(ax.collections) == 3


def test_line_without_weights_is_no_line() -> None:
    assert len(plots.gate_plane(say_or, (0, 0, 1)).lines) == 0
    assert len(plots.gate_plane(say_or, (0, 2, 1)).lines) == 1


def test_picture_is_drawn_where_it_is_told() -> None:
    _, (left, right) = plt.subplots(1, 2)
    assert plots.gate_plane(say_or, ax=right) is right
    assert not left.collections


def test_half_planes_mark_where_both_gates_agree() -> None:
    ax = plots.half_planes(say_or, lambda x1, x2: 1 - x1 * x2, ("OR", "NAND"))
    assert circles_squares_rings(ax)[1] == [[0, 1], [1, 0]]
    legend = ax.get_legend()
    assert legend is not None
    assert [entry.get_text() for entry in legend.get_texts()] == ["OR says 1", "NAND says 1"]


def test_learning_steps_have_a_panel_for_each_weight_vector() -> None:
    X = np.column_stack([np.ones(4), CORNERS])
    axes = plots.learning_steps(X, [0, 1, 1, 1], [(-4, 3, 3), (-2, 3, 3)])
    assert [ax.get_title() for ax in axes] == ["(-4, 3, 3)", "(-2, 3, 3)"]
    assert circles_squares_rings(axes[0])[2] == [[0, 1], [1, 0]]
    assert circles_squares_rings(axes[1])[2] == []
