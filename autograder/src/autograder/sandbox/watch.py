"""How much memory a candidate and everything it started hold together.

RLIMIT_AS caps each process; sixty-four of them may hold sixty-four times that. The launcher,
which sees them from outside their process namespace, asks here a few times a second.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

PROC = Path("/proc")
PAGE = os.sysconf("SC_PAGE_SIZE")


def memory_of_this() -> tuple[int, int]:
    """Address space and resident memory of this process, in bytes."""
    mapped, resident = (PROC / "self/statm").read_text().split()[:2]
    return int(mapped) * PAGE, int(resident) * PAGE


def memory_held(pid: int, enough: int) -> int:
    """Bytes of memory held by process pid and its descendants.

    Cheap while the sum of resident sizes, which counts shared pages once a process, is below
    `enough`; only then are shared pages divided by the number that share them.
    """
    family = descendants(pid)
    resident = {member: _resident(member) for member in family}
    total = sum(resident.values())
    if total < enough:
        return total
    return sum(_proportional(member, resident[member]) for member in family)


def descendants(pid: int) -> list[int]:
    """Process pid and all below it; whoever ends while we look is left out."""
    found, frontier = [], [pid]
    while frontier:
        member = frontier.pop()
        found.append(member)
        frontier += children(member)
    return found


def children(pid: int) -> list[int]:
    """The children that process pid has now, zombies included; none if it is gone."""
    found: list[int] = []
    tasks = PROC / str(pid) / "task"
    with contextlib.suppress(OSError):
        for task in os.listdir(tasks):
            with contextlib.suppress(OSError):
                found += map(int, (tasks / task / "children").read_text().split())
    return found


def _resident(pid: int) -> int:
    try:
        return int((PROC / str(pid) / "statm").read_text().split()[1]) * PAGE
    except OSError:
        return 0


def _proportional(pid: int, resident: int) -> int:
    """Resident memory with shared pages divided; all of it if the process hides the details."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return resident if (PROC / str(pid)).exists() else 0
    sizes = (int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:"))
    return next(sizes, 0)
