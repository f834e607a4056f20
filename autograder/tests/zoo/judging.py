"""Compares what a submission got, and everything that it left behind, with what it must get."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.models import Notebook, Outcome

from .cases import Case


@dataclass(frozen=True)
class Left:
    """All that a submission leaves behind for people to see."""

    cells: Sequence[Mapping[str, Any]]  # graded cells, as the journal has them
    outputs: str
    messages: str
    page: str  # feedback: answers, outputs and messages once more


def left_by(graded: Mapping[str, Any], notebook: Notebook, page: str) -> Left:
    """What is left of a submission.

    Args:
        graded: its line in the journal.
        notebook: as autograded.
        page: its feedback.
    """
    outputs = [cell.get("outputs", ()) for cell in notebook["cells"]]
    messages = [*graded["repairs"], *(cell["message"] for cell in graded["exercises"])]
    flat = json.dumps(outputs, ensure_ascii=False)
    return Left(graded["exercises"], flat, "\n".join(messages), page)


def complaints(case: Case, left: Left, secrets: Sequence[str]) -> list[str]:
    """What is not as it must be, each a sentence.

    Args:
        case: with the verdict that it must get.
        left: what it left.
        secrets: canaries and hidden inputs.
    """
    told = left.outputs + left.messages
    return [
        *(f"{cell['grade_id']}: {text}" for cell in left.cells for text in _verdict(case, cell)),
        *(f"{word!r} is shown" for word in (*secrets, *case.never) if word in told),
        *(
            f"{word!r} is on the page"
            for word in (*secrets, *case.never_on_page)
            if word in left.page
        ),
        *(f"{word!r} is in no output" for word in case.says if word not in left.outputs),
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
