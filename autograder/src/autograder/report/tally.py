"""Count a class: scores, and how each exercise went.

Statistics are over the submissions that were *counted*: read, started and judged. Unreadable and
untouched files, and those the grader failed on, would only measure who was absent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from autograder.models import Grade, Outcome, Verdict
from autograder.report.words import Kind, kind

BINS = 10
FEWEST = 6  # students below which a correlation says nothing
_UNCOUNTED = frozenset({Outcome.MALFORMED, Outcome.NOT_STARTED, Outcome.OUR_FAULT})
Shares = NDArray[np.float64]


@dataclass(frozen=True)
class Result:
    """One student's exercise."""

    kind: Kind
    points: float | None  # None while a person has to decide about any of it
    max_points: float


@dataclass(frozen=True)
class ExerciseTally:
    """One exercise over the counted submissions."""

    id: str
    max_points: float
    kinds: dict[Kind, int]
    share: float | None  # mean share of its points; None where nobody has points yet
    discrimination: float | None  # correlation with the share of all other points
    why_none: str  # why there is no discrimination


@dataclass(frozen=True)
class Tally:
    """A class in numbers. `results` has one mapping a grade, in the order given."""

    grades: tuple[Grade, ...]
    counted: tuple[Grade, ...]
    results: tuple[dict[str, Result], ...]
    exercises: tuple[ExerciseTally, ...]
    max_score: float
    median: float | None
    histogram: tuple[int, ...]  # counted submissions in each tenth of the points


def tally(grades: Sequence[Grade], max_score: float) -> Tally:
    """Count the grades of one unit, worth `max_score` points, in order of the students' ids."""
    ordered = tuple(sorted(grades, key=lambda grade: natural(grade.student)))
    counted = tuple(g for g in ordered if g.outcome not in _UNCOUNTED and g.verdicts)
    results = {id(grade): _results(grade.verdicts) for grade in ordered}
    names = sorted({name for found in results.values() for name in found}, key=natural)
    scores = np.array([grade.score for grade in counted], dtype=float)
    return Tally(
        grades=ordered,
        counted=counted,
        results=tuple(results[id(grade)] for grade in ordered),
        exercises=_exercises(
            names, [results[id(grade)] for grade in counted], list(results.values())
        ),
        max_score=max_score,
        median=float(np.median(scores)) if scores.size else None,
        histogram=_histogram(scores, max_score),
    )


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """A sort key by which 1.10 comes after 1.9, and student10 after student9."""
    parts = re.split(r"(\d{1,9})", text)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def discrimination(item: Shares, rest: Shares) -> tuple[float | None, str]:
    """The corrected item-total correlation, or why there is none.

    Pearson's correlation between each student's share of one exercise's points and their share of
    all other points; where the exercise is all or nothing, this is the corrected point-biserial
    (Crocker and Algina 1986, Introduction to Classical and Modern Test Theory, chapter 14).

    Args:
        item: shares of this exercise's points, shape (students,), NaN where not judged.
        rest: shares of the other exercises' points, shape (students,), NaN where there are none.
    """
    known = np.isfinite(item) & np.isfinite(rest)
    if known.sum() < FEWEST:
        return None, "too few students"
    x, y = item[known], rest[known]
    if np.ptp(x) < 1e-12 or np.ptp(y) < 1e-12:
        return None, "everyone alike"
    x, y = x - x.mean(), y - y.mean()
    return float(np.clip(x @ y / np.sqrt((x @ x) * (y @ y)), -1.0, 1.0)), ""


def _results(verdicts: Sequence[Verdict]) -> dict[str, Result]:
    gathered: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        gathered.setdefault(verdict.exercise, []).append(verdict)
    return {name: _result(found) for name, found in gathered.items()}


def _result(verdicts: Sequence[Verdict]) -> Result:
    known = [verdict.points for verdict in verdicts if verdict.points is not None]
    return Result(
        kind=kind(verdicts),
        points=sum(known) if len(known) == len(verdicts) else None,
        max_points=sum(verdict.max_points for verdict in verdicts),
    )


def _exercises(
    names: Sequence[str],
    counted: Sequence[dict[str, Result]],
    everyone: Sequence[dict[str, Result]],
) -> tuple[ExerciseTally, ...]:
    most = {n: max(r[n].max_points for r in everyone if n in r) for n in names}
    got = np.array([[_points(row.get(n)) for n in names] for row in counted], dtype=float)
    got = got.reshape(len(counted), len(names))
    worth = np.array([most[name] for name in names], dtype=float)
    made = []
    for column, name in enumerate(names):
        share = got[:, column] / worth[column] if worth[column] > 0 else got[:, column] * np.nan
        known = share[np.isfinite(share)]
        value, why = discrimination(share, _rest(got, worth, column))
        kinds = [row[name].kind for row in counted if name in row]
        made.append(
            ExerciseTally(
                id=name,
                max_points=most[name],
                kinds={kind: kinds.count(kind) for kind in Kind},
                share=float(known.mean()) if known.size else None,
                discrimination=value,
                why_none=why,
            )
        )
    return tuple(made)


def _rest(got: Shares, worth: Shares, column: int) -> Shares:
    """Each student's share of the points of all other exercises that are judged."""
    others = np.delete(got, column, axis=1)
    judged = np.isfinite(others)
    possible = (judged * np.delete(worth, column)).sum(axis=1)
    reached = np.where(judged, others, 0.0).sum(axis=1)
    shares = np.full(len(got), np.nan)
    np.divide(reached, possible, out=shares, where=possible > 0)
    return shares


def _points(result: Result | None) -> float:
    return np.nan if result is None or result.points is None else result.points


def _histogram(scores: Shares, max_score: float) -> tuple[int, ...]:
    if not scores.size or max_score <= 0:
        return (0,) * BINS
    places = np.clip(scores / max_score * BINS + 1e-9, 0, BINS - 1).astype(int)
    return tuple(int(count) for count in np.bincount(places, minlength=BINS))
