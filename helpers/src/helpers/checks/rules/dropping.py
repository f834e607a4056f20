"""A function that drops entries by chance: judged by shares and relations, since no two styles
draw the same mask from one generator.

What is asked of it, in this order: two arrays of the input's shape; a mask of 0 and 1; the share
of ones; no row or column that goes as a whole; the input left alone; what is kept, in relation to
the input; the same generator, the same mask, and another one the next time.
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from helpers.checks import show
from helpers.checks.blame import blame_raised
from helpers.checks.cases import Case
from helpers.checks.guard import TimeUp
from helpers.checks.plain import numeric, plain
from helpers.checks.raised import told
from helpers.checks.symptom import Fine, Symptom

Floats = NDArray[np.float64]
Words = dict[str, str]


def dropping(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: shape of the input, share (of ones), ratio (of what is kept to what came), seed."""
    shape = tuple(int(size) for size in case.params["shape"])
    share, seed = float(case.params["share"]), int(case.params["seed"])
    A = np.random.default_rng(seed).uniform(1, 2, size=shape)
    rng = np.random.default_rng(seed + 1)
    call = f"{case.object}(A, {share:g}, rng) with A {shape}"
    words = {"name": case.object, "call": call, "share": show.number(share)}
    words |= {"got": "no answer", "want": "2 (out, mask)"}
    masks = []
    try:
        for chance in (rng, rng, np.random.default_rng(seed + 1)):
            given = A.copy()
            answer = plain(cast(Any, target)(given, share, chance))
            wrong = _judge(answer, A, given, case, words)
            if isinstance(wrong, Symptom):
                return wrong
            masks.append(wrong)
    except TimeUp:
        return Symptom("hung", words)
    except (Exception, SystemExit) as error:
        return blame_raised(told(error), words, exercise)
    if np.array_equal(masks[0], masks[1]):
        return Symptom("dropping.repeats", words)
    if not np.array_equal(masks[0], masks[2]):
        return Symptom("dropping.other-chance", words)
    return Fine({"share": show.number(float(masks[0].mean()), 3)})


def _judge(answer: object, A: Floats, given: Floats, case: Case, words: Words) -> Floats | Symptom:
    """The mask of one call, or what is wrong with it."""
    if not isinstance(answer, (tuple, list)) or len(answer) != 2:
        return Symptom("length", words | {"got": _count(answer)})
    arrays = [numeric(part) for part in answer]
    for name, array in zip(("out", "mask"), arrays, strict=True):
        if array is None or array.shape != A.shape:
            got = "no array" if array is None else f"shape {array.shape}"
            want = f"shape {A.shape}"
            return Symptom("dropping.shape", words | {"part": name, "got": got, "want": want}, name)
    out, mask = (cast(Any, array).astype(np.float64) for array in arrays)
    fault = _of_mask(mask, float(case.params["share"]), words)
    if fault is None and not np.array_equal(given, A):
        fault = Symptom("input-changed", words | {"input": "A"})
    return fault or _of_kept(out, mask, A, case, words) or mask


def _count(answer: object) -> str:
    return str(len(answer)) if isinstance(answer, (tuple, list)) else "1"


def _of_mask(mask: Floats, share: float, words: Words) -> Symptom | None:
    """Zeros and ones, as many as they should be, each drawn by itself."""
    others = np.setdiff1d(mask, [0.0, 1.0])
    if others.size:
        value = show.number(float(others[0]), 3)
        return Symptom("dropping.values", words | {"got": value}, _rough(others[0] * share))
    ones = float(mask.mean())
    spread = 6 * np.sqrt(share * (1 - share) / mask.size)
    whole = {"columns": bool((mask == mask[:1]).all()), "rows": bool((mask == mask[:, :1]).all())}
    if any(whole.values()) and not all(whole.values()):
        part = "columns" if whole["columns"] else "rows"
        return Symptom("dropping.whole", words | {"part": part}, part)
    if abs(ones - share) > spread:
        known = "turned" if abs(ones - (1 - share)) <= spread else "other"
        return Symptom("dropping.share", words | {"got": show.number(ones, 2)}, known)
    return None


def _of_kept(out: Floats, mask: Floats, A: Floats, case: Case, words: Words) -> Symptom | None:
    """Nothing where it is dropped, a fixed multiple of the input where it is kept; by chance."""
    kept = mask == 1
    if np.any(out[~kept] != 0):
        return Symptom("dropping.left", words)
    ratios, ratio = out[kept] / A[kept], float(case.params["ratio"])
    if not np.allclose(ratios, ratio, rtol=1e-6):
        found = float(np.median(ratios))
        told_as = {"got": show.number(found, 3), "want": show.number(ratio, 3)}
        return Symptom("dropping.ratio", words | told_as, _rough(found))
    if A[kept].min() > A[~kept].max() or A[kept].max() < A[~kept].min():
        return Symptom("dropping.by-size", words)
    return None


def _rough(number: float) -> str:
    return f"{number:.2g}"
