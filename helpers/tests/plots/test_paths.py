"""Walks over contours and lines through points: what is drawn is what was handed in."""

from __future__ import annotations

from collections.abc import Iterator

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers import plots


@pytest.fixture(autouse=True)
def close_figures() -> Iterator[None]:
    yield
    plt.close("all")


def test_a_walk_is_drawn_point_by_point_and_begins_at_a_square() -> None:
    walk = np.array([[-7.0, 2.0], [-6.0, -1.0], [0.0, 0.5]])
    ax = plots.paths({"walk": walk}, lambda p: p[0] ** 2 / 20 + p[1] ** 2)
    line, start = ax.lines
    np.testing.assert_array_equal(line.get_xydata(), walk)
    np.testing.assert_array_equal(start.get_xydata(), walk[:1])
    assert start.get_marker() == "s"
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("x", "y")


def test_lines_pass_where_their_numbers_say() -> None:
    ax = plots.line_fits([0, 2], [1, 3], {"best": (1.0, 1.0)})
    x, y = ax.lines[0].get_data()
    np.testing.assert_allclose(y, np.asarray(x) + 1)
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["best", "points"]
