"""Batches of a data set: every sample once, with its own target, in an order drawn from rng.

The order is the student's: a permutation, a shuffle and a sort of random numbers are all right.
So nothing is compared with one right order; the samples are numbered and found again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from helpers.checks import show
from helpers.checks.blame import blame_raised
from helpers.checks.cases import Case
from helpers.checks.guard import TimeUp
from helpers.checks.plain import Odd, numeric, plain
from helpers.checks.raised import told
from helpers.checks.symptom import Fine, Symptom

Words = dict[str, str]
Numbers = NDArray[np.int64]
SHIFT = 1000  # targets are the samples' numbers moved by this, so that both can be told apart


@dataclass(frozen=True)
class Batch:
    """The numbers of the samples in X and in t of one batch."""

    rows: Numbers
    targets: Numbers


def batches(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: samples, batch_size, seed."""
    count, size = int(case.params["samples"]), int(case.params["batch_size"])
    words = {"name": case.object, "got": "no batches", "want": "pairs (X_batch, t_batch)"}
    words["call"] = f"{case.object}(X, t, {size}, rng) for {count} samples"
    rng = np.random.default_rng(case.params["seed"])
    first = _batches(target, count, size, rng, words, exercise)
    if isinstance(first, Symptom):
        return first
    wrong = _of_one_epoch(first, count, size, words)
    if wrong is not None:
        return wrong
    second = _batches(target, count, size, rng, words, exercise)
    again = np.random.default_rng(case.params["seed"])
    third = _batches(target, count, size, again, words, exercise)
    for other in (second, third):
        if isinstance(other, Symptom):
            return other
    same = [np.array_equal(_order(first), _order(cast(Any, other))) for other in (second, third)]
    if same[0]:
        return Symptom("batches.same-again", words)
    if not same[1]:
        return Symptom("batches.not-from-rng", words)
    return Fine({"count": str(len(first))})


def _batches(
    target: object, count: int, size: int, rng: np.random.Generator, words: Words, exercise: str
) -> list[Batch] | Symptom:
    """One epoch of the student's, its samples by number."""
    X = np.column_stack([np.arange(count), -np.arange(count)]).astype(float)
    t = np.arange(count) + SHIFT
    given = X.copy(), t.copy()
    try:
        answer = cast(Any, target)(*given, size, rng)
        found = plain(answer)
        if found is None or (isinstance(found, Odd) and found.kind == "function"):
            return Symptom("batches.none", words | {"got": show.thing(found)})
        if numeric(found) is not None or isinstance(found, (str, dict)):
            return Symptom("batches.no-pairs", words | {"got": show.thing(found)}, "one thing")
        items = [plain(item) for item in islice(cast(Iterable[object], answer), 2 * count + 2)]
    except TimeUp:
        return Symptom("hung", words)
    except (Exception, SystemExit) as error:
        return blame_raised(told(error), words, exercise)
    if not (np.array_equal(given[0], X) and np.array_equal(given[1], t)):
        return Symptom("batches.changed", words)
    return _as_pairs(items, X, words)


def _as_pairs(items: Sequence[object], X: NDArray[Any], words: Words) -> list[Batch] | Symptom:
    found = []
    for item in items:
        parts = [numeric(part) for part in item] if isinstance(item, (tuple, list)) else []
        if len(parts) != 2 or any(part is None for part in parts):
            whole = "returned at once" if len(items) == 2 else "single"
            return Symptom("batches.no-pairs", words | {"got": show.thing(item)}, whole)
        rows, targets = cast("list[NDArray[Any]]", parts)
        if rows.ndim != 2 or rows.shape[1] != X.shape[1] or targets.ndim != 1:
            shapes = f"shapes {rows.shape} and {targets.shape}"
            return Symptom("batches.shapes", words | {"got": shapes})
        found.append(Batch(rows[:, 0].astype(int), targets.astype(int) - SHIFT))
    return found


def _of_one_epoch(found: Sequence[Batch], count: int, size: int, words: Words) -> Symptom | None:
    sizes = [len(batch.rows) for batch in found]
    want = [size] * (count // size) + [count % size] * (count % size > 0)
    told_as = words | {"got": show.value(sizes), "want": show.value(want)}
    if sizes != want:
        return Symptom("batches.sizes", told_as, _which_sizes(sizes, want))
    order, targets = _order(found), np.concatenate([batch.targets for batch in found])
    if len(targets) != len(order) or not np.array_equal(order, targets):
        still = [np.array_equal(part, np.arange(count)) for part in (order, targets)]
        return Symptom("batches.apart", words, f"X in order {still[0]}, t in order {still[1]}")
    missing = count - len(np.unique(order))
    if missing:
        inside = any(len(np.unique(batch.rows)) < len(batch.rows) for batch in found)
        told_as = words | {"count": str(missing), "all": str(count)}
        return Symptom("batches.repeated", told_as, "in a batch" if inside else "across batches")
    if np.array_equal(order, np.arange(count)):
        return Symptom("batches.in-order", words)
    if np.mean(np.abs(np.diff(order)) == 1) > 0.5:  # chance alone leaves few side by side
        return Symptom("batches.blocks", words, "side by side")
    if all(np.ptp(batch.rows) < len(batch.rows) for batch in found):
        return Symptom("batches.blocks", words, "mixed within")
    return None


def _order(found: Sequence[Batch]) -> Numbers:
    return np.concatenate([batch.rows for batch in found])


def _which_sizes(sizes: Sequence[int], want: Sequence[int]) -> str:
    if 0 in sizes:
        return "empty"
    if list(sizes) == list(want[:-1]):
        return "last missing"
    if list(sizes[:-1]) == list(want[:-1]):
        return "last too large"
    if len(sizes) == 1:
        return "one batch"
    return "single samples" if set(sizes) == {1} else "other"
