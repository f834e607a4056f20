"""Keep a student's code from holding up or flooding the notebook: time limit, output kept aside.

No protection against malice; grading has a sandbox for that.
"""

from __future__ import annotations

import _thread
import contextlib
import ctypes
import io
import signal
import threading
import warnings
from collections.abc import Iterator
from types import FrameType

import numpy as np

KEPT = 10_000  # characters of output; the rest is dropped
AGAIN_S = 0.5  # a bare `except:` may swallow the first interruption


class TimeUp(BaseException):
    """The time is over. Not an Exception: `except Exception` in a student's code lets it pass."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeUp inside the block once it has run so long, on every system.

    In the main thread a timer signal interrupts even a sleep; where there is none (Windows) the
    interruption of Ctrl-C is borrowed; other threads are interrupted between two byte codes.
    """
    main = threading.current_thread() is threading.main_thread()
    if not main:
        yield from _by_exception(seconds)
    elif hasattr(signal, "setitimer"):
        yield from _by_signal(seconds)
    else:
        yield from _by_interrupt(seconds)


def _by_signal(seconds: float) -> Iterator[None]:
    inside = True

    def ring(_signal: int, _frame: FrameType | None) -> None:
        if inside:
            raise TimeUp

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN_S)
    try:
        yield
    finally:
        try:
            inside = False
        finally:  # also if it rang just before that line: a timer left on would ring for ever
            inside = False
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


def _by_interrupt(seconds: float) -> Iterator[None]:
    rung = threading.Event()

    def ring() -> None:
        rung.set()
        _thread.interrupt_main()

    timer = threading.Timer(seconds, ring)
    timer.daemon = True
    timer.start()
    try:
        yield
    except KeyboardInterrupt:
        if rung.is_set():
            raise TimeUp from None
        raise
    finally:
        timer.cancel()


def _by_exception(seconds: float) -> Iterator[None]:
    raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
    ident = ctypes.c_ulong(threading.get_ident())
    timer = threading.Timer(seconds, lambda: raise_in(ident, ctypes.py_object(TimeUp)))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


class Kept(io.TextIOBase):
    """A place to print to that remembers the beginning."""

    def __init__(self) -> None:
        self.text = ""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.text += text[: KEPT - len(self.text)] if len(self.text) < KEPT else ""
        return len(text)


@contextlib.contextmanager
def quiet() -> Iterator[Kept]:
    """Keep aside what is printed in the block; warnings in it are nobody's fault."""
    kept = Kept()
    with (
        contextlib.redirect_stdout(kept),
        contextlib.redirect_stderr(io.StringIO()),
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
    ):
        warnings.simplefilter("ignore")
        yield kept
