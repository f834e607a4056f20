"""The gradebook as nbgrader's own API and formgrader read it."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from autograder.files import write_whole
from autograder.models import Grade, Outcome, Unit, Verdict
from autograder.record import Entry, RecordError, make_entry, notebook_path, record
from autograder.skeleton import Skeleton, grade_id, make_skeleton
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

UNIT = Unit("01-tiny", "Tiny", 5.0)
WHEN = datetime(2027, 3, 1, 12, 30, tzinfo=UTC)


def entry(
    skeleton: Skeleton, student: str, points: dict[str, float | None], **changes: Any
) -> Entry:
    """A grade with these points, 0 for the other cells."""
    verdicts = tuple(
        Verdict(
            cell.grade_id,
            cell.exercise,
            points.get(cell.grade_id, None if cell.manual else 0.0),
            cell.max_points,
            Outcome.FAILED,
            "",
        )
        for cell in skeleton.graded
    )
    score = sum(verdict.points or 0 for verdict in verdicts)
    grade = Grade(
        student=student,
        unit=UNIT.id,
        outcome=Outcome.PARTIAL,
        score=score,
        max_score=sum(cell.max_points for cell in skeleton.graded),
        verdicts=verdicts,
        notebook=skeleton.notebook,
    )
    return make_entry(dataclasses.replace(grade, **changes), skeleton)


def with_answer(skeleton: Skeleton, name: str, source: str) -> dict[str, Any]:
    cells = [
        {**cell, "source": source} if grade_id(cell) == name else cell
        for cell in skeleton.notebook["cells"]
    ]
    return {**skeleton.notebook, "cells": cells}


def gradebook(workspace: Path) -> Gradebook:
    return Gradebook(f"sqlite:///{workspace / 'gradebook.db'}", "neural-networks-by-hand")


def rows(workspace: Path) -> list[tuple[Any, ...]]:
    with sqlite3.connect(workspace / "gradebook.db") as database:
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master ORDER BY 1")]
        found = [
            row
            for table in tables
            if not table.startswith("sqlite_")
            for row in database.execute(f"SELECT * FROM {table}")
        ]
    database.close()
    return sorted(found, key=repr)


def test_formgrader_shows_the_right_totals(tiny_course, tiny) -> None:
    put = tiny_course / "submitted" / "a" / UNIT.id
    put.mkdir(parents=True)
    (put / f"{UNIT.id}.ipynb").write_text("{}")
    grades = [
        entry(tiny, "a", {"test-1-1-a": 2.0, "test-1-2-b": 1.5}),
        entry(tiny, "b", {"test-1-3-a": 0.5}),
    ]
    for graded in grades:
        write_whole(notebook_path(tiny_course, graded.grade.student, UNIT.id), b"{}")
    record(grades, UNIT, tiny, tiny_course)
    config = Config()
    config.CourseDirectory.root = str(tiny_course)
    config.CourseDirectory.course_id = "neural-networks-by-hand"
    api = NbGraderAPI(CourseDirectory(config=config), config=config)
    shown = {found["student"]: found for found in api.get_submissions(UNIT.id)}
    assert {name: (f["score"], f["max_score"]) for name, f in shown.items()} == {
        "a": (3.5, 5.0),
        "b": (0.5, 5.0),
    }
    assert not any(f["needs_manual_grade"] for f in shown.values())
    assert all(f["autograded"] for f in shown.values())
    [assignment] = api.get_assignments()
    assert (assignment["max_score"], assignment["average_score"]) == (5.0, 2.0)
    notebooks = api.get_notebook_submissions(UNIT.id, UNIT.id)
    assert sorted(found["score"] for found in notebooks) == [0.5, 3.5]


def test_nbgraders_own_assignment_is_taken_over(tiny_course, tiny) -> None:
    with_release = tiny_course / "gradebook.db"
    record([], UNIT, tiny, tiny_course)
    with gradebook(tiny_course) as book:
        notebook = book.find_notebook(UNIT.id, UNIT.id)
        assert {cell.name for cell in notebook.solution_cells} == {"ex-1-1", "ex-1-2", "ex-1-3"}
        source = book.find_source_cell("test-1-1-a", UNIT.id, UNIT.id)
        assert "double(-3)" in source.source
        assert source.locked
        assert len(source.checksum) == 32
    assert with_release.stat().st_mode & 0o777 == 0o644


def test_recording_again_changes_nothing(tmp_path, tiny) -> None:
    grades = [entry(tiny, "a", {"test-1-1-a": 2.0}), entry(tiny, "Zoë Ø", {})]
    record(grades, UNIT, tiny, tmp_path)
    once = rows(tmp_path)
    record(grades, UNIT, tiny, tmp_path)
    assert rows(tmp_path) == once


def test_new_score_replaces_the_old_one(tmp_path, tiny) -> None:
    record([entry(tiny, "a", {"test-1-1-a": 2.0})], UNIT, tiny, tmp_path)
    record([entry(tiny, "a", {"test-1-2-a": 1.0})], UNIT, tiny, tmp_path)
    with gradebook(tmp_path) as book:
        assert book.find_submission(UNIT.id, "a").score == 1.0


def test_manual_grade_survives_a_regrade(tmp_path, tiny_manual) -> None:
    marked = entry(tiny_manual, "a", {"test-1-1-a": 2.0})
    record([marked], UNIT, tiny_manual, tmp_path)
    with gradebook(tmp_path) as book:
        assert book.find_submission(UNIT.id, "a").needs_manual_grade
        row = book.find_grade("ex-1-4", UNIT.id, UNIT.id, "a")
        row.manual_score, row.needs_manual_grade = 2.5, False
        book.db.commit()
    record([marked], UNIT, tiny_manual, tmp_path)
    with gradebook(tmp_path) as book:
        submission = book.find_submission(UNIT.id, "a")
        assert (submission.score, submission.needs_manual_grade) == (4.5, False)


def mark(workspace: Path, name: str, score: float) -> None:
    """A person gives a mark, extra credit and a comment to student a."""
    with gradebook(workspace) as book:
        row = book.find_grade(name, UNIT.id, UNIT.id, "a")
        row.manual_score, row.extra_credit, row.needs_manual_grade = score, 0.5, False
        for comment in book.find_submission_notebook(UNIT.id, UNIT.id, "a").comments:
            comment.manual_comment = "Well said."
        book.db.commit()


def marked(workspace: Path, name: str) -> tuple[Any, ...]:
    """Mark, extra credit, comments, and whether a person should look again."""
    with gradebook(workspace) as book:
        row = book.find_grade(name, UNIT.id, UNIT.id, "a")
        comments = book.find_submission_notebook(UNIT.id, UNIT.id, "a").comments
        words = {comment.manual_comment for comment in comments}
        return row.manual_score, row.extra_credit, words, row.needs_manual_grade


KEPT = (2.5, 0.5, {"Well said."})


def test_changed_written_answer_is_looked_at_again(tmp_path, tiny_manual) -> None:
    record([entry(tiny_manual, "a", {})], UNIT, tiny_manual, tmp_path)
    mark(tmp_path, "ex-1-4", 2.5)
    again = entry(tiny_manual, "a", {}, notebook=with_answer(tiny_manual, "ex-1-4", "With reasons"))
    (words,) = record([again], UNIT, tiny_manual, tmp_path)
    assert words == (
        "a, ex-1-4: the answer has changed since a person gave 2.5. "
        "The mark stays; look at it again in the formgrader."
    )
    assert marked(tmp_path, "ex-1-4") == (*KEPT, True)
    assert record([again], UNIT, tiny_manual, tmp_path) == ()


def test_another_answer_changed_is_no_reason_to_look_again(tmp_path, tiny_manual) -> None:
    record([entry(tiny_manual, "a", {})], UNIT, tiny_manual, tmp_path)
    mark(tmp_path, "ex-1-4", 2.5)
    again = entry(tiny_manual, "a", {}, notebook=with_answer(tiny_manual, "ex-1-1", "double = 2"))
    assert record([again], UNIT, tiny_manual, tmp_path) == ()
    assert marked(tmp_path, "ex-1-4") == (*KEPT, False)


def test_mark_on_a_test_is_looked_at_again_when_its_score_changes(tmp_path, tiny) -> None:
    record([entry(tiny, "a", {"test-1-1-a": 0.0})], UNIT, tiny, tmp_path)
    mark(tmp_path, "test-1-1-a", 2.5)
    assert record([entry(tiny, "a", {"test-1-1-a": 0.0})], UNIT, tiny, tmp_path) == ()
    (words,) = record([entry(tiny, "a", {"test-1-1-a": 2.0})], UNIT, tiny, tmp_path)
    assert "the tests' score has changed since a person gave 2.5" in words
    assert marked(tmp_path, "test-1-1-a") == (*KEPT, True)


def test_failure_of_the_grader_in_between_is_no_reason_to_look_again(tmp_path, tiny_manual) -> None:
    fine = entry(tiny_manual, "a", {})
    record([fine], UNIT, tiny_manual, tmp_path)
    mark(tmp_path, "ex-1-4", 2.5)
    ours = tuple(
        dataclasses.replace(verdict, points=None, outcome=Outcome.OUR_FAULT)
        for verdict in fine.grade.verdicts
    )
    failed = entry(tiny_manual, "a", {}, verdicts=ours, outcome=Outcome.OUR_FAULT)
    assert record([failed], UNIT, tiny_manual, tmp_path) == ()
    assert record([fine], UNIT, tiny_manual, tmp_path) == ()
    assert marked(tmp_path, "ex-1-4") == (*KEPT, False)


def test_mark_on_an_answer_that_nobody_knows_of_is_looked_at_again(tmp_path, tiny_manual) -> None:
    record([entry(tiny_manual, "a", {})], UNIT, tiny_manual, tmp_path)
    mark(tmp_path, "ex-1-4", 2.5)
    with sqlite3.connect(tmp_path / "gradebook.db") as database:
        database.execute("DROP TABLE autograder_recorded")
    database.close()
    assert record([entry(tiny_manual, "a", {})], UNIT, tiny_manual, tmp_path)
    assert marked(tmp_path, "ex-1-4") == (*KEPT, True)


def test_mark_given_under_nbgraders_own_autograding_is_known(tmp_path, tiny_manual) -> None:
    test_mark_on_an_answer_that_nobody_knows_of_is_looked_at_again(tmp_path, tiny_manual)
    mark(tmp_path, "ex-1-4", 2.5)
    with sqlite3.connect(tmp_path / "gradebook.db") as database:
        database.execute("DELETE FROM autograder_recorded")
    database.close()
    notebook = json.dumps(tiny_manual.notebook).encode()
    write_whole(notebook_path(tmp_path, "a", UNIT.id), notebook)
    assert record([entry(tiny_manual, "a", {})], UNIT, tiny_manual, tmp_path) == ()
    assert marked(tmp_path, "ex-1-4") == (*KEPT, False)


def test_points_that_a_person_must_decide_wait_for_one(tmp_path, tiny) -> None:
    record([entry(tiny, "a", {"test-1-1-a": None})], UNIT, tiny, tmp_path)
    with gradebook(tmp_path) as book:
        row = book.find_grade("test-1-1-a", UNIT.id, UNIT.id, "a")
        assert (row.auto_score, row.needs_manual_grade) == (None, True)


def test_untouched_answers_are_marked_as_no_response(tmp_path, tiny) -> None:
    notebook = with_answer(tiny, "ex-1-1", "def double(x):\n    return x + x")
    record([entry(tiny, "a", {}, notebook=notebook)], UNIT, tiny, tmp_path)
    with gradebook(tmp_path) as book:
        comments = {
            name: book.find_comment(name, UNIT.id, UNIT.id, "a").auto_comment
            for name in ("ex-1-1", "ex-1-2")
        }
    assert comments == {"ex-1-1": None, "ex-1-2": "No response."}


def test_arrival_and_due_date_are_kept_in_utc(tmp_path, tiny) -> None:
    unit = dataclasses.replace(UNIT, due=datetime.fromisoformat("2027-03-01T21:00:00+09:00"))
    late = dataclasses.replace(entry(tiny, "a", {}), received_at=WHEN)
    record([late], unit, tiny, tmp_path)
    with gradebook(tmp_path) as book:
        assert book.find_submission(UNIT.id, "a").total_seconds_late == 1800


def test_cells_that_came_and_went_leave_right_totals(tmp_path, tiny, tiny_source) -> None:
    record([entry(tiny, "a", {"test-1-1-a": 2.0, "test-1-2-a": 1.0})], UNIT, tiny, tmp_path)
    for cell in tiny_source["cells"]:
        if cell["id"] == "test-1-1-a":
            cell["id"] = cell["metadata"]["nbgrader"]["grade_id"] = "test-1-1-z"
    changed = make_skeleton(tiny_source, UNIT.id)
    record([entry(changed, "b", {"test-1-1-z": 2.0})], UNIT, changed, tmp_path)
    with gradebook(tmp_path) as book:
        assert book.find_assignment(UNIT.id).max_score == 5.0
        assert book.find_submission(UNIT.id, "a").score == 1.0
        assert book.find_submission(UNIT.id, "a").needs_manual_grade
        assert book.find_submission(UNIT.id, "b").score == 2.0


@pytest.mark.parametrize("data", [b"", b"garbage" * 99, b"SQLite format 3\0" + b"\xff" * 4096])
def test_damaged_gradebook_is_refused_with_its_name_and_left_alone(tmp_path, tiny, data) -> None:
    path = tmp_path / "gradebook.db"
    path.write_bytes(data)
    with pytest.raises(RecordError, match=r"gradebook.db is not a gradebook .* mv "):
        record([entry(tiny, "a", {})], UNIT, tiny, tmp_path)
    assert path.read_bytes() == data


def test_gradebook_of_another_version_is_refused_with_the_way_out(tmp_path, tiny) -> None:
    record([], UNIT, tiny, tmp_path)
    with sqlite3.connect(tmp_path / "gradebook.db") as database:
        database.execute("UPDATE alembic_version SET version_num = 'old'")
    database.close()
    with pytest.raises(RecordError, match="nbgrader db upgrade"):
        record([entry(tiny, "a", {})], UNIT, tiny, tmp_path)


def test_gradebook_in_use_is_refused_after_a_while_and_left_alone(tmp_path, tiny) -> None:
    record([], UNIT, tiny, tmp_path)
    user = sqlite3.connect(tmp_path / "gradebook.db")
    user.execute("BEGIN EXCLUSIVE")
    with pytest.raises(RecordError, match=r"locked.*Close what else uses it"):
        record([entry(tiny, "a", {})], UNIT, tiny, tmp_path)
    user.close()
