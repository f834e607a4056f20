"""The instructor's titles and explanations, without a typesetter for formulas."""

from __future__ import annotations

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


def test_an_explanation_is_shown_with_its_formulas_as_text() -> None:
    text = "**b is right**: $w_1 + w_2 \\ge 0$ and\n\n- one `point`\n\n### Then"
    cell = note(text, exercise="1.8", explanation=True)
    (html,) = explanations({"cells": [cell, note("no", exercise="1.8")]}, "1.8")
    assert html.count("<code>") == 2
    assert "<code>w_1 + w_2 ≥ 0</code>" in html
    assert "<strong>b is right</strong>" in html
    assert "<h3>" not in html


def test_an_explanation_cannot_carry_a_script() -> None:
    text = "<script>alert(1)</script> [x](javascript:alert(1)) ![y](https://evil.example/a.png)"
    (html,) = explanations({"cells": [note(text, exercise="1.8", explanation=True)]}, "1.8")
    assert "<script" not in html
    assert "href" not in html
    assert "<img" not in html
