"""Cells as rebuilding sees them: the student's, and the slots of the instructor's notebook."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

from autograder.rebuild.source import names_in, parses, stub_names
from autograder.skeleton import (
    Skeleton,
    exercise_of,
    flags,
    grade_id,
    is_answer,
    is_code,
    text,
    without_hidden_tests,
)

Words = Counter[str]
LONGEST = 4000  # characters of a cell that are compared


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
    pieces: int = 1  # the cells that it was joined of

    @cached_property
    def names(self) -> frozenset[str]:
        """The public names that it binds, by a guess from the text where it is not Python."""
        return names_in(self.source)

    @cached_property
    def plain(self) -> str:
        """Its source as it is compared."""
        return plain(self.source)

    @cached_property
    def parses(self) -> bool:
        """Whether it is Python, magics left out."""
        return parses(self.source)

    @cached_property
    def words(self) -> Words:
        """Its words, to tell how alike two cells are."""
        return words(self.plain)

    def with_source(self, source: str) -> StudentCell:
        """The same cell with another source."""
        return replace(self, source=source) if source != self.source else self

    def joined(self, source: str, at: int, pieces: int) -> StudentCell:
        """This cell with all of a source of which it was a piece."""
        return replace(self, source=source, at=at, pieces=pieces)


@dataclass(frozen=True)
class Slot:
    """One cell of the instructor's notebook, to be filled by the student's or restored."""

    at: int
    role: Literal["answer", "test", "locked", "free"]
    cell: Mapping[str, Any]
    released: str  # its source as the student got it, as it is compared
    names: frozenset[str] = frozenset()  # what this answer has to bind, and no other

    @property
    def is_code(self) -> bool:
        """Whether this is a code cell."""
        return is_code(self.cell)

    @property
    def text(self) -> str:
        """Its source; an answer's is the stub."""
        return text(self.cell)

    @property
    def grade_id(self) -> str:
        """Its grade id, "" where it has none."""
        return grade_id(self.cell)

    @property
    def id(self) -> str:
        """Its cell id, its grade id where the notebook is too old to have ids."""
        return str(self.cell.get("id") or self.grade_id)

    @property
    def tags(self) -> frozenset[str]:
        """Its tags."""
        return frozenset(self.cell.get("metadata", {}).get("tags", ()))

    @property
    def label(self) -> str:
        """How to call it in a sentence."""
        if self.role == "answer":
            return f"the answer cell of exercise {exercise_of(self.cell)}"
        return f"the {self.role} cell {self.id}".replace("free ", "")

    @property
    def start(self) -> str:
        """How to begin a sentence about it."""
        return self.label[0].upper() + self.label[1:]

    @cached_property
    def words(self) -> Words:
        """The words of its source, to tell how alike two cells are."""
        return words(self.released)

    def written(self, cell: StudentCell) -> frozenset[str]:
        """The names of this answer that a cell binds otherwise than the stub does."""
        mine = cell.names & self.names
        return mine - stub_names(cell.source, self.text) if mine else mine


def slots_of(skeleton: Skeleton) -> list[Slot]:
    """The instructor's cells, in order."""
    often = Counter(name for names in skeleton.names.values() for name in names)
    return [
        Slot(
            at=at,
            role=_role(cell),
            cell=cell,
            released=plain(without_hidden_tests(text(cell))),
            # A name that several answers bind tells none of them from the others.
            names=frozenset(n for n in skeleton.names.get(grade_id(cell), ()) if often[n] == 1),
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


def words(source: str) -> Words:
    """The words and signs of a text."""
    return Counter(re.findall(r"\w+|[^\w\s]", source[:LONGEST]))
