"""Looks into every candidate from outside before it is killed: its memory and its scratch folder.

What is there the student's code could have read. A canary of a hidden test must not be.
"""

from __future__ import annotations

import os
import re
import socket
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
from autograder.sandbox import Child, Sandbox
from autograder.sandbox.watch import descendants

PAGE = os.sysconf("SC_PAGE_SIZE")
MOST = 16 * 2**20  # bytes of a file
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
        first, *others = _family(pidfd) or [0]
        for pid in (first, *others) if first else ():
            with suppress(OSError):  # it has just ended
                self._note(f"memory of {pid}", _memory(pid, whole=pid == first))
        if first:
            self._note("files", _files(first))

    def _note(self, place: str, parts: Iterable[bytes]) -> None:
        for data in parts:
            self.searched += len(data)
            self.found += [f"{place}: {word.decode()}" for word in self._words if word in data]


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


def _memory(pid: int, *, whole: bool) -> Iterator[bytes]:
    """What the process can write to; of a copy of another only the pages that are its own."""
    maps = Path(f"/proc/{pid}/maps").read_text("utf-8", "replace")
    with (
        open(f"/proc/{pid}/mem", "rb", 0) as memory,
        open(f"/proc/{pid}/pagemap", "rb", 0) as pages,
    ):
        for found in map(_REGION.match, maps.splitlines()):
            if not found:
                continue
            first, last = (int(part, 16) // PAGE for part in found.groups())
            facts = os.pread(pages.fileno(), (last - first) * 8, first * 8)
            kept = np.frombuffer(facts, "<u8") >> np.uint64(56) & np.uint64(0x81)
            wanted = kept >= 0x80 if whole else kept == 0x81  # present; and nobody else's
            edges = np.flatnonzero(np.diff(wanted, prepend=False, append=False))
            for start, end in edges.reshape(-1, 2).tolist():
                with suppress(OSError):
                    yield os.pread(memory.fileno(), (end - start) * PAGE, (first + start) * PAGE)


def _files(pid: int) -> Iterator[bytes]:
    """Everything in its scratch folder; names and links as well as contents."""
    top = f"/proc/{pid}/root/tmp"
    for folder, folders, files in os.walk(top):
        yield " ".join((*folders, *files)).encode("utf-8", "surrogateescape")
        for name in files:
            path = os.path.join(folder, name)
            with suppress(OSError):
                handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
                try:
                    if stat.S_ISREG(os.fstat(handle).st_mode):
                        yield os.read(handle, MOST)
                finally:
                    os.close(handle)
