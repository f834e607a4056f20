"""Takes one submission through the line in a worker, up to the bytes of the files to be written.

Nothing is written here: a worker may be killed at any moment, and the parent alone writes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from autograder.collect import Found
from autograder.files import digest
from autograder.models import Grade, Notebook, Outcome
from autograder.pipeline.cache import packed
from autograder.pipeline.grading import grade_examined, grade_ours, grade_unread
from autograder.pipeline.job import Job
from autograder.pipeline.judging import Finding, judge
from autograder.pipeline.keys import Keys
from autograder.rebuild import rebuild
from autograder.record import Entry, make_entry

if TYPE_CHECKING:
    from autograder.sandbox import Sandbox


@dataclass(frozen=True)
class Result:
    """A submission's result as the journal keeps it: without the files that show it."""

    entry: Entry
    key: str  # of all that it depends on, see keys
    sure: bool  # False: a rerun judges it again
    notebook: str = ""  # digest of the graded notebook's bytes
    page: str = ""  # digest of the feedback page's bytes

    @property
    def grade(self) -> Grade:
        return self.entry.grade


@dataclass(frozen=True)
class Made:
    """A result with its files, and what the cache should keep."""

    result: Result
    notebook: bytes
    page: bytes = b""
    trouble: str = ""  # why there is no feedback page
    remember: tuple[str, bytes] | None = None  # key and bytes


def make(found: Found, job: Job, keys: Keys, sandbox: Sandbox) -> Made:
    """Everything about one submission. A failure of ours is told in its grade."""
    grade, finding = _graded(found, job, keys, sandbox)
    made = made_of(grade, found, job, keys.submission(found))
    if finding is None:
        return made if not found.ours else replace(made, result=replace(made.result, sure=False))
    result = replace(made.result, sure=made.result.sure and finding.sure)
    if finding.remember is None:
        return replace(made, result=result)
    return replace(made, result=result, remember=(finding.key, packed(finding.remember)))


def grade_one(found: Found, job: Job, sandbox: Sandbox) -> Grade:
    """One submission's grade, with its notebook."""
    return _graded(found, job, Keys(job), sandbox)[0]


def made_of(grade: Grade, found: Found, job: Job, key: str) -> Made:
    """The files of a grade; the result is one to rely on unless the grader failed."""
    from autograder.feedback import render

    notebook = notebook_bytes(grade.notebook)
    page, trouble = b"", ""
    try:
        page = render(grade, job.unit).encode("utf-8")
    except ValueError as error:  # text that is no text
        trouble = f"No feedback page for {grade.student}: {error}."
    result = Result(
        entry=make_entry(grade, job.skeleton, found.received_at),
        key=key,
        sure=grade.outcome is not Outcome.OUR_FAULT,
        notebook=digest(notebook),
        page=digest(page) if page else "",
    )
    return Made(result, notebook, page, trouble)


def notebook_bytes(notebook: Notebook) -> bytes:
    """A graded notebook as it is written."""
    text = json.dumps(notebook, ensure_ascii=False, sort_keys=True) + "\n"  # indented: 10 ms more
    return text.encode("utf-8", "replace")


def _graded(found: Found, job: Job, keys: Keys, sandbox: Sandbox) -> tuple[Grade, Finding | None]:
    """The grade, and what judging found where it came to that."""
    if found.problem and found.ours:
        return grade_ours(found, job.unit, job.skeleton, found.problem), None
    if found.problem:
        return grade_unread(found, job.unit, job.skeleton, found.problem, sandbox.level), None
    rebuilt = rebuild(found.submission, job.skeleton)
    if rebuilt.malformed:
        return grade_unread(found, job.unit, job.skeleton, rebuilt.malformed, sandbox.level), None
    reason = ""
    for attempt in (1, 2):
        try:
            finding = judge(rebuilt, job, keys, sandbox)
            return grade_examined(found, job.unit, finding.examined), finding
        except Exception as error:  # the one place where a failure of the grader itself ends
            reason = f"{type(error).__name__}: {error}, {attempt} times"
    return grade_ours(found, job.unit, job.skeleton, reason), None
