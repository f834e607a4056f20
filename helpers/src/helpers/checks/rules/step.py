"""A step for the central difference: judged by the error it has beside its neighbours' errors."""

from __future__ import annotations

import math

import numpy as np

from helpers.checks import given, show
from helpers.checks.cases import Case
from helpers.checks.plain import numeric, plain
from helpers.checks.symptom import Fine, Symptom

STEPS = 10.0 ** -np.arange(1, 16)
AS_GOOD = 3.0  # times the smallest error: the way of writing a formula moves it that much


def best_step(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: x, where the slope of the lecture's cubic is measured, and its slope there."""
    found = numeric(plain(target))
    words = {"name": case.object, "call": case.object, "got": show.thing(plain(target))}
    words["want"] = "a power of ten below 1"
    if found is None or found.shape != () or found.dtype.kind not in "iuf":
        return Symptom("step.no-number", words)
    h = float(found)
    words["got"] = f"{h:g}"
    if not 0 < h < 1 or abs(math.log10(h) - round(math.log10(h))) > 1e-6:
        return Symptom("step.no-power", words)
    x, slope = float(case.params["x"]), float(case.params["slope"])
    errors = _errors(np.append(STEPS, h), x, slope)
    words["error"] = f"{errors[-1]:.1e}"
    if errors[-1] <= AS_GOOD * errors[:-1].min():
        return Fine({"h": words["got"], "error": words["error"]})
    best = STEPS[errors[:-1].argmin()]
    return Symptom("step.too-large" if h > best else "step.too-small", words, f"{h:.0e}")


def _errors(steps: np.ndarray, x: float, slope: float) -> np.ndarray:
    """How wrong the slope between x - h and x + h is, for each step h."""
    left, right = x - steps, x + steps
    rise = given.cubic(right) - given.cubic(left)
    return np.asarray(np.abs(rise / (2 * steps) - slope))
