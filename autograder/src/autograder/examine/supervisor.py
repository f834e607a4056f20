"""Runs a piece of examining in a forked, memory-limited process that is killed by the clock.

A callback that is given a huge matrix can sit in one long C call that no signal interrupts: so
the examiner is expendable, and only this process is not.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import time
from collections.abc import Callable
from dataclasses import asdict

from autograder.sandbox import linux

from .ending import Ending

GRACE_S = 0.3  # the examiner's own deadline should strike first
MAX_REPORT = 2**20


def supervised(work: Callable[[], Ending], deadline: float, memory_mib: int) -> Ending:
    """What `work` returns in a forked process.

    Args:
        work: ends by itself at the deadline if it can.
        deadline: by `time.monotonic`; soon after it the process is killed.
        memory_mib: what it may use beyond what this process already has.

    Returns:
        The ending; "timed out" if it had to be killed, "lost" if it died otherwise.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _work(work, reader, writer, memory_mib)
    os.close(writer)
    try:
        report, in_time = _read(reader, deadline + GRACE_S)
    finally:
        os.close(reader)
        os.kill(child, signal.SIGKILL)  # our own child, not yet waited for: the number is its
        os.waitpid(child, 0)
    if not in_time:
        return Ending("timed out", in_step=False)
    try:
        return Ending(**json.loads(report))
    except (ValueError, TypeError):
        return Ending("lost", text="the examining process died", in_step=False)


def _work(work: Callable[[], Ending], reader: int, writer: int, memory_mib: int) -> None:
    """The child's whole life."""
    code = 1
    try:
        linux.die_with_parent()
        os.close(reader)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
        _limit_memory(memory_mib)
        report = json.dumps(asdict(work())).encode()
        while report:
            report = report[os.write(writer, report) :]
        code = 0
    finally:
        os._exit(code)


def _limit_memory(mib: int) -> None:
    with open("/proc/self/statm", encoding="ascii") as statm:
        used = int(statm.read().split()[0]) * resource.getpagesize()
    limit = used + mib * 2**20
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or limit < hard:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _read(reader: int, deadline: float) -> tuple[bytes, bool]:
    """All that comes, and whether the end came in time."""
    parts: list[bytes] = []
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([reader], [], [], left)[0]:
            return b"", False
        part = os.read(reader, MAX_REPORT)
        if not part:
            return b"".join(parts), True
        parts.append(part)
