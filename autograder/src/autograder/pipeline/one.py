"""Grades one submission in a worker process that holds an open sandbox."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from autograder.collect import Found
from autograder.models import Examined, Grade, Limits, Rebuilt, Unit
from autograder.pipeline.grading import grade_examined, grade_ours, grade_unread
from autograder.rebuild import rebuild
from autograder.skeleton import Skeleton

if TYPE_CHECKING:
    from autograder.sandbox import Sandbox


@dataclass(frozen=True)
class Job:
    """What is the same for all submissions of a batch."""

    unit: Unit
    skeleton: Skeleton
    limits: Limits
    sandbox: Literal["bwrap", "none"]
    isolation: Literal["split", "shared"]
    choices: Mapping[str, Mapping[str, str]]  # exercise -> wrong choice -> name of the mistake


def grade_one(found: Found, job: Job, sandbox: Sandbox) -> Grade:
    """One submission's grade. A failure of ours is tried twice and then told, never raised."""
    if found.problem and found.ours:
        return grade_ours(found, job.unit, job.skeleton, found.problem)
    if found.problem:
        return grade_unread(found, job.unit, job.skeleton, found.problem, sandbox.level)
    rebuilt = rebuild(found.submission, job.skeleton)
    if rebuilt.malformed:
        return grade_unread(found, job.unit, job.skeleton, rebuilt.malformed, sandbox.level)
    for attempt in (1, 2):
        try:
            return grade_examined(found, job.unit, _examine(rebuilt, job, sandbox))
        except Exception as error:  # the one place where a failure of the grader itself ends
            reason = f"{type(error).__name__}: {error}, {attempt} times"
    return grade_ours(found, job.unit, job.skeleton, reason)


def _examine(rebuilt: Rebuilt, job: Job, sandbox: Sandbox) -> Examined:
    from autograder.examine import examine

    return examine(rebuilt, sandbox, job.limits, isolation=job.isolation, choices=job.choices)
