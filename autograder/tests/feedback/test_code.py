"""Colouring never changes what the code says, and never lets it out of its box."""

from __future__ import annotations

import re
from html import unescape

import pytest
from autograder.feedback.code import highlighted
from autograder.pages.text import clean
from hypothesis import given, settings
from hypothesis import strategies as st


def test_python_is_coloured() -> None:
    assert '<span class="py-k">def</span>' in highlighted("def f(x):\n    return 1", 100)


@pytest.mark.parametrize(
    "source", ["</code></pre><script>alert(1)</script>", "'''</style>", "# <img onerror=x>", "\x00"]
)
def test_markup_in_code_is_text(source: str) -> None:
    tags = set(re.findall(r"<(/?\w+)", highlighted(source, 1_000)))
    assert tags <= {"span", "/span"}


@settings(deadline=None)
@given(st.text(max_size=200))
def test_the_code_reads_as_it_was_written(source: str) -> None:
    plain = unescape(re.sub(r"<[^>]*>", "", highlighted(source, 1_000)))
    assert plain.strip("\n") == clean(source).strip("\n")


def test_long_code_is_cut_and_says_so() -> None:
    assert highlighted("x = 1\n" * 4_000, 12_000).endswith("... 12,000 more characters")
    assert highlighted("x" * 5_000, 12_000) == "x" * 5_000
