"""Starts the warm parent, inside bubblewrap or (for "none") beside the examiner.

Leaves to `mounts` what can be read in there and to `parent` what happens in there.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import IO

from autograder.models import Limits
from autograder.sandbox.bwrap import bwrap_command, demand_linux, find_bwrap, spare_user_namespace
from autograder.sandbox.cgroup import ControlGroup, make_group
from autograder.sandbox.mounts import find_interpreter
from autograder.sandbox.unavailable import import_failure, start_failure

START_S = 120.0  # a cold disk and no byte code

# All that a candidate finds in its environment. The hash seed makes a rerun give the same answer.
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "HOME": "/tmp",
    "LANG": "C.UTF-8",
    "MPLBACKEND": "Agg",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "1",  # a reserve of address space a thread would loosen the memory cap
    "PYTHONHASHSEED": "0",
}

# -s -P -S and a fixed environment are -I, but for the hash seed, which -I would ignore. -S also
# keeps .pth files from running code; what they add to the search path is computed in `mounts`.
FLAGS = ("-s", "-P", "-S", "-B")
BOOT = (
    "import json, sys; config = json.loads(sys.argv[1]); sys.path += config['search'];"
    "from autograder.sandbox.parent import main; main(config)"
)


@dataclass(frozen=True)
class Order:
    """What kind of warm parent is wanted."""

    contained: bool
    limits: Limits
    entry: str  # "module:function", called with the socket in each candidate
    warm: tuple[str, ...]  # modules to import beforehand
    imports: tuple[str, ...]  # statements that import more of their packages


class WarmParent:
    """The running warm parent: its control socket and the process that was started for it."""

    def __init__(self, order: Order) -> None:
        self.group: ControlGroup | None = None
        self._open = contextlib.ExitStack()
        try:
            self._start(order)
            self._greet()
        except BaseException:
            self.close()
            raise

    def _start(self, order: Order) -> None:
        demand_linux()
        bwrap = find_bwrap() if order.contained else None
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._open.enter_context(self.control)
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 -- the stack closes it
        self._open.enter_context(self._errors)
        with theirs, _user_namespace(order.contained) as userns:
            self._spare_user = userns is not None
            command = _command(order, theirs.fileno(), bwrap, userns)
            if order.contained:
                self.group = make_group(order.limits)
            if self.group is not None:
                self._open.callback(self.group.remove)
                command = [*self.group.command(), *command]
            self._process = subprocess.Popen(
                command,
                env=ENVIRONMENT,
                cwd="/tmp",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                pass_fds=[theirs.fileno()] + ([] if userns is None else [userns]),
                start_new_session=True,
            )
            self._open.callback(self._process.wait)
            self._open.callback(self._process.kill)

    def _greet(self) -> None:
        self.control.settimeout(START_S)
        try:
            message = self.control.recv(1 << 16)
        except TimeoutError:
            message = b""
        self.control.settimeout(None)
        if not message:
            self._errors.seek(0)
            raise start_failure(self._errors.read().decode(errors="replace"))
        told = json.loads(message)
        if "failed" in told:
            raise import_failure(told["failed"], self._spare_user)

    def memory_kills(self) -> int:
        """How often the kernel killed a candidate's process because all were over the limit."""
        return 0 if self.group is None else self.group.out_of_memory()

    def close(self) -> None:
        """End the warm parent and, with it, every candidate."""
        self._open.close()


@contextlib.contextmanager
def _user_namespace(contained: bool) -> Iterator[int | None]:
    userns = spare_user_namespace() if contained else None
    try:
        yield userns
    finally:
        if userns is not None:
            os.close(userns)


def _command(order: Order, fd: int, bwrap: str | None, userns: int | None) -> list[str]:
    python = find_interpreter()
    config = {
        "fd": fd,
        "search": [str(folder) for folder in python.search],
        "entry": order.entry,
        "warm": order.warm,
        "imports": order.imports,
        "limits": asdict(order.limits),
        "contained": order.contained,
        "in_scratch": python.in_scratch,
        "spare_user": userns is not None,
    }
    run = [str(python.executable), *FLAGS, "-c", BOOT, json.dumps(config)]
    return run if bwrap is None else [*bwrap_command(bwrap, python, userns), *run]
