"""How a test cell ended, and what an exception that ended it may say.

Words that the student's code could have written are left out where they could hold a hidden input:
where a hidden line took part in the failure, or had run before it in this test cell. (What an
earlier cell's hidden lines may have left behind, `examination` sees to.)
"""

from __future__ import annotations

import builtins
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from .errors import MAX_TEXT
from .faults import (
    CannotCross,
    Died,
    Forbidden,
    Missing,
    NotAValue,
    NotStarted,
    Stop,
    StudentError,
    TimedOut,
    TooMuchOutput,
    Unavailable,
)
from .namespace import Names

_STOPS = {
    TimedOut: "timed out",
    Died: "died",
    Forbidden: "forbidden",
    TooMuchOutput: "output",
    Missing: "missing",
    NotStarted: "not started",
    Unavailable: "lost",
}
WORDY = frozenset({"assertion", "raised", "callback", "test error"})  # with words of the failure
STUB = "Exercise "  # how the message of a stub's NotImplementedError begins
_ODD_DATA = (
    TypeError,
    ValueError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
    StopIteration,
    SystemError,  # an array of characters that do not exist
)
IN_STEP = frozenset(
    {
        "passed",
        "assertion",
        "raised",
        "stub",
        "callback",
        "test error",
        "missing",
        "not started",
        "finding",
    }
)


@dataclass(frozen=True)
class Test:
    """One test cell and what it may use."""

    id: str
    source: str
    contract: frozenset[str]
    names: Names
    hidden: frozenset[int] = frozenset()  # line numbers between the hidden-test marks


@dataclass(frozen=True)
class Ending:
    """How a test cell ended, in plain values, since it comes from another process.

    kind: passed, assertion, raised (the student's code), stub (it is not written yet), callback (a
    function of the test's, given odd arguments), test error, memory, finding (of a diagnosis), lost
    (the examiner itself), or one of the stops.
    """

    kind: str
    text: str = ""
    error: str = ""  # class of the exception
    cell: str = ""  # where the student's code raised
    line: int = 0
    trace: str = ""
    hidden: bool = False  # the failing line is in a hidden region
    authored: bool = True  # the text was written for the student
    odd: bool = False  # an error that odd data can cause, after the candidate sent some
    within: str = ""  # the contract name that was being called
    result: str = ""  # the value of the test's last expression, as `credit` reads it
    in_step: bool = True  # the candidate waits for the next question
    spent: bool = False  # the examiner may not be as it was before: it serves no other test
    mistake: str = ""  # of a finding
    answers: Mapping[str, str] = field(default_factory=dict)  # short strings among the names


def of_stop(stop: Stop) -> dict[str, Any]:
    """The facts of a stop. A name that is missing is the examiner's word, or else nonsense."""
    kind, text = _STOPS.get(type(stop), "forbidden"), str(stop)
    if kind in ("missing", "not started") and not text:
        kind, text = "forbidden", "it spoke out of turn"
    return {"kind": kind, "text": text}


def wordless(ending: Ending) -> Ending:
    """The ending without words that the student's code could have chosen."""
    error = ending.error if hasattr(builtins, ending.error) else "an exception"
    return replace(ending, text="", trace="", error=error)


def failure(error: BaseException, test: Test, file: str, crossed: bool) -> dict[str, Any]:
    """The facts of an exception that ended the test."""
    hidden = _hidden(error, test, file)
    if isinstance(error, StudentError):
        return _student_error(error, hidden)
    if isinstance(error, AssertionError):
        return _assertion(error, test, file, hidden)
    if isinstance(error, NotAValue):
        text = "expected a plain value, got an object of another class" if hidden else str(error)
        return {"kind": "assertion", "text": text, "hidden": hidden}
    facts: dict[str, Any] = {"kind": "test error", "error": type(error).__name__, "hidden": hidden}
    place = getattr(error, "candidate_line", None)
    if place:  # it came out of a function of the test's that the student called
        facts.update(kind="callback", cell=place[0], line=place[1])
    odd = crossed and isinstance(error, _ODD_DATA) and not isinstance(error, CannotCross)
    return facts | {"odd": odd, "text": "" if hidden else f"{error}"[:MAX_TEXT]}


def _student_error(error: StudentError, hidden: bool) -> dict[str, Any]:
    """Nothing that the student's code could have written, where it could hold a hidden input."""
    kind = type(error)
    stub = isinstance(error, NotImplementedError) and error.text.startswith(STUB)
    facts: dict[str, Any] = {"kind": "stub" if stub else "raised", "hidden": hidden}
    facts.update(cell=error.cell, line=error.line)
    if hidden:
        return facts | {"error": kind.__bases__[-1].__name__}
    return facts | {"error": kind.__name__, "text": error.text, "trace": error.trace}


def _assertion(error: AssertionError, test: Test, file: str, hidden: bool) -> dict[str, Any]:
    """The assertion's own text; the line itself where it has none and may be seen."""
    frames = traceback.extract_tb(error.__traceback__)
    text = str(error)[:MAX_TEXT]
    last = frames[-1].filename if frames else ""
    authored = bool(text) and (last == file or last.startswith("<setup "))
    if not text and not hidden:
        lines = test.source.splitlines()
        number = next((f.lineno for f in reversed(frames) if f.filename == file), 0) or 0
        text = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    return {"kind": "assertion", "text": text, "hidden": hidden, "authored": authored}


def _hidden(error: BaseException, test: Test, file: str) -> bool:
    """Whether a hidden line took part in it, or had run before: then inputs may be in its words."""
    lines = [f.lineno or 0 for f in traceback.extract_tb(error.__traceback__) if f.filename == file]
    if not test.hidden or not lines:
        return bool(test.hidden)
    return lines[0] > min(test.hidden) or any(line in test.hidden for line in lines)
