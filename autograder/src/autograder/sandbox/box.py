"""The sandbox as the examiner uses it: open it once, spawn a candidate a submission."""

from __future__ import annotations

import os
import socket
import weakref
from collections.abc import Sequence
from types import TracebackType
from typing import Literal

from autograder.models import Limits
from autograder.sandbox.child import Child
from autograder.sandbox.unavailable import SandboxUnavailable
from autograder.sandbox.warm import Order, WarmParent

Kind = Literal["bwrap", "none"]
CANDIDATE = "autograder.examine.candidate:serve"
WARM = ("numpy", "matplotlib.pyplot", "helpers")


def open_sandbox(
    kind: Kind,
    limits: Limits,
    *,
    entry: str = CANDIDATE,
    warm: Sequence[str] = WARM,
    imports: Sequence[str] = (),
) -> Sandbox:
    """Start the warm parent and try one candidate, so that what is missing is known at once.

    Args:
        kind: "bwrap", or "none" for no containment at all.
        limits: what one submission may use.
        entry: "module:function", called with the candidate's socket in the candidate.
        warm: modules that the warm parent imports beforehand.
        imports: import statements of the course. Those of the same packages run there as well.

    Raises:
        SandboxUnavailable: a promise cannot be kept on this machine.
    """
    sandbox = Sandbox(Order(kind != "none", limits, entry, tuple(warm), tuple(imports)))
    try:
        with sandbox.spawn() as trial:
            sandbox.level = _level(sandbox.order, trial.filtered)
    except BaseException:
        sandbox.close()
        raise
    return sandbox


def _level(order: Order, filtered: bool) -> str:
    if not order.contained:
        return "none: not contained"
    words = ["no network", "private files", "own processes", f"{order.limits.memory_mib} MiB"]
    words.append("system-call filter" if filtered else "no system-call filter")
    return "bubblewrap: " + ", ".join(words)


class Sandbox:
    """A warm parent and the candidates forked from it. Candidates live no longer than this.

    The thread that opens it must outlive it: the kernel ends the warm parent with that thread.
    """

    def __init__(self, order: Order) -> None:
        self.level = ""
        self.order = order
        self._children: weakref.WeakSet[Child] = weakref.WeakSet()
        self._owner = os.getpid()
        self._parent = WarmParent(order)

    def spawn(self) -> Child:
        """A fresh candidate; a warm parent that has died is started anew, once."""
        try:
            return self._fork()
        except (ConnectionError, TimeoutError):
            if os.getpid() != self._owner:  # a forked examiner cannot replace its parent's
                raise SandboxUnavailable("The sandbox's warm parent is gone.") from None
            self._parent.close()
            self._parent = WarmParent(self.order)
        try:
            return self._fork()
        except (ConnectionError, TimeoutError) as error:
            raise SandboxUnavailable(f"The sandbox's warm parent ends at once: {error}") from error

    def _fork(self) -> Child:
        sock, candidate_end = socket.socketpair()
        status, launcher_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            with candidate_end, launcher_end:
                passed = [candidate_end.fileno(), launcher_end.fileno()]
                socket.send_fds(self._parent.control, [b"spawn"], passed)
        except OSError as error:
            sock.close()
            status.close()
            raise ConnectionError(f"the warm parent does not answer: {error}") from error
        child = Child(sock, status, self.order.contained, self._parent.memory_kills)
        self._children.add(child)
        return child

    def close(self) -> None:
        """End every candidate and the warm parent."""
        if os.getpid() != self._owner:
            return
        for child in list(self._children):
            child.close()
        self._parent.close()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
