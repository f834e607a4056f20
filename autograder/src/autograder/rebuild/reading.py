"""Reads a submission's bytes as a notebook, however damaged, or says why that cannot be done."""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping
from typing import Any

from autograder.rebuild.cells import StudentCell
from autograder.skeleton import flags, grade_id, text

MOST_CELLS = 5000  # a unit has about 60
MOST_CODE = 2**20  # characters in all code cells; a unit has about 20 000


class Malformed(Exception):
    """The file is not a notebook of this unit; the sentence is for the student."""


def read_cells(data: bytes) -> tuple[list[StudentCell], list[str]]:
    """The cells of a notebook file, and what had to be repaired to read them.

    Raises:
        Malformed: the bytes are not a notebook, or one without cells.
    """
    notebook = _parse(data)
    repairs: list[str] = []
    if notebook.get("nbformat") in (1, 2, 3) or "worksheets" in notebook:
        notebook = _upgrade(notebook)
        repairs.append("The notebook was in an old file format (nbformat 3); it was converted.")
    raw = notebook.get("cells")
    if not isinstance(raw, list):
        raise Malformed("The file is not a notebook: it has no list of cells.")
    if len(raw) > MOST_CELLS:
        raise Malformed(f"The notebook has {len(raw)} cells; at most {MOST_CELLS} are read.")
    cells = [_cell(at, cell) for at, cell in enumerate(raw) if isinstance(cell, dict)]
    if len(cells) < len(raw):
        repairs.append(f"{len(raw) - len(cells)} entries that are no cells were left out.")
    if sum(len(cell.source) for cell in cells if cell.kind == "code") > MOST_CODE:
        raise Malformed("The notebook has more than a million characters of code.")
    if not any(cell.plain for cell in cells):
        raise Malformed("The notebook is empty: it has no cells with anything in them.")
    return cells, repairs


def _parse(data: bytes) -> dict[str, Any]:
    if not data.strip(b" \t\r\n\0"):
        raise Malformed("The file is empty.")
    try:
        notebook = json.loads(data)
    except (ValueError, RecursionError):
        raise Malformed(
            "The file is not a notebook: it is not valid JSON (an upload broken off, or another "
            "kind of file?). Open it in JupyterLab, save it and hand it in again."
        ) from None
    if not isinstance(notebook, dict):
        raise Malformed("The file is not a notebook: its JSON is not an object.")
    return notebook


def _upgrade(notebook: dict[str, Any]) -> dict[str, Any]:
    """The notebook in nbformat 4."""
    from nbformat import from_dict
    from nbformat.converter import convert

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # nbformat warns about what it repairs
            return dict(convert(from_dict(notebook), 4))
    except Exception as error:  # whatever an old converter meets in a damaged file
        raise Malformed(
            "The notebook is in an old file format (nbformat 3) and cannot be converted "
            f"({type(error).__name__}). Open it in JupyterLab, save it and hand it in again."
        ) from None


def _cell(at: int, cell: dict[str, Any]) -> StudentCell:
    metadata = cell.get("metadata")
    clean: dict[str, Any] = {
        "metadata": metadata if isinstance(metadata, dict) else {},
        "source": _source(cell.get("source", cell.get("input", ""))),
    }
    tags = clean["metadata"].get("tags")
    kind = cell.get("cell_type")
    attachments = cell.get("attachments")
    return StudentCell(
        at=at,
        kind=kind if kind in ("code", "markdown") else "raw",
        source=text(clean),
        id=_word(cell.get("id")) or _word(clean["metadata"].get("id")),
        grade_id=grade_id(clean),
        settings=flags(clean),
        tags=frozenset(map(str, tags)) if isinstance(tags, list) else frozenset(),
        attachments=attachments if isinstance(attachments, Mapping) else {},
    )


def _source(source: object) -> str:
    """The source as text that can be written to a file again (no half of a surrogate pair)."""
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    if not isinstance(source, str):
        return ""
    return source.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n")


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""
