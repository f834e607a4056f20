"""Bells, signals and units: what is drawn is what was handed in."""

from __future__ import annotations

from collections.abc import Iterator

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers import datasets, plots


@pytest.fixture(autouse=True)
def no_figures_left() -> Iterator[None]:
    yield
    plt.close("all")


def test_a_bell_has_area_one_and_the_density_as_given() -> None:
    draws = np.random.default_rng(0).normal(2, 3, size=(40, 50))
    ax = plots.bell(lambda x: 0 * x + 0.25, draws)
    bars = ax.patches[0].get_data()
    assert np.sum(bars.values * np.diff(bars.edges)) == pytest.approx(1)
    assert set(ax.lines[0].get_ydata()) == {0.25}
    assert ax.get_xlabel()
    assert ax.get_ylabel()


def test_a_density_that_fails_leaves_no_figure_behind() -> None:
    def stub(x: object) -> object:
        raise NotImplementedError

    with pytest.raises(NotImplementedError):
        plots.bell(stub, [1.0, 2.0])
    assert plt.get_fignums() == []


def test_six_nets_are_six_rows_of_five_histograms() -> None:
    edges, counts = datasets.load_six_nets()
    axes = plots.signals(edges, counts)
    assert axes.shape == (6, 5)
    assert [row[0].get_ylabel() for row in axes] == list("ABCDEF")
    seen = axes[2, 4].patches[0].get_data()
    np.testing.assert_allclose(seen.values, counts["C"][4] / 50_000)
    np.testing.assert_array_equal(seen.edges, edges)


def test_six_nets_hold_all_activations_of_every_layer() -> None:
    edges, counts = datasets.load_six_nets()
    assert edges.shape == (46,)
    assert list(counts) == list("ABCDEF")
    for table in counts.values():
        assert table.shape == (5, 45)
        assert (table.sum(axis=1) == 50_000).all()


def test_units_are_lines_over_the_steps_with_marks_at_different_places() -> None:
    traces = {"alike": np.ones((11, 3)), "apart": np.arange(33.0).reshape(11, 3)}
    left, right = plots.units(traces, every=10)
    assert [panel.get_title() for panel in (left, right)] == ["alike", "apart"]
    assert len({str(line.get_markevery()) for line in left.lines}) == 3
    np.testing.assert_array_equal(right.lines[1].get_ydata(), traces["apart"][:, 1])
    assert right.lines[1].get_xdata()[-1] == 100
