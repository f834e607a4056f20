"""Reads the cells of a notebook that was handed in as a script or as a web page."""

from __future__ import annotations

import ast
import re
from html.parser import HTMLParser
from typing import Any

from autograder.rebuild.source import statements

LONGEST = 4 * 2**20  # characters; a page with its pictures is smaller
_MARK = re.compile(r"^# ?(?:In\[[ \d]*\]:|%%.*|\+(?: .*)?|-)[ \t]*$", re.M)
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>)?\s*<(?:!doctype html|html|head|body)", re.I)


def foreign_cells(text: str) -> tuple[list[dict[str, Any]], str]:
    """The code cells of a notebook's export, and what it was; no cells where it is none."""
    if len(text) > LONGEST:
        return [], ""
    if _PAGE.match(text):
        reader = _Page()
        reader.feed(text)
        return [_code(source) for source in reader.sources], "a web page (.html)"
    if _MARK.search(text):
        return [_code(source) for source in _MARK.split(text)], "a script (.py)"
    # Without marks every statement becomes a cell, so that one that fails stops no other.
    found = statements(text)
    named = any(isinstance(part.node, ast.FunctionDef | ast.Assign) for part in found)
    return [_code(part.text) for part in found] if named else [], "a script (.py)"


def _code(source: str) -> dict[str, Any]:
    # nbconvert writes a magic as a call of get_ipython(), which works as it is.
    return {"cell_type": "code", "metadata": {}, "source": source.strip("\n")}


class _Page(HTMLParser):
    """Collects the code of the input cells on a page made by nbconvert."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sources: list[str] = []
        self._inside = False  # a highlighted block
        self._code: list[str] | None = None  # a <pre> in it

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where code begins."""
        if tag == "div":
            self._inside = "highlight" in (dict(attrs).get("class") or "")
        elif tag == "pre" and self._inside:
            self._code = []

    def handle_endtag(self, tag: str) -> None:
        """Keep the code that ends."""
        if tag == "pre" and self._code is not None:
            self.sources.append("".join(self._code))
            self._code = None

    def handle_data(self, data: str) -> None:
        """Keep a piece of code."""
        if self._code is not None:
            self._code.append(data)
