"""A student's answer cells and what they printed, made safe to show.

Text is cleaned and capped, HTML goes through nh3 without links, pictures, styles or ids, and
pictures must be PNG of a sane size. Everything else falls back to its plain text.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import nh3
from markupsafe import Markup, escape

from autograder.feedback.code import highlighted
from autograder.models import Notebook
from autograder.pages.text import capped, clean, number

SOURCE_LIMIT = 12_000  # characters
TEXT_LIMIT = 4_000
HTML_LIMIT = 20_000
IMAGE_LIMIT = 256 * 1024  # bytes
IMAGE_SIDE = 4_000  # pixels
OUTPUTS_SHOWN = 8

# fmt: off
_TAGS = {
    "b", "blockquote", "br", "caption", "code", "dd", "div", "dl", "dt", "em", "hr", "i", "li",
    "ol", "p", "pre", "s", "small", "span", "strong", "sub", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "u", "ul",
}
_DROPPED = {  # with everything inside them
    "iframe", "math", "noembed", "noframes", "noscript", "object", "script", "style", "svg",
    "template", "textarea", "title", "xmp",
}
# fmt: on
_ATTRIBUTES = {"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"}}


@dataclass(frozen=True)
class Shown:
    """One output, ready for the template."""

    kind: Literal["printed", "warned", "error", "value", "html", "image", "note"]
    body: str | Markup
    alt: str = ""


@dataclass(frozen=True)
class Answer:
    """One cell the student wrote in, ready for the template."""

    source: Markup
    prose: bool  # a cell of text, as exercises marked by hand have
    outputs: tuple[Shown, ...]


def cells(notebook: Notebook) -> Iterator[Mapping[str, Any]]:
    """The notebook's cells that are cells; a damaged list simply has fewer."""
    found = notebook.get("cells")
    yield from (cell for cell in _sequence(found) if isinstance(cell, Mapping))


def metadata(cell: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """A cell's metadata under `name` ("nnbh", "nbgrader"), empty where there is none."""
    whole = cell.get("metadata")
    part = whole.get(name) if isinstance(whole, Mapping) else None
    return part if isinstance(part, Mapping) else {}


def answers(notebook: Notebook, exercise: str) -> tuple[Answer, ...]:
    """The answer cells of an exercise. Only solution cells are ever read, never a test."""
    return tuple(
        _answer(cell)
        for cell in cells(notebook)
        if metadata(cell, "nbgrader").get("solution") is True
        and metadata(cell, "nnbh").get("exercise") == exercise
    )


def _answer(cell: Mapping[str, Any]) -> Answer:
    if cell.get("cell_type") == "code":
        return Answer(highlighted(source(cell), SOURCE_LIMIT), False, _outputs(cell))
    return Answer(escape(capped(source(cell), SOURCE_LIMIT)), True, ())


def source(cell: Mapping[str, Any]) -> str:
    """A cell's text."""
    return _joined(cell.get("source"))


def sanitised(html: str) -> Markup:
    """HTML reduced to text structure and tables: no link, picture, style, id or script."""
    return Markup(
        nh3.clean(
            clean(html),
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            clean_content_tags=_DROPPED,
            url_schemes=set(),
            link_rel=None,
        )
    )


def _outputs(cell: Mapping[str, Any]) -> tuple[Shown, ...]:
    found = [item for item in _sequence(cell.get("outputs")) if isinstance(item, Mapping)]
    shown = [_shown(item) for item in found[:OUTPUTS_SHOWN]]
    missing = len(found) - OUTPUTS_SHOWN
    if missing > 0:
        shown.append(Shown("note", f"... {missing:,} more outputs"))
    return tuple(output for output in shown if str(output.body).strip())


def _shown(output: Mapping[str, Any]) -> Shown:
    if output.get("output_type") == "stream":
        kind: Literal["warned", "printed"] = (
            "warned" if output.get("name") == "stderr" else "printed"
        )
        return Shown(kind, capped(_joined(output.get("text")), TEXT_LIMIT))
    if output.get("output_type") == "error":
        lines = [_joined(line) for line in _sequence(output.get("traceback"))]
        last = f"{_joined(output.get('ename'))}: {_joined(output.get('evalue'))}"
        return Shown("error", capped("\n".join(lines) or last, TEXT_LIMIT))
    data = output.get("data")
    return _displayed(data if isinstance(data, Mapping) else {})


def _displayed(data: Mapping[str, Any]) -> Shown:
    plain = capped(_joined(data.get("text/plain")), TEXT_LIMIT)
    if "image/png" in data:
        return _image(_joined(data["image/png"]), plain)
    html = _joined(data.get("text/html"))
    if html and len(html) <= HTML_LIMIT:
        safe = sanitised(html)
        if safe.striptags().strip():
            return Shown("html", safe)
    return Shown("value", plain)


def _image(encoded: str, plain: str) -> Shown:
    """A PNG as a data URI, written anew from its bytes, or a note why there is none."""
    if len(encoded) > IMAGE_LIMIT * 2:
        return Shown("note", f"A picture of {number(len(encoded) / 1.37e6)} MB, too large to show.")
    try:
        data = base64.b64decode("".join(encoded.split()), validate=True)
    except (binascii.Error, ValueError):
        return Shown("note", "A picture that could not be read.")
    if data[:8] != b"\x89PNG\r\n\x1a\n" or data[12:16] != b"IHDR":
        return Shown("note", "A picture that is not a PNG.")
    sides = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    if len(data) > IMAGE_LIMIT or not all(0 < side <= IMAGE_SIDE for side in sides):
        return Shown("note", f"A picture of {len(data):,} bytes, too large to show.")
    uri = "data:image/png;base64," + base64.b64encode(data).decode("ascii")
    return Shown("image", uri, alt=f"Picture drawn by your answer. {plain[:200]}".strip())


def _joined(value: object) -> str:
    """Notebook text: one string, or a list of its lines."""
    if isinstance(value, str):
        return value
    return "".join(part for part in _sequence(value) if isinstance(part, str))


def _sequence(value: object) -> list[Any] | tuple[Any, ...]:
    return value if isinstance(value, list | tuple) else ()
