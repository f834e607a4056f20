"""Every source notebook has the form that learners and the grader rely on."""

from __future__ import annotations

import re

import pytest
from course_files import cells, course, nbgrader, nnbh, seed_rows, tags, text, unit_ids

TAGS = {"setup", "provided", "check", "hint", "demo"}
LONG_CODE = 12  # lines of a prose or demo code cell; answers and tests are exempt
units = pytest.mark.parametrize("unit", unit_ids())


def is_answer(cell: dict) -> bool:
    return bool(nbgrader(cell).get("solution"))


def is_test(cell: dict) -> bool:
    return bool(nbgrader(cell).get("grade")) and not is_answer(cell)


def is_manual(cell: dict) -> bool:
    """Whether a person marks what stands in this answer cell."""
    return bool(nbgrader(cell).get("grade")) and is_answer(cell)


def code_cells(unit: str) -> list[dict]:
    return [cell for cell in cells(unit) if cell["cell_type"] == "code"]


@units
def test_unit_has_45_to_80_cells(unit: str) -> None:
    assert 45 <= len(cells(unit)) <= 80


@units
def test_every_seed_row_is_told_in_some_cell(unit: str) -> None:
    told = {row for cell in cells(unit) for row in nnbh(cell).get("rows", [])}
    assert seed_rows(unit) - told == set()


@units
def test_points_add_up_to_what_the_course_says(unit: str) -> None:
    listed = next(entry for entry in course()["unit"] if entry["id"] == unit)
    graded = [cell for cell in cells(unit) if is_test(cell) or is_manual(cell)]
    points = [nbgrader(cell)["points"] for cell in graded]
    assert sum(points) == listed["points"]
    assert all(p * 2 == int(p * 2) and p > 0 for p in points), "points come in halves"


@units
def test_code_cells_have_at_most_one_tag(unit: str) -> None:
    for cell in code_cells(unit):
        found = [tag for tag in tags(cell) if tag in TAGS]
        assert found == tags(cell), f"{cell['id']}: unknown tag in {tags(cell)}"
        assert len(found) <= 1, cell["id"]
        if is_answer(cell) or is_test(cell):
            assert found == [], f"{cell['id']}: answers and tests carry no tag"


@units
def test_grade_id_is_the_cell_id(unit: str) -> None:
    for cell in cells(unit):
        if nbgrader(cell):
            assert nbgrader(cell)["grade_id"] == cell["id"]


@units
def test_each_exercise_has_answer_check_hint_and_tests_by_their_names(unit: str) -> None:
    ids = [cell["id"] for cell in cells(unit)]
    exercises = [nnbh(cell)["exercise"] for cell in cells(unit) if is_answer(cell)]
    assert exercises == sorted(exercises, key=lambda e: [int(n) for n in e.split(".")])
    assert 5 <= len(exercises) <= 10
    by_hand = {nnbh(cell)["exercise"] for cell in cells(unit) if is_manual(cell)}
    assert {f"ex-{exercise.replace('.', '-')}" for exercise in by_hand} <= set(ids)
    for exercise in (exercise for exercise in exercises if exercise not in by_hand):
        dashed = exercise.replace(".", "-")
        for wanted in (f"ex-{dashed}", f"check-{dashed}", f"hint-{dashed}", f"test-{dashed}-a"):
            assert ids.count(wanted) == 1, f"{wanted} occurs {ids.count(wanted)} times"
        assert ids.index(f"ex-{dashed}") < ids.index(f"check-{dashed}")
        assert ids.index(f"check-{dashed}") < ids.index(f"test-{dashed}-a")


@units
def test_graded_cells_belong_to_the_exercise_in_their_id(unit: str) -> None:
    for cell in cells(unit):
        if is_test(cell):
            assert re.fullmatch(r"test-\d+-\d+-[a-z]", cell["id"]), cell["id"]
            exercise = ".".join(cell["id"].split("-")[1:3])
            assert nnbh(cell)["exercise"] == exercise


@units
def test_setup_and_provided_cells_are_locked_and_checks_name_their_exercise(unit: str) -> None:
    for cell in code_cells(unit):
        if set(tags(cell)) & {"setup", "provided", "check", "hint"}:
            meta = nbgrader(cell)
            assert meta.get("locked"), cell["id"]
            assert not meta.get("grade"), cell["id"]
            assert not meta.get("solution"), cell["id"]
        for kind in ("check", "hint"):
            if kind in tags(cell):
                assert f'{kind}("{nnbh(cell)["exercise"]}"' in text(cell), cell["id"]


@units
def test_prose_is_short_and_code_is_short(unit: str) -> None:
    for cell in code_cells(unit):
        if not is_answer(cell) and not is_test(cell):
            lines = [line for line in text(cell).splitlines() if line.strip()]
            assert len(lines) <= LONG_CODE, f"{cell['id']}: {len(lines)} lines"


@units
def test_first_code_cell_imports_and_nothing_is_installed_or_downloaded(unit: str) -> None:
    assert tags(code_cells(unit)[0]) == ["setup"]
    forbidden = re.compile(r"^\s*[!%]\s*(pip|conda)|sys\.path|urlopen|requests\.|wget|curl", re.M)
    for cell in code_cells(unit):
        assert not forbidden.search(text(cell)), cell["id"]


@units
def test_source_has_no_outputs(unit: str) -> None:
    for cell in code_cells(unit):
        assert cell["outputs"] == [], cell["id"]
        assert cell["execution_count"] is None, cell["id"]


@units
def test_headings_tell_points_time_and_whether_core(unit: str) -> None:
    headings = [
        line
        for cell in cells(unit)
        if cell["cell_type"] == "markdown"
        for line in text(cell).splitlines()
        if re.match(r"#+ Exercise \d+\.\d+", line)
    ]
    assert len(headings) == sum(is_answer(cell) for cell in cells(unit))
    for line in headings:
        assert re.search(r"\(\d+(\.5)? points?, about \d+ minutes, (core|stretch)\)", line), line
