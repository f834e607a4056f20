"""The few Linux calls that Python 3.11 does not offer, by ctypes.

Thin: one function a call, OSError on failure. What they are used for is decided in `contain`.
"""

from __future__ import annotations

import ctypes
import os
import signal

NEWNS = 0x0002_0000
NEWIPC = 0x0800_0000
NEWUSER = 0x1000_0000
NEWPID = 0x2000_0000
NEWNET = 0x4000_0000

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC = 1, 2, 4, 8
MS_BIND, MS_REC, MS_PRIVATE = 0x1000, 0x4000, 0x4_0000

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_CAPBSET_DROP = 24
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38
PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 47, 4
CAPABILITY_VERSION_3 = 0x2008_0522

_libc = ctypes.CDLL(None, use_errno=True)


class _CapabilityHeader(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


def _checked(name: str, *arguments: object) -> int:
    """Call a function of the C library; a negative answer is an OSError that names it."""
    answer = int(getattr(_libc, name)(*arguments))
    if answer < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{name}: {os.strerror(code)}")
    return answer


def _prctl(option: int, *arguments: int) -> int:
    padded = (*arguments, 0, 0, 0, 0)[:4]
    return _checked("prctl", option, *(ctypes.c_ulong(value) for value in padded))


def unshare(flags: int) -> None:
    """Leave the namespaces named by flags for new ones (os.unshare from Python 3.12)."""
    _checked("unshare", ctypes.c_int(flags))


def advise(start: int, size: int, advice: int) -> None:
    """madvise(2) for this process's memory."""
    _checked("madvise", ctypes.c_void_p(start), ctypes.c_size_t(size), ctypes.c_int(advice))


def mount(source: str, target: str, kind: str, flags: int = 0, options: str = "") -> None:
    """mount(2): `kind` is the file system's type, `options` its own data."""
    _checked(
        "mount",
        source.encode(),
        target.encode(),
        kind.encode(),
        ctypes.c_ulong(flags),
        options.encode(),
    )


def die_with_parent() -> None:
    """SIGKILL for this process when the thread that started it ends."""
    _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def adopt_orphans() -> None:
    """Become the parent of descendants whose own parent ends, so that none is lost."""
    _prctl(PR_SET_CHILD_SUBREAPER, 1)


def own_proc_files() -> None:
    """Get back /proc/self, which a change of user hands to root, to write our own uid_map."""
    _prctl(PR_SET_DUMPABLE, 1)


def no_new_privileges() -> None:
    """No exec may add privileges from here on: set-uid bits and file capabilities are ignored."""
    _prctl(PR_SET_NO_NEW_PRIVS, 1)


def drop_capabilities() -> None:
    """Empty every capability set of this process, the bounding and the ambient one included."""
    capability = 0
    while True:
        try:
            _prctl(PR_CAPBSET_DROP, capability)
        except OSError:  # the first number past the kernel's last capability
            break
        capability += 1
    if capability == 0:
        raise PermissionError("the capability bounding set cannot be emptied")
    _prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL)
    header = _CapabilityHeader(CAPABILITY_VERSION_3, 0)
    empty = (ctypes.c_uint32 * 6)()  # two records of effective, permitted, inheritable
    _checked("capset", ctypes.byref(header), ctypes.byref(empty))
