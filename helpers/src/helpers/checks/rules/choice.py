"""A choice of one letter: noted, not judged. Grading says more."""

from __future__ import annotations

from helpers.checks import show
from helpers.checks.cases import Case
from helpers.checks.plain import plain
from helpers.checks.symptom import Fine, Symptom


def choice(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: options, the letters there are. Case and blanks do not matter."""
    options = [str(option) for option in case.params["options"]]
    value = plain(target)
    listed = ", ".join(options)
    words = {"name": case.object, "options": listed, "got": show.thing(value), "want": listed}
    words["call"] = case.object
    if not isinstance(value, str):
        return Symptom("choice.not-text", words)
    letter = value.strip().lower()
    if letter not in options:
        return Symptom("choice.unknown", words | {"got": show.value(value)})
    return Fine({"letter": letter}, state="recorded")
