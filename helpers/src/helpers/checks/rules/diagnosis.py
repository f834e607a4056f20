"""What a student reads from pictures: a few words for each letter, known by their digests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from helpers.checks import show
from helpers.checks.cases import Case
from helpers.checks.plain import plain
from helpers.checks.rules.names import digest
from helpers.checks.symptom import Fine, Symptom


def diagnosis(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: words, one list of options for each place of an entry; right, letter -> digest."""
    value = plain(target)
    options = [[str(word) for word in words] for words in case.params["words"]]
    right = {str(letter): str(mark) for letter, mark in case.params["right"].items()}
    words = {"name": case.object, "call": case.object, "got": show.thing(value)}
    words["want"] = ", ".join(right)
    words["options"] = "; ".join(", ".join(part) for part in options)
    if not isinstance(value, Mapping):
        return Symptom("diagnosis.not-a-dict", words)
    entries = {str(letter).strip().upper(): entry for letter, entry in value.items()}
    missing = [letter for letter in right if entries.get(letter, ...) is ...]
    if missing:
        return Symptom("diagnosis.missing", words | {"entry": missing[0]})
    said = {letter: read(entries[letter]) for letter in right}
    for letter, found in said.items():
        known = len(found) == len(options) and all(
            word in part for word, part in zip(found, options, strict=True)
        )
        if not known:
            told = words | {"entry": letter, "got": show.value(plain(entries[letter]))}
            return Symptom("diagnosis.unknown", told)
    return _judge(said, right, words, exercise)


def read(entry: object) -> tuple[str, ...]:
    """An entry's words, whatever their case and blanks; 1 and 1.0 are the word 1."""
    parts: Sequence[object] = entry if isinstance(entry, (tuple, list)) else (entry,)
    texts = [f"{p:g}" if isinstance(p, (int, float)) else str(p) for p in parts]
    return tuple(text.strip().lower() for text in texts)


def _judge(
    said: Mapping[str, tuple[str, ...]],
    right: Mapping[str, str],
    words: dict[str, str],
    exercise: str,
) -> Symptom | Fine:
    wrong = [
        letter
        for letter, mark in right.items()
        if digest(exercise, " ".join((letter, *said[letter]))) != mark
    ]
    if not wrong:
        return Fine({"count": str(len(right))})
    first = wrong[0]
    told = words | {"entry": first, "got": " ".join(said[first]), "wrong": str(len(wrong))}
    told["all"] = str(len(right))
    where = ", ".join(f"{letter} {' '.join(said[letter])}" for letter in wrong)
    return Symptom("diagnosis.wrong", told, where)
