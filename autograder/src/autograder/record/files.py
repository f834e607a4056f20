"""Files that are there complete or not at all: whoever looks sees the old one or the new one."""

from __future__ import annotations

from pathlib import Path

from autograder.models import assignment_of, notebook_of


def notebook_path(workspace: Path, student: str, unit: str) -> Path:
    """Where nbgrader looks for a graded notebook."""
    return workspace / "autograded" / student / assignment_of(unit) / f"{notebook_of(unit)}.ipynb"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file under another name, then rename it.

    The other name is always the same, so what a killed run leaves is overwritten by the next.

    Raises:
        OSError: it cannot be written; an older file of this name is unchanged.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.new")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
