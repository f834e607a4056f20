"""Files that are there complete or not at all: whoever looks sees the old one or the new one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from autograder.models import assignment_of, notebook_of


def notebook_path(workspace: Path, student: str, unit: str) -> Path:
    """Where nbgrader looks for a graded notebook."""
    return workspace / "autograded" / student / assignment_of(unit) / f"{notebook_of(unit)}.ipynb"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file under a temporary name, then rename it.

    Raises:
        OSError: it cannot be written; an older file of this name is unchanged.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:200]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
