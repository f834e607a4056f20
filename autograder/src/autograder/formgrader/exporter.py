"""Stands where nbgrader would read a student's notebook into its own process, and reads nothing."""

from __future__ import annotations

from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat.v4 import new_notebook

from autograder.formgrader.ahead import Ahead


class Blank(NotebookExporter):  # type: ignore[misc]  # nbconvert has no types
    """Gives nbgrader's preprocessors an empty notebook, whatever the file is.

    So a file that is no notebook, or has metadata of another version, is the grader's to judge and
    never an exception that ends nbgrader's run. There is one exporter a run: it holds what is
    graded ahead.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.ahead: dict[str, Ahead] = {}  # by unit

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **_: Any
    ) -> tuple[Any, dict[str, Any]]:
        """The empty notebook, as the preprocessors return it."""
        made: tuple[Any, dict[str, Any]] = self.from_notebook_node(new_notebook(), resources)
        return made
