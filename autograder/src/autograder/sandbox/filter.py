"""The system-call filter of a candidate, compiled and loaded by libseccomp.

Second line behind the namespaces: it denies what no notebook needs and what kernel bugs have
lived in. libseccomp.so.2 comes with nearly every distribution; where it is missing there is no
filter, and the level of the sandbox says so. (pyseccomp wraps the same seven calls; using the
library itself spares an installation.)
"""

from __future__ import annotations

import ctypes
import errno
from functools import cache

ALLOW = 0x7FFF_0000
DENY = 0x0005_0000  # SCMP_ACT_ERRNO, the error number in the low half
CMP_MASKED_EQ, CMP_NE = 7, 1
AF_UNIX = 1

# A new namespace of any kind, asked for through clone's flags.
NEW_NAMESPACES = (0x0002_0000, 0x0200_0000, 0x0400_0000, 0x0800_0000, 0x1000_0000, 0x2000_0000)
NEW_NETWORK = 0x4000_0000

DENIED = (
    # other processes
    "ptrace process_vm_readv process_vm_writev process_madvise pidfd_getfd kcmp",
    # file systems and namespaces
    "mount umount umount2 pivot_root chroot move_mount open_tree fsopen fsconfig fsmount fspick",
    "mount_setattr unshare setns name_to_handle_at open_by_handle_at fanotify_init quotactl",
    # the kernel itself
    "bpf perf_event_open userfaultfd keyctl add_key request_key syslog lookup_dcookie personality",
    "init_module finit_module delete_module kexec_load kexec_file_load reboot swapon swapoff acct",
    "iopl ioperm modify_ldt vm86 vm86old uselib nfsservctl",
    "settimeofday clock_settime clock_adjtime adjtimex",
    # the network, and memory that no rlimit counts
    "socket connect bind listen accept accept4",
    "memfd_create memfd_secret shmget msgget semget mq_open",
)

# Answered "not there", so that the C library takes its older way: clone3 hides its flags from a
# filter, and io_uring runs calls that no filter sees.
ABSENT = ("clone3", "io_uring_setup", "io_uring_enter", "io_uring_register")


class _Comparison(ctypes.Structure):
    _fields_ = (
        ("argument", ctypes.c_uint),
        ("operator", ctypes.c_int),
        ("first", ctypes.c_uint64),
        ("second", ctypes.c_uint64),
    )


def load_filter() -> bool:
    """Bind this process and all it starts to the filter, for good.

    Returns:
        False where libseccomp is not installed.

    Raises:
        OSError: the library is there and the kernel refuses the filter.
    """
    made = prepare()
    if made is None:
        return False
    library, context = made
    _checked(library.seccomp_load(context), "seccomp_load")
    return True


@cache
def prepare() -> tuple[ctypes.CDLL, int] | None:
    """Make the filter's rules, which takes longer than loading them; forks have them ready."""
    library = _library()
    if library is None:
        return None
    context = library.seccomp_init(ctypes.c_uint32(ALLOW))
    if not context:
        raise OSError(errno.ENOMEM, "seccomp_init failed")
    _add_rules(library, context)
    return library, context


def _library() -> ctypes.CDLL | None:
    try:
        library = ctypes.CDLL("libseccomp.so.2")
    except OSError:
        return None
    library.seccomp_init.restype = ctypes.c_void_p
    library.seccomp_load.argtypes = [ctypes.c_void_p]
    library.seccomp_rule_add_array.argtypes = [
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.POINTER(_Comparison),
    ]
    return library


def _add_rules(library: ctypes.CDLL, context: int) -> None:
    refused, absent = DENY | errno.EPERM, DENY | errno.ENOSYS
    for name in " ".join(DENIED).split():
        _deny(library, context, name, refused)
    for name in ABSENT:
        _deny(library, context, name, absent)
    for flag in (*NEW_NAMESPACES, NEW_NETWORK):
        _deny(library, context, "clone", refused, _Comparison(0, CMP_MASKED_EQ, flag, flag))
    _deny(library, context, "socketpair", refused, _Comparison(0, CMP_NE, AF_UNIX, 0))


def _deny(
    library: ctypes.CDLL, context: int, name: str, action: int, when: _Comparison | None = None
) -> None:
    number = library.seccomp_syscall_resolve_name(name.encode())
    if number == -1:  # a name newer than this libseccomp: the call has no number to filter by
        return
    count, array = (0, None) if when is None else (1, ctypes.byref(when))
    answer = library.seccomp_rule_add_array(context, action, number, count, array)
    if answer not in (0, -errno.EDOM, -errno.EINVAL if number < 0 else 0):
        _checked(answer, f"seccomp rule for {name}")


def _checked(answer: int, what: str) -> None:
    if answer < 0:
        raise OSError(-answer, f"{what} failed")
