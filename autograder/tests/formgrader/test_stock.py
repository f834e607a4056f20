"""Marks of shared isolation are stock nbgrader's, where stock is sane."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .course import rows, run

pytestmark = pytest.mark.slow
NOISY = ("correct_squares", "squares_invalid_input", "correct_sum_of_squares")


def grade(root: Path, *arguments: str) -> tuple[int, dict[tuple[str, str, str], Any]]:
    """`autograder grade` on the stranger's course: exit status, verdict of each graded cell."""
    done = run(root, "autograder", "grade", *arguments, "--json")
    found = {}
    for line in map(json.loads, done.stdout.splitlines()):
        book = line["unit"].rpartition("/")[2]
        found |= {(line["student"], book, v["grade_id"]): v for v in line["exercises"]}
    assert found, done.stderr
    return done.returncode, found


def test_shared_isolation_gives_stock_nbgrader_s_marks(stock: Path, ungraded: Path) -> None:
    status, verdicts = grade(ungraded, "ps1", "ps2", "--isolation", "shared")
    assert status == 0
    theirs, ours = rows(stock), rows(ungraded)
    sound = {key for key in theirs if key[0] in ("solved", "half", "slip", "noisy")}
    different = {key for key in sound if theirs[key] != ours[key]}
    # Stock gives nothing where a warning went to stderr; that is told.
    assert different == {("noisy", "problem1", name) for name in NOISY}
    for key in different:
        assert theirs[key][0] == 0
        assert verdicts[key]["outcome"] == "PASSED"
        assert "Stock nbgrader gives 0 points here" in verdicts[key]["message"]
    assert ours["half", "sums", "in_parts"] == (1.5, False)
    assert ours["solved", "sums", "in_parts"] == (4.0, False)
    assert ours["solved", "sums", "from_file"] == (1.0, False)


def test_split_isolation_says_which_tests_it_cannot_judge(ungraded: Path) -> None:
    status, verdicts = grade(ungraded, "ps1", "ps2", "--student", "solved")
    assert status == 3  # the grader's fault, no points lost
    ours = {key[2] for key, verdict in verdicts.items() if verdict["outcome"] == "OUR_FAULT"}
    assert ours == {"sum_of_squares_uses_squares", "from_file", "leans"}
    for name in ours:
        (verdict,) = (v for v in verdicts.values() if v["grade_id"] == name)
        assert verdict["points"] is None
        assert "--isolation shared" in verdict["message"]
    assert verdicts["solved", "problem1", "correct_squares"]["points"] == 1
    assert verdicts["solved", "sums", "in_parts"]["points"] == 4
