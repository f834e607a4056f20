"""The page of one submission: what it says, and what it must never hold."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from autograder.feedback import render, write_feedback
from autograder.feedback.page import TEMPLATES
from autograder.models import Grade, Outcome, Unit

from .audit import audit
from .conftest import CANARY, Make, answer, notebook, verdict


def alike(outcome: Outcome, **changes: object) -> dict[str, object]:
    """Changes to a grade whose eight exercises all ended so."""
    return {
        "outcome": outcome,
        "verdicts": tuple(verdict(f"1.{n}-a", outcome) for n in range(1, 9)),
    } | changes


def test_the_top_says_how_far_and_where_to_go_on(grade: Grade, unit: Unit) -> None:
    page = audit(render(grade, unit))
    assert page.text.index("12 of 20 points · 01-perceptron · ada") == 0
    assert "4 of 8 exercises complete; start with 1.3." in page.text
    assert "Handed in 2 hours 5 minutes late (due 2027-03-01 14:59 UTC)." in page.text
    assert "Your next step: exercise 1.3, One neuron, five gates" in page.text
    assert "test-1-2-a was deleted; the instructor's copy was put back." in page.text


def test_messages_and_the_own_answer_are_on_the_page(grade: Grade, unit: Unit) -> None:
    page = audit(render(grade, unit))
    for found in grade.verdicts:
        assert found.message in page.text
    assert "return nand(nand(x1, a))" in page.text
    assert "and: 1" in page.text
    assert "stopped with an error" in page.text
    assert len(page.all("img")) == 1


def test_no_part_of_a_test_cell_is_on_any_page(make: Make, unit: Unit) -> None:
    for outcome in Outcome:
        html = render(make(**alike(outcome)), unit)
        assert CANARY not in html
        assert "HIDDEN TESTS" not in html


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_gives_a_sound_page(make: Make, unit: Unit, outcome: Outcome) -> None:
    page = audit(render(make(**alike(outcome, message="What happened.")), unit))
    assert "What happened." in page.text


@pytest.mark.parametrize(
    ("outcome", "sentence", "step"),
    [
        (Outcome.PASSED, "All 8 exercises complete.", ""),
        (Outcome.NOT_STARTED, "0 of 8 exercises complete; start with 1.1.", "empty notebook"),
        (Outcome.MALFORMED, "This file could not be graded.", "hand it in again"),
        (Outcome.OUR_FAULT, "Not graded yet: the fault is ours.", "you lose no points"),
        (Outcome.NEEDS_HUMAN, "8 wait for your instructor", "can only be added"),
    ],
)
def test_special_pages_say_what_to_do(
    make: Make, unit: Unit, outcome: Outcome, sentence: str, step: str
) -> None:
    page = audit(render(make(**alike(outcome)), unit))
    assert sentence in page.text
    assert step in page.text


def test_no_score_is_claimed_before_there_is_one(make: Make, unit: Unit) -> None:
    for outcome in (Outcome.OUR_FAULT, Outcome.NEEDS_HUMAN, Outcome.MALFORMED):
        assert audit(render(make(**alike(outcome)), unit)).text.startswith("no score yet")


@pytest.mark.parametrize("outcome", ["MALFORMED", "NOT_STARTED", "OUR_FAULT"])
def test_what_holds_for_the_whole_file_is_said_once(make: Make, unit: Unit, outcome: str) -> None:
    page = audit(render(make(**alike(Outcome(outcome), message="It is empty.")), unit))
    assert page.text.count("It is empty.") == 1
    assert "nand" not in page.text


def test_points_a_person_decides_about_are_named(make: Make, unit: Unit) -> None:
    verdicts = (verdict("1.1-a", Outcome.PASSED, 2), verdict("1.8-a", Outcome.NEEDS_HUMAN, 1))
    page = audit(render(make(verdicts=verdicts, outcome=Outcome.NEEDS_HUMAN), unit))
    assert "1 of 2 exercises complete; 1 waits for your instructor." in page.text
    assert "1 point is still open" in page.text


@pytest.mark.parametrize(
    ("level", "said"),
    [
        ("none: not contained", True),
        ("bubblewrap: no network; tests ran with the student's code: not forgery-proof", True),
        ("bubblewrap: no network, private files, no system-call filter", False),
        ("", False),  # nothing was run
    ],
)
def test_missing_isolation_is_said(make: Make, unit: Unit, level: str, said: bool) -> None:
    assert ("How it was run" in audit(render(make(sandbox=level), unit)).text) is said


def test_a_grade_without_verdicts_or_points_is_no_trouble(make: Make, unit: Unit) -> None:
    empty = make(verdicts=(), max_score=0.0, notebook={}, submitted_at=None, late_s=0.0, repairs=())
    assert "time not known" in audit(render(empty, unit)).text


def test_many_repairs_are_counted(make: Make, unit: Unit) -> None:
    page = audit(render(make(repairs=tuple(f"Repair {n}." for n in range(200))), unit))
    assert "... and 180 more repairs" in page.text


def test_the_same_grade_gives_the_same_page(make: Make, unit: Unit) -> None:
    assert render(make(), unit) == render(make(), unit)


def test_pages_are_written_whole_and_nothing_else_is_left(
    make: Make, unit: Unit, tmp_path: Path
) -> None:
    grades = [make(student=name) for name in ("ada", "bertil", "Zoë Ñ")]
    paths = write_feedback(grades, unit, tmp_path)
    assert paths[0] == tmp_path / "ada" / "01-perceptron" / "01-perceptron.html"
    assert paths[2].read_text("utf-8") == render(grades[2], unit)
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == sorted(paths)
    assert write_feedback(grades, unit, tmp_path) == paths


@pytest.mark.parametrize("student", ["../escape", "a/b", "..", "", "a\\b", "nul\0"])
def test_a_student_id_that_is_a_path_is_refused(
    make: Make, unit: Unit, tmp_path: Path, student: str
) -> None:
    with pytest.raises(ValueError, match="cannot name a folder"):
        write_feedback([make(student=student)], unit, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_title_from_the_notebook_is_text(make: Make, unit: Unit) -> None:
    cell = {"cell_type": "markdown", "metadata": {}, "source": "## 1.8 <svg onload=alert(1)>"}
    one = make(notebook={"cells": [cell]}, verdicts=(verdict("1.8-a", Outcome.PASSED),))
    assert "1.8 <svg onload=alert(1)>" in audit(render(one, unit)).text


def test_a_bonus_unit_says_so(grade: Grade, unit: Unit) -> None:
    assert "bonus" in audit(render(grade, replace(unit, bonus=True))).text


def test_an_answer_is_folded_away_once_it_is_complete(make: Make, unit: Unit) -> None:
    solved = make(
        notebook=notebook(answer("1.4", "x = 1")), verdicts=(verdict("1.4-a", Outcome.PASSED),)
    )
    assert re.search(r"<details>\s*<summary>Your answer", render(solved, unit))


def test_no_template_switches_escaping_off() -> None:
    for path in TEMPLATES.glob("*.html"):
        text = path.read_text("utf-8")
        assert "|safe" not in text.replace(" ", "")
        assert "autoescape" not in text
