"""The words around an exercise in the notebook: its title, and the student's explanation."""

from __future__ import annotations

import re

from autograder.feedback.outputs import cells, metadata, source
from autograder.models import Notebook
from autograder.pages.text import capped

_TITLE_LIMIT = 120  # characters
_EXPLANATION_LIMIT = 4_000
_SEARCHED = 20_000  # characters of a cell in which a heading is looked for


def title(notebook: Notebook, exercise: str) -> str:
    """The heading that begins with the exercise's number, "1.2  Smooth steps", without it."""
    number = re.compile(rf"#{{1,6}}[ \t]+{re.escape(exercise)}[.:]?[ \t]+(?=\S)")
    for cell in cells(notebook):
        if cell.get("cell_type") == "markdown":
            for line in source(cell)[:_SEARCHED].split("\n"):
                if hit := number.match(line):
                    plain = re.sub(r"[*`$]", "", line[hit.end() :].strip())
                    return capped(plain, _TITLE_LIMIT)
    return ""


def explanations(notebook: Notebook, exercise: str) -> tuple[str, ...]:
    """What the student wrote beside a choice, in the cells with metadata.nnbh.explanation.

    It is shown as it was typed: a page needs no markdown from a stranger.
    """
    found = (
        capped(source(cell).strip(), _EXPLANATION_LIMIT)
        for cell in cells(notebook)
        if metadata(cell, "nnbh").get("explanation") is True
        and metadata(cell, "nnbh").get("exercise") == exercise
    )
    return tuple(text for text in found if text)
