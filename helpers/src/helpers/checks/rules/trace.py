"""What a function prints on its way: the right numbers in the right order, in any words."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from typing import Any, cast

from helpers.checks import show
from helpers.checks.blame import blame_raised
from helpers.checks.cases import Case
from helpers.checks.guard import Kept, TimeUp
from helpers.checks.raised import told
from helpers.checks.symptom import Fine, Symptom
from helpers.checks.values import decode

NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
TYPE = re.compile(r"\b(?:u?int|float)\d+\b")  # the digits of float64 are no number printed


def traces(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: args, and values: pairs of a name and the numbers that have to appear for it."""
    args = tuple(decode(item) for item in case.params["args"])
    words = {"name": case.object, "call": show.call(case.object, args, {}), "got": "no answer"}
    kept = Kept()
    try:
        with contextlib.redirect_stdout(kept):
            cast(Any, target)(*args)
    except TimeUp:
        return Symptom("hung", words)
    except (Exception, SystemExit) as error:
        return blame_raised(told(error), words, exercise)
    return _judge(numbers_in(kept.text), case.params["values"], words)


def numbers_in(text: str) -> list[float]:
    """Every number in a printed text, in order."""
    return [float(found) for found in NUMBER.findall(TYPE.sub("", text))]


def _judge(
    printed: Sequence[float], values: Sequence[tuple[str, Sequence[float]]], words: dict[str, str]
) -> Symptom | Fine:
    if not printed:
        return Symptom("trace.silent", words | {"want": str(values[0][0])})
    place = 0
    for index, (label, wanted) in enumerate(values):
        for number in wanted:
            found = next((i for i in range(place, len(printed)) if _near(printed[i], number)), None)
            if found is None:
                told_so_far = words | {"want": str(label), "value": show.number(float(number))}
                return Symptom("trace.missing", told_so_far, str(index))
            place = found + 1
    return Fine()


def _near(printed: float, wanted: float) -> bool:
    """Equal as far as a number printed with three digits after the point can be."""
    return abs(printed - wanted) <= 1e-3 * max(1.0, abs(wanted))
