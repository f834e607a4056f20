"""Runs pieces of examining in a forked, memory-limited process that is killed by the clock.

A callback that is given a huge matrix can sit in one long C call that no signal interrupts: so
the examiner is expendable, and only this process is not.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import struct
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import NoReturn

from autograder.sandbox import linux

from .ending import Ending

Work = Callable[[float], Ending]  # is given its deadline, by `time.monotonic`

GRACE_S = 0.3  # the examiner's own deadline should strike first
MAX_READ = 2**20
_ORDER = struct.Struct("!Id")  # which piece of work, and its deadline
_LENGTH = struct.Struct("!I")  # of the report


class Examining:
    """A forked process that does pieces of work, one after the other, as it is asked to."""

    def __init__(self, works: Sequence[Work], memory_mib: int) -> None:
        """Fork.

        Args:
            works: each ends by itself at its deadline if it can.
            memory_mib: what the process may use beyond what this one already has.
        """
        orders, self._orders = os.pipe()
        self._reports, reports = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(self._orders)
            os.close(self._reports)
            _serve(works, orders, reports, memory_mib)
        os.close(orders)
        os.close(reports)

    @property
    def over(self) -> bool:
        """Whether it has ended: then it does nothing more."""
        return self._child == 0

    def do(self, number: int, deadline: float) -> Ending:
        """What one piece of work returns.

        Args:
            number: its place among the works.
            deadline: by `time.monotonic`; soon after it the process is killed.

        Returns:
            The ending; "timed out" if the process had to be killed, "lost" if it died otherwise.
        """
        try:
            os.write(self._orders, _ORDER.pack(number, deadline))
            report = self._report(deadline + GRACE_S)
            ending = Ending(**json.loads(report))
        except TimeoutError:
            ending = Ending("timed out", in_step=False)
        except (OSError, ValueError, TypeError):
            ending = Ending("lost", text="the examining process died", in_step=False)
        if ending.spent or not ending.in_step:
            self.end()
        return ending

    def end(self) -> None:
        """End the process."""
        if self._child:
            os.close(self._orders)
            os.close(self._reports)
            os.kill(self._child, signal.SIGKILL)  # not yet waited for: the number is its own
            os.waitpid(self._child, 0)
            self._child = 0

    def _report(self, deadline: float) -> bytes:
        (length,) = _LENGTH.unpack(self._read(_LENGTH.size, deadline))
        return self._read(length, deadline)

    def _read(self, size: int, deadline: float) -> bytes:
        """Exactly so many bytes. Raises TimeoutError and, at the process's end, ValueError."""
        parts: list[bytes] = []
        while size:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._reports], [], [], left)[0]:
                raise TimeoutError
            parts.append(os.read(self._reports, min(size, MAX_READ)))
            if not parts[-1]:
                raise ValueError("it ended")
            size -= len(parts[-1])
        return b"".join(parts)


def _serve(works: Sequence[Work], orders: int, reports: int, memory_mib: int) -> NoReturn:
    """The child's whole life."""
    try:
        linux.die_with_parent()
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
        _limit_memory(memory_mib)
        while order := os.read(orders, _ORDER.size):
            number, deadline = _ORDER.unpack(order)
            report = json.dumps(asdict(works[number](deadline))).encode()
            report = _LENGTH.pack(len(report)) + report
            while report:
                report = report[os.write(reports, report) :]
    finally:
        os._exit(1)


def _limit_memory(mib: int) -> None:
    with open("/proc/self/statm", encoding="ascii") as statm:
        used = int(statm.read().split()[0]) * resource.getpagesize()
    limit = used + mib * 2**20
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or limit < hard:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
