"""Names the wrong options of multiple-choice exercises, from the bank's mistakes."""

from __future__ import annotations

import ast
from pathlib import Path

from autograder.bank.entries import BankError, Entry, read_bank


def choices(course_dir: Path, unit: str) -> dict[str, dict[str, str]]:
    """exercise -> {normalised wrong answer: name of the mistake}, {} for a unit without a bank.

    A choice is an exercise whose model answer assigns one string and nothing else. Answers are
    normalised as the tests do it: blanks at the ends and capitals make no difference.
    """
    try:
        entries = read_bank(course_dir / "course" / "answers", unit)
    except BankError:
        return {}
    asked = {
        entry.exercise for entry in entries if entry.kind == "model" and chosen(entry) is not None
    }
    found: dict[str, dict[str, str]] = {exercise: {} for exercise in sorted(asked)}
    for entry in entries:
        answer = chosen(entry)
        if entry.exercise in found and entry.kind == "mistake" and answer is not None:
            found[entry.exercise][answer] = entry.expected.mistake or ""
    return found


def chosen(entry: Entry) -> str | None:
    """The option that an answer chooses, normalised; None if it is no choice."""
    if entry.fault:
        return None
    body = ast.parse(entry.source).body
    if len(body) != 1 or not isinstance(body[0], ast.Assign):
        return None
    value = body[0].value
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value.strip().lower()
    return None
