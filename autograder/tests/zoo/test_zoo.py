"""Every submission of the zoo gets the verdict that it must get, and leaves nothing behind."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import pytest
from autograder.collect import Found
from autograder.feedback import render
from autograder.models import Grade, Submission
from autograder.pipeline import as_json
from autograder.pipeline.one import Job, grade_one
from autograder.sandbox import Sandbox

from . import batch
from .cases import HOSTILE, UNIT, Block, Case, all_cases, submission
from .conftest import LIMITS, Host, Zoo
from .judging import Left, complaints, left_by
from .watching import WatchedSandbox

CASES = {case.name: case for case in all_cases()}


def grade(
    case: Case,
    zoo: Zoo,
    host: Host,
    sandbox: Sandbox | WatchedSandbox,
    isolation: Literal["split", "shared"] = "split",
) -> Grade:
    """Send a case down the line, up to its grade."""
    found = Found(
        Submission(case.name, UNIT, Path("any.ipynb"), submission(case, zoo.source, host.words))
    )
    limits = LIMITS if case.cell_s is None else replace(LIMITS, cell_s=case.cell_s)
    return grade_one(found, Job(zoo.unit, zoo.skeleton, limits, "bwrap", isolation, {}), sandbox)


@pytest.mark.parametrize("name", CASES)
def test_case_gets_its_verdict(name: str, zoo: Zoo, host: Host, sandbox: Sandbox) -> None:
    case = CASES[name]
    watched = WatchedSandbox(sandbox, (zoo.token.encode(), host.secret_word.encode()))
    graded = grade(case, zoo, host, watched)
    left = left_by(as_json(graded), graded.notebook, render(graded, zoo.unit))
    assert complaints(case, left, (zoo.token, str(zoo.number), host.secret_word)) == []
    assert watched.found == []
    assert watched.searched > 0 or case.family != "honest"
    assert host.touched() == []


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.shared])
def test_forgery_succeeds_where_tests_run_with_the_student_s_code(
    name: str, zoo: Zoo, host: Host, sandbox: Sandbox
) -> None:
    graded = grade(CASES[name], zoo, host, sandbox, "shared")
    passed = [verdict.grade_id for verdict in graded.verdicts if verdict.points]
    assert passed == list(CASES[name].shared)
    assert "not forgery-proof" in graded.sandbox


def test_honest_students_keep_their_marks_in_a_batch_with_all_hostile_ones(
    zoo: Zoo, host: Host, sandbox: Sandbox
) -> None:
    limits = replace(LIMITS, cell_s=2.0)
    with batch.workspace(zoo.source) as root:
        (root / "secret.txt").write_text(host.secret_word)
        words = {**host.words, "FILE": str(root / "secret.txt")}
        for case in CASES.values():
            batch.hand_in(root, case.name, submission(case, zoo.source, words))
        lines = batch.grade(root, limits)
        secrets = (zoo.token, str(zoo.number), host.secret_word)
        found = {
            name: complaints(replace(case, says=()), _left(root, lines[name]), secrets)
            for name, case in CASES.items()
        }
        assert {name: told for name, told in found.items() if told} == {}
        assert (root / "secret.txt").read_text() == host.secret_word
        assert "bubblewrap" in lines["honest-solution"]["sandbox"]
    assert host.touched() == []


def _left(root: Path, line: Mapping[str, Any]) -> Left:
    """What a batch has left of a submission in its folders."""
    student = line["student"]
    notebook = root / "autograded" / student / UNIT / f"{UNIT}.ipynb"
    page = root / "feedback" / student / UNIT / f"{UNIT}.html"
    return left_by(line, json.loads(notebook.read_text("utf-8")), page.read_text("utf-8"))


def test_zoo_is_large_enough() -> None:
    families = Counter(case.family for case in CASES.values())
    assert sum(families[family] for family in HOSTILE) >= 60, families
    assert min(families[family] for family in HOSTILE) >= 15, families
    assert families["honest"] >= 20, families


@pytest.mark.parametrize(
    "source", ["x = '@TOKEN@'", "open('/tmp/x', 'w').write('@TOKEN@'[:3] + '@TOKEN@'[3:])"]
)
def test_canary_that_a_candidate_holds_is_found(
    source: str, zoo: Zoo, host: Host, sandbox: Sandbox
) -> None:
    block = Block("own", {}, source.replace("@TOKEN@", zoo.token))
    case = Case("leak", "host", "", {}, (), (), (), (), (block,), None, solved=False)
    watched = WatchedSandbox(sandbox, (zoo.token.encode(),))
    grade(case, zoo, host, watched)
    assert watched.found != []
