"""The course in this checkout: what is committed is what its source gives, lints passed."""

from __future__ import annotations

from pathlib import Path

import pytest
from autograder.course import load_course
from autograder.release.build import drift

COURSE = load_course(Path(__file__).parents[3])


@pytest.mark.parametrize("unit", [unit.id for unit in COURSE.units])
def test_release_and_checks_are_what_the_source_gives(unit: str) -> None:
    assert drift(COURSE, unit) == []
