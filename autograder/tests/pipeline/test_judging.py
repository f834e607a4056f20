"""Only what the cache does not know is examined, and the result is as if all of it had been."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from autograder.models import Limits, Outcome, Unit
from autograder.pipeline import judging
from autograder.pipeline.cache import packed, store
from autograder.pipeline.job import Job
from autograder.pipeline.keys import Keys
from autograder.rebuild import rebuild
from autograder.sandbox import open_sandbox
from autograder.skeleton import Skeleton, make_skeleton

UNIT = Unit("01-tiny", "Tiny", 5.0)
LIMITS = Limits(cell_s=2.0, submission_s=20.0)
ALL = {"test-1-1-a", "test-1-2-a", "test-1-2-b", "test-1-3-a"}


@pytest.fixture(scope="module")
def sandbox():
    with open_sandbox("none", LIMITS, warm=["numpy"]) as opened:
        yield opened


@pytest.fixture
def examined(monkeypatch) -> list[set[str]]:
    """The grade ids that were examined, call by call."""
    calls: list[set[str]] = []
    examine = judging._examine

    def watched(rebuilt: Any, job: Job, sandbox: Any, only: frozenset[str] | None) -> Any:
        calls.append(set(ALL if only is None else only))
        return examine(rebuilt, job, sandbox, only)

    monkeypatch.setattr(judging, "_examine", watched)
    return calls


@pytest.fixture
def judge(tmp_path, sandbox):
    """Judges a copy as a worker does and keeps what the parent would keep."""

    def judged(copy: Any, skeleton: Skeleton, fresh: bool = False) -> judging.Finding:
        job = Job(UNIT, skeleton, LIMITS, "none", "split", {}, cache=None if fresh else tmp_path)
        rebuilt = rebuild(copy.hand_in(), skeleton)
        finding = judging.judge(rebuilt, job, Keys(job), sandbox)
        if finding.remember:
            store(tmp_path, finding.key, packed(finding.remember))
        return finding

    return judged


def same(one: judging.Finding, other: judging.Finding) -> bool:
    first, second = one.examined, other.examined
    return (first.verdicts, first.notebook, first.sandbox) == (
        second.verdicts,
        second.notebook,
        second.sandbox,
    )


def edited(source: dict[str, Any], cell: str, text: str) -> Skeleton:
    cells = [{**c, "source": text} if c["id"] == cell else c for c in source["cells"]]
    return make_skeleton({**source, "cells": cells}, UNIT.id)


def test_nothing_is_examined_twice(tiny, copy_of, judge, examined) -> None:
    copy = copy_of(tiny).solve().own("print('mine')\n7", before="ex-1-2")
    first, second = judge(copy, tiny), judge(copy, tiny)
    assert examined == [ALL]
    assert same(first, second)
    assert first.sure
    assert second.sure
    assert second.remember is None


def test_after_an_edit_of_one_test_only_that_one_is_examined(
    tiny, tiny_source, copy_of, judge, examined
) -> None:
    copy = copy_of(tiny).solve().own("print('mine')", before="ex-1-2")
    judge(copy, tiny)
    changed = edited(tiny_source, "test-1-2-b", "assert relu(-1.0) == 7, 'Seven.'")
    merged, whole = judge(copy, changed), judge(copy, changed, fresh=True)
    assert examined == [ALL, {"test-1-2-b"}, ALL]
    assert same(merged, whole)
    outcomes = {v.grade_id: v.outcome for v in merged.examined.verdicts}
    assert outcomes == dict.fromkeys(ALL, Outcome.PASSED) | {"test-1-2-b": Outcome.FAILED}
    assert same(judge(copy, changed), whole)
    assert len(examined) == 3


def test_changed_answer_is_examined_whole(tiny, copy_of, judge, examined) -> None:
    judge(copy_of(tiny).solve(), tiny)
    copy = copy_of(tiny).solve()
    copy["ex-1-3"]["source"] = 'why_no_line = "c"'
    judge(copy, tiny)
    assert examined == [ALL, ALL]


def test_time_out_is_believed_when_it_happens_again(tiny, copy_of, judge, examined) -> None:
    copy = copy_of(tiny).solve()
    copy["ex-1-1"]["source"] = "def double(x):\n    while True:\n        pass"
    found = [judge(copy, tiny) for _ in range(3)]
    assert [finding.sure for finding in found] == [False, True, True]
    assert examined == [ALL, ALL]
    assert found[2].examined.verdicts[0].outcome is Outcome.TIMED_OUT
    assert same(found[1], found[2])


def test_failure_of_the_grader_is_never_remembered(
    tiny, tiny_source, copy_of, judge, examined
) -> None:
    broken = edited(tiny_source, "test-1-1-a", "import a_module_that_nobody_has")
    copy = copy_of(tiny).solve()
    first = judge(copy, broken)
    assert not first.sure
    assert not judge(copy, broken).sure
    assert examined == [ALL, {"test-1-1-a"}]


def test_damaged_memory_costs_time_only(tiny, copy_of, judge, examined, tmp_path) -> None:
    copy = copy_of(tiny).solve()
    first = judge(copy, tiny)
    for path in tmp_path.glob("??/*"):
        path.write_bytes(path.read_bytes()[:-3])
    assert same(judge(copy, tiny), first)
    assert examined == [ALL, ALL]


def test_written_answer_waits_for_a_person_each_time(tiny_manual, copy_of, judge) -> None:
    copy = copy_of(tiny_manual).solve()
    copy["ex-1-4"]["source"] = "Because."
    first, second = judge(copy, tiny_manual), judge(copy, tiny_manual)
    assert same(first, second)
    assert first.examined.verdicts[-1].outcome is Outcome.NEEDS_HUMAN
    assert replace(first, remember=None).sure
