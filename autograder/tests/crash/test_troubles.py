"""What can go wrong with a workspace: each a clear sentence, and nothing lost."""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from autograder.pipeline import WorkspaceError
from autograder.sandbox import linux

from .conftest import ANSWERS, UNIT
from .dump import dump, journal
from .trial import adopting, finish, grade_here

CLASS = {*ANSWERS, "untouched", "empty"}
_fork = multiprocessing.get_context("fork")


def told(course: Path, before: Callable[[], object] = lambda: None) -> list[str]:
    """Grade in a process of its own, after something was done there: what it says goes wrong."""
    reader, writer = _fork.Pipe(duplex=False)
    process = _fork.Process(target=_tell, args=(course, before, writer))
    process.start()
    writer.close()
    words: list[str] = reader.recv()
    process.join(30)
    assert process.exitcode == 0
    return words


def _tell(course: Path, before: Callable[[], object], writer: object) -> None:
    before()
    try:
        words = list(grade_here(course, course).troubles)
    except WorkspaceError as error:
        words = ["refused", str(error)]
    writer.send(words)  # type: ignore[attr-defined]  # a Connection


def whole(course: Path) -> dict[str, object]:
    """What grading in an untroubled workspace gives."""
    other = course.parent / "untroubled"
    shutil.copytree(course / "submitted", other / "submitted")
    finish(course, other)
    return dump(other)


def test_full_disk_stops_grading_and_the_next_run_goes_on(course) -> None:
    words = told(course, lambda: _limit_files(5_000))
    assert words[0] == "refused"
    assert "results.jsonl could not be written: File too large. What it holds is safe." in words[1]
    assert 0 < len(journal(course)) < len(CLASS)
    assert told(course) == []
    assert dump(course) == whole(course)


def _limit_files(size: int) -> None:
    """Files end there, as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_gradebook_that_finds_no_room_is_told_and_made_later(course) -> None:
    words = "\n".join(told(course, lambda: _limit_files(100_000)))
    assert "gradebook.db cannot be used: disk I/O error. Close what else" in words
    assert "Until then the results are in" in words
    assert set(journal(course)) == CLASS
    assert told(course) == []
    assert dump(course) == whole(course)


def test_locked_gradebook_is_told_and_filled_later(course) -> None:
    finish(course, course)
    shutil.rmtree(course / ".autograder")
    with closing(sqlite3.connect(course / "gradebook.db")) as formgrader:
        formgrader.execute("UPDATE grade SET auto_score = 0.25")
        formgrader.commit()
        formgrader.execute("BEGIN EXCLUSIVE")
        (words,) = told(course)
    assert "database is locked. Close what else uses it" in words
    assert set(journal(course)) == CLASS
    assert told(course) == []
    assert dump(course) == whole(course)


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0 and then the lights went out"])
def test_damaged_gradebook_is_left_alone_and_a_new_one_made_from_the_journal(course, data) -> None:
    finish(course, course)
    (course / "gradebook.db").write_bytes(data)
    (words,) = told(course)
    assert "gradebook.db is not a gradebook" in words
    assert "mv '" in words
    assert (course / "gradebook.db").read_bytes() == data
    (course / "gradebook.db").unlink()
    lines = (course / ".autograder" / "results.jsonl").read_bytes()
    assert told(course) == []
    assert (course / ".autograder" / "results.jsonl").read_bytes() == lines
    assert dump(course) == whole(course)


def test_half_a_line_in_the_journal_costs_that_student_a_regrade(course) -> None:
    finish(course, course)
    path = course / ".autograder" / "results.jsonl"
    path.write_bytes(path.read_bytes()[:-40])
    finish(course, course)
    assert dump(course) == whole(course)
    assert b"\0" not in path.read_bytes()


def test_lost_and_changed_files_come_back(course) -> None:
    finish(course, course)
    wanted, lines = dump(course), (course / ".autograder" / "results.jsonl").read_bytes()
    (course / "feedback" / "wrong" / UNIT / f"{UNIT}.html").write_text("I am a teapot")
    shutil.rmtree(course / "autograded" / "perfect")
    (course / "report" / UNIT / "index.html").unlink()
    for right in (f"feedback/writes/{UNIT}/{UNIT}.html", f"report/{UNIT}/grades.csv"):
        path = course / right  # a killed run had begun to write it again
        path.with_name(f".{path.name}.new").write_bytes(b"")
    finish(course, course)
    assert dump(course) == wanted
    assert (course / ".autograder" / "results.jsonl").read_bytes() == lines


def test_scores_changed_behind_our_back_come_back(course) -> None:
    finish(course, course)
    wanted = dump(course)
    with closing(sqlite3.connect(course / "gradebook.db")) as database, database:
        database.execute("UPDATE grade SET auto_score = 99 WHERE auto_score = 2")
        database.execute("DELETE FROM autograder_recorded WHERE student = 'perfect'")
    finish(course, course)
    assert dump(course) == wanted


def test_rerun_with_nothing_changed_starts_no_worker_and_writes_nothing(course) -> None:
    finish(course, course)
    before = {path: path.stat().st_mtime_ns for path in course.rglob("*") if path.is_file()}
    assert told(course, _no_worker) == []
    after = {path: path.stat().st_mtime_ns for path in course.rglob("*") if path.is_file()}
    assert {path.name for path in after if after[path] != before.get(path)} == {"lock"}


def _no_worker() -> None:
    from autograder.pipeline import workers
    from autograder.record import recording

    def refuse(*_: object) -> None:
        raise AssertionError("nothing was to be done")

    workers._Worker = refuse  # type: ignore[misc,assignment]  # in a process of its own
    recording.prepare = refuse


def test_read_only_workspace_is_told_before_anything_is_graded(course) -> None:
    course.chmod(0o555)
    try:
        words = told(course, _lose_the_right_to_write)
    finally:
        course.chmod(0o755)
    assert words[0] == "refused"
    assert f"The workspace {course} cannot be written (Permission denied" in words[1]


def _lose_the_right_to_write() -> None:
    """Of the rights that let root write anywhere, none is left."""
    if os.geteuid() == 0:
        linux.drop_capabilities()


def test_folders_that_cannot_be_written_are_told_and_the_rest_is_there(course) -> None:
    (course / "feedback").write_text("a file in the way")
    words = told(course)
    assert len(words) == len(CLASS)
    assert all("could not be written" in sentence for sentence in words)
    (course / "feedback").unlink()
    assert told(course) == []
    assert dump(course) == whole(course)


def test_ctrl_c_stops_at_once_and_the_next_run_goes_on(course) -> None:
    command = [sys.executable, "-c", "from autograder.cli import app; app()", "grade"]
    command += ["--course", str(course), "--sandbox", "none", "--jobs", "2", "--json"]
    with adopting() as survivors:
        grader = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert grader.stdout is not None
        first = json.loads(grader.stdout.readline())
        grader.send_signal(signal.SIGINT)
        began = time.monotonic()
        _, words = grader.communicate(timeout=30)
        assert survivors() == []
    assert grader.returncode == 130
    assert "stopped. Nothing is lost: give the same command again" in words
    assert "Traceback" not in words
    assert time.monotonic() < began + 20
    assert first["student"] in journal(course)
    finish(course, course)
    assert dump(course) == whole(course)
