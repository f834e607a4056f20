"""The words around an exercise: its title, and what the student wrote about a choice."""

from __future__ import annotations

import time

import pytest
from autograder.feedback.prose import explanations, title


def note(source: str, **nnbh: object) -> dict[str, object]:
    return {"cell_type": "markdown", "metadata": {"nnbh": nnbh}, "source": source}


def test_the_title_is_the_heading_with_the_exercise_number() -> None:
    cells = [
        note("# Unit 1\n\nText"),
        note("## 1.10 Not this one"),
        note("Text.\n\n## 1.1  A `step` is a *decision*\n\nMore."),
    ]
    assert title({"cells": cells}, "1.1") == "A step is a decision"
    assert title({"cells": cells}, "1.7") == ""


@pytest.mark.parametrize("text", ["## 1.1 " + " " * 500_000, "## 1.1" * 100_000, "#" * 500_000])
def test_a_huge_heading_takes_no_time(text: str) -> None:
    started = time.perf_counter()
    assert len(title({"cells": [note(text)]}, "1.1")) < 200
    assert time.perf_counter() - started < 1


def test_an_explanation_is_shown_as_it_was_typed() -> None:
    text = "No line: $w_1$ <script>alert(1)</script>\n\n- *one* point"
    cells = [note(text, exercise="1.8", explanation=True), note("no", exercise="1.8")]
    assert explanations({"cells": cells}, "1.8") == (text,)
    assert explanations({"cells": cells}, "1.7") == ()


def test_an_empty_explanation_is_none_and_a_long_one_is_cut() -> None:
    empty = note("  \n", exercise="1.8", explanation=True)
    assert explanations({"cells": [empty]}, "1.8") == ()
    long = note("x" * 10_000, exercise="1.8", explanation=True)
    assert explanations({"cells": [long]}, "1.8")[0].endswith("... 6,000 more characters")
