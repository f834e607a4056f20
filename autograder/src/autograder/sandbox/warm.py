"""Starts the warm parent, inside bubblewrap or (for "none") beside the examiner.

Leaves to `mounts` what can be read in there and to `parent` what happens in there.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from typing import IO

from autograder.models import Limits
from autograder.sandbox.contain import STUDENT_ID
from autograder.sandbox.mounts import find_interpreter, mount_arguments

WARM = ("numpy", "matplotlib.pyplot", "IPython.core.interactiveshell", "helpers")
START_S = 120.0  # a cold disk and no byte code
OLDEST_KERNEL = (5, 14)  # counts processes by user namespace

# All that a candidate finds in its environment. The hash seed makes a rerun give the same answer.
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "HOME": "/tmp",
    "LANG": "C.UTF-8",
    "MPLBACKEND": "Agg",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
}

BOOT = (
    "import json, sys; config = json.loads(sys.argv[1]); sys.path += config['search'];"
    "from autograder.sandbox.parent import main; main(config)"
)

# Not user 0 in there: the kernel lets nobody without privileges hand that one on to a candidate.
NAMESPACE_FLAGS = (
    *("--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"),
    *("--uid", str(STUDENT_ID), "--gid", str(STUDENT_ID), "--hostname", "sandbox"),
)

INSTALL = "Install bubblewrap (apt install bubblewrap, or dnf install bubblewrap)"


class SandboxUnavailable(Exception):
    """A promised property cannot be had here: one sentence says which, and what would help."""


class WarmParent:
    """The running warm parent: its control socket and the process that was started for it."""

    def __init__(self, contained: bool, limits: Limits, entry: str, warm: Sequence[str]) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.control = ours
        # Lives as long as the process does; close() closes it.
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 -- see above
        command = self._command(contained, theirs.fileno(), limits, entry, warm)
        with theirs:
            self._process = subprocess.Popen(
                command,
                env=ENVIRONMENT,
                cwd="/tmp",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        try:
            self._greet()
        except BaseException:
            self.close()
            raise

    @staticmethod
    def _command(
        contained: bool, fd: int, limits: Limits, entry: str, warm: Sequence[str]
    ) -> list[str]:
        python = find_interpreter()
        config = {
            "fd": fd,
            "search": [str(folder) for folder in python.search],
            "entry": entry,
            "warm": list(warm),
            "limits": asdict(limits),
            "contained": contained,
        }
        # -s -P -S and a fixed environment are -I, but for the hash seed, which -I would ignore.
        run = [str(python.executable), "-s", "-P", "-S", "-B", "-c", BOOT, json.dumps(config)]
        if not contained:
            return run
        bwrap = shutil.which("bwrap")
        if bwrap is None:
            raise SandboxUnavailable(f"bubblewrap is not installed. {INSTALL}.")
        return [bwrap, *NAMESPACE_FLAGS, *mount_arguments(python), "--", *run]

    def _greet(self) -> None:
        self.control.settimeout(START_S)
        try:
            message = self.control.recv(1 << 16)
        except TimeoutError:
            message = b""
        self.control.settimeout(None)
        told = json.loads(message) if message else {"failed": self._last_words()}
        if "failed" in told:
            raise SandboxUnavailable(f"The sandbox's Python did not start: {told['failed']}")

    def _last_words(self) -> str:
        self._errors.seek(0)
        text = self._errors.read().decode(errors="replace").strip()
        return text[-600:] or "it ended without a word"

    def close(self) -> None:
        """End the warm parent and, with it, every candidate."""
        self.control.close()
        self._process.kill()
        self._process.wait()
        self._errors.close()
