"""What to say of an exception or a hang that came out of a student's function."""

from __future__ import annotations

import re

from helpers.checks.cases import Case
from helpers.checks.raised import Hung, Raised
from helpers.checks.scenario import Seen
from helpers.checks.symptom import Symptom

# What a text of Python's or NumPy's most likely means here; the sentence's key on the right.
LIKELY = (
    (r"truth value of an array", "if-on-array"),
    (r"could not be broadcast|matmul|shapes? .* not aligned|mismatch", "sizes-differ"),
    (r"can be converted to (a )?(Python )?scalar", "needs-scalar"),
    (r"math range error|too large|overflow", "overflow"),
    (r"was called more than", "endless-calls"),
    (r"NoneType", "uses-none"),
    (r"ellipsis", "uses-dots"),
    (r"positional argument|unexpected keyword|required keyword", "calls-wrongly"),
    (r"not callable", "calls-a-value"),
    (r"not subscriptable", "indexes-a-number"),
    (r"out of bounds|out of range", "off-the-end"),
    (r"boolean subtract|numpy boolean", "minus-on-booleans"),
    (r"read-only", "writes-to-input"),
)
BY_CLASS = {
    "NameError": "no-such-name",
    "UnboundLocalError": "before-assignment",
    "RecursionError": "calls-itself",
    "ZeroDivisionError": "divides-by-nought",
    "KeyError": "no-such-key",
    "AttributeError": "no-such-attribute",
    "SystemExit": "leaves",
}


def blame(seen: Seen, case: Case, exercise: str) -> Symptom:
    """The symptom for a Raised or a Hung."""
    words = {"call": seen.call, "name": case.object, "got": "no answer", "want": "an answer"}
    if isinstance(seen.value, Hung):
        return Symptom("hung", words)
    assert isinstance(seen.value, Raised)
    return blame_raised(seen.value, words, exercise)


def blame_raised(raised: Raised, words: dict[str, str], exercise: str) -> Symptom:
    """The symptom for an exception, "not started" among them."""
    error, text = raised.error, raised.text
    if error == "NotImplementedError":
        other = re.search(r"Exercise (\d+\.\d+)", text)
        if other and other[1] != exercise:
            return Symptom("needs-other", words | {"other": other[1]}, state="not started")
        part = re.search(r": ([\w.]+) is not written yet", text)
        named = words | {"name": part[1] if part else words["name"]}
        return Symptom("not-started", named, state="not started")
    told = f"{error}: {text}" if text else error
    at = f" ({raised.line})" if raised.line else ""
    return Symptom("raised", words | {"got": told, "error": told, "at": at}, where=likely(raised))


def likely(raised: Raised) -> str:
    """The key of the sentence that says what such an exception usually comes from."""
    for pattern, key in LIKELY:
        if re.search(pattern, raised.text):
            return f"likely.{key}"
    return f"likely.{BY_CLASS.get(raised.error, 'other')}"
