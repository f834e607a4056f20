"""What the sandbox promises, each with an attempt to break it: the substance of the doctor.

An attempt runs one probe in a fresh candidate of a sandbox with small limits and judges, from
outside, what the probe managed to do.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.models import Limits
from autograder.sandbox.box import Sandbox
from autograder.sandbox.child import Child
from autograder.sandbox.contain import scratch_mib
from autograder.sandbox.mounts import find_interpreter
from autograder.sandbox.warm import ENVIRONMENT

PROBES = "autograder.sandbox.probes:serve"
SMALL = Limits(cell_s=2, submission_s=1, memory_mib=192, processes=24, file_mib=2, output_kib=64)
ANSWER_S = 20.0
GONE_S = 5.0


@dataclass(frozen=True)
class Attempt:
    """One try at breaking one promise."""

    promise: str
    tried: str
    held: bool
    found: str


Judged = tuple[bool, str]
Trial = Callable[[Sandbox], Judged]


def ask(child: Child, probe: str, **arguments: object) -> Any:
    """Run a probe in a candidate; None if it ends without an answer."""
    request = json.dumps({"probe": probe, "arguments": arguments})
    child.sock.settimeout(ANSWER_S)
    with contextlib.suppress(OSError):
        child.sock.sendall(request.encode() + b"\n")
        answer = b""
        while not answer.endswith(b"\n"):
            part = child.sock.recv(1 << 16)
            if not part:
                return None
            answer += part
        return json.loads(answer)["found"]
    return None


def ask_fresh(sandbox: Sandbox, probe: str, **arguments: object) -> Any:
    """Run a probe in a candidate of its own."""
    with sandbox.spawn() as child:
        return ask(child, probe, **arguments)


def try_promises(sandbox: Sandbox) -> Iterator[Attempt]:
    """Try to break each promise in turn, on a sandbox opened with PROBES and SMALL."""
    for promise, tried, trial in PROMISES:
        held, found = trial(sandbox)
        yield Attempt(promise, tried, held, found)


def _nothing(found: list[str] | None, what: str, clean: str = "refused") -> Judged:
    if found is None:
        return False, "the probe ended without an answer"
    return not found, f"{what}: {', '.join(found)}" if found else clean


def _network(sandbox: Sandbox) -> Judged:
    name = f"nnbh-doctor-{secrets.token_hex(8)}"
    with socket.create_server(("127.0.0.1", 0)) as tcp, socket.socket(socket.AF_UNIX) as local:
        local.bind("\0" + name)
        local.listen()
        port = tcp.getsockname()[1]
        return _nothing(ask_fresh(sandbox, "network", port=port, name=name), "reached")


def _reading(sandbox: Sandbox) -> Judged:
    with contextlib.ExitStack() as stack:
        places = [place for place in (Path.home(), Path.cwd()) if os.access(place, os.W_OK)]
        secret = []
        for place in (*places, Path(tempfile.gettempdir())):
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix=".doctor-", dir=place))
            file = Path(folder, "gradebook.db")
            file.write_text("secret")
            secret.append(str(file))
        here = [str(path) for path in Path.cwd().iterdir() if path.is_file()]
        paths = [*secret, *here, "/etc/passwd", "/etc/shadow"]
        return _nothing(ask_fresh(sandbox, "read", paths=paths), "read")


def _writing(sandbox: Sandbox) -> Judged:
    python = find_interpreter()
    packages = [str(folder) for folder in python.folders]
    system = ["/", "/usr", "/usr/lib", "/usr/local", "/etc", "/dev", "/dev/shm", "/var/tmp", "/run"]
    above = [str(folder.parent) for folder in python.folders]
    kernel = ["/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger", "/sys/fs/cgroup"]
    places = [*system, *packages, *above, *kernel, str(Path.home()), str(Path.cwd()), __file__]
    # A folder above Python's own that is in /tmp is scratch, and may be written to.
    outside = [place for place in places if not Path(place).is_relative_to("/tmp")]
    return _nothing(ask_fresh(sandbox, "write", places=outside), "wrote to")


def _scratch(sandbox: Sandbox) -> Judged:
    limits = sandbox.order.limits
    cap = scratch_mib(limits)
    mib = ask_fresh(sandbox, "fill", most_mib=4 * cap, each_mib=limits.file_mib)
    return mib is not None and mib <= cap, f"{mib} MiB of {4 * cap} fitted"


def _file_size(sandbox: Sandbox) -> Judged:
    most = sandbox.order.limits.file_mib
    mib = ask_fresh(sandbox, "fill", most_mib=4 * most, each_mib=4 * most)
    return mib is not None and mib <= most, f"{mib} MiB of {4 * most} fitted"


def _own_processes(sandbox: Sandbox) -> Judged:
    seen = ask_fresh(sandbox, "processes_seen")
    return seen == [1], f"sees {seen}"


def _dies_whole(sandbox: Sandbox) -> Judged:
    with sandbox.spawn() as child:
        count = ask(child, "leave_behind", count=4)
        child.kill()
        child.sock.settimeout(GONE_S)
        try:
            left = child.sock.recv(1) != b""  # ends when the last holder of the socket is gone
        except TimeoutError:
            left = True
        return count == 4 and not left, "some live on" if left else "all gone"


def _memory(sandbox: Sandbox) -> Judged:
    most = sandbox.order.limits.memory_mib
    mib = ask_fresh(sandbox, "memory", most_mib=4 * most)
    return mib is not None and mib <= most, f"{mib} MiB of {4 * most} given"


def _memory_together(sandbox: Sandbox) -> Judged:
    each = sandbox.order.limits.memory_mib * 3 // 4
    with sandbox.spawn() as child:
        answer = ask(child, "memory_together", processes=3, each_mib=each)
        ended = child.ended(GONE_S)
        return answer is None and ended is not None, f"ended: {ended}"


def _processes(sandbox: Sandbox) -> Judged:
    most = sandbox.order.limits.processes
    count = ask_fresh(sandbox, "fork", most=2 * most)
    return count is not None and count <= most, f"{count} of {2 * most} started"


def _cpu_time(sandbox: Sandbox) -> Judged:
    with sandbox.spawn() as child:
        answer = ask(child, "burn", most_s=sandbox.order.limits.submission_s + 2)
        return answer is None, f"ended: {child.ended(GONE_S)}"


def _environment(sandbox: Sandbox) -> Judged:
    found = ask_fresh(sandbox, "environment")
    extra = sorted(set(found or {}) - set(ENVIRONMENT) - {"PWD", "LC_CTYPE"})
    return _nothing(None if found is None else extra, "sees", "nothing but what the sandbox sets")


def _shadowing(sandbox: Sandbox) -> Judged:
    return _nothing(ask_fresh(sandbox, "shadow"), "replaced", "none was taken")


def _privileges(sandbox: Sandbox) -> Judged:
    return _nothing(ask_fresh(sandbox, "privileges"), "gained", "none")


def _system_calls(sandbox: Sandbox) -> Judged:
    if "no system-call filter" in sandbox.level:
        return True, "not available: sudo apt install libseccomp2"
    return _nothing(ask_fresh(sandbox, "system_calls"), "answered")


PROMISES: tuple[tuple[str, str, Trial], ...] = (
    ("no network", "connect to listeners on this machine", _network),
    ("course, home and gradebook unreadable", "open files there, also by way of /proc", _reading),
    ("nothing writable but the scratch folder", "write to every other place", _writing),
    ("scratch folder capped", "fill it", _scratch),
    ("own process table", "look for other processes", _own_processes),
    ("everything dies with the candidate", "leave detached processes behind", _dies_whole),
    ("memory of one process capped", "take four times as much", _memory),
    ("memory of all processes capped", "take it in three processes at once", _memory_together),
    ("number of processes capped", "fork twice as often", _processes),
    ("CPU time capped", "compute for longer", _cpu_time),
    ("file size capped", "write a file four times as large", _file_size),
    ("cleared environment", "read it", _environment),
    ("a submitted numpy.py shadows nothing", "hand in modules of known names", _shadowing),
    ("no new privileges", "count capabilities, become root", _privileges),
    ("system-call filter", "mount, ptrace, unshare, socket and others", _system_calls),
)
