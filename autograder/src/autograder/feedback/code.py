"""Colour a student's Python for reading; the colours themselves are in code.css."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape
from pygments import highlight  # type: ignore[import-untyped]  # pygments ships no types
from pygments.formatters.html import HtmlFormatter  # type: ignore[import-untyped]  # as above
from pygments.lexers.python import PythonLexer  # type: ignore[import-untyped]  # as above

from autograder.pages.text import capped

COLOURED_LIMIT = 6_000  # characters; longer text is shown plain, for speed
LINE_LIMIT = 400  # a lexer is not made for a line of a million characters

_LEXER = PythonLexer(stripnl=True, ensurenl=False)
_FORMATTER = HtmlFormatter(nowrap=True, classprefix="py-")


def highlighted(source: str, limit: int) -> Markup:
    """Python source as HTML spans, cleaned, capped and escaped."""
    text = capped(source, limit)
    if len(text) > COLOURED_LIMIT or max(map(len, text.split("\n"))) > LINE_LIMIT:
        return escape(text)
    return _coloured(text)


@lru_cache(maxsize=500)
def _coloured(text: str) -> Markup:
    """The same cells come in every student's page."""
    return Markup(highlight(text, _LEXER, _FORMATTER))
