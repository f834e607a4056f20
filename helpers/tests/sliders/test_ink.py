"""A drawing becomes an image like those of the data, wherever and however large it is drawn."""

import numpy as np
import pytest
from helpers.sliders.ink import COVERED, reduce
from sklearn.datasets import load_digits

BAR = [[0.5, 0.1, 0.5, 0.9]]
FLAT = [[0.1, 0.5, 0.9, 0.5]]


def arc(x: float, y: float, rx: float, ry: float, first: float, last: float) -> list[float]:
    """Points on a part of an ellipse, in degrees from the right, clockwise."""
    turn = np.radians(np.linspace(first, last, 20))
    return [float(c) for c in np.stack([x + rx * np.cos(turn), y + ry * np.sin(turn)], 1).ravel()]


DRAWN = {
    0: [arc(0.5, 0.5, 0.2, 0.33, -90, 270)],
    1: [[0.4, 0.3, 0.52, 0.18, 0.52, 0.85]],
    2: [[*arc(0.5, 0.35, 0.2, 0.18, 190, 390), 0.32, 0.83, 0.72, 0.83]],
    3: [arc(0.48, 0.34, 0.19, 0.17, 200, 430) + arc(0.48, 0.68, 0.21, 0.18, -70, 160)],
    4: [[0.55, 0.15, 0.3, 0.55, 0.72, 0.55], [0.6, 0.4, 0.57, 0.88]],
    5: [[0.68, 0.17, 0.36, 0.17, 0.34, 0.45, *arc(0.48, 0.63, 0.2, 0.2, -120, 150)]],
    6: [[0.6, 0.15, *arc(0.52, 0.55, 0.2, 0.3, -110, -190), *arc(0.5, 0.66, 0.17, 0.17, 180, 540)]],
    7: [[0.3, 0.18, 0.7, 0.18, 0.45, 0.85], [0.35, 0.5, 0.65, 0.5]],
    8: [arc(0.5, 0.34, 0.16, 0.17, 90, 450) + arc(0.5, 0.68, 0.19, 0.18, -90, 270)],
    9: [[*arc(0.5, 0.35, 0.17, 0.18, 0, 360), 0.66, 0.4, 0.58, 0.85]],
}


@pytest.mark.parametrize("digit", DRAWN)
def test_a_drawn_digit_is_nearest_to_its_own_kind_in_the_data(digit: int) -> None:
    images, labels = load_digits(return_X_y=True)
    apart = ((images - reduce(DRAWN[digit])) ** 2).sum(axis=1)
    assert labels[apart.argmin()] == digit


def test_values_are_counts_of_pixels_and_cover_as_much_as_the_datas_do() -> None:
    image = reduce(DRAWN[3])
    assert image.shape == (64,)
    assert image.dtype == np.float64
    assert set(image) <= set(range(17))
    assert load_digits().data.mean() / 16 == pytest.approx(COVERED, abs=0.01)
    assert image.mean() / 16 == pytest.approx(COVERED, abs=0.02)


@pytest.mark.parametrize(("size", "shift"), [(1.0, 0.0), (0.5, 0.2), (0.3, -0.1)])
def test_place_and_size_of_the_drawing_do_not_matter(size: float, shift: float) -> None:
    moved = [[size * part + shift for part in stroke] for stroke in DRAWN[2]]
    assert np.abs(reduce(moved) - reduce(DRAWN[2])).max() <= 1


def test_an_upright_bar_fills_the_height_and_stays_in_the_middle() -> None:
    image = reduce(BAR).reshape(8, 8)
    assert (image[:, 3:5] > 0).all()
    assert (image[:, [0, 1, 6, 7]] == 0).all()
    np.testing.assert_array_equal(image, image[:, ::-1])
    np.testing.assert_array_equal(reduce(FLAT).reshape(8, 8), image.T)


def test_nothing_a_dot_and_a_tiny_scribble_are_images_too() -> None:
    np.testing.assert_array_equal(reduce([]), np.zeros(64))
    dot = reduce([[0.9, 0.1]]).reshape(8, 8)
    assert dot[3:5, 3:5].min() > 0
    assert dot[0].max() == 0
    scribble = reduce([[0.9, 0.1, 0.91, 0.1]]).reshape(8, 8)
    assert scribble[:, 0].max() == 0, "not blown up to the whole picture"


def test_another_size_has_as_many_values() -> None:
    assert reduce(DRAWN[3], size=6).shape == (36,)
