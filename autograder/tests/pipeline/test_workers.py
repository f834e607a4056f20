"""Workers that die or hang cost their submission a second attempt, and nobody else anything."""

from __future__ import annotations

import os
import signal

import pytest
from autograder.collect import Found
from autograder.models import Limits, Outcome, Unit
from autograder.pipeline.job import Job
from autograder.pipeline.workers import Pool, Unavailable, grade_all

UNIT = Unit("01-tiny", "Tiny", 5.0)
LIMITS = Limits(cell_s=3.0, submission_s=15.0)


@pytest.fixture
def job(tiny) -> Job:
    return Job(UNIT, tiny, LIMITS, "none", "split", {})


def test_every_submission_comes_back_once(job, tiny, copy_of) -> None:
    looping = copy_of(tiny).solve()
    looping["ex-1-1"]["source"] = "def double(x):\n    while True:\n        pass"
    files = {
        "perfect": copy_of(tiny).solve().hand_in("perfect"),
        "untouched": copy_of(tiny).hand_in("untouched"),
        "looping": looping.hand_in("looping"),
    }
    batch = [Found(submission) for submission in files.values()]
    batch.append(Found(copy_of(tiny).hand_in("gone"), problem="There is no file."))
    batch.append(Found(copy_of(tiny).hand_in("locked"), problem="Permission denied.", ours=True))
    grades = {made.result.grade.student: made.result.grade for made in grade_all(batch, job, 2)}
    assert {name: (grade.outcome.value, grade.score) for name, grade in grades.items()} == {
        "perfect": ("PASSED", 5.0),
        "untouched": ("NOT_STARTED", 0.0),
        "looping": ("PARTIAL", 3.0),
        "gone": ("MALFORMED", 0.0),
        "locked": ("OUR_FAULT", 0.0),
    }
    assert grades["looping"].verdicts[0].outcome is Outcome.TIMED_OUT


def step_until(pool: Pool, done) -> list:
    results = []
    for _ in range(200):
        results += pool.step()
        if done(results):
            return results
    raise AssertionError("nothing happened in 200 steps")


@pytest.mark.parametrize(("deaths", "outcome"), [(1, Outcome.PASSED), (2, Outcome.OUR_FAULT)])
def test_worker_that_dies_is_replaced_and_the_submission_tried_once_more(
    job, tiny, copy_of, deaths, outcome
) -> None:
    batch = [Found(copy_of(tiny).solve().hand_in(name)) for name in ("unlucky", "next")]
    pool = Pool(batch, job, 1)
    results: list = []
    for _ in range(deaths):
        results += step_until(pool, lambda _: any(worker.task for worker in pool.workers))
        pool.workers[0].process.kill()
    results += step_until(pool, lambda new: len(results + new) == 2)
    for worker in pool.workers:
        worker.end()
    grades = {made.result.grade.student: made.result.grade for made in results}
    assert grades["unlucky"].outcome is outcome
    assert grades["next"].outcome is Outcome.PASSED


def test_worker_that_overruns_every_limit_is_ended(job, tiny, copy_of) -> None:
    pool = Pool([Found(copy_of(tiny).solve().hand_in("slow"))], job, 1)
    for _ in range(2):
        step_until(pool, lambda _: any(worker.task for worker in pool.workers))
        os.kill(pool.workers[0].process.pid or 0, signal.SIGSTOP)
        pool.workers[0].deadline = 0.0
        results = step_until(pool, lambda _: not pool.workers)
    assert results[0].result.grade.outcome is Outcome.OUR_FAULT
    assert "overran" in results[0].result.grade.message


def test_sandbox_that_cannot_be_had_is_told_at_once(job, tiny, copy_of, monkeypatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    contained = Job(UNIT, tiny, LIMITS, "bwrap", "split", {})
    with pytest.raises(Unavailable, match="bubblewrap is not installed"):
        list(grade_all([Found(copy_of(tiny).hand_in())], contained, 2))


def test_sandbox_lost_on_the_way_leaves_the_rest_to_a_person(
    job, tiny, copy_of, monkeypatch
) -> None:
    batch = [Found(copy_of(tiny).solve().hand_in(name)) for name in ("a", "b")]
    pool = Pool(batch, job, 1)
    step_until(pool, lambda _: any(worker.task for worker in pool.workers))
    pool.workers[0].process.kill()
    pool.job = Job(UNIT, tiny, LIMITS, "bwrap", "split", {})
    monkeypatch.setenv("PATH", "/nowhere")
    results = step_until(pool, lambda new: len(new) == 2)
    for worker in pool.workers:
        worker.end()
    assert {made.result.grade.outcome for made in results} == {Outcome.OUR_FAULT}
    assert "bubblewrap is not installed" in results[0].result.grade.message
