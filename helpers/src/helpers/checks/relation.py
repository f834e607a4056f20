"""How wrong numbers relate to the expected ones: twice, half, a sign, a constant, a shift.

A relation is told only if it holds on every probe of the object and those probes could have told
it from chance: two different expected numbers, none of them nought.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from helpers.checks import show
from helpers.checks.symptom import Symptom

Pair = tuple[np.ndarray, np.ndarray]  # got, want; same shape
RTOL = 1e-4
RATIOS = {"twice": 2.0, "half": 0.5, "negative": -1.0, "sqrt2": math.sqrt(2), "sqrt-half": 0.5**0.5}


def relation(pairs: Sequence[Pair]) -> Symptom | None:
    """The sentence that fits all pairs, right ones included, or None."""
    constant = _constant(pairs)
    if constant is not None:
        return constant
    real = [(g.astype(float), w.astype(float)) for g, w in pairs if _usable(g, w)]
    if not real or len(real) != len(pairs):
        return None
    got = np.concatenate([g.ravel() for g, _ in real])
    want = np.concatenate([w.ravel() for _, w in real])
    return _of_all(got, want) or _of_sizes(real) or _of_order(real)


def _usable(got: np.ndarray, want: np.ndarray) -> bool:
    same = got.shape == want.shape and got.size > 0
    return same and "c" not in (got.dtype.kind, want.dtype.kind) and bool(np.isfinite(got).all())


def _constant(pairs: Sequence[Pair]) -> Symptom | None:
    """The same answer for every input, whatever its shape; real numbers only."""
    if not pairs or any(g.size == 0 or "c" in (g.dtype.kind, w.dtype.kind) for g, w in pairs):
        return None
    got = np.concatenate([g.ravel() for g, _ in pairs])
    want = np.concatenate([w.ravel() for _, w in pairs])
    if np.unique(want).size < 2 or np.unique(got).size > 1:
        return None
    return Symptom("relation.constant", {"constant": show.number(got[0])})


def _of_all(got: np.ndarray, want: np.ndarray) -> Symptom | None:
    values = np.unique(want)
    if values.size == 2 and set(values) == {0.0, 1.0} and np.array_equal(got, 1 - want):
        return Symptom("relation.flipped")
    rich = np.unique(np.abs(want[want != 0])).size > 1
    for name, factor in RATIOS.items():
        if rich and _near(got, factor * want):
            return Symptom(f"relation.{name}")
    if values.size > 1 and got.size > 2 and _near(got - want, np.full_like(got, got[0] - want[0])):
        return Symptom("relation.offset", {"offset": show.number(float(got[0] - want[0]), 4)})
    if rich and np.array_equal(got, np.trunc(want)):
        return Symptom("relation.truncated")
    for digits in (1, 2, 3, 4):
        if rich and np.array_equal(got, np.round(want, digits)):
            return Symptom("relation.rounded", {"digits": str(digits)})
    return None


def _of_sizes(pairs: Sequence[Pair]) -> Symptom | None:
    """n times too large or too small, n the number of rows; needs two different n to be sure."""
    sizes = {g.shape[0] for g, _ in pairs if g.ndim}
    if len(sizes) < 2 or any(g.ndim == 0 for g, _ in pairs):
        return None
    if all(_near(g, w * g.shape[0]) for g, w in pairs):
        return Symptom("relation.n-times")
    if all(_near(g * g.shape[0], w) for g, w in pairs):
        return Symptom("relation.one-nth")
    return None


def _of_order(pairs: Sequence[Pair]) -> Symptom | None:
    """The right numbers in the wrong places."""
    many = [(g, w) for g, w in pairs if w.ndim and np.unique(w).size > 1]
    wrong = [(g, w) for g, w in many if not _near(g, w)]
    if not wrong or any(not _near(g, w) for g, w in pairs if w.ndim == 0):
        return None
    if all(w.ndim == 2 and w.shape[0] == w.shape[1] and _near(g, w.T) for g, w in wrong):
        return Symptom("relation.transposed")
    if all(w.ndim == 1 and _near(g, w[::-1]) for g, w in wrong):
        return Symptom("relation.reversed")
    if all(w.ndim == 1 and w.size > 3 and _shifted(g, w) for g, w in wrong):
        return Symptom("relation.shifted")
    if all(_near(np.sort(g, axis=None), np.sort(w, axis=None)) for g, w in wrong):
        return Symptom("relation.permuted")
    return None


def _shifted(got: np.ndarray, want: np.ndarray) -> bool:
    return _near(got[1:], want[:-1]) or _near(got[:-1], want[1:])


def _near(got: np.ndarray, want: np.ndarray) -> bool:
    scale = float(np.max(np.abs(want), initial=0.0))
    return bool(np.all(np.abs(got - want) <= RTOL * np.abs(want) + 1e-9 * (1 + scale)))
