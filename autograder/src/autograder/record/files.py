"""Where record finds and leaves a graded notebook."""

from __future__ import annotations

from pathlib import Path

from autograder.models import assignment_of, notebook_of


def notebook_path(workspace: Path, student: str, unit: str) -> Path:
    """Where nbgrader looks for a graded notebook."""
    return workspace / "autograded" / student / assignment_of(unit) / f"{notebook_of(unit)}.ipynb"
