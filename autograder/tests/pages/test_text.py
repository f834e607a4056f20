"""Text that would deceive the eye is spelled out, and there is never too much of it."""

from __future__ import annotations

import time

import pytest
from autograder.pages.text import capped, clean, duration, number, plural, with_code
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]8;;http://evil.example\x07link\x1b]8;;\x07", "link"),
        ("\x9b31mred", "red"),
        ("a\x1b(Bb", "ab"),
        ("user\u202egnp.exe", "user⟨U+202E⟩gnp.exe"),
        ("\u2066isolate\u2069", "⟨U+2066⟩isolate⟨U+2069⟩"),
        ("zero\u200bwidth", "zero⟨U+200B⟩width"),
        ("nul\x00byte", "nul⟨U+0000⟩byte"),
        ("half \ud800 character", "half ⟨U+D800⟩ character"),
        ("bell\x07 and back\x08", "bell⟨U+0007⟩ and back⟨U+0008⟩"),
        ("tag\U000e0041", "tag⟨U+E0041⟩"),
        ("10%\r50%\r100%\ndone", "100%\ndone"),
        ("windows\r\nlines\r\n", "windows\nlines\n"),
        ("tab\tstays, so does ü and 漢字 and 😀", "tab\tstays, so does ü and 漢字 and 😀"),
    ],
)
def test_what_cannot_be_seen_is_spelled_out_or_dropped(hostile: str, shown: str) -> None:
    assert clean(hostile) == shown


@given(st.text(st.characters(codec=None)))
def test_clean_text_can_always_be_written_and_stays_as_it_is(text: str) -> None:
    once = clean(text)
    once.encode("utf-8")
    assert clean(once) == once


def test_long_text_says_how_much_is_missing() -> None:
    assert capped("x" * 20_340, 8_000) == "x" * 8_000 + "\n... 12,340 more characters"
    assert capped("short", 8_000) == "short"


@pytest.mark.parametrize(
    "line", ["x" * 3_000_000, "\x1b[" * 500_000, "\r" * 500_000, "\x00" * 99_999]
)
def test_a_huge_line_takes_no_time(line: str) -> None:
    started = time.perf_counter()
    assert len(capped(line, 4_000)) < 40_000
    assert time.perf_counter() - started < 2


def test_numbers_and_counts_read_like_english() -> None:
    assert [number(x) for x in (2.0, 1.5, 0.25, 0.0, 10.0)] == ["2", "1.5", "0.25", "0", "10"]
    assert [plural(n, "exercise") for n in (1, 2, 1200)] == [
        "1 exercise",
        "2 exercises",
        "1,200 exercises",
    ]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (5, "1 minute"),
        (7500, "2 hours 5 minutes"),
        (86_400, "1 day"),
        (2 * 86_400 + 3 * 3600 + 60, "2 days 3 hours"),
    ],
)
def test_durations_name_their_largest_units(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_names_between_backticks_are_code_and_all_else_is_escaped() -> None:
    assert with_code("`nand` & `<b>` <b>") == (
        "<code>nand</code> &amp; <code>&lt;b&gt;</code> &lt;b&gt;"
    )
    assert with_code("` alone") == "` alone"
