"""Text in pages and spreadsheets: short, visible, and never a formula."""

from __future__ import annotations

from markupsafe import Markup

from autograder.pages import text as pages

_FORMULA = tuple("=+-@\t\r＝＋－＠")  # what spreadsheets take for the beginning of a formula
_CELL_LIMIT = 32_000  # characters; a spreadsheet's cell holds 32,767


def plain(text: str, limit: int = 600) -> str:
    """Text with unseen characters spelled out, cut after `limit` characters."""
    cut = (
        text if len(text) <= limit else f"{text[:limit]} ... {len(text) - limit:,} more characters"
    )
    return pages.spelled(cut)


def with_code(text: str) -> Markup:
    """Escaped text in which `names between backticks` are set as code."""
    return pages.with_code(plain(text))


def cell(text: str) -> str:
    """A CSV cell that no spreadsheet takes for a formula: a leading apostrophe where it would.

    >>> cell("=1+1"), cell("ada")
    ("'=1+1", 'ada')
    """
    guarded = f"'{text}" if text.lstrip(" \n").startswith(_FORMULA) else text
    return plain(guarded, _CELL_LIMIT)


def percent(share: float) -> str:
    """A share of 0 to 1 as "38 %"."""
    return f"{100 * share:.0f} %"
