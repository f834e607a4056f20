"""The folder autograded/: each graded notebook is there complete or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from autograder.models import Grade
from autograder.record.entry import RecordError
from autograder.skeleton import grade_id, is_answer, text


def path_of(workspace: Path, student: str, unit: str) -> Path:
    """Where nbgrader looks for a graded notebook."""
    return workspace / "autograded" / student / unit / f"{unit}.ipynb"


def read_answers(workspace: Path, student: str, unit: str) -> Mapping[str, str] | None:
    """The answers graded last time, by grade id; None where there was no last time."""
    try:
        notebook = json.loads(path_of(workspace, student, unit).read_text(encoding="utf-8"))
        return {grade_id(cell): text(cell) for cell in notebook["cells"] if is_answer(cell)}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_notebook(workspace: Path, grade: Grade) -> Path:
    """Write a graded notebook under a temporary name, then rename it.

    Raises:
        RecordError: the folder cannot be written.
    """
    path = path_of(workspace, grade.student, grade.unit)
    data = json.dumps(grade.notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        raise RecordError(
            f"{path} could not be written: {error.strerror}. The gradebook has the scores; make "
            "the folder writable, or name another with --workspace, and grade again."
        ) from None
    return path


def write_whole(path: Path, data: str) -> None:
    """Replace a file in one step: whoever looks sees the old one or the new one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(data)
        Path(name).chmod(0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
