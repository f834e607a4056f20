"""The journal keeps every result, whatever happens to it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from autograder.collect import Found
from autograder.models import Grade, Outcome, Unit
from autograder.pipeline.grading import grade_unread
from autograder.pipeline.journal import Journal, as_json
from autograder.pipeline.lock import WorkspaceError
from autograder.pipeline.one import Result
from autograder.record import make_entry

NOW = datetime(2027, 3, 1, tzinfo=UTC)
UNIT = Unit("01-tiny", "Tiny", 5.0)


@pytest.fixture
def grade(tiny, student_copy) -> Grade:
    grade = grade_unread(Found(student_copy.hand_in("Zoë")), UNIT, tiny, "no \ud800 file", "none")
    return replace(grade, submitted_at=NOW)


@pytest.fixture
def result(grade, tiny) -> Result:
    return Result(make_entry(grade, tiny, NOW), "a key", True, "a digest", "another")


def of(result: Result, **changes: Any) -> Result:
    """The result with another grade."""
    grade = replace(result.grade, **changes)
    return replace(result, entry=replace(result.entry, grade=grade))


def test_latest_result_of_a_student_is_read_back_whole(tmp_path, result) -> None:
    with Journal(tmp_path) as journal:
        journal.add(of(result, score=1.0), NOW)
        journal.add(result, NOW)
    assert journal.latest("01-tiny") == {"Zoë": result}
    assert journal.latest("02-other") == {}


@pytest.mark.parametrize(
    "rubbish",
    [b'{"student": "cut o', b"\xff\xfe", b"\0" * 50, b"[]\n", b'{"unit": "01-tiny"}', b"7"],
)
def test_half_a_line_of_a_killed_run_spoils_no_other(tmp_path, result, rubbish) -> None:
    with Journal(tmp_path) as first:
        first.add(result, NOW)
    with first.path.open("ab") as file:
        file.write(rubbish)
    with Journal(tmp_path) as second:
        second.add(of(result, student="next"), NOW)
    assert set(second.latest("01-tiny")) == {"Zoë", "next"}


def test_line_of_an_older_version_is_read_as_a_grade_to_be_made_again(tmp_path, result) -> None:
    with Journal(tmp_path) as journal:
        journal.add(result, NOW)
    line = json.loads(journal.path.read_text("utf-8"))
    for name in ("answers", "untouched", "key", "sure", "notebook", "page", "received_at"):
        del line[name]
    journal.path.write_text(json.dumps(line) + "\n", "utf-8")
    found = journal.latest("01-tiny")["Zoë"]
    assert found.grade == result.grade
    assert not found.sure


def test_journal_only_grows(tmp_path, result) -> None:
    for _ in range(3):
        with Journal(tmp_path) as journal:
            journal.add(result, NOW)
    assert len(journal.path.read_text("utf-8").splitlines()) == 3


def test_workspace_that_cannot_be_written_is_named(tmp_path) -> None:
    (tmp_path / ".autograder").write_text("a file in the way")
    with pytest.raises(WorkspaceError, match="--workspace"):
        Journal(tmp_path)


def test_json_has_the_agreed_keys_and_no_others(grade) -> None:
    found = json.loads(json.dumps(as_json(grade)))
    keys = ["student", "unit", "outcome", "score", "max_score", "repairs", "exercises"]
    assert list(found) == keys
    cell = ["id", "grade_id", "points", "max_points", "outcome", "message", "mistake"]
    assert list(found["exercises"][0]) == cell
    assert found["outcome"] == Outcome.MALFORMED.value
