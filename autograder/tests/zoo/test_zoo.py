"""Every submission of the zoo gets the verdict that it must get, and leaves nothing behind."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from autograder.collect import Found
from autograder.feedback import render
from autograder.models import Grade, Submission
from autograder.pipeline import as_json
from autograder.pipeline.one import Job, grade_one
from autograder.sandbox import Sandbox

from .cases import HOSTILE, UNIT, Block, Case, all_cases, submission
from .conftest import LIMITS, Host, Zoo
from .judging import complaints, left_by
from .watching import WatchedSandbox

CASES = {case.name: case for case in all_cases()}


def grade(case: Case, zoo: Zoo, host: Host, sandbox: WatchedSandbox) -> Grade:
    """Send a case down the line, up to its grade."""
    found = Found(
        Submission(case.name, UNIT, Path("any.ipynb"), submission(case, zoo.source, host.words))
    )
    limits = LIMITS if case.cell_s is None else replace(LIMITS, cell_s=case.cell_s)
    return grade_one(found, Job(zoo.unit, zoo.skeleton, limits, "bwrap", "split", {}), sandbox)


@pytest.mark.parametrize("name", CASES)
def test_case_gets_its_verdict(name: str, zoo: Zoo, host: Host, sandbox: Sandbox) -> None:
    case = CASES[name]
    watched = WatchedSandbox(sandbox, (zoo.token.encode(), host.secret_word.encode()))
    graded = grade(case, zoo, host, watched)
    left = left_by(as_json(graded), graded.notebook, render(graded, zoo.unit))
    assert complaints(case, left, (zoo.token, str(zoo.number), host.secret_word)) == []
    assert watched.found == []
    assert watched.searched > 0
    assert host.touched() == []


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
    case = Case("leak", "host", "", {}, (), (), (), (block,), None, solved=False)
    watched = WatchedSandbox(sandbox, (zoo.token.encode(),))
    grade(case, zoo, host, watched)
    assert watched.found != []
