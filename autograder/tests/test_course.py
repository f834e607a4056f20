"""What course.toml may say, and what is said when it says something else."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from autograder.course import CourseError, load_course


def with_toml(root: Path, text: str) -> Path:
    (root / "course").mkdir(exist_ok=True)
    (root / "course" / "course.toml").write_text(text, encoding="utf-8")
    return root


UNIT = '[[unit]]\nid = "01-a"\ntitle = "A"\npoints = 20\n'


def test_units_come_in_order_with_their_defaults(tmp_path) -> None:
    second = '[[unit]]\nid = "02-b"\ntitle = "B"\npoints = 5\nbonus = true\nlimit_s = 9\n'
    course = load_course(with_toml(tmp_path, f'title = "T"\n{UNIT}due = ""\n{second}'))
    assert [unit.id for unit in course.units] == ["01-a", "02-b"]
    assert (course.units[0].due, course.units[0].limit_s) == (None, 60.0)
    assert (course.units[1].bonus, course.units[1].limit_s) == (True, 9.0)


def test_due_date_keeps_its_zone(tmp_path) -> None:
    text = f'title = "T"\n{UNIT}due = "2027-03-01T23:59:00+09:00"\n'
    due = load_course(with_toml(tmp_path, text)).unit("01-a").due
    assert due == datetime(2027, 3, 1, 14, 59, tzinfo=UTC)


def test_unknown_unit_lists_those_there_are(tmp_path) -> None:
    course = load_course(with_toml(tmp_path, f'title = "T"\n{UNIT}'))
    with pytest.raises(CourseError, match=r"no unit '9' in this course. Its units: 01-a"):
        course.unit("9")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title = ", "cannot be read"),
        ('title = "T"\nunit = []', "unit: "),
        (f'title = "T"\n{UNIT}due = "2027-03-01T23:59:00"', "needs a time zone"),
        (f'title = "T"\n{UNIT}colour = "red"', "unit.0.colour"),
        (f'title = "T"\n{UNIT}{UNIT}', "same id"),
        (f'title = "T"\n{UNIT.replace("01-a", "../a")}', "unit.0.id"),
        (f'title = "T"\n{UNIT}limit_s = 0', "unit.0.limit_s"),
    ],
)
def test_wrong_file_is_named_with_its_first_fault(tmp_path, text, words) -> None:
    with pytest.raises(CourseError, match=words) as raised:
        load_course(with_toml(tmp_path, text))
    assert "course.toml" in str(raised.value)


def test_folder_that_is_no_course_says_what_to_do(tmp_path) -> None:
    with pytest.raises(CourseError, match="--course"):
        load_course(tmp_path)
