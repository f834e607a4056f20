"""A time limit for a student's function, on every platform, from any thread.

The function runs in a thread beside the caller's, which waits no longer than the limit: so a demo
can answer even when the function never comes back. A thread that overran is given up, and asked
again and again to end by an exception raised inside it. Two kinds of code do not hear it, one long
call into C and a loop that catches every exception; they go on by themselves, and STUCK of them at
most.
"""

import contextvars
import ctypes
import queue
import threading
from collections.abc import Callable
from typing import Any, TypeVar

Answer = TypeVar("Answer")
STUCK = 3  # threads that may be given up and still run; more would slow the whole kernel
ASK_AGAIN_S = 0.1

_raise_in_thread = ctypes.pythonapi.PyThreadState_SetAsyncExc
_raise_in_thread.argtypes = (ctypes.c_ulong, ctypes.py_object)


class TookTooLong(Exception):
    """The function was not back within the limit; `stuck` if none was started any more."""

    def __init__(self, stuck: bool = False) -> None:
        super().__init__("took too long")
        self.stuck = stuck


class _End(BaseException):
    """Raised in a thread that was given up; a bare `except Exception` lets it through."""


class _Job:
    """One call, its context (NumPy's errstate, where print goes), and what came of it."""

    def __init__(self, function: Callable[[], Any]) -> None:
        self.function, self.context = function, contextvars.copy_context()
        self.answer: Any = None
        self.error: BaseException | None = None
        self.running = threading.Lock()
        self.running.acquire()

    def run(self) -> None:
        try:
            self.answer = self.context.run(self.function)
        except BaseException as error:  # also exit() and the like: the caller's to judge
            self.error = error
        self.running.release()


class _Beside:
    """A thread that runs one job after another until it is given up."""

    def __init__(self) -> None:
        self.jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self.thread = threading.Thread(target=self.work, name="demo", daemon=True)
        self.thread.start()

    def work(self) -> None:
        try:
            while (job := self.jobs.get()) is not None:
                job.run()
        except _End:
            pass  # it came just after the function had ended by itself

    def give_up(self) -> None:
        self.jobs.put(None)
        threading.Thread(target=self.end, name="end of a demo", daemon=True).start()

    def end(self) -> None:
        wait_s = ASK_AGAIN_S
        while self.thread.is_alive():
            _raise_in_thread(self.thread.ident, _End)
            self.thread.join(wait_s)
            wait_s = min(2 * wait_s, 5.0)


_idle: list[_Beside] = []
_given_up: list[_Beside] = []


def within(limit_s: float, function: Callable[[], Answer]) -> Answer:
    """Call the function and return its answer, or raise what it raised.

    Raises:
        TookTooLong: it was not back after limit_s seconds, or STUCK earlier ones still run.
    """
    _given_up[:] = [beside for beside in _given_up if beside.thread.is_alive()]
    if len(_given_up) >= STUCK:
        raise TookTooLong(stuck=True)
    job = _Job(function)
    try:
        beside = _idle.pop()
    except IndexError:
        beside = _Beside()
    beside.jobs.put(job)
    back = False
    try:
        back = job.running.acquire(timeout=limit_s)
    finally:  # also when the student interrupts the cell that waits here
        if not back:
            beside.give_up()
            _given_up.append(beside)
    if not back:
        raise TookTooLong
    _idle.append(beside)
    if job.error is not None:
        raise job.error
    answer: Answer = job.answer
    return answer
