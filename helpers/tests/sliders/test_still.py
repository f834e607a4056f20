"""The static picture draws every kind of layer, in both themes, and never touches rcParams."""

import matplotlib as mpl
import numpy as np
import pytest
from helpers.sliders.layers import (
    Arrows,
    Bars,
    Frame,
    Goal,
    Image,
    Layer,
    Line,
    Points,
    Text,
    wire_frame,
)
from helpers.sliders.palette import THEMES
from helpers.sliders.scene import Panel, Scene, layout, png, render
from helpers.sliders.still import MARKERS, still

XY = np.array([[0.1, 0.2], [0.5, 0.9], [0.9, 0.4]])
LAYERS: tuple[Layer, ...] = (
    Image(np.eye(3), (0, 1, 0, 1)),
    Line(XY, "blue", "dashed"),
    *(Points(XY, "orange", marker) for marker in MARKERS),
    Arrows(np.array([[0.1, 0.1, 0.8, 0.8]])),
    Bars(np.array([0, 0.5, 1.0]), np.array([0.3, 0.6])),
    Text(XY, ("a", "b", "c")),
)
SCENE = Scene("T.", (Panel("x", "y", (0, 1), (0, 1)), Panel("u", "v", (1, 100), (0, 1), xlog=True)))


@pytest.mark.parametrize("theme", THEMES)
def test_every_layer_is_drawn(theme: str) -> None:
    empty = png(still(SCENE, Frame(), THEMES[theme], 1))
    for layer in LAYERS:
        assert png(still(SCENE, Frame((layer,)), THEMES[theme], 1)) != empty, layer


def test_words_get_room_below_the_picture() -> None:
    plain = still(SCENE, Frame())
    words = still(SCENE, Frame(caption="c" * 200, goal=Goal("g", 0.5), note="n"))
    assert words.get_figheight() > plain.get_figheight() + 0.6


def test_rc_parameters_stay_as_they_were() -> None:
    before = dict(mpl.rcParams)
    render(SCENE, 640, THEMES["dark"], 2)
    assert dict(mpl.rcParams) == before


def test_narrow_pictures_stack_their_panels() -> None:
    wide_height, wide = layout(SCENE, 800)
    narrow_height, narrow = layout(SCENE, 400)
    assert narrow_height == 2 * wide_height
    assert wide[0].top == wide[1].top
    assert narrow[0].left == narrow[1].left


def test_equal_panels_have_equal_scales_at_any_width() -> None:
    scene = Scene("T.", (Panel("x", "y", (0, 1), (0, 1), equal=True),))
    for width in (300, 500, 800):
        (box,) = layout(scene, width)[1]
        per_x = box.width / (box.xlim[1] - box.xlim[0])
        per_y = box.height / (box.ylim[1] - box.ylim[0])
        assert per_x == pytest.approx(per_y)


def test_numbers_travel_in_one_float32_buffer_and_words_as_they_are() -> None:
    layers = (Line(XY, "blue", "dotted"), Points(XY[:1]))
    message, buffer = wire_frame(Frame(layers, "c", Goal("g", 1.0), "n"), "T.")
    line, points = message["layers"]
    assert (line["kind"], line["dash"]) == ("line", "dotted")
    assert (line["xy"], points["xy"]) == ((0, XY.size), (XY.size, 2))
    numbers = np.frombuffer(buffer, np.float32)
    np.testing.assert_array_equal(numbers[: XY.size], XY.astype(np.float32).ravel())
    np.testing.assert_array_equal(numbers[XY.size :], XY[0].astype(np.float32))
    assert message["alt"] == "T. c g n"
