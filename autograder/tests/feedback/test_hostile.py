"""Everything a student can write, in every place the page shows it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from autograder.feedback import render
from autograder.models import Grade, Outcome, Unit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .audit import audit
from .conftest import Make, answer, verdict

HOSTILE = [
    "<script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "</title></head><body onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '<a href="javascript:alert(1)">click</a>',
    "[click](javascript:alert(1))",
    "<svg/onload=alert(1)>",
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    "<!-- <![CDATA[ -->",
    "]]></svg></pre></code></details></section></main>",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "admin\u202etxt.exe \u2066x\u2069",
    "\x1b[31mred\x1b[0m\x1b]0;title\x07",
    "nul\x00byte",
    "half \ud83d of a character",
    "&lt;script&gt; &#60;script&#62;",
    "x" * 200_000,
    "\n" * 50_000,
    "e\u0301" + "\u0301" * 5_000,
]


def everywhere(make: Make, text: str) -> Grade:
    """A grade that holds the text in every place that a student can reach."""
    outputs = [
        {"output_type": "stream", "name": "stdout", "text": text},
        {"output_type": "stream", "name": "stderr", "text": [text, text]},
        {"output_type": "error", "ename": text, "evalue": text, "traceback": [text]},
        {"output_type": "error", "ename": text, "evalue": text, "traceback": []},
        {"output_type": "display_data", "data": {"text/html": text, "text/plain": text}},
        {"output_type": "display_data", "data": {"image/png": text, "text/plain": text}},
        {"output_type": text, "data": {text: text}},
    ]
    why = {"cell_type": "markdown", "metadata": {"nnbh": {"exercise": "1.1", "explanation": True}}}
    heading = {"cell_type": "markdown", "metadata": {}, "source": f"## 1.1 {text}"}
    cells = [heading, answer("1.1", text, *outputs), {**why, "source": text}]
    failed = verdict("1.1-a", Outcome.FAILED, message=text, mistake=text)
    return make(
        student=text, notebook={"cells": cells}, verdicts=(failed,), repairs=(text,),
        message=text, sandbox="none " + text,
    )  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=[str(number) for number in range(len(HOSTILE))])
def test_hostile_text_stays_text(make: Make, unit: Unit, text: str) -> None:
    html = render(everywhere(make, text), unit)
    page = audit(html)
    assert "evil.example" not in str(page.tags)
    assert "Your next step" in page.text
    assert len(html) < 400_000


def test_hostile_titles_of_units_stay_text(make: Make, unit: Unit) -> None:
    for text in HOSTILE[:12]:
        audit(render(make(), replace(unit, title=text, id=text)))


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None
)
@given(text=st.text(st.characters(codec=None), min_size=1))
def test_any_text_at_all_stays_text(make: Make, unit: Unit, text: str) -> None:
    audit(render(everywhere(make, text), unit))


def test_exercise_names_cannot_break_the_links(make: Make, unit: Unit) -> None:
    failed = verdict("1.1-a", Outcome.FAILED)
    audit(render(make(verdicts=(replace(failed, exercise='1"><script>'),)), unit))
