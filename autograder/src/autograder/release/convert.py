"""source/<unit> to the students' edition, by nbgrader's own converter.

nbgrader runs in a temporary workspace and without a gradebook, so the checkout stays clean and
nothing waits for database migrations. Its output is stable by itself: sorted keys, no outputs.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from pathlib import Path
from typing import Any

from nbgrader.converters import GenerateAssignment
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearSolutions as StockClearSolutions
from traitlets.config import Config

from autograder.release.clear import ClearSolutions, KeepSolutions

IGNORED = shutil.ignore_patterns(".*", "__pycache__", "*.pyc")


class ReleaseError(Exception):
    """A unit cannot be released; the message holds one sentence a line."""


def convert(source: Path, target: Path, *, solutions: bool = False) -> Path:
    """Write the students' edition of one unit.

    Args:
        source: the unit's folder under source/; its name is the unit's id.
        target: the folder that receives `target/<unit>/`, replaced if it exists.
        solutions: keep the solutions, the edition for after the deadline.

    Returns:
        The folder written.

    Raises:
        ReleaseError: nbgrader refuses the notebook; the message is nbgrader's last word.
    """
    unit = source.name
    with tempfile.TemporaryDirectory(prefix="release-") as workspace:
        root = Path(workspace).resolve()
        shutil.copytree(source, root / "source" / unit, ignore=IGNORED)
        _run_nbgrader(root, unit, solutions=solutions)
        made = root / "release" / unit
        if not (made / f"{unit}.ipynb").is_file():
            raise ReleaseError(f"nbgrader wrote no notebook for unit {unit}.")
        shutil.rmtree(target / unit, ignore_errors=True)
        shutil.copytree(made, target / unit)
    return target / unit


def _run_nbgrader(root: Path, unit: str, *, solutions: bool) -> None:
    config = Config()
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.assignment_id = unit
    config.SaveCells.enabled = False  # what nbgrader's --no-db does
    mine = KeepSolutions if solutions else ClearSolutions
    config.GenerateAssignment.preprocessors = [
        mine if step is StockClearSolutions else step
        for step in GenerateAssignment.preprocessors.default()
    ]
    log, words = _listening_logger()
    course = CourseDirectory(config=config, log=log)
    converter = GenerateAssignment(coursedir=course, config=config, no_database=True, log=log)
    try:
        converter.start()
    except NbGraderException:
        raise ReleaseError(_last_word(words, unit)) from None


class _Words(logging.Handler):
    """Keeps what nbgrader logs, in place of printing it."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _listening_logger() -> tuple[logging.Logger, _Words]:
    words = _Words()
    log = logging.Logger("autograder.release")  # unregistered: it lives as long as this run
    log.addHandler(words)
    return log, words


def _last_word(words: _Words, unit: str) -> str:
    """The last line of the traceback that nbgrader logged, which is the reason."""
    reasons: list[Any] = [text.strip().splitlines()[-1] for text in words.messages if text.strip()]
    traced = [text.strip().splitlines()[-1] for text in words.messages if "Traceback" in text]
    found = (traced or reasons or ["no reason given"])[-1]
    return f"nbgrader cannot convert unit {unit}: {found}"
