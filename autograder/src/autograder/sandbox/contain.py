"""What a forked process does to itself before it runs a line of a student's.

Called in the candidate, inside the warm parent's bubblewrap. Every step is all or nothing: a
step that fails raises OSError, the candidate is never started, and the examiner refuses. The one
step with a second choice is /proc, which is left empty where a fresh one is not to be had.
"""

from __future__ import annotations

import math
import os
import resource

from autograder.models import Limits
from autograder.sandbox import linux
from autograder.sandbox.filter import load_filter

NAMESPACES = linux.NEWUSER | linux.NEWPID | linux.NEWIPC | linux.NEWNET
STUDENT_ID = 1000  # who the candidate is in its own user namespace: nobody special
SCRATCH_FILES = 4  # the scratch folder holds this many files of the largest size
SOCKET_FD = 3
MIB = 1 << 20
OPEN_FILES = 256


def scratch_mib(limits: Limits) -> int:
    """Size of the candidate's /tmp."""
    return limits.file_mib * SCRATCH_FILES


def become_student() -> None:
    """Change from root to the sandbox's other user id, and with that lose every capability."""
    os.setgroups([])
    os.setresgid(STUDENT_ID, STUDENT_ID, STUDENT_ID)
    os.setresuid(STUDENT_ID, STUDENT_ID, STUDENT_ID)
    linux.own_proc_files()


def leave_namespaces() -> None:
    """New user, process, IPC and network namespaces; that of processes holds from the next fork."""
    uid, gid = os.getuid(), os.getgid()
    linux.unshare(NAMESPACES)
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{STUDENT_ID} {uid} 1")
    _write("/proc/self/gid_map", f"{STUDENT_ID} {gid} 1")


def _write(path: str, text: str) -> None:
    fd = os.open(path, os.O_WRONLY)
    try:
        os.write(fd, text.encode())
    finally:
        os.close(fd)


def private_files(limits: Limits, kept: tuple[str, ...] = ()) -> None:
    """An empty, size-capped /tmp of its own, and a /proc that shows its own processes or none.

    Args:
        kept: folders of Python's that live below /tmp and have to stay readable.
    """
    _write("/proc/self/oom_score_adj", "1000")  # the first to go if the machine runs out
    linux.unshare(linux.NEWNS)  # here, not with the others: the launcher keeps its own /proc
    linux.mount("none", "/", "", linux.MS_REC | linux.MS_PRIVATE)
    guarded = linux.MS_NOSUID | linux.MS_NODEV
    held = {path: os.open(path, os.O_PATH) for path in kept}
    scratch = f"size={scratch_mib(limits)}m,nr_inodes=4096,mode=0700"
    linux.mount("scratch", "/tmp", "tmpfs", guarded, scratch)
    for path, fd in held.items():
        os.makedirs(path)
        linux.mount(f"/proc/self/fd/{fd}", path, "", linux.MS_BIND)
    os.chdir("/tmp")
    try:
        linux.mount("proc", "/proc", "proc", guarded | linux.MS_NOEXEC)
    except PermissionError:  # refused where /proc is partly covered, as it is in containers
        empty = guarded | linux.MS_RDONLY
        linux.mount("empty", "/proc", "tmpfs", empty, "size=4k,nr_inodes=2,mode=0555")


def cap_resources(limits: Limits, mapped: int, count_processes: bool) -> None:
    """Kernel limits a process.

    Args:
        mapped: bytes of address space in use already; the student's share comes on top.
        count_processes: the kernel counts a user's processes by user namespace; without one of
            our own the count would include everything else that the user runs.
    """
    caps = {
        resource.RLIMIT_AS: mapped + limits.memory_mib * MIB,
        resource.RLIMIT_CPU: math.ceil(limits.submission_s),
        resource.RLIMIT_FSIZE: limits.file_mib * MIB,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    if count_processes:
        caps[resource.RLIMIT_NPROC] = limits.processes
    for kind, most in caps.items():
        hard = resource.getrlimit(kind)[1]
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (allowed, allowed))


def give_up_privileges() -> bool:
    """No capability, no way to a new one, and the system-call filter where there is one.

    Returns:
        Whether the filter is in place.
    """
    linux.drop_capabilities()
    linux.no_new_privileges()
    return load_filter()


def keep_only(fd: int) -> int:
    """Close every file but fd, which becomes SOCKET_FD; 0, 1 and 2 lead nowhere."""
    nowhere = os.open("/dev/null", os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    if fd != SOCKET_FD:
        os.dup2(fd, SOCKET_FD, inheritable=False)
    os.closerange(SOCKET_FD + 1, 1 << 20)
    return SOCKET_FD
