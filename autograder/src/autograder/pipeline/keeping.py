"""Keeps results: cache and journal at once, then gradebook and files a batch at a time.

In this order, so that a run killed anywhere leaves only results that the journal has; the next run
finds which of them the gradebook and the files lack, and goes on. Nothing else writes.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path

from autograder.files import holds, write_whole
from autograder.models import assignment_of, notebook_of
from autograder.pipeline import cache
from autograder.pipeline.job import Job
from autograder.pipeline.journal import Journal
from autograder.pipeline.one import Made, Result
from autograder.record import (
    Entry,
    RecordError,
    Save,
    gradebook,
    notebook_path,
    outstanding,
)

BATCH = 25  # results in a transaction, which costs about as much as one of them
LONGEST_S = 2.0  # that a result waits for the others of its batch


def page_path(workspace: Path, student: str, unit: str) -> Path:
    """Where a student's feedback page lies.

    Raises:
        ValueError: the student's id is no plain folder name.
    """
    if student in {"", ".", ".."} or any(sign in student for sign in "/\\\0"):
        raise ValueError(f"{student!r} cannot name a folder of feedback; rename it")
    return workspace / "feedback" / student / assignment_of(unit) / f"{notebook_of(unit)}.html"


class Keeper:
    """Keeps the results of one unit. `results` has what holds now, by student."""

    def __init__(
        self, job: Job, workspace: Path, journal: Journal, ready: threading.Thread
    ) -> None:
        """`ready` is the thread that imports what the gradebook needs; nothing waits for it."""
        self._job = job
        self._workspace = workspace
        self._journal = journal
        self._open = ExitStack()
        self._save: Save | None = None
        self._refused = False  # the gradebook, in this run
        self._batch: list[Made] = []
        self._since = 0.0
        self._ready = ready
        self.latest = journal.latest(job.unit.id)
        self.results: dict[str, Result] = {}
        self.troubles: list[str] = []
        self.flags: list[str] = []  # marks of a person's to look at again

    def finished(self, student: str, key: str) -> Result | None:
        """The result of an earlier run, if nothing has changed since and its files are there."""
        last = self.latest.get(student)
        if last is None or last.key != key or not last.sure or not last.page:
            return None
        with suppress(ValueError):
            notebook = notebook_path(self._workspace, student, last.grade.unit)
            page = page_path(self._workspace, student, last.grade.unit)
            if holds(notebook, last.notebook) and holds(page, last.page):
                self.results[student] = last
                return last
        return None

    def add(self, made: Made) -> None:
        """Keep a new result.

        Raises:
            WorkspaceError: the journal cannot be written.
        """
        result, student = made.result, made.result.grade.student
        if made.remember:
            cache.store(cache.cache_folder(self._workspace), *made.remember)
        if self.latest.get(student) != result:
            self._journal.add(result, datetime.now(UTC))
        self.latest[student] = self.results[student] = result
        if made.trouble:
            self.troubles.append(made.trouble)
        self._since = self._since if self._batch else time.monotonic()
        self._batch.append(made)
        due = len(self._batch) >= BATCH or time.monotonic() > self._since + LONGEST_S
        if due and not self._ready.is_alive():
            self._flush()

    def finish(self) -> None:
        """See that the gradebook and the files have every result of this run and of earlier ones.

        What they cannot take is told in `troubles`.
        """
        self._flush()
        entries = [result.entry for result in self.results.values()]
        job = self._job
        missing = outstanding(entries, job.unit, job.skeleton, self._workspace)
        try:
            for start in range(0, len(missing), BATCH):
                self._record(missing[start : start + BATCH])
        except RecordError as error:
            self.troubles.append(f"{error} Until then the results are in {self._journal.path}.")
        cache.prune(cache.cache_folder(self._workspace))

    def _flush(self) -> None:
        """Record the batch, then write its files."""
        batch, self._batch = self._batch, []
        try:
            if batch and not self._refused:
                self._record([made.result.entry for made in batch])
        except RecordError:
            self._refused = True  # `finish` tries once more; it may only have been in use
        for made in batch:
            self._write(made)

    def _record(self, entries: Sequence[Entry]) -> None:
        if self._save is None:
            job = self._job
            opened = gradebook(self._workspace, job.unit, job.skeleton)
            self._save = self._open.enter_context(opened)
        self.flags += self._save(entries)

    def _write(self, made: Made) -> None:
        """The graded notebook and the feedback page."""
        grade = made.result.grade
        try:
            write_whole(notebook_path(self._workspace, grade.student, grade.unit), made.notebook)
            if made.page:
                write_whole(page_path(self._workspace, grade.student, grade.unit), made.page)
        except (OSError, ValueError) as error:
            self.troubles.append(f"The files of {grade.student} could not be written: {error}.")

    def __enter__(self) -> Keeper:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()
