"""The pictures are safe to set into a page, and the same every time."""

from __future__ import annotations

import re
from collections.abc import Callable

import matplotlib as mpl
import pytest
from autograder.models import Grade
from autograder.report.plots import exercise_plot, score_plot
from autograder.report.tally import Tally, tally
from markupsafe import Markup

Draw = Callable[[Tally, str], Markup]


@pytest.mark.parametrize("draw", [score_plot, exercise_plot])
def test_a_picture_has_no_style_no_address_and_words(draw: Draw, dozen: list[Grade]) -> None:
    svg = draw(tally(dozen, 20), 'What "it" shows')
    assert 'aria-label="What &#34;it&#34; shows"' in svg
    assert not re.search(r"style=|<style|http|xlink|<!--|<metadata|<image", svg)
    assert "var(--ink)" in svg
    assert not re.search(r'(fill|stroke)="#(?!000000)', svg), "a colour that no look can change"


@pytest.mark.parametrize("draw", [score_plot, exercise_plot])
def test_a_picture_is_the_same_every_time(draw: Draw, dozen: list[Grade]) -> None:
    assert draw(tally(dozen, 20), "x") == draw(tally(dozen[::-1], 20), "x")


def test_pictures_do_not_share_ids(dozen: list[Grade]) -> None:
    made = [
        set(re.findall(r'id="([^"]+)"', d(tally(dozen, 20), "x")))
        for d in (score_plot, exercise_plot)
    ]
    assert not made[0] & made[1]


@pytest.mark.parametrize("draw", [score_plot, exercise_plot])
def test_every_reference_has_its_target(draw: Draw, dozen: list[Grade]) -> None:
    svg = draw(tally(dozen, 20), "x")
    assert set(re.findall(r'(?:url\(#|href="#)([^")]+)', svg)) <= set(
        re.findall(r'id="([^"]+)"', svg)
    )


def test_each_kind_has_a_hatch_of_its_own(dozen: list[Grade]) -> None:
    svg = exercise_plot(tally(dozen, 20), "x")
    assert svg.count("<pattern") >= 3


def test_drawing_leaves_matplotlib_as_it_was(dozen: list[Grade]) -> None:
    before = dict(mpl.rcParams)
    score_plot(tally(dozen, 20), "x")
    assert dict(mpl.rcParams) == before
