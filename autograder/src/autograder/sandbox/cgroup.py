"""One control group a sandbox, where the machine lets us make one (cgroup v2, delegated).

It caps the memory and the processes of all candidates together, inside the kernel. Where it is
not to be had, the launcher's own watch over memory and the rlimits do the work.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

from autograder.models import Limits

ROOT = Path("/sys/fs/cgroup")
WARM_MIB = 384  # what the warm parent holds by itself, with some air
SPARE_PROCESSES = 8  # bubblewrap, the warm parent, launchers
NEEDED = {"memory", "pids"}


class ControlGroup:
    """A control group of our own, with the limits set."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self.folder = folder
        memory = (limits.memory_mib + WARM_MIB) << 20
        (folder / "memory.max").write_text(str(memory))
        (folder / "pids.max").write_text(str(limits.processes + SPARE_PROCESSES))
        with contextlib.suppress(OSError):  # a kernel without swap accounting has no such file
            (folder / "memory.swap.max").write_text("0")

    def command(self) -> list[str]:
        """A prefix that makes a command enter this group before it starts anything."""
        return ["/bin/sh", "-c", 'echo $$ > "$0" && exec "$@"', str(self.folder / "cgroup.procs")]

    def out_of_memory(self) -> int:
        """How often the kernel has killed something in here for want of memory."""
        try:
            lines = (self.folder / "memory.events").read_text().splitlines()
        except FileNotFoundError:  # removed with its sandbox
            return 0
        counts = dict(line.split() for line in lines)
        return int(counts.get("oom_kill", 0))

    def remove(self) -> None:
        """Give it back; the last process may take a moment to go."""
        for _ in range(50):
            with contextlib.suppress(OSError):
                self.folder.rmdir()
                return
            time.sleep(0.02)


def make_group(limits: Limits, root: Path = ROOT, own: str | None = None) -> ControlGroup | None:
    """A control group in or beside our own; None where that is not allowed.

    Args:
        root: where cgroup v2 is mounted.
        own: path of our own group below root; read from /proc if None.
    """
    path = _own_path() if own is None else own
    if path is None:
        return None
    here = root / path.lstrip("/")
    for place in (here, here.parent):
        if not place.is_relative_to(root):
            continue
        folder = place / f"nnbh-{os.getpid()}-{time.monotonic_ns()}"
        try:
            enabled = set((place / "cgroup.subtree_control").read_text().split())
            if not enabled >= NEEDED:
                continue
            folder.mkdir()
        except OSError:
            continue
        with contextlib.suppress(OSError):
            return ControlGroup(folder, limits)
        with contextlib.suppress(OSError):
            folder.rmdir()
    return None


def _own_path() -> str | None:
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/cgroup").read_text().splitlines():
            if line.startswith("0::"):
                return line[3:]
    return None
