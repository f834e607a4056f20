"""Compares what a submission got, and everything that it left behind, with what it must get."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.models import Notebook, Outcome

from .cases import Case

OURS = (Outcome.OUR_FAULT, Outcome.NEEDS_HUMAN)


def complaints(
    case: Case, cells: Sequence[Mapping[str, Any]], shown: str, secrets: Sequence[str]
) -> list[str]:
    """What is not as it must be, each a sentence.

    Args:
        case: with the verdict that it must get.
        cells: "grade_id", "id" (the exercise), "points", "max_points", "outcome" and "message"
            of each graded cell, as the journal has them.
        shown: all that a student or a marker may see of it.
        secrets: canaries and hidden inputs.
    """
    return [
        *(f"{cell['grade_id']}: {text}" for cell in cells for text in _verdict(case, cell)),
        *(f"{word!r} is shown" for word in (*secrets, *case.never) if word in shown),
        *(f"{word!r} is not shown" for word in case.says if word not in shown),
    ]


def _verdict(case: Case, cell: Mapping[str, Any]) -> Iterator[str]:
    outcome, points = Outcome(cell["outcome"]), cell["points"]
    otherwise = Outcome.PASSED if case.solved else Outcome.NOT_STARTED
    wanted = case.must.get(cell["grade_id"]) or case.must.get(cell["id"]) or (otherwise,)
    if outcome not in wanted:
        yield f"{outcome}, which is not {' or '.join(wanted)}: {cell['message']}"
    due = cell["max_points"] if outcome is Outcome.PASSED else 0.0
    if points is None or not math.isfinite(points) or points != due:
        yield f"{points} points for {outcome}"


def shown(notebook: Notebook, messages: Sequence[str], page: str) -> str:
    """Outputs, verdicts' messages and the feedback page as one text."""
    outputs = [cell.get("outputs", ()) for cell in notebook["cells"]]
    return "\n".join((json.dumps(outputs, ensure_ascii=False), *messages, page))


def read_page(folder: Path, student: str, unit: str) -> str:
    """The feedback page of a batch."""
    return (folder / "feedback" / student / unit / f"{unit}.html").read_text("utf-8")
