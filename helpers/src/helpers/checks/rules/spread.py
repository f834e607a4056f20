"""Initial weights drawn at random: their shape, their mean, their spread, and where they come from.

Which number stands where is the student's business: any order of drawing and any method of the
generator will do. So nothing is compared entry by entry; several thousand entries are judged
together, with bounds that are five times wider than chance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

Words = dict[str, str]
Floats = NDArray[np.float64]
STD_RTOL = 0.04  # of 8000 normal numbers the spread is known to 0.8 %
MEAN_TOL = 0.06  # in units of the spread; the mean of 8000 is known to 1.1 %
BELL = (0.683, 0.9545)  # share of normal numbers within one and two standard deviations
BELL_TOL = 0.025


def spread(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: args (before rng), shape, std, others (name -> std of a typical slip), seed.

    bell = true demands the shape of normal numbers as well.
    """
    args = tuple(case.params["args"])
    shape = tuple(case.params["shape"])
    call = f"{case.object}({', '.join(map(show.number, args))}, rng)"
    words = {"name": case.object, "call": call, "want": f"an array of shape {shape}", "got": ""}
    seed = int(case.params.get("seed", 0))
    rng = np.random.default_rng(seed)
    drawn: list[Floats] = []
    for generator in (rng, rng, np.random.default_rng(seed), np.random.default_rng(seed + 1)):
        one = _draw(target, args, generator, shape, words, exercise)
        if isinstance(one, Symptom):
            return one
        drawn.append(one)
    faults = [*_monotone(drawn[0]), *_source(*drawn), *_numbers(drawn[0], case.params)]
    if not faults:
        return Fine({"error": show.number(abs(drawn[0].std() / case.params["std"] - 1), 2)})
    told_words = words | _seen(faults[0][0], drawn[0], float(case.params["std"]))
    return Symptom(faults[0][0], told_words, " ".join(detail for _, detail in faults))


def _draw(
    target: object,
    args: Sequence[object],
    rng: np.random.Generator,
    shape: tuple[int, ...],
    words: Words,
    exercise: str,
) -> Floats | Symptom:
    """One call's weights, as floats of the right shape."""
    try:
        answer = plain(cast(Any, target)(*args, rng))
    except TimeUp:
        return Symptom("hung", words)
    except (Exception, SystemExit) as error:
        return blame_raised(told(error), words, exercise)
    array = numeric(answer)
    if answer is None:
        return Symptom("returned-none", words)
    if array is None:
        return Symptom("returned-other", words | {"got": show.thing(answer)})
    if array.shape != shape:
        seen = f"shape {array.shape}" if array.shape else f"the single number {show.value(answer)}"
        return Symptom("spread.shape", words | {"got": seen}, _shape(array.shape, shape))
    if array.dtype.kind != "f":
        return Symptom("spread.kind", words | {"kind": str(array.dtype)}, array.dtype.kind)
    if not np.isfinite(array).all():
        return Symptom("not-finite", words | {"entry": "nan or infinity"})
    return array.astype(np.float64)


def _shape(got: tuple[int, ...], want: tuple[int, ...]) -> str:
    if got == want[::-1]:
        return "turned"
    return "number" if not got else "flat" if len(got) == 1 else "other"


def _monotone(W: Floats) -> list[tuple[str, str]]:
    """Entries that are all the same, or repeat each other."""
    if np.ptp(W) == 0:
        return [("spread.constant", "zeros" if W[0, 0] == 0 else "constant")]
    if len(np.unique(W)) < 0.9 * W.size:
        return [("spread.repeated", "repeated")]
    return []


def _source(first: Floats, onward: Floats, again: Floats, other: Floats) -> list[tuple[str, str]]:
    """Whether the numbers come from rng: the same seed the same, a new draw or seed new ones."""
    if np.ptp(first) == 0:
        return []
    if not np.array_equal(first, again):
        return [("spread.other-source", "other-source")]
    if np.array_equal(first, other):
        return [("spread.own-seed", "own-seed")]
    return [("spread.copied", "copied")] if np.array_equal(first, onward) else []


def _numbers(W: Floats, params: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Mean, standard deviation, and (where asked for) the shape of the distribution."""
    if np.ptp(W) == 0:
        return []
    faults, std, want = [], float(W.std()), float(params["std"])
    mean = float(W.mean()) / std
    if abs(mean) > MEAN_TOL:
        faults.append(("spread.mean", f"mean {'above' if mean > 0 else 'below'}"))
    if abs(std / want - 1) > STD_RTOL:
        known = {str(name): abs(std / float(s) - 1) for name, s in params["others"].items()}
        nearest = min(known, key=known.__getitem__, default="")
        near = nearest and known[nearest] < STD_RTOL
        faults.append(("spread.std", f"std {nearest if near else 'other'}"))
    within = [float(np.mean(np.abs(W - W.mean()) < k * std)) for k in (1, 2)]
    flat = any(abs(share - bell) > BELL_TOL for share, bell in zip(within, BELL, strict=True))
    if params.get("bell") and flat:
        faults.append(("spread.form", "flat" if within[1] > BELL[1] else "peaked"))
    return faults


def _seen(key: str, W: Floats, want: float) -> Words:
    """What a sentence tells of the entries, in two or three digits: a draw is no exact number."""
    entry = show.number(float(W.flat[0]), 3)
    std = {"got": show.number(float(W.std()), 2), "want": show.number(want, 3)}
    mean = {"got": show.number(float(W.mean()), 2), "want": "0"}
    largest = {"got": show.number(float(np.abs(W).max() / (W.std() or 1)), 3)}
    return {"entry": entry} | {"spread.std": std, "spread.mean": mean, "spread.form": largest}.get(
        key, {"got": entry}
    )
