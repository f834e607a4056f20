"""Names the wrong options of multiple-choice exercises, from the bank's mistakes."""

from __future__ import annotations

import ast
from pathlib import Path

from autograder.bank.entries import BankError, Entry, read_bank


def choices(course_dir: Path, unit: str) -> dict[str, dict[str, str]]:
    """exercise -> {normalised wrong answer: name of the mistake}, {} for a unit without a bank.

    A choice is a string that an exercise's model answer assigns at top level, alone or beside
    functions and numbers. Answers are normalised as the tests do it: blanks at the ends and
    capitals make no difference.
    """
    try:
        entries = read_bank(course_dir / "course" / "answers", unit)
    except BankError:
        return {}
    right = {entry.exercise: chosen(entry) for entry in entries if entry.kind == "model"}
    found: dict[str, dict[str, str]] = {name: {} for name in sorted(right) if right[name]}
    for entry in entries:
        if entry.exercise in found and entry.kind == "mistake":
            for name, answer in chosen(entry).items():
                if right[entry.exercise].get(name, answer) != answer:
                    found[entry.exercise][answer] = entry.expected.mistake or ""
    return found


def chosen(entry: Entry) -> dict[str, str]:
    """The options that an answer chooses, normalised, by the names they are assigned to."""
    if entry.fault:
        return {}
    found = {}
    for node in ast.parse(entry.source).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            value = node.value
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                found[node.targets[0].id] = value.value.strip().lower()
    return found
