"""`kill -9` of the grader at fifty random moments: a rerun gives the identical result each time."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from .conftest import ANSWERS, UNIT, hand_in
from .dump import dump
from .trial import adopting, finish, kill_when, start

FIRST, AGAIN = 20, 30  # kills of a first run, and of a regrade


def _graded_by_hand(workspace: Path) -> None:
    """A person gives marks, extra credit and comments in the gradebook."""
    with closing(sqlite3.connect(workspace / "gradebook.db")) as database, database:
        cells = "SELECT id FROM base_cell WHERE name = 'ex-1-4' AND type = 'GradeCell'"
        database.execute(
            "UPDATE grade SET manual_score = 2.5, extra_credit = 0.5, needs_manual_grade = 0 "
            f"WHERE cell_id IN ({cells})"
        )
        database.execute("UPDATE comment SET manual_comment = 'Well said.'")


def _changed(course: Path, copy: Any) -> None:
    """A test is edited, one student hands in again."""
    path = course / "source" / UNIT / f"{UNIT}.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    test = next(cell for cell in notebook["cells"] if cell["id"] == "test-1-2-a")
    test["source"] = test["source"].replace("sigmoid(9.0) > 0.9", "sigmoid(9.0) > 0.99")
    path.write_text(json.dumps(notebook), "utf-8")
    copy["ex-1-4"]["source"] = "On second thought: because."
    hand_in(course, "writes", copy.hand_in().data)


def _moments(rng: random.Random, workspace: Path, whole_s: float) -> tuple[str, Callable[[], bool]]:
    """A random way to choose the moment of a kill, and in words which."""
    began = time.monotonic()
    lines, after_s = rng.randint(1, 5), rng.uniform(0, whole_s)
    journal = workspace / ".autograder" / "results.jsonl"
    database = workspace / "gradebook.db"
    before = _size(journal), _stamp(database)
    ways: list[tuple[str, Callable[[], bool]]] = [
        (f"after {after_s:.3f} s", lambda: time.monotonic() > began + after_s),
        (f"at line {lines}", lambda: _lines(journal, before[0]) >= lines),
        ("when the gradebook changes", lambda: _stamp(database) != before[1]),
        ("in a transaction", lambda: (workspace / "gradebook.db-journal").exists()),
        ("at the report", lambda: _stamp(workspace / "report" / UNIT) > 0 and before[1] == 0),
    ]
    return rng.choice(ways)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _stamp(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0


def _lines(path: Path, start: int) -> int:
    return path.read_bytes()[start:].count(b"\n") if path.exists() else 0


def _kill_and_go_on(
    course: Path, start_from: Path, wanted: dict[str, Any], kills: int, whole_s: float
) -> None:
    seed = random.SystemRandom().randrange(10**6)
    rng = random.Random(seed)
    early = 0
    with adopting() as survivors:
        for number in range(kills):
            workspace = course.parent / f"trial-{number}"
            shutil.copytree(start_from, workspace)
            words, moment = _moments(rng, workspace, whole_s)
            what = f"seed {seed}, kill {number}, {words}"
            grader = start(course, workspace, jobs=1 + (number % 5 == 0))
            early += kill_when(grader, moment, rng.choice([0, 0, 0.003, 0.02]))
            assert survivors() == [], what
            finish(course, workspace)
            assert dump(workspace) == wanted, what
            shutil.rmtree(workspace)
    print(f"seed {seed}: {early} of {kills} kills came before the end")
    assert early > kills // 2


def test_killed_first_run_is_completed_by_the_next(course) -> None:
    began = time.monotonic()
    shutil.copytree(course / "submitted", course.parent / "empty" / "submitted")
    shutil.copytree(course.parent / "empty", course.parent / "whole")
    finish(course, course.parent / "whole")
    whole_s = time.monotonic() - began
    wanted = dump(course.parent / "whole")
    assert {line["outcome"] for line in wanted["journal"].values()} >= {"PARTIAL", "MALFORMED"}
    _kill_and_go_on(course, course.parent / "empty", wanted, FIRST, whole_s)


def test_killed_regrade_is_completed_and_what_a_person_gave_stays(
    course, tiny_manual, copy_of
) -> None:
    before = course.parent / "before"
    shutil.copytree(course / "submitted", before / "submitted")
    finish(course, before)
    _graded_by_hand(before)
    _changed(before.parent / course.name, copy_of(tiny_manual).solve())
    shutil.copytree(course / "submitted", before / "submitted", dirs_exist_ok=True)
    shutil.copytree(before, course.parent / "whole")
    began = time.monotonic()
    finish(course, course.parent / "whole")
    whole_s = time.monotonic() - began
    wanted = dump(course.parent / "whole")
    marked = [row for row in wanted["gradebook"]["assignment.name,"] if "2.5, 0.5" in row]
    assert sorted(row.endswith(", 1)") for row in marked) == [False] * 4 + [True]
    _kill_and_go_on(course, before, wanted, AGAIN, whole_s)


def test_killed_command_leaves_no_process_and_is_completed(course) -> None:
    command = [sys.executable, "-c", "from autograder.cli import app; app()", "grade"]
    command += ["--course", str(course), "--sandbox", "none", "--jobs", "2", "--json"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    journal = course / ".autograder" / "results.jsonl"
    with adopting() as survivors:
        grader = subprocess.Popen(command, **quiet)
        while _lines(journal, 0) < 2:
            assert grader.poll() is None
            time.sleep(0.005)
        grader.kill()
        grader.wait()
        assert survivors() == []
    again = subprocess.run(command, capture_output=True, text=True, timeout=100, check=True)
    assert {json.loads(line)["student"] for line in again.stdout.splitlines()} == {
        *ANSWERS, "untouched", "empty",
    }  # fmt: skip
    once = dump(course)
    finish(course, course)
    assert dump(course) == once
    assert os.listdir(course / ".autograder" / "cache")
