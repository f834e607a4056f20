"""The files of an answer bank: course/answers/<unit>/<exercise>/{model,style-*,mistake-*}.py.

Each is the text of an answer cell, headed by comments that say what the grader must find.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from autograder.models import Outcome

HEADER = re.compile(r"#\s*(\w+)\s*:\s*(.*?)\s*$")
HEADERS = {"points", "mistake", "message", "general", "outcome"}
KINDS = ("model", "style", "mistake")


class BankError(Exception):
    """The bank that was named cannot be used; one sentence."""


@dataclass(frozen=True)
class Expected:
    """What an answer's header says the grader must find; None where it says nothing."""

    points: float | None = None
    mistake: str | None = None
    message: str | None = None
    general: bool = False
    outcome: str | None = None  # what never ends cannot be named: TIMED_OUT is expected instead


@dataclass(frozen=True)
class Entry:
    """One answer of the bank. `fault` says why it cannot be judged, "" when it can."""

    exercise: str
    file: str
    kind: str  # one of KINDS, or "untouched"
    source: str
    expected: Expected = field(default_factory=Expected)
    fault: str = ""


def read_bank(folder: Path, unit: str) -> list[Entry]:
    """All answers for a unit in a folder of the form DIR/<unit>/<exercise>/ or DIR/<exercise>/.

    Raises:
        BankError: the folder is missing or holds no answer for this unit.
    """
    if not folder.is_dir():
        raise BankError(f"There is no folder {folder}. Name one that holds <unit>/<exercise>/*.py.")
    inner = folder / unit
    base = inner if inner.is_dir() else folder
    found = [
        read_entry(path, exercise.name)
        for exercise in sorted(base.iterdir(), key=_by_number)
        if exercise.is_dir()
        for path in sorted(exercise.glob("*.py"), key=_by_kind)
    ]
    if not found:
        raise BankError(f"{base} holds no answers: folders named like 1.2 with .py files in them.")
    return found


def _by_number(path: Path) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", path.name)))


def _by_kind(path: Path) -> tuple[int, str]:
    kind = path.stem.split("-")[0]
    return (KINDS.index(kind) if kind in KINDS else len(KINDS)), path.name


def read_entry(path: Path, exercise: str) -> Entry:
    """One answer file. What is wrong with it is told in `fault`, never raised."""
    kind, _, name = path.stem.partition("-")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return Entry(exercise, path.name, kind, "", fault=f"cannot be read: {error}")
    lines = text.split("\n")
    headers = list(_headers(lines))
    source = "\n".join(lines[len(headers) :]).strip("\n")
    faults: list[str] = []
    expected = _expected(headers, faults)
    if kind not in KINDS and expected.mistake is not None:
        kind = "mistake"
    elif kind == "mistake" and expected.mistake is None:
        expected = replace(expected, mistake=name or None)
    if kind not in KINDS and expected.points is None:
        faults.append("is neither model.py, style-*.py nor mistake-*.py, and has no header")
    if kind == "mistake" and name and expected.mistake != name:
        faults.append(f"its header says mistake {expected.mistake}, its file name {name}")
    try:
        ast.parse(source)
    except (SyntaxError, ValueError) as error:
        faults.append(f"is not Python: {error}")
    return Entry(exercise, path.name, kind, source, expected, "; ".join(faults))


def _headers(lines: list[str]) -> Iterator[tuple[str, str]]:
    """The comment lines at the top that say `# word: value`."""
    for line in lines:
        match = HEADER.fullmatch(line)
        if match is None:
            return
        yield match[1], match[2]


def _expected(headers: list[tuple[str, str]], faults: list[str]) -> Expected:
    """What the headers say; what is wrong with them is added to `faults`."""
    said = dict(headers)
    for key in sorted(set(said) - HEADERS):
        faults.append(f"unknown header # {key}: (there are {', '.join(sorted(HEADERS))})")
    if len(said) < len(headers):
        faults.append("a header occurs twice")
    if said.get("general", "false") not in {"true", "false"}:
        faults.append(f"# general: {said['general']} is neither true nor false")
    outcome = said.get("outcome")
    if outcome is not None and outcome not in set(Outcome):
        faults.append(f"# outcome: {outcome} is no outcome of the grader")
    return Expected(
        _number(said.get("points"), faults),
        said.get("mistake"),
        said.get("message"),
        said.get("general") == "true",
        outcome,
    )


def _number(said: str | None, faults: list[str]) -> float | None:
    if said is None:
        return None
    try:
        points = float(said)
    except ValueError:
        points = math.nan
    if math.isfinite(points) and points >= 0:
        return points
    faults.append(f"# points: {said} is no number of points")
    return None
