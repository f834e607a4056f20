"""Reads the instructor's notebook as plain JSON."""

from __future__ import annotations

import json

from autograder.course import Course, CourseError
from autograder.models import Notebook


def read_source(course: Course, unit: str) -> Notebook:
    """The instructor's notebook of a unit.

    Raises:
        CourseError: it is missing or unreadable.
    """
    path = course.notebook(unit)
    try:
        notebook: Notebook = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CourseError(f"Unit {unit} has no notebook: {path} is missing.") from None
    except (OSError, ValueError) as error:
        raise CourseError(f"{path} cannot be read as a notebook: {error}.") from None
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise CourseError(f"{path} is not a notebook of format 4: it has no list of cells.")
    return notebook
