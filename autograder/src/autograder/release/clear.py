"""nbgrader's ClearSolutions with stubs that name their exercise.

nbgrader_config.py puts it in the place of nbgrader's own, for the release and for
`nbgrader generate_assignment` alike.
"""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import ClearSolutions as StockClearSolutions

from autograder.release.stubs import stub_source, without_marks
from autograder.skeleton import exercise_of, is_answer, is_code


class ClearSolutions(StockClearSolutions):  # type: ignore[misc]  # nbgrader ships no types
    """Replaces solutions by stubs; text cells are left to nbgrader."""

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> tuple[Any, Any]:
        """Stub one cell. Called by nbgrader for each cell of the notebook."""
        if is_answer(cell) and is_code(cell) and resources["language"] == "python":
            cell.source = stub_source(cell.source, exercise_of(cell))
            return cell, resources
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        return cell, resources


class KeepSolutions(StockClearSolutions):  # type: ignore[misc]  # nbgrader ships no types
    """Leaves the solutions in and takes their marks out: the edition for after the deadline."""

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> tuple[Any, Any]:
        """Unmark one cell. Called by nbgrader for each cell of the notebook."""
        if is_answer(cell):
            cell.source = without_marks(cell.source)
        return cell, resources
