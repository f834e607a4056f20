"""Hints: three folds in HTML, one after the other in text."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from helpers.hints import Hint, NoHint, as_html, hint

from helpers import hints

TEXTS = ("Look at `z`.", "For $z = 2$:\n\n    z + 1\n", "- first **this**\n- then that")


class Reader(HTMLParser):
    """Depth of folds, and whether every tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.open.append(tag)
        self.depth = max(self.depth, self.open.count("details"))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_three_folds_lie_one_inside_the_other_and_start_closed() -> None:
    page = Hint("1.2", TEXTS)._repr_html_()
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    assert reader.depth == 3
    assert " open" not in page
    assert page.index("Hint 1") < page.index("Hint 2") < page.index("Hint 3")


def test_text_shows_one_hint_and_how_to_get_the_next() -> None:
    first = repr(Hint("1.2", TEXTS))
    assert "Look at `z`." in first
    assert "z + 1" not in first
    assert 'hint("1.2", 2)' in first
    assert "then that" in repr(Hint("1.2", TEXTS, 3))


@pytest.mark.parametrize("exercise", ["9.9", None, 3])
def test_an_unknown_exercise_is_told(exercise: Any) -> None:
    assert isinstance(hint(exercise), NoHint)
    assert "no hints for exercise" in repr(hint(exercise))


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("a\nb", "<p>a b</p>"),
        ("a\n\nb", "<p>a</p><p>b</p>"),
        ("a < b & `c < d`", "<p>a &lt; b &amp; <code>c &lt; d</code></p>"),
        ("$a_1 * b * c$ and *so*", "<p>$a_1 * b * c$ and <em>so</em></p>"),
        ("w1 * x1 * 2 and **bold**", "<p>w1 * x1 * 2 and <strong>bold</strong></p>"),
        ("Do:\n- one\n- two\n  lines", "<p>Do:</p><ul><li>one</li><li>two lines</li></ul>"),
        ("1. one\n2. two", "<ol><li>one</li><li>two</li></ol>"),
        ("`**kept**`", "<p><code>**kept**</code></p>"),
        ("<script>", "<p>&lt;script&gt;</p>"),
    ],
)
def test_a_little_markdown_becomes_html(text: str, page: str) -> None:
    assert as_html(text) == page


@pytest.mark.parametrize("text", ["```\nfor x:\n    y\n```", "    for x:\n        y"])
def test_code_is_kept_as_it_is(text: str) -> None:
    assert "for x:\n    y</pre>" in as_html(text)


def test_every_hint_of_every_unit_is_well_formed() -> None:
    for exercise, texts in hints.hints().items():
        assert len(texts) == 3
        assert all(text.strip() for text in texts)
        reader = Reader()
        reader.feed(hint(exercise)._repr_html_())  # type: ignore[union-attr]  # it is known
        assert reader.open == []
