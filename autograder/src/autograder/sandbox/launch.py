"""From the warm parent to a contained candidate: two forks.

The first fork, the launcher, leaves the namespaces, forks the candidate as process 1 of the new
ones, hands the examiner a pidfd of it, waits, and tells how it ended. Only the second fork, the
candidate, ever runs a student's code; by then it holds nothing but its own socket.
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

import numpy

from autograder.models import Limits
from autograder.sandbox import contain, linux
from autograder.sandbox.watch import children, memory_held, memory_of_this

WATCH_S = 0.2  # between two looks at the memory of all the candidate's processes
NEARLY = 0.8  # the clock of the limit counts ticks, that of the usage does not
MEMORY_EXIT = 77  # a MemoryError that reached the top of the candidate


@dataclass(frozen=True)
class Recipe:
    """How every candidate of one sandbox is made."""

    entry: Callable[[socket.socket], None]
    limits: Limits
    contained: bool
    base_resident: int  # bytes that the warm parent holds in memory
    kept: tuple[str, ...]  # Python's folders below /tmp

    @property
    def most_memory(self) -> int:
        """Bytes that a candidate and all its processes may hold together."""
        return self.base_resident + self.limits.memory_mib * contain.MIB


def launch(recipe: Recipe, candidate_fd: int, status_fd: int) -> NoReturn:
    """Be the launcher of one candidate, and end with it."""
    status = socket.socket(fileno=status_fd)
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        if recipe.contained:
            linux.die_with_parent()
            contain.leave_namespaces()
        else:  # it outlives the warm parent: it must sweep first
            linux.adopt_orphans()
        pid = os.fork()
        if pid == 0:
            _candidate(recipe, candidate_fd, status)
        os.close(candidate_fd)
        pidfd = os.pidfd_open(pid)
        socket.send_fds(status, [b"pidfd"], [pidfd])
        _wait(status, pid, pidfd, recipe)
    except Exception as error:  # the examiner refuses with this sentence
        _tell(status, {"failed": f"{type(error).__name__}: {error}"})
    finally:
        os._exit(0)


def _candidate(recipe: Recipe, candidate_fd: int, status: socket.socket) -> NoReturn:
    try:
        linux.die_with_parent()
        os.setsid()  # or a signal to its process group would reach the launcher, outside
        mapped, _ = memory_of_this()  # while /proc shows this process; the limit comes on top
        if recipe.contained:
            contain.private_files(recipe.limits, recipe.kept)
        contain.cap_resources(recipe.limits, mapped, recipe.contained)
        filtered = contain.give_up_privileges() if recipe.contained else False
        _tell(status, {"ready": True, "filter": filtered})
    except Exception as error:
        _tell(status, {"failed": f"{type(error).__name__}: {error}"})
        os._exit(1)
    try:
        status.detach()
        numpy.random.seed()  # the forks would share the state of the old global generator
        recipe.entry(socket.socket(fileno=contain.keep_only(candidate_fd)))
    except MemoryError:
        os._exit(MEMORY_EXIT)
    except BaseException:  # nobody is left to tell: the exit status says that it failed
        os._exit(1)
    os._exit(0)


def _tell(status: socket.socket, message: dict[str, object]) -> None:
    status.send(json.dumps(message).encode())


def _wait(status: socket.socket, pid: int, pidfd: int, recipe: Recipe) -> None:
    """Wait for the candidate's end or the examiner's, and leave nothing running."""
    try:
        greedy = _watch(status, pid, pidfd, recipe.most_memory)
    finally:  # whatever happens to the watch, nothing may live on
        signal.pidfd_send_signal(pidfd, signal.SIGKILL)
        _, code, usage = os.wait4(pid, 0)
        if not recipe.contained:
            _sweep()
    cpu_s = usage.ru_utime + usage.ru_stime
    slow = cpu_s >= recipe.limits.submission_s * NEARLY
    _tell(status, {"ended": _in_words(code, greedy, slow)})


def _watch(status: socket.socket, pid: int, pidfd: int, most_memory: int) -> bool:
    """Return at the candidate's or the examiner's end, or, with True, when memory runs over."""
    poll = select.poll()
    poll.register(pidfd, select.POLLIN)
    poll.register(status, 0)  # 0: wakes for a hang-up only
    while not poll.poll(WATCH_S * 1000):
        if memory_held(pid, most_memory) > most_memory:
            return True
    return False


def _sweep() -> None:
    """Kill and reap whatever the candidate left behind.

    Children of this process only: they stay zombies until they are reaped here, so that their
    numbers cannot come to mean somebody else. A process namespace needs
    none of this: it goes with its first process.
    """
    while True:
        for child in children(os.getpid()):
            os.kill(child, signal.SIGKILL)
        try:
            reaped, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if reaped == 0:  # still dying, or missed by the list, which the kernel makes on the fly
            time.sleep(0.001)


def _in_words(code: int, greedy: bool, slow: bool) -> str:
    if os.WIFEXITED(code):
        status = os.WEXITSTATUS(code)
        return f"exit {status}" + (" (memory)" if status == MEMORY_EXIT else "")
    why = " (memory)" if greedy else " (CPU time)" if slow else ""
    return f"signal {os.WTERMSIG(code)}{why}"
