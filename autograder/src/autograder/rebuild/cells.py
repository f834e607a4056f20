"""Cells as rebuilding sees them: the student's, and the slots of the instructor's notebook."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from autograder.skeleton import (
    Skeleton,
    bound_names,
    exercise_of,
    flags,
    grade_id,
    is_answer,
    is_code,
    parse,
    text,
    without_hidden_tests,
)

_BINDS = re.compile(r"^(?:async\s+def|def|class)\s+(\w+)|^(\w+)\s*(?::[^=\n]*)?=(?!=)", re.M)


@dataclass(frozen=True)
class StudentCell:
    """One cell of a submission, cleaned of everything that is not needed."""

    at: int  # its place in the submission
    kind: str  # "code", "markdown" or "raw"
    source: str
    id: str = ""
    grade_id: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)  # its nbgrader metadata
    tags: frozenset[str] = frozenset()
    attachments: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def names(self) -> frozenset[str]:
        """Names that it binds, by a guess from the text where it is not Python."""
        try:
            return bound_names(self.source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            found = (match[1] or match[2] for match in _BINDS.finditer(self.source))
            return frozenset(found)

    @cached_property
    def plain(self) -> str:
        """Its source as it is compared."""
        return plain(self.source)


@dataclass(frozen=True)
class Slot:
    """One cell of the instructor's notebook, to be filled by the student's or restored."""

    at: int
    role: Literal["answer", "test", "locked", "free"]
    cell: Mapping[str, Any]
    released: str  # its source as the student got it, as it is compared
    names: frozenset[str] = frozenset()  # what an answer has to bind

    @property
    def is_code(self) -> bool:
        """Whether this is a code cell."""
        return is_code(self.cell)

    @property
    def grade_id(self) -> str:
        """Its grade id, "" where it has none."""
        return grade_id(self.cell)

    @property
    def id(self) -> str:
        """Its cell id, its grade id where the notebook is too old to have ids."""
        return str(self.cell.get("id") or self.grade_id)

    @property
    def label(self) -> str:
        """How to call it in a sentence."""
        if self.role == "answer":
            return f"the answer cell of exercise {exercise_of(self.cell)}"
        return f"the {self.role} cell {self.id}".replace("free ", "")


def slots_of(skeleton: Skeleton) -> list[Slot]:
    """The instructor's cells, in order."""
    return [
        Slot(
            at=at,
            role=_role(cell),
            cell=cell,
            released=plain(without_hidden_tests(text(cell))),
            names=skeleton.names.get(grade_id(cell), frozenset()),
        )
        for at, cell in enumerate(skeleton.notebook["cells"])
    ]


def _role(cell: Mapping[str, Any]) -> Literal["answer", "test", "locked", "free"]:
    if is_answer(cell):
        return "answer"
    if flags(cell).get("grade"):
        return "test"
    # A set-up cell also runs in the examiner: never a student's version, even of one not locked.
    return "locked" if flags(cell) or "setup" in cell["metadata"].get("tags", ()) else "free"


def plain(source: str) -> str:
    """A source without the blanks that editors add or take away."""
    return "\n".join(line.rstrip() for line in source.strip().splitlines())


def parses(source: str) -> bool:
    """Whether it is Python, magics (% ! ?) left out."""
    lines = (re.sub(r"^\s*[%!].*$|^\s*\?.*$|^.*\?$", "pass", line) for line in source.split("\n"))
    try:
        parse("\n".join(lines))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
