"""A time limit for a student's function, on every platform and in any thread.

Signals do not do: Windows has no alarm, and JupyterLab runs widget callbacks in a thread of their
own. Instead a watcher asks the interpreter to raise TookTooLong in the thread that overran, again
and again until the block is left. Only one long call into C (a huge matrix product) can outlast it.
"""

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_raise_in_thread = ctypes.pythonapi.PyThreadState_SetAsyncExc
_raise_in_thread.argtypes = (ctypes.c_ulong, ctypes.py_object)


class TookTooLong(BaseException):
    """Raised in a block that outlasts its time limit; a bare `except Exception` lets it through."""


class _Watch:
    """Counts down beside a block and raises TookTooLong in the block's thread."""

    def __init__(self, limit_s: float, again_s: float = 0.1) -> None:
        self.thread_id = threading.get_ident()
        self.limit_s, self.again_s = limit_s, again_s
        self.gate = threading.Lock()
        self.left = threading.Event()
        threading.Thread(target=self.run, daemon=True).start()

    def run(self) -> None:
        wait_s = self.limit_s
        while not self.left.wait(wait_s):
            with self.gate:
                if not self.left.is_set():
                    _raise_in_thread(self.thread_id, TookTooLong)
            wait_s = self.again_s

    def stop(self) -> None:
        with self.gate:
            self.left.set()
        for _ in range(10):  # bytecode in which an exception already under way arrives
            pass


@contextmanager
def time_limit(limit_s: float) -> Iterator[None]:
    """Raise TookTooLong in the block, or while it is being left, once limit_s is over."""
    watch = _Watch(limit_s)
    try:
        yield
    finally:
        try:
            watch.stop()
        finally:
            watch.stop()  # again, in case the limit struck in the line above
