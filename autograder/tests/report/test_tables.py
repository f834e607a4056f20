"""The CSV files read back as they were meant, in a spreadsheet and in Python."""

from __future__ import annotations

import csv
import io

from autograder.models import Grade
from autograder.report.mistakes import mistakes
from autograder.report.tables import grades_csv, mistakes_csv
from autograder.report.tally import tally

from .conftest import Make


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_student_has_a_line_with_all_points(dozen: list[Grade]) -> None:
    found = {row["student"]: row for row in rows(grades_csv(tally(dozen, 20)))}
    assert len(found) == 12
    assert found["bertil"]["score"] == "19"
    assert found["bertil"]["1.3"] == "3"
    assert found["emeka"]["late_s"] == "7500"
    assert found["kofi"]["1.1"] == ""
    assert found["kofi"]["needs"] == "grader failed"
    assert found["alice"]["submitted_at"] == "2027-03-01T09:30:00+00:00"


def test_every_mistake_has_a_line(dozen: list[Grade]) -> None:
    first = rows(mistakes_csv(mistakes(dozen)))[0]
    assert (first["exercise"], first["mistake"], first["students"]) == (
        "1.3",
        "and-bias-minus-two",
        "3",
    )
    assert first["who"] == "bertil chiara deniz"


def test_quotes_commas_and_lines_stay_inside_their_cell(make: Make) -> None:
    message = 'say "hi", and\nthen = go\r\n,,'
    (row,) = rows(grades_csv(tally([make('a,"b"', message=message)], 20)))
    assert (row["student"], row["message"].replace("⟨U+000D⟩", "\r")) == ('a,"b"', message)


def test_formulas_are_disarmed_in_every_column(make: Make) -> None:
    evil = make("=cmd|'/c calc'!A0", message="@x", repairs=("+y",), sandbox="-z")
    (row,) = rows(grades_csv(tally([evil], 20)))
    assert [row[name][:2] for name in ("student", "message", "repairs", "sandbox")] == [
        "'=",
        "'@",
        "'+",
        "'-",
    ]


def test_the_files_are_always_utf8(make: Make) -> None:
    grades_csv(tally([make("half \ud800 nul \x00 Zoë 漢")], 20)).encode("utf-8")
