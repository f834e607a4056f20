"""The command that puts the warm parent into bubblewrap, for an ordinary user and for root.

The kernel never counts root's processes. Started by root, the warm parent therefore gets a user
namespace with a second, otherwise unused user id and changes to that before it does anything.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import time
from pathlib import Path

from autograder.sandbox.contain import STUDENT_ID
from autograder.sandbox.mounts import Interpreter, mount_arguments
from autograder.sandbox.unavailable import INSTALL, SandboxUnavailable

OLDEST_KERNEL = (5, 14)  # the first that counts processes by user namespace
SPARE_ID = 65533  # in no distribution's range for people, services or containers
PATIENCE_S = 5.0

SESSION = (
    *("--die-with-parent", "--new-session", "--hostname", "sandbox", "--cap-drop", "ALL"),
    *("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"),
    "--unshare-cgroup-try",
)
# Not user 0 in there: the kernel lets nobody without privileges hand that one on to a candidate.
AS_USER = ("--unshare-user", "--uid", str(STUDENT_ID), "--gid", str(STUDENT_ID))
AS_ROOT = ("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID")


def demand_linux() -> None:
    """Refuse where even an uncontained candidate could not be forked, held and killed."""
    if platform.system() != "Linux":
        raise SandboxUnavailable(
            f"Grading needs Linux and this is {platform.system()}. "
            "Use a virtual machine, a container or (on Windows) WSL."
        )


def find_bwrap() -> str:
    """Path of bubblewrap, on a kernel that can keep the promises.

    Raises:
        SandboxUnavailable: one of the two is not there.
    """
    found = platform.release()
    numbers = [int(part) for part in found.split("-")[0].split(".")[:2] if part.isdigit()]
    if tuple(numbers) < OLDEST_KERNEL:
        wanted = ".".join(map(str, OLDEST_KERNEL))
        raise SandboxUnavailable(f"The sandbox needs Linux {wanted} or newer; this is {found}.")
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        raise SandboxUnavailable(f"bubblewrap is not installed. {INSTALL}")
    return bwrap


def bwrap_command(bwrap: str, python: Interpreter, userns: int | None) -> list[str]:
    """bubblewrap and its arguments, up to the command to run in it.

    Args:
        userns: file descriptor of the user namespace made for root; None for an ordinary user.
    """
    identity = AS_USER if userns is None else ("--userns", str(userns), *AS_ROOT)
    return [bwrap, *SESSION, *identity, *mount_arguments(python), "--"]


def spare_user_namespace() -> int | None:
    """For root: a user namespace that knows root and SPARE_ID (as STUDENT_ID) and nobody else.

    Returns:
        An open file descriptor of it; None if this is not the machine's root.

    Raises:
        SandboxUnavailable: root, but without the second user id.
    """
    if os.geteuid() != 0:
        return None
    try:
        return _mapped_namespace()
    except OSError as error:
        outer = Path("/proc/self/uid_map").read_text().split()[1]
        if outer != "0":  # root in a container only: the kernel counts this user's processes
            return None
        raise SandboxUnavailable(
            f"Root's processes cannot be counted here ({error}). Start it as an ordinary user."
        ) from error


def _mapped_namespace() -> int:
    # `cat` waits in a new namespace until its input ends; the namespace lives on in our file.
    command = ["unshare", "--user", "cat"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as holder:
        place = Path(f"/proc/{holder.pid}")
        deadline = time.monotonic() + PATIENCE_S
        while os.path.samefile(place / "ns/user", "/proc/self/ns/user"):
            if holder.poll() is not None or time.monotonic() > deadline:
                raise PermissionError("unshare --user failed")
            time.sleep(0.002)
        for kind in ("uid_map", "gid_map"):
            (place / kind).write_text(f"0 0 1\n{STUDENT_ID} {SPARE_ID} 1\n")
        return os.open(place / "ns/user", os.O_RDONLY | os.O_CLOEXEC)
