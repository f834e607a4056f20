"""Reads a file's bytes as a notebook's JSON; saves what can be saved of a damaged one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

MOST_PARTS = 1_000_000  # objects and lists; they take 25 times their size in memory
MOST_BREAKS = 30  # damaged places after which no more cells are looked for
LONGEST_INT = 300  # digits; Python itself refuses 4300
_CELL = re.compile(
    r'\{\s*"(?:attachments|cell_type|execution_count|id|input|metadata|outputs|source)"\s*:'
)


class NotJson(Exception):
    """The bytes are not JSON, not even in parts."""


def parse_json(data: bytes) -> tuple[Json, list[str]]:
    """The JSON object in a notebook file, and what had to be done to read it.

    Raises:
        NotJson: there is none.
    """
    text, repairs = as_text(data)
    if text.count("{") + text.count("[") > MOST_PARTS:
        raise NotJson(f"it has more than {MOST_PARTS} parts")
    twice: dict[str, None] = {}
    try:
        return _object(text, twice), repairs + _told_twice(twice)
    except (ValueError, RecursionError):
        pass
    for side, sentence in _sides(text):
        try:
            return _object(side, {}), [*repairs, sentence]
        except (ValueError, RecursionError):
            continue
    return _saved(text, repairs)


def as_text(data: bytes) -> tuple[str, list[str]]:
    """The bytes as text, whichever Unicode encoding a program chose."""
    encoding = json.detect_encoding(data)
    repairs = []
    if encoding != "utf-8":
        name = "UTF-8 with a byte order mark" if encoding == "utf-8-sig" else encoding.upper()
        repairs.append(f"The file was encoded as {name}; it was read all the same.")
    try:
        text = data.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        repairs.append("The file held bytes that are no text (not UTF-8); they were replaced by �.")
    return text.rstrip("\0 \t\r\n"), repairs


def _object(text: str, twice: dict[str, None], *, strict: bool = True) -> Json:
    """The text as a JSON object. Keys that stand twice are noted; the last counts, as in Jupyter.

    Raises:
        ValueError, RecursionError: it is none.
    """
    found = _decoder(twice, strict=strict).decode(text)
    if isinstance(found, list) and any(isinstance(cell, dict) for cell in found):
        return {"cells": found}
    if not isinstance(found, dict):
        raise NotJson("its JSON is not an object")
    return found


def _decoder(twice: dict[str, None], *, strict: bool) -> json.JSONDecoder:
    def pairs(found: list[tuple[str, Any]]) -> Json:
        made = dict(found)
        if len(made) < len(found):
            keys = [key for key, _ in found]
            twice.update(dict.fromkeys(key[:40] for key in made if keys.count(key) > 1))
        return made

    return json.JSONDecoder(object_pairs_hook=pairs, parse_int=_int, strict=strict)


def _int(digits: str) -> int:
    return int(digits) if len(digits) <= LONGEST_INT else 0


def _told_twice(twice: dict[str, None]) -> list[str]:
    if not twice:
        return []
    names = ", ".join(list(twice)[:3])
    return [f"The file holds the same key twice ({names}); the last one was read, as Jupyter does."]


def _sides(text: str) -> Iterator[tuple[str, str]]:
    """Both sides of a version control's conflicts, the upper first."""
    kept: tuple[list[str], list[str]] = ([], [])
    into: tuple[int, ...] = (0, 1)
    conflicts = 0
    for line in text.split("\n"):
        mark = line[:7]
        if mark == "<<<<<<<":
            into, conflicts = (0,), conflicts + 1
        elif mark == "|||||||" and into == (0,):
            into = ()
        elif mark == "=======" and into in ((0,), ()):
            into = (1,)
        elif mark == ">>>>>>>" and into == (1,):
            into = (0, 1)
        else:
            for side in into:
                kept[side].append(line)
    if conflicts:
        for which, lines in zip(("upper", "lower"), kept, strict=True):
            yield (
                "\n".join(lines),
                f"The file held {conflicts} unresolved merge conflicts (<<<<<<<); the {which} side "
                "of each was graded. If the other was meant, hand it in again.",
            )


def _saved(text: str, repairs: list[str]) -> tuple[Json, list[str]]:
    """The cells that are whole in a text that is not.

    Raises:
        NotJson: there are none.
    """
    decoder = _decoder({}, strict=False)
    try:
        whole, end = decoder.raw_decode(text, text.index("{"))
    except (ValueError, RecursionError):
        whole, end = None, 0
    if isinstance(whole, dict) and isinstance(whole.get("cells"), list):
        odd = "something after its end" if end < len(text) else "characters that JSON forbids"
        return whole, [*repairs, f"The file held {odd}; it was left out."]
    cells, breaks = [], 0
    at = 0
    while breaks < MOST_BREAKS and (match := _CELL.search(text, at)):
        try:
            cell, at = decoder.raw_decode(text, match.start())
        except (ValueError, RecursionError):
            breaks += 1
            at = match.start() + 1
            continue
        if isinstance(cell, dict) and "cell_type" in cell:
            cells.append(cell)
    if not cells:
        raise NotJson("it is not valid JSON")
    sentence = (
        f"The file is damaged or broken off; the {len(cells)} cells that are whole were graded. "
        "What is missing earns no points: if you have the whole file, hand it in again."
    )
    return {"cells": cells}, [*repairs, sentence]
