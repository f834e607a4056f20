"""Source notebooks run from top to bottom in a real kernel, quickly and without a warning."""

from __future__ import annotations

import time

import nbformat
import pytest
from course_files import source, unit_ids
from nbclient import NotebookClient

LIMIT_S = {"08-digits": 60}


@pytest.mark.slow
@pytest.mark.parametrize("unit", unit_ids())
def test_notebook_with_solutions_runs_clean_in_under_half_a_minute(unit: str) -> None:
    notebook = nbformat.read(source(unit), as_version=4)
    started = time.perf_counter()
    client = NotebookClient(notebook, timeout=60, kernel_name="python3")
    client.execute(cwd=str(source(unit).parent))
    took_s = time.perf_counter() - started
    said = [
        (cell["id"], output["text"])
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if output.get("name") == "stderr"
    ]
    assert said == []
    assert took_s < LIMIT_S.get(unit, 30)


@pytest.mark.slow
@pytest.mark.parametrize("unit", unit_ids())
def test_every_check_passes_on_the_solutions(unit: str) -> None:
    notebook = nbformat.read(source(unit), as_version=4)
    # The figures are not what this test is about.
    notebook.cells = [c for c in notebook.cells if "demo" not in c.metadata.get("tags", [])]
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute(
        cwd=str(source(unit).parent)
    )
    for cell in notebook.cells:
        if "check" in cell.metadata.get("tags", []):
            said = "".join(o["data"].get("text/plain", "") for o in cell.outputs if "data" in o)
            assert " recorded" in said or "passed" in said, f"{cell['id']}: {said!r}"
