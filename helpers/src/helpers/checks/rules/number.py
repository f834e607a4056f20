"""A number that a student noted down, bare or as the only entry of an array."""

from __future__ import annotations

import numpy as np

from helpers.checks import show
from helpers.checks.cases import Case
from helpers.checks.plain import numeric, plain
from helpers.checks.symptom import Fine, Symptom


def number(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: want, and within, how far from it will do."""
    value = plain(target)
    array = numeric(value)
    want = float(case.params["want"])
    words = {"name": case.object, "call": case.object, "got": show.thing(value), "want": "a number"}
    if array is None or array.size != 1 or array.dtype.kind not in "iuf":
        return Symptom("number.other", words)
    found = float(array.ravel()[0])
    told = words | {"got": show.number(found)}
    if not np.isfinite(found) or abs(found - want) > float(case.params["within"]):
        return Symptom("number.wrong", told, show.number(found))
    return Fine({"number": show.number(found)})
