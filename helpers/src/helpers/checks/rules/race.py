"""Learning rate and momentum for the lecture's bowl: how many steps they need to its bottom.

On a quadratic a step of momentum maps error and velocity of each axis by a 2 by 2 matrix, so the
whole run is a power of that matrix. No step is taken here as an optimiser would take it.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from helpers.checks import show
from helpers.checks.cases import Case
from helpers.checks.plain import numeric, plain
from helpers.checks.symptom import Fine, Symptom

CURVATURES, START = (0.1, 2.0), (-7.0, 2.0)
RADIUS, FOLLOWED = 1e-3, 400
KEYS = ("lr", "momentum")


def race(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: most, the steps that are allowed."""
    value = plain(target)
    words = {"name": case.object, "call": case.object, "got": show.thing(value)}
    words["want"] = "dict(lr=..., momentum=...)"
    if not isinstance(value, Mapping):
        return Symptom("race.no-dict", words)
    if set(value) != set(KEYS):
        got = ", ".join(map(str, value)) or "no keys"
        return Symptom("race.keys", words | {"got": got}, " ".join(sorted(map(str, value))))
    pair = [numeric(value[key]) for key in KEYS]
    numbers = [float(part.ravel()[0]) for part in pair if part is not None and part.size == 1]
    if len(numbers) != 2 or not np.isfinite(numbers).all():
        return Symptom("race.no-numbers", words | {"got": show.value(value)})
    words["got"] = f"lr {show.number(numbers[0])} with momentum {show.number(numbers[1])}"
    return _judge(distances(*numbers), int(case.params["most"]), numbers, words)


def distances(lr: float, momentum: float) -> NDArray[np.float64]:
    """How far from the bottom a run is after 0, 1, 2, ... steps."""
    steps = np.array([[[1 - lr * h, momentum], [-lr * h, momentum]] for h in CURVATURES])
    state = np.array([[x, 0.0] for x in START])[..., None]
    found = []
    with np.errstate(all="ignore"):
        for _ in range(FOLLOWED + 1):
            found.append(float(np.linalg.norm(state[:, 0, 0])))
            state = steps @ state
    return np.where(np.isnan(found), np.inf, np.asarray(found, dtype=np.float64))


def _judge(
    away: NDArray[np.float64], most: int, pair: list[float], words: dict[str, str]
) -> Symptom | Fine:
    inside = np.flatnonzero(away < RADIUS)
    told = words | {"most": str(most)}
    kind = "without momentum" if pair[1] == 0 else "with momentum"
    if not len(inside):
        ran_away = not away[-1] < away[0]
        far = told | {"value": show.number(float(away[most]), 3)}
        return Symptom("race.ran-away" if ran_away else "race.never", far, kind)
    count = told | {"count": str(inside[0])}
    if inside[0] > most:
        return Symptom("race.late", count, f"{kind}, {inside[0]}")
    return Fine({"count": str(inside[0])})
