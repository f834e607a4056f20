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
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from autograder.models import Limits
from autograder.sandbox import contain, linux

MEMORY_EXIT = 77  # a MemoryError that reached the top of the candidate


@dataclass(frozen=True)
class Recipe:
    """How every candidate of one sandbox is made."""

    entry: Callable[[socket.socket], None]
    limits: Limits
    contained: bool
    base_memory: int  # bytes of address space of the warm parent


def address_space() -> int:
    """Bytes of address space of this process."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def launch(recipe: Recipe, candidate_fd: int, status_fd: int) -> NoReturn:
    """Be the launcher of one candidate, and end with it."""
    status = socket.socket(fileno=status_fd)
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        linux.die_with_parent()
        os.setsid()
        if recipe.contained:
            contain.leave_namespaces()
        else:
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
        if recipe.contained:
            contain.private_files(recipe.limits)
        contain.cap_resources(recipe.limits, recipe.base_memory, recipe.contained)
        filtered = contain.give_up_privileges() if recipe.contained else False
        _tell(status, {"ready": True, "filter": filtered})
    except Exception as error:
        _tell(status, {"failed": f"{type(error).__name__}: {error}"})
        os._exit(1)
    try:
        status.detach()
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
    poll = select.poll()
    poll.register(pidfd, select.POLLIN)
    poll.register(status, 0)  # 0: wakes for a hang-up only
    poll.poll()
    signal.pidfd_send_signal(pidfd, signal.SIGKILL)
    _, code, usage = os.wait4(pid, 0)
    if not recipe.contained:
        _sweep()
    ended = _in_words(code, usage.ru_maxrss, usage.ru_utime + usage.ru_stime, recipe.limits)
    _tell(status, {"ended": ended})


def _sweep() -> None:
    """Kill and reap whatever the candidate left behind.

    Children of this process only: they stay zombies until they are reaped here, so that their
    numbers cannot come to mean somebody else. A process namespace needs
    none of this: it goes with its first process.
    """
    own = f"/proc/self/task/{os.getpid()}/children"
    while True:
        with open(own) as file:
            children = [int(word) for word in file.read().split()]
        for child in children:
            os.kill(child, signal.SIGKILL)
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def _in_words(code: int, peak_kib: int, cpu_s: float, limits: Limits) -> str:
    if os.WIFSIGNALED(code):
        words = f"signal {os.WTERMSIG(code)}"
        if cpu_s >= limits.submission_s:
            return f"{words} (CPU time)"
        return words
    words = f"exit {os.WEXITSTATUS(code)}"
    return f"{words} (memory)" if os.WEXITSTATUS(code) == MEMORY_EXIT else words
