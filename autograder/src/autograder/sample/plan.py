"""Reads course/sample-class.toml: who is in the class and what each handed in."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError


class SampleError(Exception):
    """The sample class cannot be made; the sentence says what to do about it."""


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OwnCell(_Table):
    """A cell that the student added."""

    before: str  # the id of the cell that it comes before
    source: str


class SampleStudent(_Table):
    """One student and what became of the notebook."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    about: str
    default: str  # the bank's file for every exercise, or "stub"
    answers: dict[str, str] = {}  # exercise -> the bank's file
    cells: dict[str, str] = {}  # exercise -> an answer that is in no bank
    own: tuple[OwnCell, ...] = ()
    deleted: tuple[str, ...] = ()  # cell ids
    doubled: tuple[str, ...] = ()  # cell ids; of an answer the copy is filled in
    emptied: bool = False


class SampleUnit(_Table):
    """The students of one unit."""

    id: str
    student: tuple[SampleStudent, ...]


class SampleClass(_Table):
    """The whole file."""

    handed_in: datetime
    unit: tuple[SampleUnit, ...]


def read_plan(course_dir: Path) -> SampleClass:
    """Read `course_dir`/course/sample-class.toml.

    Raises:
        SampleError: the file is missing or wrong.
    """
    path = course_dir / "course" / "sample-class.toml"
    try:
        return SampleClass.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise SampleError(f"This course has no sample class: there is no {path}.") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SampleError(f"{path} cannot be read: {error}. Correct the file.") from None
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(str(part) for part in fault["loc"])
        raise SampleError(f"{path}: {where}: {fault['msg']}. Correct the file.") from None
