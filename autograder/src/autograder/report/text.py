"""Text in pages and spreadsheets: short, visible, and never a formula."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

# Control, direction and other unseen characters, and halves of characters: none may reach a page
# or a file unseen, whoever wrote the name or the message that holds them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_FORMULA = tuple("=+-@\t\r＝＋－＠")  # what spreadsheets take for the beginning of a formula
_CELL_LIMIT = 32_000  # characters; a spreadsheet's cell holds 32,767


def plain(text: str, limit: int = 600) -> str:
    """Text with unseen characters spelled out, cut after `limit` characters."""
    cut = (
        text if len(text) <= limit else f"{text[:limit]} ... {len(text) - limit:,} more characters"
    )
    return _UNSEEN.sub(lambda hit: f"⟨U+{ord(hit[0]):04X}⟩", cut)


def with_code(text: str) -> Markup:
    """Escaped text in which `names between backticks` are set as code."""
    return Markup(re.sub(r"`([^`\n]{1,120})`", r"<code>\1</code>", str(escape(plain(text)))))


def cell(text: str) -> str:
    """A CSV cell that no spreadsheet takes for a formula: a leading apostrophe where it would.

    >>> cell("=1+1"), cell("ada")
    ("'=1+1", 'ada')
    """
    guarded = f"'{text}" if text.lstrip(" \n").startswith(_FORMULA) else text
    return plain(guarded, _CELL_LIMIT)


def number(points: float) -> str:
    """Points without needless zeros: 2, 1.5, 0.25."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    """A share of 0 to 1 as "38 %"."""
    return f"{100 * share:.0f} %"


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 submission", "3 submissions"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
