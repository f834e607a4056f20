"""The colours can be read: contrast of at least 4.5 in the light and in the dark look."""

from __future__ import annotations

import re

import pytest
from autograder.pages.document import TEMPLATES

KINDS = ("done", "part", "wrong", "idle", "stopped", "person")
Look = dict[str, str]


def looks() -> dict[str, Look]:
    """The variables of each look, the dark one on top of the light one."""
    css = (TEMPLATES / "look.css").read_text("utf-8")
    light, dark = css.split("prefers-color-scheme: dark", 1)
    pattern = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")
    base = dict(pattern.findall(light))
    return {"light": base, "dark": base | dict(pattern.findall(dark))}


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def pairs() -> list[tuple[str, str]]:
    """Every pair of text and ground that occurs."""
    found = [
        (text, ground) for text in ("ink", "soft", "link") for ground in ("page", "card", "code")
    ]
    for kind in KINDS:
        grounds = ("card", "page", "code", f"{kind}-wash")
        found += [(f"{kind}-ink", ground) for ground in grounds]
        found += [("ink", f"{kind}-wash"), ("soft", "idle-wash"), ("link", f"{kind}-wash")]
    return found


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_text_can_be_read_on_its_ground(name: str) -> None:
    look = looks()[name]
    weak = {pair: contrast(look[pair[0]], look[pair[1]]) for pair in pairs()}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


def test_black_on_white_is_the_known_ratio() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
