"""Looks into every candidate from outside before it is killed: its memory and its scratch folder.

What is there the student's code could have read. A canary of a hidden test must not be.
"""

from __future__ import annotations

import os
import re
import socket
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from autograder.sandbox import Child, Sandbox
from autograder.sandbox.watch import descendants

CHUNK = 16 * 2**20
_REGION = re.compile(r"([0-9a-f]+)-([0-9a-f]+) rw")


class WatchedSandbox:
    """A sandbox whose candidates are searched for some words at their end."""

    def __init__(self, sandbox: Sandbox, words: tuple[bytes, ...]) -> None:
        self.level = sandbox.level
        self._sandbox = sandbox
        self._words = words
        self.searched = 0  # bytes of memory
        self.found: list[str] = []

    def spawn(self) -> WatchedChild:
        """One more candidate."""
        return WatchedChild(self._sandbox.spawn(), self)

    def search(self, pidfd: int) -> None:
        """Note where a word stands in the memory or the files of a process and its children."""
        for pid in _family(pidfd):
            with suppress(OSError):  # it has just ended
                for place, data in (*_memory(pid), *_files(pid)):
                    self.searched += len(data)
                    self.found += [f"{place}: {w.decode()}" for w in self._words if w in data]


class WatchedChild:
    """A candidate as `examine` uses it."""

    def __init__(self, child: Child, watch: WatchedSandbox) -> None:
        self._child = child
        self._watch = watch

    @property
    def sock(self) -> socket.socket:
        """The socket to it."""
        return self._child.sock

    def ended(self, timeout_s: float) -> str | None:
        """Why it died."""
        return self._child.ended(timeout_s)

    def kill(self) -> None:
        """Search it, then kill it."""
        if self._child._pidfd >= 0:
            self._watch.search(self._child._pidfd)
        self._child.kill()


def _family(pidfd: int) -> list[int]:
    """The process of a pidfd and what it started, by their numbers here; none if it has ended."""
    facts = Path(f"/proc/self/fdinfo/{pidfd}").read_text("ascii")
    pid = next(int(line.split()[1]) for line in facts.splitlines() if line.startswith("Pid:"))
    return descendants(pid) if pid > 0 else []


def _memory(pid: int) -> Iterator[tuple[str, bytes]]:
    """Everything that the process can write to."""
    memory = os.open(f"/proc/{pid}/mem", os.O_RDONLY)
    try:
        for line in Path(f"/proc/{pid}/maps").read_text("utf-8", "replace").splitlines():
            if found := _REGION.match(line):
                first, last = (int(part, 16) for part in found.groups())
                for start in range(first, last, CHUNK):
                    with suppress(OSError):
                        data = os.pread(memory, min(CHUNK + 64, last - start), start)
                        yield f"memory of {pid}", data
    finally:
        os.close(memory)


def _files(pid: int) -> Iterator[tuple[str, bytes]]:
    """Everything in its scratch folder; names and links as well as contents."""
    top = f"/proc/{pid}/root/tmp"
    for folder, folders, files in os.walk(top):
        yield folder, " ".join((*folders, *files)).encode("utf-8", "surrogateescape")
        for name in files:
            path = os.path.join(folder, name)
            with suppress(OSError):
                handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
                try:
                    if stat.S_ISREG(os.fstat(handle).st_mode):
                        yield path, os.read(handle, CHUNK)
                finally:
                    os.close(handle)
