"""Runs one test cell, in a process of its own, and says how it ended.

The test's own asserts decide. Everything that the candidate sends is data here: odd data makes the
test fail, it cannot make it pass.
"""

from __future__ import annotations

import io
import socket
import sys
import warnings
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from types import FunctionType
from typing import Any

from . import proxy
from .channel import Channel, Side
from .compiled import compiled
from .credit import shown
from .ending import IN_STEP, Ending, Test, failure, of_stop
from .faults import (
    Missing,
    NotAValue,
    NotStarted,
    Stop,
    StudentError,
    TimedOut,
    TooMuchOutput,
)
from .handles import borrowed_number
from .keeping import Keeper
from .lending import Lender
from .namespace import Names, undisturbed
from .output import replay

CALLBACK_BUDGET = 20_000


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
        self._lasting: set[int] = set()  # handles of functions and classes
        self._known: dict[str, Any] = {}  # those of them that were fetched
        self.swallowed: list[AssertionError] = []
        self.crossed = False
        self.in_step = True
        self._keeper = Keeper()
        self._moved = False  # something of the test's that cannot be put back
        self.within = ""
        self.answers: dict[str, str] = {}
        side = Side(
            strict=True,
            serve=self._serve,
            describe=self._lender.describe,
            borrow=self._borrow,
            printed=list,
            absorb=self._absorb,
            keeper=self._keeper,
        )
        self.channel = Channel(sock, side, deadline)

    @property
    def spent(self) -> bool:
        """Whether this process may not be as it was before."""
        return self._moved or self._keeper.full

    def undisturbed(self) -> AbstractContextManager[None]:
        """What a test does in there is undone, as far as `spent` says."""
        return undisturbed(self._names, self._keeper)

    def fetch(self, name: str) -> Any:
        """The candidate's object of that name.

        Each time anew, since the student's code may bind it to another; but not so a function or
        a class, which a test may use in a loop.
        """
        if name in self._known:
            return self._known[name]
        try:
            value = self.channel.request("get", name)
        except (Missing, NotStarted) as stop:
            raise type(stop)(name) from None
        self.crossed = True
        number = borrowed_number(value)
        if number:
            self._titles[number] = name
            if number in self._lasting:
                self._known[name] = value
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
        if kind == "class" or (kind, name) == ("function", "function"):
            self._lasting.add(number)
        return proxy.borrow(number, kind, name, self._ask, gone)

    def _serve(self, verb: str, args: tuple[Any, ...]) -> Any:
        self._moved |= verb != "call" or not (args and _keeps_nothing(args[0]))
        self._budget -= 1
        if self._budget < 0:
            raise TimedOut(f"called what it was given more than {CALLBACK_BUDGET} times")
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


def _keeps_nothing(target: Any) -> bool:
    """Whether calling it leaves nothing behind but in names and data, which are put back."""
    return type(target) is FunctionType and target.__closure__ is None


def run(sock: socket.socket, test: Test, deadline: float, output_limit: int) -> Ending:
    """Run the test cell to its end."""
    examiner = Examiner(sock, test.names, deadline, output_limit)
    test.names.attach(examiner.fetch, test.contract)
    file = f"<{test.id}>"
    results: list[str] = []

    def body() -> None:
        test.names.setdefault("parameters", examiner.parameters)
        code, last = compiled(test.source, file)
        exec(code, test.names)
        if last is not None:
            results.append(shown(eval(last, test.names)))
        if examiner.swallowed:
            raise examiner.swallowed[0]

    ending = observe(body, examiner, test, file)
    return replace(ending, result=results[0]) if results and ending.kind == "passed" else ending


def observe(body: Callable[[], object], examiner: Examiner, test: Test, file: str) -> Ending:
    """Run `body` with output kept apart; what became of it."""
    sys.stdout = sys.stderr = io.StringIO()
    warnings.resetwarnings()
    facts: dict[str, Any] = {}
    try:
        with examiner.undisturbed():
            body()
        facts["kind"] = "passed"
    except Stop as stop:
        facts.update(of_stop(stop))
    except MemoryError as error:
        facts["kind"] = "raised" if isinstance(error, StudentError) else "memory"
        facts["error"] = "MemoryError"
    except BaseException as error:
        facts.update(failure(error, test, file, examiner.crossed))
    if facts["kind"] not in IN_STEP:
        examiner.in_step = False
    return Ending(
        within=examiner.within,
        in_step=examiner.in_step,
        spent=examiner.spent,
        answers=examiner.answers,
        **facts,
    )
