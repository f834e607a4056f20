"""The class page: sound and safe for every class, small or large, kind or hostile."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from autograder.models import Grade, Outcome, Unit
from autograder.report import write_report

from ..feedback.audit import Audited, audit
from .conftest import Make

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></svg></table>",
    "javascript:alert(1)",
    "../../etc/passwd",
    "admin\u202etxt",
    "nul\x00 half \ud800",
    "{{ 7 * 7 }}",
    "x" * 50_000,
    "&amp; ? # % 漢",
]


def page_of(grades: list[Grade], unit: Unit, folder: Path) -> Audited:
    paths = write_report(grades, unit, folder)
    assert [path.name for path in paths] == ["index.html", "grades.csv", "mistakes.csv"]
    assert all(path.parent == folder / unit.id for path in paths)
    return audit(paths[0].read_text("utf-8"))


def test_a_class_can_be_understood_from_its_page(
    dozen: list[Grade], unit: Unit, tmp_path: Path
) -> None:
    text = page_of(dozen, unit, tmp_path).text
    assert "Half the class reached 17 of 20 points or more." in text
    assert "and-bias-minus-two" in text
    assert "Leave a margin on both sides." in text
    assert "The file is empty (0 bytes)." in text
    assert "9 counted submissions" in text
    assert "point-biserial" in text
    assert "bubblewrap" in text


def test_names_lead_to_the_feedback_pages(dozen: list[Grade], unit: Unit, tmp_path: Path) -> None:
    page = page_of(dozen, unit, tmp_path / "report")
    place = tmp_path / "report" / unit.id
    links = {a for a in page.values("href") if a.startswith("..")}
    found = {(place / unquote(link)).resolve() for link in links}
    feedback = tmp_path.resolve() / "feedback"
    assert found == {feedback / g.student / unit.id / f"{unit.id}.html" for g in dozen}


def test_outcomes_can_be_told_without_colour(
    dozen: list[Grade], unit: Unit, tmp_path: Path
) -> None:
    page = page_of(dozen, unit, tmp_path)
    for words in ("✗ 0 no points", "½ 1.5 partly right", "! 0 was stopped", "– 0 not started"):
        assert words.replace(" ", "") in page.text.replace(" ", "")


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_class_of_one_of_every_outcome(
    uniform: Make, unit: Unit, tmp_path: Path, outcome: Outcome
) -> None:
    page_of([uniform("a", outcome)], unit, tmp_path)


def test_nobody_and_nothing_to_score(unit: Unit, uniform: Make, tmp_path: Path) -> None:
    assert "No submission of this unit has been graded yet." in page_of([], unit, tmp_path).text
    worthless = replace(uniform("a", Outcome.PASSED), verdicts=(), max_score=0.0)
    page_of([worthless], replace(unit, points=0), tmp_path)


def test_equal_scores_make_a_page(make: Make, unit: Unit, tmp_path: Path) -> None:
    page = page_of([make(f"s{n}", "no-label") for n in range(10)], unit, tmp_path)
    assert "everyone alike" in page.text


def test_four_hundred_students_take_under_three_seconds(
    crowd: list[Grade], unit: Unit, tmp_path: Path
) -> None:
    started = time.perf_counter()
    write_report(crowd, unit, tmp_path)
    assert time.perf_counter() - started < 3
    audit((tmp_path / unit.id / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("text", HOSTILE, ids=[str(number) for number in range(len(HOSTILE))])
def test_hostile_text_stays_text(make: Make, unit: Unit, tmp_path: Path, text: str) -> None:
    one = make(text, "no-label", repairs=(text,), message=text, sandbox=text)
    verdicts = [replace(v, message=text, mistake=v.mistake and text) for v in one.verdicts]
    stopped = replace(verdicts[0], outcome=Outcome.TIMED_OUT, points=0.0, mistake=None)
    grades = [
        replace(one, verdicts=(stopped, *verdicts[1:])),
        replace(one, outcome=Outcome.MALFORMED),
        replace(one, outcome=Outcome.OUR_FAULT, verdicts=()),
    ]
    page_of(grades, replace(unit, title=text), tmp_path)
    for name in ("grades.csv", "mistakes.csv"):
        (tmp_path / unit.id / name).read_text("utf-8")


def test_the_same_grades_in_any_order_give_the_same_files(
    dozen: list[Grade], unit: Unit, tmp_path: Path
) -> None:
    one = [path.read_bytes() for path in write_report(dozen, unit, tmp_path / "a")]
    other = [path.read_bytes() for path in write_report(dozen[::-1], unit, tmp_path / "b")]
    assert one == other


def test_nothing_unfinished_is_left(dozen: list[Grade], unit: Unit, tmp_path: Path) -> None:
    paths = write_report(dozen, unit, tmp_path)
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == sorted(paths)
