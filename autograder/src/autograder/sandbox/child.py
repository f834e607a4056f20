"""One candidate as the examiner holds it: a socket, a pidfd, and the launcher's last words."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
from collections.abc import Callable
from types import TracebackType

from autograder.sandbox.unavailable import SandboxUnavailable

READY_S = 30.0
WORDS_S = 5.0


class Child:
    """A running candidate. Dropped or left without kill(), it is killed."""

    def __init__(
        self,
        sock: socket.socket,
        status: socket.socket,
        nested: bool,
        memory_kills: Callable[[], int],
    ) -> None:
        """Wait until the candidate is contained.

        Args:
            sock: our end of the socket to the candidate.
            status: our end of the socket to its launcher.
            nested: whether it must be in a process namespace of its own.
            memory_kills: how often the control group, if any, has killed for want of memory.

        Raises:
            SandboxUnavailable: a step of its containment failed; nothing of a student's ran.
            ConnectionError: the warm parent is gone.
        """
        self.sock = sock
        self.filtered = False
        self._status = status
        self._pidfd = -1
        self._reason: str | None = None
        self._memory_kills = memory_kills
        self._kills_before = memory_kills()
        self._owner = os.getpid()
        try:
            self._await_ready(nested)
        except BaseException:
            self.close()
            raise

    def _await_ready(self, nested: bool) -> None:
        self._status.settimeout(READY_S)
        ready = False
        while not ready or self._pidfd < 0:
            message, fds, _, _ = socket.recv_fds(self._status, 1 << 16, 1, socket.MSG_CMSG_CLOEXEC)
            if fds:
                self._pidfd = fds[0]
                continue
            if not message:
                raise ConnectionError("the warm parent ended while it made a candidate")
            told = json.loads(message)
            if "ready" not in told:
                why = told.get("failed") or told.get("ended")
                raise SandboxUnavailable(f"A candidate could not be contained: {why}")
            ready, self.filtered = True, bool(told["filter"])
        if nested:
            _demand_namespace(self._pidfd)

    def kill(self) -> None:
        """End the candidate and everything it started, and wait until they are gone."""
        if self._pidfd < 0:
            return
        try:
            signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
        except ProcessLookupError:
            return
        self.ended(WORDS_S)

    def ended(self, timeout_s: float) -> str | None:
        """Why the candidate ended, or None if it still runs after timeout_s.

        Returns:
            "exit 1", "signal 9 (memory)" and the like, as the launcher saw it.
        """
        if self._reason is None and self._pidfd >= 0:
            poll = select.poll()
            poll.register(self._pidfd, select.POLLIN)
            if poll.poll(max(0.0, timeout_s) * 1000):
                self._reason = self._last_words()
        return self._reason

    def _last_words(self) -> str:
        self._status.settimeout(WORDS_S)
        try:
            message = self._status.recv(1 << 16)
        except OSError:
            message = b""
        told = json.loads(message) if message else {}
        words = str(told.get("ended") or told.get("failed") or "ended with its sandbox")
        short_of_memory = self._memory_kills() > self._kills_before
        return f"{words} (memory)" if words == "signal 9" and short_of_memory else words

    def close(self) -> None:
        """Kill the candidate if it runs, and give back the files that this object holds."""
        if os.getpid() == self._owner:
            self.kill()
        self.sock.close()
        self._status.close()
        if self._pidfd >= 0:
            os.close(self._pidfd)
            self._pidfd = -1

    def __enter__(self) -> Child:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()


def _demand_namespace(pidfd: int) -> None:
    """Refuse unless the kernel says that this is process 1 of a process namespace of its own."""
    with open(f"/proc/self/fdinfo/{pidfd}") as file:
        numbers = [line.split()[1:] for line in file if line.startswith("NSpid:")]
    if not numbers or len(numbers[0]) < 3 or numbers[0][-1] != "1":
        raise SandboxUnavailable("A candidate has no process namespace of its own.")
