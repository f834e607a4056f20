"""The journal keeps every result, whatever happens to it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from autograder.collect import Found
from autograder.models import Outcome, Unit
from autograder.pipeline.grading import grade_unread
from autograder.pipeline.journal import Journal, JournalError, as_json

NOW = datetime(2027, 3, 1, tzinfo=UTC)
UNIT = Unit("01-tiny", "Tiny", 5.0)


@pytest.fixture
def grade(tiny, student_copy):
    grade = grade_unread(Found(student_copy.hand_in("Zoë")), UNIT, tiny, "no \ud800 file", "none")
    return replace(grade, submitted_at=NOW, notebook={})


def test_latest_result_of_a_student_is_read_back_whole(tmp_path, grade) -> None:
    clean = replace(grade, message="ok", verdicts=(replace(grade.verdicts[0], message="x"),))
    with Journal(tmp_path) as journal:
        journal.add(replace(clean, score=1.0), NOW)
        journal.add(clean, NOW)
    assert journal.latest("01-tiny") == {"Zoë": clean}
    assert journal.latest("02-other") == {}


def test_half_a_line_of_a_killed_run_spoils_no_other(tmp_path, grade) -> None:
    with Journal(tmp_path) as first:
        first.add(grade, NOW)
    with first.path.open("ab") as file:
        file.write(b'{"student": "cut o')
    with Journal(tmp_path) as second:
        second.add(replace(grade, student="next"), NOW)
    assert set(second.latest("01-tiny")) == {"Zoë", "next"}


def test_journal_only_grows(tmp_path, grade) -> None:
    for _ in range(3):
        with Journal(tmp_path) as journal:
            journal.add(grade, NOW)
    assert len(journal.path.read_text("utf-8").splitlines()) == 3


def test_workspace_that_cannot_be_written_is_named(tmp_path) -> None:
    (tmp_path / ".autograder").write_text("a file in the way")
    with pytest.raises(JournalError, match="--workspace"):
        Journal(tmp_path)


def test_json_has_the_agreed_keys_and_no_others(grade) -> None:
    found = json.loads(json.dumps(as_json(grade)))
    keys = ["student", "unit", "outcome", "score", "max_score", "repairs", "exercises"]
    assert list(found) == keys
    cell = ["id", "grade_id", "points", "max_points", "outcome", "message", "mistake"]
    assert list(found["exercises"][0]) == cell
    assert found["outcome"] == Outcome.MALFORMED.value
