"""No cell of a spreadsheet is a formula, and nothing unseen gets into a page."""

from __future__ import annotations

import pytest
from autograder.pages.text import number, plural
from autograder.report.text import cell, percent, plain, with_code


@pytest.mark.parametrize(
    "formula",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "\n=1",
        "＝1",
        '=HYPERLINK("http://x")',
    ],
)
def test_a_formula_gets_an_apostrophe(formula: str) -> None:
    assert cell(formula).startswith("'")


@pytest.mark.parametrize("text", ["ada", "", "3.5", "a=b", "2027-03-01", "漢字"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


def test_a_cell_fits_a_spreadsheet() -> None:
    assert len(cell("x" * 100_000)) < 32_767


def test_unseen_characters_are_spelled_out() -> None:
    assert plain("a\u202eb\x00c\ud800d\x1b[31m") == "a⟨U+202E⟩b⟨U+0000⟩c⟨U+D800⟩d⟨U+001B⟩[31m"
    assert plain("x" * 700) == "x" * 600 + " ... 100 more characters"


def test_numbers_read_like_english() -> None:
    assert (number(2.0), number(1.25), percent(0.384), plural(1, "student")) == (
        "2",
        "1.25",
        "38 %",
        "1 student",
    )


def test_names_between_backticks_are_code_and_all_else_is_escaped() -> None:
    assert with_code("`nand` & `<b>` <b>") == (
        "<code>nand</code> &amp; <code>&lt;b&gt;</code> &lt;b&gt;"
    )
    assert with_code("` alone") == "` alone"
