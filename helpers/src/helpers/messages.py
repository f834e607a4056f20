"""The words that students read, in one table, so that they can be translated.

data/messages/general.toml holds the sentences of the comparators, data/messages/<unit>.toml those
of a unit: for each mistake of its answer bank, and for each exercise that passes. Placeholders in
braces are filled from what was seen: {call}, {got}, {want}, {name} are always there.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from helpers.checks.symptom import Symptom

ALWAYS = {
    "call": "the call",
    "got": "something else",
    "want": "the answer",
    "name": "the function",
    "at": "",
}


def text(key: str, **words: str) -> str:
    """The sentence of general.toml with this dotted key, filled in."""
    found: Any = tables()["general"]
    for part in key.split("."):
        found = found[part]
    return str(found).format_map({**ALWAYS, **words})


def sentence(*symptoms: Symptom) -> str:
    """The sentences of some symptoms, one after the other; a likely cause follows its symptom."""
    parts = []
    words: dict[str, str] = {}
    for symptom in symptoms:
        words |= symptom.words
        parts.append(text(symptom.key, **words))
        if symptom.where.startswith("likely."):
            parts.append(text(symptom.where, **words))
    return " ".join(parts)


def mistake(exercise: str, name: str, words: Mapping[str, str] | None = None) -> str | None:
    """What to say of a mistake that the answer bank knows by name.

    None if it has no words of its own, or they speak of something that was not seen this time.
    """
    template = of_mistake(exercise, name)
    if template is None:
        return None
    try:
        return template.format_map({**ALWAYS, **(words or {})})
    except KeyError:
        return None


def of_mistake(exercise: str, name: str) -> str | None:
    """The same words with their placeholders still in them."""
    for table in tables().values():
        found = table.get("mistakes", {}).get(exercise, {}).get(name)
        if found is not None:
            return str(found)
    return None


def passed(exercise: str, words: Mapping[str, str]) -> str:
    """The calm line for an exercise whose probes all came out right."""
    for table in tables().values():
        found = table.get("passed", {}).get(exercise)
        if found is not None:
            return str(found).format_map(dict(words))
    return text("passed-generally", **words)


@cache
def tables() -> Mapping[str, Mapping[str, Any]]:
    """Every table of words, by the name of its file."""
    folder = files("helpers").joinpath("data", "messages")
    return {
        entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text(encoding="utf-8"))
        for entry in sorted(folder.iterdir(), key=str)
        if entry.name.endswith(".toml")
    }
