"""Makes the cells of a submission of its JSON, whichever program wrote it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from autograder.rebuild.cells import StudentCell
from autograder.rebuild.foreign import foreign_cells
from autograder.rebuild.parsing import Json, NotJson, as_text, parse_json
from autograder.skeleton import flags, grade_id

MOST_CELLS = 5000  # a unit has about 60
MOST_CODE = 2**20  # characters in all code cells; a unit has about 40 000
_TEXT = ("markdown", "heading", "html", "text")  # the last three are of older formats
_SOURCES = ("source", "input", "code", "text")  # where formats 4 to 1 keep it


class Malformed(Exception):
    """The file is not a notebook of this unit; the sentence is for the student."""


def read_cells(data: bytes) -> tuple[list[StudentCell], list[str]]:
    """The cells of a notebook file, and what had to be repaired to read them.

    Raises:
        Malformed: the bytes are not a notebook, or one without cells.
    """
    if not data.strip(b" \t\r\n\0"):
        raise Malformed("The file is empty.")
    notebook, repairs = _notebook(data)
    raw = notebook.get("cells")
    if not isinstance(raw, list):
        raw = _of_worksheets(notebook.get("worksheets"))
    repairs += _versions(notebook) + _language(notebook.get("metadata"))
    dicts = [(at, cell) for at, cell in enumerate(raw) if isinstance(cell, dict)]
    if len(dicts) < len(raw):
        repairs.append(f"{len(raw) - len(dicts)} entries that are no cells were left out.")
    cells = _within_bounds(dicts, repairs)
    if any("\0" in cell.source or "�" in cell.source for cell in cells):
        cells = [cell.with_source(cell.source.replace("\0", "")) for cell in cells]
        repairs.append("Characters that are no text (NUL, half a pair) were taken out.")
    if not any(cell.plain for cell in cells):
        raise Malformed("The notebook is empty: it has no cells with anything in them.")
    return cells, repairs


def _notebook(data: bytes) -> tuple[Json, list[str]]:
    try:
        return parse_json(data)
    except NotJson as error:
        cells, what = foreign_cells(as_text(data)[0])
        if cells:
            return {"cells": cells}, [f"The file is {what}, not a notebook; its code was graded."]
        raise Malformed(
            f"The file is not a notebook: {error} (an upload broken off, or another "
            "kind of file?). Open it in JupyterLab, save it and hand it in again."
        ) from None


def _of_worksheets(sheets: object) -> list[Any]:
    """The cells of a notebook in format 2 or 3."""
    if not isinstance(sheets, list):
        raise Malformed("The file is not a notebook: it has no list of cells.")
    lists = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
    return [cell for cells in lists if isinstance(cells, list) for cell in cells]


def _versions(notebook: Json) -> list[str]:
    """A sentence on a file format other than nbformat 4.0 to 4.5."""
    major, minor = notebook.get("nbformat", 4), notebook.get("nbformat_minor", 0)
    if type(major) is not int or type(minor) is not int:
        return ["The notebook does not say its file format; it was read as nbformat 4."]
    if major < 4 or "worksheets" in notebook:
        return [f"The notebook was in an old file format (nbformat {major}); it was converted."]
    if (major, minor) > (4, 5):
        newer = f"{major}.{minor}" if minor else f"{major}"
        return [
            f"The notebook is in a newer file format (nbformat {newer[:20]}); it was read as 4.5."
        ]
    return []


def _language(metadata: object) -> list[str]:
    """A sentence on a notebook that was saved for another language."""
    for place, key in (("kernelspec", "language"), ("language_info", "name")):
        found = metadata.get(place) if isinstance(metadata, dict) else None
        name = found.get(key) if isinstance(found, dict) else None
        if isinstance(name, str) and name and "python" not in name.lower():
            return [f"The notebook was saved for the language {name[:20]}; it was run as Python."]
    return []


def _within_bounds(dicts: Sequence[tuple[int, Json]], repairs: list[str]) -> list[StudentCell]:
    """So many cells and so much code as a course can need, those with grade ids first."""
    filled = [(at, cell) for at, cell in dicts if any(map(cell.get, _SOURCES)) or _has_id(cell)]
    wanted = filled
    if len(filled) > MOST_CELLS:
        wanted = sorted(filled, key=lambda found: not _has_id(found[1]))[:MOST_CELLS]
    kept: list[StudentCell] = []
    room = MOST_CODE
    for at, raw in wanted:
        cell = _cell(at, raw)
        size = len(cell.source) if cell.kind == "code" else 0  # a text may hold a picture
        if size <= room:
            room -= size
            kept.append(cell)
    if len(kept) < len(filled):
        left = len(filled) - len(kept)
        repairs.append(
            f"The notebook has {len(filled)} cells; {left} of them are over the bounds of "
            f"{MOST_CELLS} cells and a million characters of code and were left out."
        )
    return sorted(kept, key=lambda cell: cell.at)


def _has_id(cell: Json) -> bool:
    metadata = cell.get("metadata")
    return isinstance(metadata, dict) and bool(grade_id({"metadata": metadata}))


def _cell(at: int, cell: Json) -> StudentCell:
    metadata = cell.get("metadata")
    clean: Json = {"metadata": metadata if isinstance(metadata, dict) else {}}
    tags = clean["metadata"].get("tags")
    kind = cell.get("cell_type")
    attachments = cell.get("attachments")
    return StudentCell(
        at=at,
        kind="code" if kind == "code" else "markdown" if kind in _TEXT else "raw",
        source=_source(next((cell[key] for key in _SOURCES if key in cell), "")),
        id=_word(cell.get("id")) or _word(clean["metadata"].get("id")),
        grade_id=grade_id(clean),
        settings=flags(clean),
        tags=frozenset(map(str, tags)) if isinstance(tags, list) else frozenset(),
        attachments=attachments if isinstance(attachments, Mapping) else {},
    )


def _source(source: object) -> str:
    """The source as text that can be written to a file again, its lines ended by \\n."""
    if isinstance(source, list):
        lines = [part for part in source if isinstance(part, str)]
        whole = len(lines) < 2 or any(line.endswith(("\n", "\r")) for line in lines[:-1])
        source = ("" if whole else "\n").join(lines)
    if not isinstance(source, str):
        return ""
    text = source.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""
