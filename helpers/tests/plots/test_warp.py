"""The moved grid: drawn from the points a map gives, every panel to the same scale."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers import plots

SQUARE = np.array([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]])
MOVE = np.array([2, 0])


def test_each_panel_draws_what_its_map_gives_and_all_have_the_same_limits() -> None:
    axes = plots.warped({"stays": lambda P: P, "moves": lambda P: P + MOVE}, SQUARE)
    outlines = [panel.lines[-2].get_xydata() for panel in axes]
    np.testing.assert_allclose(outlines[1], SQUARE + MOVE)
    assert [panel.get_title() for panel in axes] == ["stays", "moves"]
    assert axes[0].get_xlim() == axes[1].get_xlim()
    assert axes[0].get_xlim()[1] > 3
    plt.close("all")


def test_a_map_that_bends_gets_bent_lines() -> None:
    (panel,) = plots.warped({"bent": lambda P: P**3}, SQUARE)
    line = panel.lines[1].get_xydata()
    assert len(line) > 10
    assert not np.allclose(np.diff(line, axis=0), np.diff(line, axis=0)[0])
    plt.close("all")


def test_maps_that_fail_or_change_the_shape_leave_no_figure_behind() -> None:
    before = plt.get_fignums()
    with pytest.raises(ValueError, match="gave the shape"):
        plots.warped({"one number": lambda P: P[:, 0]}, SQUARE)
    with pytest.raises(ZeroDivisionError):
        plots.warped({"stays": lambda P: P, "fails": lambda P: 1 / 0}, SQUARE)
    assert plt.get_fignums() == before


def test_a_map_that_writes_into_its_points_spoils_no_other_panel() -> None:
    def zeroes(P: np.ndarray) -> np.ndarray:
        P *= 0
        return P

    axes = plots.warped({"zeroes": zeroes, "stays": lambda P: P}, SQUARE)
    np.testing.assert_allclose(axes[1].lines[-2].get_xydata(), SQUARE)
    plt.close("all")
