"""The attacks of `autograder doctor` and of the tests, as they run inside a candidate.

Each takes plain values and returns what it managed to do. None reaches for anything but its own
sandbox and what the examiner's side set up as a target: a listener on the loopback device, a
file to read. What a finding means is judged outside, in `promises`.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import os
import resource
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path

MIB = 1 << 20
LONG_S = 60.0


def serve(sock: socket.socket) -> None:
    """Answer {"probe": name, "arguments": {...}} lines with {"found": ...} lines."""
    with sock, sock.makefile("rw") as lines:
        for line in lines:
            request = json.loads(line)
            found = globals()["probe_" + request["probe"]](**request["arguments"])
            lines.write(json.dumps({"found": found}) + "\n")
            lines.flush()


def probe_identity() -> dict[str, object]:
    """Who and where this is."""
    files = [fd for fd in range(64) if _is_open(fd)]
    return {"pid": os.getpid(), "uid": os.getuid(), "cwd": os.getcwd(), "files": files}


def _is_open(fd: int) -> bool:
    try:
        os.fstat(fd)
    except OSError:
        return False
    return True


def probe_network(port: int, name: str) -> list[str]:
    """Connect to a listener on the loopback device and to an abstract local socket."""
    through = []
    targets = ((socket.AF_INET, ("127.0.0.1", port)), (socket.AF_UNIX, "\0" + name))
    for family, address in targets:
        try:
            with socket.socket(family, socket.SOCK_STREAM) as sock:
                sock.settimeout(1.0)
                sock.connect(address)
                through.append(family.name)
        except OSError:
            continue
    return through


def probe_read(paths: list[str]) -> list[str]:
    """Open files by name, by way of every process in /proc, and through a link."""
    found: list[str] = []
    for path in paths:
        link = f"/tmp/link-{len(found)}-{abs(hash(path))}"
        os.symlink(path, link)
        ways = [path, link, *(f"/proc/{n}/root{path}" for n in ("1", "self", "2"))]
        found += [path] if any(_can_read(way) for way in ways) else []
    return found


def _can_read(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            file.read(1)
    except OSError:
        return False
    return True


def probe_write(places: list[str]) -> list[str]:
    """Make a file in each folder and open each file for writing."""
    found: list[str] = []
    for place in places:
        target = os.path.join(place, "left-behind") if os.path.isdir(place) else place
        try:
            os.close(os.open(target, os.O_WRONLY | (os.O_CREAT if target != place else 0)))
        except OSError:
            continue
        found.append(place)
    return found


def probe_fill(most_mib: int, each_mib: int) -> int:
    """Write files of each_mib MiB into the scratch folder; MiB that fitted in."""
    block, written = b"x" * MIB, 0
    try:
        for number in range(most_mib):
            with open(f"/tmp/fill-{number // each_mib}", "ab", buffering=0) as file:
                written += file.write(block)
    except OSError:
        pass
    return written // MIB


def probe_processes_seen() -> list[int]:
    """Process numbers that answer here, in /proc and to signal 0, which does nothing."""
    seen = {int(name) for name in os.listdir("/proc") if name.isdigit()}
    for number in range(1, 400):
        try:
            os.kill(number, 0)
        except OSError:
            continue
        seen.add(number)
    return sorted(seen)


def probe_leave_behind(count: int) -> int:
    """Start detached processes that ignore signals and hold on to the socket."""
    for _ in range(count):
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                    signal.signal(number, signal.SIG_IGN)
                time.sleep(LONG_S)
            os._exit(0)
    return count


def probe_memory(most_mib: int) -> int:
    """Take memory block by block; MiB until it is refused."""
    blocks = []
    try:
        for _ in range(most_mib // 8):
            blocks.append(b"x" * (8 * MIB))
    except MemoryError:
        pass
    return len(blocks) * 8


def probe_exhaust() -> int:
    """Ask for more memory than any machine has, and do not mind the error."""
    return len(bytes(1 << 46))


def probe_stop_group() -> str:
    """Stop the whole process group. Process 1 is immune; who watches it must not be in there."""
    os.kill(0, signal.SIGSTOP)
    return "done"


def probe_memory_together(processes: int, each_mib: int) -> str:
    """Take memory in several processes at once and keep it."""
    for _ in range(processes):
        if os.fork() == 0:
            block = b"x" * (each_mib * MIB)
            time.sleep(LONG_S)
            os._exit(len(block) & 1)
    time.sleep(LONG_S)
    return "still here"


def probe_fork(most: int) -> int:
    """Fork sleeping children until it is refused or `most` are there; how many there were."""
    children: list[int] = []
    try:
        while len(children) < most:
            pid = os.fork()
            if pid == 0:
                time.sleep(LONG_S)
                os._exit(0)
            children.append(pid)
    except OSError:
        pass
    for pid in children:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    return len(children)


def probe_burn(most_s: float) -> str:
    """Use the processor; comes back only if nobody minds."""
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)
    while sum(resource.getrusage(resource.RUSAGE_SELF)[:2]) < most_s:
        pass
    return "still here"


def probe_environment() -> dict[str, str]:
    """The environment of this process."""
    return dict(os.environ)


def probe_loaded(names: list[str]) -> list[str]:
    """Which of these modules are loaded already."""
    return [name for name in names if name in sys.modules]


def probe_shadow() -> list[str]:
    """Put modules of well-known names where the student works; those that Python then takes."""
    names = ["numpy", "mailbox", "helpers", "sitecustomize"]
    for name in names:
        Path(name + ".py").write_text("shadow = True\n")
    sys.modules.pop("mailbox", None)
    return [name for name in names if _is_shadowed(name)]


def _is_shadowed(name: str) -> bool:
    try:
        return hasattr(importlib.import_module(name), "shadow")
    except ModuleNotFoundError:
        return False


def probe_privileges() -> list[str]:
    """Ways to more privileges that are open: capabilities, set-uid programs, becoming root."""
    libc = ctypes.CDLL(None, use_errno=True)
    get_no_new_privs, bounding_read = 39, 23
    gained = [f"capability {n}" for n in range(41) if libc.prctl(bounding_read, n, 0, 0, 0) == 1]
    if libc.prctl(get_no_new_privs, 0, 0, 0, 0) != 1:
        gained.append("set-uid programs")
    try:
        os.setuid(0)
    except OSError:
        return gained
    return [*gained, "user 0"]


def probe_system_calls() -> list[str]:
    """Calls that a filter must refuse and that answer otherwise; each asks for something absurd."""
    libc = ctypes.CDLL(None, use_errno=True)
    new_user = 0x1000_0000
    calls: dict[str, Callable[[], int]] = {
        "ptrace": lambda: libc.ptrace(-1, 0, 0, 0),
        "mount": lambda: libc.mount(b"x", b"/nowhere", b"tmpfs", 0, None),
        "unshare": lambda: libc.unshare(new_user),
        "setns": lambda: libc.setns(-1, 0),
        "socket": lambda: libc.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0),
        "memfd_create": lambda: libc.memfd_create(b"x", 0),
        "process_vm_readv": lambda: libc.process_vm_readv(1, None, 0, None, 0, 0),
        "shmget": lambda: libc.shmget(0, 4096, 0o1600),
    }
    refused = {1, 38}  # EPERM, ENOSYS
    return [
        name for name, call in calls.items() if call() >= 0 or ctypes.get_errno() not in refused
    ]
