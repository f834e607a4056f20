"""Where a graded notebook lies."""

from __future__ import annotations

from pathlib import Path

import pytest
from autograder.record import notebook_path


@pytest.mark.parametrize(
    ("unit", "place"),
    [("01-tiny", "01-tiny/01-tiny.ipynb"), ("ps1/problem1", "ps1/problem1.ipynb")],
)
def test_graded_notebook_lies_where_nbgrader_looks_for_it(unit, place) -> None:
    assert notebook_path(Path("/w"), "a", unit) == Path("/w/autograded/a") / place
