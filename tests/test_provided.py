"""What a unit takes from an earlier one has one home, course/provided, and the same text there."""

from __future__ import annotations

import pytest
from course_files import ROOT, cells, tags, text, unit_ids

HOMES = sorted((ROOT / "course" / "provided").glob("*.py"))


@pytest.mark.parametrize("home", HOMES, ids=[home.stem for home in HOMES])
def test_provided_answers_are_the_same_wherever_they_stand(home) -> None:
    name = "provided-" + home.stem.replace("_", "-")
    found = [
        (unit, text(cell))
        for unit in unit_ids()
        for cell in cells(unit)
        if "provided" in tags(cell) and cell["id"] == name
    ]
    assert found, f"no unit has a cell {name}"
    wanted = home.read_text(encoding="utf-8").strip()
    assert [unit for unit, stands in found if stands.strip() != wanted] == []
