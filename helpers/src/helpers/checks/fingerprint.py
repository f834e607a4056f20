"""Recognise a mistake of the answer bank by what it gives on the probes.

A fingerprint holds, for each probe on which the mistake differs from the model answer, what the
mistake gave there. First a mistake is looked for that agrees on every probe; then one that
explains the first wrong answer and is contradicted by nothing but an exception.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from helpers.checks.cases import Case, Exercise
from helpers.checks.compare import close
from helpers.checks.plain import numeric
from helpers.checks.raised import Hung, Raised
from helpers.checks.scenario import Seen
from helpers.checks.symptom import Symptom
from helpers.checks.values import decode, encode

Json = Any  # what json.loads returns


def print_of(seen: Sequence[Seen], wrong: Symptom | None) -> Json:
    """What one case showed, as JSON: the form in which wants and fingerprints are kept."""
    fault = f"{wrong.key}:{wrong.where}" if wrong else ""
    looks = [[one.label, encode(one.value)] for one in seen]
    return (
        {"seen": looks, "fault": fault} if looks and fault else {"seen": looks} if looks else fault
    )


def same(one: Json, other: Json, case: Case) -> bool:
    """Whether two prints of one case agree, to the case's tolerance.

    Numbers decide; the fault decides only where the numbers are the right ones (and their dtype,
    say, is not), and for a rule, which has no numbers.
    """
    if isinstance(one, str) or isinstance(other, str):
        return bool(one == other)
    if one.get("fault") != other.get("fault") and _equal(one, case.want, case):
        return False
    return _equal(one, other, case)


def _equal(one: Json, other: Json, case: Case) -> bool:
    if [label for label, _ in one["seen"]] != [label for label, _ in other["seen"]]:
        return False
    pairs = zip(one["seen"], other["seen"], strict=True)
    return all(_alike(decode(mine), decode(theirs), case) for (_, mine), (_, theirs) in pairs)


def _alike(one: object, other: object, case: Case) -> bool:
    if isinstance(one, Raised):
        return one.like(other)
    if isinstance(one, (tuple, list)) and isinstance(other, (tuple, list)):
        return len(one) == len(other) and all(map(_alike, one, other, [case] * len(one)))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(_alike(one[k], other[k], case) for k in one)
    mine, theirs = numeric(one), numeric(other)
    if mine is None or theirs is None:
        return mine is theirs and bool(one == other)
    return mine.shape == theirs.shape and bool(np.all(close(mine, theirs, case.rtol, case.atol)))


def recognise(exercise: Exercise, prints: Mapping[int, Json], first: int) -> str | None:
    """The mistake that these prints of one object show; `first` is the first wrong case."""
    rivals = {name: marks for name, marks in exercise.mistakes.items() if str(first) in marks}
    whole = [name for name, marks in rivals.items() if _agrees(exercise, marks, prints)]
    if whole:
        return whole[0]
    case = exercise.cases[first]
    hits = {n: marks for n, marks in rivals.items() if same(marks[str(first)], prints[first], case)}
    near = [name for name, marks in hits.items() if _explains(exercise, marks, prints)]
    return near[0] if len(near) == 1 else None


def _agrees(exercise: Exercise, marks: Mapping[str, Json], prints: Mapping[int, Json]) -> bool:
    """On every probe the mistake's number, or the right one where the mistake is right."""
    return all(
        same(marks.get(str(index), exercise.cases[index].want), seen, exercise.cases[index])
        for index, seen in prints.items()
    )


def _explains(exercise: Exercise, marks: Mapping[str, Json], prints: Mapping[int, Json]) -> bool:
    """Where the mistake is wrong, its answer or none; a real answer of its at least once."""
    shared = {index: seen for index, seen in prints.items() if str(index) in marks}
    hits = [same(marks[str(i)], seen, exercise.cases[i]) for i, seen in shared.items()]
    fails = [_failed(seen) for seen in shared.values()]
    telling = any(hit and not fail for hit, fail in zip(hits, fails, strict=True))
    return telling and all(hit or fail for hit, fail in zip(hits, fails, strict=True))


def _failed(seen: Json) -> bool:
    """No answer that could contradict anything: an exception, a hang, nan or inf."""
    values = [] if isinstance(seen, str) else [decode(value) for _, value in seen["seen"]]
    arrays = [array for value in values if (array := numeric(value)) is not None]
    silent = any(isinstance(value, (Raised, Hung)) for value in values)
    return silent or any(not np.isfinite(array).all() for array in arrays)
