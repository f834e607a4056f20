"""Puts one answer into an otherwise solved notebook and lets the grader judge its exercise."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from autograder.bank.entries import Entry, Expected
from autograder.examine import examine
from autograder.models import Limits, Notebook, Outcome, Submission, Verdict
from autograder.rebuild import rebuild
from autograder.release.stubs import without_marks
from autograder.sandbox import Sandbox
from autograder.skeleton import (
    Skeleton,
    grade_id,
    is_answer,
    make_skeleton,
    text,
    without_hidden_tests,
)


@dataclass(frozen=True)
class Bench:
    """A unit made ready for judging many answers."""

    unit: str
    skeleton: Skeleton
    solved: Notebook  # as a student with every model answer would hand it in
    known: Mapping[str, frozenset[str]]  # exercise -> mistakes that the course's bank names
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    points_only: bool = False  # messages and names of mistakes do not matter

    def exercises(self) -> list[str]:
        """The exercises that carry points, in order."""
        return list(dict.fromkeys(cell.exercise for cell in self.skeleton.graded))

    def max_points(self, exercise: str) -> float:
        """What an exercise's graded cells are worth together."""
        return sum(c.max_points for c in self.skeleton.graded if c.exercise == exercise)

    def cells(self, exercise: str) -> frozenset[str]:
        """The grade ids of an exercise's graded cells, those marked by hand left out."""
        graded = self.skeleton.graded
        return frozenset(c.grade_id for c in graded if c.exercise == exercise and not c.manual)


@dataclass(frozen=True)
class Result:
    """One answer beside what was expected of it; the line that --json prints."""

    unit: str
    exercise: str
    file: str
    points: float | None
    expected_points: float | None
    max_points: float
    mistake: str | None
    expected_mistake: str | None
    message: str
    outcome: str
    ok: bool
    why: str

    def as_json(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)


def make_bench(
    source: Notebook,
    unit: str,
    known: Mapping[str, frozenset[str]],
    choices: Mapping[str, Mapping[str, str]],
    limits: Limits,
) -> Bench:
    """Make a unit ready: its skeleton, and its notebook with every solution of the source in it."""
    skeleton = make_skeleton(source, unit)
    cells = [{**cell, "source": _handed_in(cell)} for cell in source["cells"]]
    return Bench(unit, skeleton, {**source, "cells": cells}, known, choices, limits)


def _handed_in(cell: Mapping[str, Any]) -> str:
    own = text(cell)
    return without_marks(own) if is_answer(cell) else without_hidden_tests(own)


def judge(bench: Bench, entry: Entry, sandbox: Sandbox) -> Result:
    """Judge one answer on its exercise's graded cells and compare with its header."""
    if entry.fault or entry.exercise not in bench.exercises():
        known = ", ".join(bench.exercises())
        fault = entry.fault or f"unit {bench.unit} has no exercise {entry.exercise}, only {known}"
        return _result(bench, entry, [], None, fault)
    verdicts = grade(bench, entry, sandbox)
    told = _telling(verdicts, entry)
    return _result(bench, entry, verdicts, told, _departure(bench, entry, verdicts, told))


def grade(bench: Bench, entry: Entry, sandbox: Sandbox) -> Sequence[Verdict]:
    """The verdicts of the grader on one answer's exercise."""
    at = bench.skeleton.answers[entry.exercise]
    cells = [
        {**cell, "source": entry.source} if grade_id(cell) == at else cell
        for cell in bench.solved["cells"]
    ]
    data = json.dumps({**bench.solved, "cells": cells}).encode()
    submission = Submission("bank", bench.unit, Path(entry.file), data)
    rebuilt = rebuild(submission, bench.skeleton)
    machines = tuple(cell for cell in rebuilt.graded if not cell.manual)
    rebuilt = replace(rebuilt, graded=machines)  # nobody looks at pictures here: draw none
    only = bench.cells(entry.exercise)
    examined = examine(
        rebuilt,
        sandbox,
        bench.limits,
        only=only,
        choices=bench.choices,
        points_only=bench.points_only,
    )
    return [verdict for verdict in examined.verdicts if verdict.grade_id in only]


def _points(verdicts: Sequence[Verdict]) -> float | None:
    """All points together; None as soon as a person or we ourselves would have to look."""
    given = [verdict.points for verdict in verdicts]
    return None if None in given else sum(points for points in given if points is not None)


def _outcome(verdicts: Sequence[Verdict]) -> str:
    kinds = {verdict.outcome for verdict in verdicts}
    if Outcome.OUR_FAULT in kinds or len(kinds) == 1:
        return Outcome.OUR_FAULT if Outcome.OUR_FAULT in kinds else kinds.pop()
    failed = [verdict.outcome for verdict in verdicts if verdict.outcome is not Outcome.PASSED]
    return Outcome.PARTIAL if len(failed) < len(verdicts) else failed[0]


def _telling(verdicts: Sequence[Verdict], entry: Entry) -> Verdict:
    """The verdict to show: the one that was expected if there is one, else the first failed."""
    failed = [verdict for verdict in verdicts if verdict.outcome is not Outcome.PASSED]
    wanted = entry.expected
    ended = [verdict for verdict in failed if verdict.outcome == wanted.outcome]
    named = [v for v in failed if v.mistake == wanted.mistake] if wanted.mistake else []
    worded = [v for v in named if (wanted.message or "") in v.message]
    return [*ended, *worded, *named, *failed, *verdicts][0]


def _departure(bench: Bench, entry: Entry, verdicts: Sequence[Verdict], told: Verdict) -> str:
    """How the grader's finding departs from what was expected, "" when it does not."""
    most, expected = bench.max_points(entry.exercise), entry.expected
    points = _points(verdicts)
    if points is None:
        return f"no points, outcome {told.outcome}: {told.message}"
    if entry.kind == "untouched":
        started = any(verdict.outcome is not Outcome.NOT_STARTED for verdict in verdicts)
        return "the untouched stub is not NOT_STARTED with 0 points" if started or points else ""
    if entry.kind == "mistake" and expected.points == most:
        return "a mistake whose header grants full points"
    wanted = most if expected.points is None and entry.kind != "mistake" else expected.points
    if wanted is None and points >= most:
        return "a mistake that gets full points"
    if wanted is not None and points != wanted:
        return f"{points:g} points where {wanted:g} are expected: {told.outcome}, {told.message}"
    if entry.kind != "mistake" or expected.mistake not in bench.known.get(entry.exercise, ()):
        return ""
    return _misnamed(expected, told)


def _misnamed(expected: Expected, told: Verdict) -> str:
    """How a mistake's verdict departs from its header in outcome, name or message."""
    if expected.outcome is not None and told.outcome != expected.outcome:
        return f"ends {told.outcome}, not {expected.outcome}: {told.message}"
    names = {expected.mistake, None} if expected.general else {expected.mistake}
    if expected.outcome is None and told.mistake not in names:
        return f"taken for {told.mistake or 'no known mistake'}: {told.message}"
    if expected.message and expected.message not in told.message:
        return f"the message does not say {expected.message!r}: {told.message}"
    return ""


def _result(
    bench: Bench, entry: Entry, verdicts: Sequence[Verdict], told: Verdict | None, why: str
) -> Result:
    """The line for one answer; `told` is None where nothing could be judged."""
    most = bench.max_points(entry.exercise)
    expected = entry.expected.points
    if expected is None and entry.kind in {"model", "style"}:
        expected = most
    return Result(
        unit=bench.unit,
        exercise=entry.exercise,
        file=entry.file,
        points=_points(verdicts) if told else None,
        expected_points=expected,
        max_points=most,
        mistake=told.mistake if told else None,
        expected_mistake=entry.expected.mistake,
        message=told.message if told else "",
        outcome=str(_outcome(verdicts)) if told else "",
        ok=not why,
        why=why,
    )
