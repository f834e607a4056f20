"""Runs one test cell, in a process of its own, and says how it ended.

The test's own asserts decide. Everything that the candidate sends is data here: odd data makes the
test fail, it cannot make it pass.
"""

from __future__ import annotations

import io
import socket
import sys
import traceback
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from . import proxy
from .channel import Channel, Side
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
)
from .handles import borrowed_number
from .lending import Lender
from .namespace import Names, without_magics
from .output import replay

CALLBACK_BUDGET = 20_000
_STOPS = {
    TimedOut: "timed out",
    Died: "died",
    Forbidden: "forbidden",
    TooMuchOutput: "output",
    Missing: "missing",
    NotStarted: "not started",
}
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
_IN_STEP = frozenset(
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
    in_step: bool = True  # the candidate waits for the next question
    mistake: str = ""  # of a finding
    answers: Mapping[str, str] = field(default_factory=dict)  # short strings among the names


class Examiner:
    """The conversation with one candidate, for one test cell."""

    def __init__(
        self, sock: socket.socket, names: Names, deadline: float, output_limit: int
    ) -> None:
        self._names = names
        self._lender = Lender(names)
        self._left = output_limit
        self._budget = CALLBACK_BUDGET
        self._titles: dict[int, str] = {}
        self.swallowed: list[AssertionError] = []
        self.crossed = False
        self.in_step = True
        self.within = ""
        self.answers: dict[str, str] = {}
        side = Side(
            strict=True,
            serve=self._serve,
            describe=self._lender.describe,
            borrow=self._borrow,
            printed=list,
            absorb=self._absorb,
        )
        self.channel = Channel(sock, side, deadline)

    def fetch(self, name: str) -> Any:
        """The candidate's object of that name."""
        try:
            value = self.channel.request("get", name)
        except (Missing, NotStarted) as stop:
            raise type(stop)(name) from None
        self.crossed = True
        if borrowed_number(value):
            self._titles[borrowed_number(value)] = name
        elif type(value) is str and len(value) <= 200:
            self.answers[name] = value
        return value

    def parameters(self, function: Any) -> list[str]:
        """The names of a function's parameters, as the candidate tells them."""
        if not borrowed_number(function):
            raise NotAValue(f"expected a function, got a {type(function).__name__}")
        names = self.channel.request("parameters", function)
        good = type(names) is tuple and all(type(name) is str for name in names)
        return list(names) if good else []

    def _ask(self, verb: str, *args: Any) -> Any:
        if self.channel.depth == 0:
            self.within = self._titles.get(borrowed_number(args[0]), "") if args else ""
        result = self.channel.request(verb, *args)
        self.crossed = True
        return result

    def _borrow(self, number: int, kind: str, name: str, _: Any, gone: Any) -> Any:
        return proxy.borrow(number, kind, name, self._ask, gone)

    def _serve(self, verb: str, args: tuple[Any, ...]) -> Any:
        self._budget -= 1
        if self._budget < 0:
            raise Forbidden(f"it called the test's functions more than {CALLBACK_BUDGET} times")
        try:
            return self._lender.serve(self.channel.handles, verb, args)
        except AssertionError as error:
            if not isinstance(error, StudentError):
                self.swallowed.append(error)  # it counts even if the student catches it
            raise
        except Stop:
            self.in_step = False  # the candidate still waits for an answer
            raise

    def _absorb(self, printed: Any) -> None:
        if printed:
            self._left -= replay(printed)
            if self._left < 0:
                raise TooMuchOutput


def run(sock: socket.socket, test: Test, deadline: float, output_limit: int) -> Ending:
    """Run the test cell to its end."""
    examiner = Examiner(sock, test.names, deadline, output_limit)
    test.names.attach(examiner.fetch, test.contract)
    test.names.setdefault("parameters", examiner.parameters)
    file = f"<{test.id}>"

    def body() -> None:
        source = without_magics(test.source)
        exec(compile(source, file, "exec", dont_inherit=True), test.names)
        if examiner.swallowed:
            raise examiner.swallowed[0]

    return observe(body, examiner, test, file)


def observe(body: Callable[[], object], examiner: Examiner, test: Test, file: str) -> Ending:
    """Run `body` with output kept apart; what became of it."""
    sys.stdout = sys.stderr = io.StringIO()
    warnings.resetwarnings()
    facts: dict[str, Any] = {}
    try:
        body()
        facts["kind"] = "passed"
    except Stop as stop:
        facts.update(kind=_STOPS.get(type(stop), "forbidden"), text=str(stop))
        if facts["kind"] in ("missing", "not started") and not facts["text"]:
            facts.update(kind="forbidden", text="it spoke out of turn")
    except MemoryError as error:
        facts["kind"] = "raised" if isinstance(error, StudentError) else "memory"
        facts["error"] = "MemoryError"
    except BaseException as error:
        facts.update(_failure(error, test, file, examiner.crossed))
    if facts["kind"] not in _IN_STEP:
        examiner.in_step = False
    return Ending(
        within=examiner.within,
        in_step=examiner.in_step,
        answers=examiner.answers,
        **facts,
    )


def _failure(error: BaseException, test: Test, file: str, crossed: bool) -> dict[str, Any]:
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
