"""Reads course/course.toml: which units there are, in order, with points, due dates and limits.

What a unit's notebook contains is skeleton's business.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from autograder.models import Unit, assignment_of

UNIT_ID = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"  # a folder's name, never a path


class CourseError(Exception):
    """The course on this disk cannot be used; the sentence says what to do about it."""


@dataclass(frozen=True)
class Course:
    """A course as course.toml states it."""

    root: Path
    title: str
    units: tuple[Unit, ...]
    foreign: bool = False  # made for nbgrader alone: see nbcourse

    def units_of(self, name: str) -> tuple[Unit, ...]:
        """The unit of this id, or all the notebooks of the assignment of this name.

        Raises:
            CourseError: there is none; the message lists those there are.
        """
        found = tuple(unit for unit in self.units if assignment_of(unit.id) == name)
        return found or (self.unit(name),)

    def unit(self, unit_id: str) -> Unit:
        """The unit of this id.

        Raises:
            CourseError: there is none; the message lists those there are.
        """
        for unit in self.units:
            if unit.id == unit_id:
                return unit
        known = ", ".join(unit.id for unit in self.units)
        raise CourseError(f"There is no unit {unit_id!r} in this course. Its units: {known}.")

    def notebook(self, unit_id: str) -> Path:
        """Where the instructor's notebook of a unit is."""
        return self.root / "source" / unit_id / f"{unit_id}.ipynb"


class _UnitTable(BaseModel):
    """One [[unit]] of course.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=UNIT_ID)]
    title: str
    points: Annotated[float, Field(ge=0)]
    bonus: bool = False
    due: datetime | None = None
    limit_s: Annotated[float, Field(gt=0, le=3600)] = 60.0
    cell_s: Annotated[float, Field(gt=0, le=3600)] = 10.0

    @field_validator("due", mode="before")
    @classmethod
    def _empty_is_never(cls, value: Any) -> Any:
        return None if value == "" else value

    @field_validator("due")
    @classmethod
    def _has_a_zone(cls, value: datetime | None) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("needs a time zone, e.g. 2027-03-01T23:59:00+09:00")
        return value


class _CourseTable(BaseModel):
    """The whole of course.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    unit: Annotated[tuple[_UnitTable, ...], Field(min_length=1)]


def load_course(course_dir: Path) -> Course:
    """Read `course_dir`/course/course.toml; without one, what is in nbgrader's source/ folder.

    Raises:
        CourseError: the file is missing, is not TOML, or says something that cannot be.
    """
    path = course_dir / "course" / "course.toml"
    try:
        table = _CourseTable.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        from autograder import nbcourse  # which builds on this module

        if nbcourse.is_nbgrader_course(course_dir):
            return nbcourse.read_course(course_dir)
        raise CourseError(
            f"{course_dir} is not a course: there is no {path}. Go to the course's folder, "
            "or name it with --course."
        ) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CourseError(f"{path} cannot be read: {error}. Correct the file.") from None
    except ValidationError as error:
        raise CourseError(f"{path}: {_first_fault(error)}. Correct the file.") from None
    units = tuple(Unit(**unit.model_dump()) for unit in table.unit)
    if len({unit.id for unit in units}) < len(units):
        raise CourseError(f"{path}: two units have the same id. Correct the file.")
    return Course(root=course_dir, title=table.title, units=units)


def _first_fault(error: ValidationError) -> str:
    fault = error.errors()[0]
    where = ".".join(str(part) for part in fault["loc"])
    return f"{where}: {fault['msg']}"
