"""The pictures of unit 08 show what they are given, and nothing else."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers import plots


@pytest.fixture(autouse=True)
def close_figures() -> object:
    yield
    plt.close("all")


def test_digits_stand_in_rows_of_ten_with_their_titles() -> None:
    images = np.arange(12 * 16.0).reshape(12, 16)
    axes = plots.digits(images, range(12))
    assert [ax.get_title() for ax in axes] == [str(n) for n in range(12)]
    assert np.array_equal(axes[11].images[0].get_array(), images[11].reshape(4, 4))
    assert len(axes[0].figure.axes) == 20, "two rows, the rest of the second left empty"


def test_digits_that_are_no_squares_are_refused() -> None:
    with pytest.raises(ValueError, match="2 images of 15 pixels and 2 titles"):
        plots.digits(np.zeros((2, 15)), ["a", "b"])
    with pytest.raises(ValueError, match="2 images of 16 pixels and 1 titles"):
        plots.digits(np.zeros((2, 16)), ["a"])


def test_an_answer_has_a_bar_for_each_class_and_the_largest_stands_out() -> None:
    axes = plots.answer(np.zeros(64), [0.1, 0.7, 0.2])
    heights = [bar.get_height() for bar in axes[1].patches]
    colours = [bar.get_facecolor() for bar in axes[1].patches]
    assert heights == [0.1, 0.7, 0.2]
    assert colours[0] == colours[2] != colours[1]


def test_learning_curves_begin_at_epoch_one() -> None:
    history = {"loss": [2.0, 1.0, 0.5], "accuracy": [0.3, 0.6, 0.9]}
    axes = plots.learning_curves({"one": history, "other": history})
    assert len(axes[0].lines) == len(axes[1].lines) == 2
    assert axes[0].lines[0].get_xdata().tolist() == [1, 2, 3]
    assert axes[1].lines[1].get_ydata().tolist() == [0.3, 0.6, 0.9]


def test_confusion_counts_rows_as_they_are_and_columns_as_they_were_read() -> None:
    P = np.eye(3)[[0, 0, 1, 2, 0]]
    ax = plots.confusion(P, [0, 0, 1, 1, 2])
    seen = {(int(t.get_position()[1]), int(t.get_position()[0])): t.get_text() for t in ax.texts}
    assert seen == {(0, 0): "2", (1, 1): "1", (1, 2): "1", (2, 0): "1"}


def test_errors_are_shown_surest_first() -> None:
    P = np.array([[0.9, 0.1], [0.4, 0.6], [0.2, 0.8], [0.05, 0.95]])
    axes = plots.errors(np.arange(16.0).reshape(4, 4), P, [0, 0, 0, 1])
    assert [ax.get_title() for ax in axes] == ["0 as 1\n0.80", "0 as 1\n0.60"]
    assert np.array_equal(axes[0].images[0].get_array(), [[8, 9], [10, 11]])


def test_without_errors_the_picture_says_so() -> None:
    axes = plots.errors(np.zeros((1, 4)), np.array([[0.9, 0.1]]), [0])
    assert [text.get_text() for text in axes[0].texts] == ["no image is read wrongly"]


def test_principal_components_keep_the_widest_directions() -> None:
    rng = np.random.default_rng(0)
    wide = rng.normal(size=(200, 2)) * [9, 4]
    turned = np.linalg.qr(rng.normal(size=(5, 5)))[0][:2]
    X = wide @ turned + rng.normal(0, 0.01, (200, 5)) + 3
    ax = plots.principal(X, np.arange(200) % 2)
    flat = np.concatenate([part.get_offsets() for part in ax.collections])
    assert len(ax.collections) == 2
    centred = wide - wide.mean(axis=0)
    own = np.sort(np.linalg.svd(centred, compute_uv=False))
    assert np.allclose(np.sort(np.sqrt((flat**2).sum(axis=0))), own, rtol=0.01)


def test_one_feature_shows_two_coordinates_and_the_length_of_all_three() -> None:
    points = np.array([[3.0, 4.0, 0.0], [0.0, 0.0, 1.0]])
    axes = plots.one_feature(points, [0, 1])
    assert axes[0].collections[0].get_offsets().tolist() == [[3.0, 4.0]]
    assert axes[1].patches[28].get_height() == 1, "length 5 is in the last bin"
