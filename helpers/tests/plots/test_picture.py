"""A picture carries its alt text into every form of output."""

from __future__ import annotations

import base64

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers import plots


def test_picture_is_a_png_with_its_alt_text_in_every_format() -> None:
    picture = plots.show(plt.subplots()[1], alt='A line, "steep" & thin.')
    formats, metadata = picture._repr_mimebundle_()
    assert base64.b64decode(formats["image/png"]).startswith(b"\x89PNG")
    assert formats["text/plain"] == 'A line, "steep" & thin.'
    assert 'alt="A line, &quot;steep&quot; &amp; thin."' in formats["text/html"]
    assert metadata["image/png"]["alt"] == picture.alt


def test_shown_figure_is_closed_so_that_it_appears_once() -> None:
    before = plt.get_fignums()
    plots.show(plt.subplots()[1], alt="An empty plane.")
    assert plt.get_fignums() == before


def test_several_axes_of_one_figure_are_one_picture() -> None:
    _, axes = plt.subplots(1, 3)
    assert plots.show(axes, alt="Three empty planes.").png.startswith(b"\x89PNG")


def test_picture_without_words_is_refused() -> None:
    ax = plt.subplots()[1]
    with pytest.raises(ValueError, match="alt text"):
        plots.show(ax, alt="  ")
    plt.close("all")


def test_axes_taken_off_their_figure_are_refused_with_advice() -> None:
    ax = plt.subplots()[1]
    ax.remove()
    with pytest.raises(ValueError, match="draw them again"):
        plots.show(ax, alt="Nothing.")
    plt.close("all")


def test_course_style_gives_each_line_a_colour_and_a_dash_of_its_own() -> None:
    with plt.style.context("helpers.course"):
        cycle = list(plt.rcParams["axes.prop_cycle"])
    assert len({entry["color"] for entry in cycle}) == len(cycle) == 7
    assert all(
        (a["color"], a["linestyle"]) != (b["color"], b["linestyle"])
        for a, b in zip(cycle, np.roll(np.array(cycle, dtype=object), 1), strict=True)
    )
