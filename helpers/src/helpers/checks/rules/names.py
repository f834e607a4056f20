"""A set of names chosen from a few. The right ones are known by their digests, not by name."""

from __future__ import annotations

import hashlib

from helpers.checks import show
from helpers.checks.cases import Case
from helpers.checks.plain import plain
from helpers.checks.symptom import Fine, Symptom


def names(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: options, the names there are, and right, the `digest` of each name that belongs."""
    value = plain(target)
    options = [str(option) for option in case.params["options"]]
    words = {"name": case.object, "call": case.object, "options": ", ".join(options)}
    if not isinstance(value, (set, list, tuple)):
        return Symptom("names.no-set", words | {"got": show.thing(value)})
    chosen = sorted(set(map(str, value)))
    words["got"] = ", ".join(chosen) or "no names"
    unknown = [name for name in chosen if name not in options]
    if unknown:
        return Symptom("names.unknown", words | {"unknown": unknown[0]})
    right = [name for name in chosen if digest(exercise, name) in case.params["right"]]
    words |= {"right": str(len(right)), "all": str(len(case.params["right"]))}
    if len(right) < len(chosen):
        return Symptom("names.too-many", words, where=" ".join(chosen))
    if len(right) < len(case.params["right"]):
        return Symptom("names.too-few", words, where=" ".join(chosen))
    return Fine({"count": words["right"]})


def digest(exercise: str, name: str) -> str:
    """What stands for a name of an exercise where nobody should read it in passing."""
    return hashlib.sha256(f"{exercise} {name}".encode()).hexdigest()[:12]
