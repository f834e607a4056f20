"""A cell that runs in the candidate, and how it ended by the candidate's word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .faults import Forbidden


@dataclass(frozen=True)
class Cell:
    """A code cell that runs in the candidate."""

    id: str
    index: int  # in the notebook
    source: str


@dataclass(frozen=True)
class Ran:
    """How a cell ended: ok, raised, or the kind of stop that it caused."""

    kind: str
    error: str = ""
    text: str = ""
    line: int = 0
    cell: str = ""
    trace: str = ""
    outputs: tuple[tuple[str, str, str], ...] = ()


def ran_of(answer: Any) -> Ran:
    """What the candidate says of a cell. Raises Forbidden."""
    try:
        outputs, failure = answer
        good = all(len(o) == 3 and all(type(part) is str for part in o) for o in outputs)
        if failure is None and good:
            return Ran("ok", outputs=outputs)
        error, text, cell, line, trace = failure
        if good and [type(p) for p in failure] == [str, str, str, int, str]:
            return Ran("raised", error, text, line, cell, trace, outputs)
    except (ValueError, TypeError):
        pass
    raise Forbidden("it sent a message of the wrong form")
