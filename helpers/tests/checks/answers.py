"""Answers of unit 01 for the tests: the bank's, run as a notebook would run them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from helpers.checks.cases import exercises

BANK = Path(__file__).resolve().parents[3] / "course" / "answers" / "01-perceptron"


@cache
def plan() -> dict[str, Any]:
    """The unit's checks.toml."""
    return tomllib.loads((BANK / "checks.toml").read_text(encoding="utf-8"))


def names() -> list[str]:
    """The ids of its exercises."""
    return [key for key in plan() if re.fullmatch(r"\d+\.\d+", key)]


@cache
def before(exercise: str) -> dict[str, Any]:
    """What a notebook holds when the exercise is reached and everything before it is right."""
    namespace: dict[str, Any] = {}
    exec(plan()["setup"], namespace)
    for name in names():
        if name == exercise:
            break
        exec((BANK / name / "model.py").read_text(encoding="utf-8"), namespace)
        exec(plan()["provided"].get(name, ""), namespace)
    return namespace


def answer(path: Path) -> list[Any]:
    """The objects that an answer of the bank hands to its check."""
    namespace = dict(before(path.parent.name))
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), namespace)
    return [namespace[name] for name in exercises()[path.parent.name].objects]


def headers(path: Path, key: str) -> str | None:
    """What stands behind `# key:` in an answer's head."""
    found = re.search(rf"^# {key}: (.*)$", path.read_text(encoding="utf-8"), flags=re.M)
    return found[1] if found else None
