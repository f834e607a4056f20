"""One writer a workspace: a lock that the kernel gives back however its holder ends.

`flock` on a file in the workspace. Linux passes it on to the server on NFS and SMB, so it holds
between machines where the server keeps locks (NFSv4 does); where it does not, grading is refused.
"""

from __future__ import annotations

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path


class WorkspaceError(Exception):
    """The workspace cannot be used now; the sentence says what to do about it."""


def private_folder(workspace: Path) -> Path:
    """The folder `.autograder` of a workspace, made where it is missing.

    Raises:
        WorkspaceError: it cannot be made or written.
    """
    folder = workspace / ".autograder"
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise unwritable(workspace, error) from None
    return folder


def unwritable(workspace: Path, error: OSError) -> WorkspaceError:
    """What to say when nothing can be written there."""
    where = f": {error.filename}" if error.filename else ""
    return WorkspaceError(
        f"The workspace {workspace} cannot be written ({error.strerror}{where}). Make it writable, "
        "or copy submitted/ to another folder and name that with --workspace."
    )


@contextmanager
def single_writer(workspace: Path) -> Iterator[None]:
    """Be the only one that writes results into a workspace.

    Raises:
        WorkspaceError: somebody else is at it, or the workspace cannot be written or locked.
    """
    path = private_folder(workspace) / "lock"
    try:
        # Closed on exec, so that no worker keeps the lock when this process has ended.
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise unwritable(workspace, error) from None
    try:
        _lock(handle, workspace)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, workspace: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(handle, 200, 0).decode("utf-8", "replace").strip() or "not yet named"
        raise WorkspaceError(
            f"Another `autograder grade` ({holder}) is at work in {workspace}. Wait for its end, "
            "then give this command again: it goes on from there."
        ) from None
    except OSError as error:
        raise WorkspaceError(
            f"{workspace} lies on a file system without locks ({error.strerror}), so two runs "
            "could spoil each other's results. Name a folder on another disk with --workspace."
        ) from None
    words = f"process {os.getpid()} on {socket.gethostname()}, since {datetime.now(UTC):%H:%M} UTC"
    try:
        os.ftruncate(handle, 0)
        os.pwrite(handle, words.encode(), 0)
    except OSError as error:
        raise unwritable(workspace, error) from None
