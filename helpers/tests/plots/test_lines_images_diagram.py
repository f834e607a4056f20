"""Curves show the functions given; pixels and networks show the numbers and names given."""

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


def test_curves_are_the_values_of_the_functions_in_their_order() -> None:
    x = np.linspace(-1, 1, 5)
    ax = plots.curves({"square": np.square, "double": lambda z: 2 * z}, x, labels=("x", "f(x)"))
    assert [line.get_label() for line in ax.lines] == ["square", "double"]
    assert np.allclose(ax.lines[0].get_ydata(), [1, 0.25, 0, 0.25, 1])
    assert np.allclose(ax.lines[1].get_ydata(), [-2, -1, 0, 1, 2])
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("x", "f(x)")


def test_pixels_show_each_row_as_a_square() -> None:
    axes = plots.pixels(np.arange(18).reshape(2, 9), ["one", "two"], side=3)
    assert [ax.get_title() for ax in axes] == ["one", "two"]
    assert np.asarray(axes[1].images[0].get_array()).tolist() == [
        [9, 10, 11],
        [12, 13, 14],
        [15, 16, 17],
    ]


def test_signed_pixels_are_white_at_zero() -> None:
    image = plots.pixels([[-3.0, 0.0, 1.0, 2.0]], ["weights"], side=2, signed=True)[0].images[0]
    assert image.get_clim() == (-3.0, 3.0)


def test_pictures_that_are_all_zero_are_still_drawn() -> None:
    assert plots.pixels(np.zeros(4), ["nothing"], side=2)[0].images[0].get_clim() == (0.0, 1.0)


def test_network_joins_every_unit_to_every_unit_of_the_next_layer() -> None:
    ax = plots.network([["x1", "x2"], ["OR", "NAND"], ["AND"]], {("x1", "OR"): "3"})
    words = [text.get_text() for text in ax.texts]
    assert len(ax.patches) == 5
    assert words.count("") == 2 * 2 + 2 * 1  # an arrow is a text without words
    assert sorted(word for word in words if word) == ["3", "AND", "NAND", "OR", "x1", "x2"]
