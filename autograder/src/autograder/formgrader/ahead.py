"""Grades a class with several processes, while nbgrader asks for one student after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from autograder.collect import Place
from autograder.pipeline.job import Job
from autograder.pipeline.one import Made
from autograder.pipeline.workers import Unavailable, grade_all


class Ahead:
    """The results of one notebook of an assignment, in whatever order they are asked for."""

    def __init__(self, places: Sequence[Place], job: Job, jobs: int) -> None:
        self.job = job
        self._waiting = {place.student for place in places}
        self._made: dict[str, Made] = {}
        self._results: Iterator[Made] = grade_all(places, job, jobs)
        self._refusal: Unavailable | None = None  # the same for everybody

    def __contains__(self, student: str) -> bool:
        return student in self._waiting

    def of(self, student: str) -> Made:
        """A student's result, waited for if need be; each can be had once.

        Raises:
            Unavailable: the sandbox cannot be had on this machine.
        """
        while student not in self._made:
            made = self._next()
            self._made[made.result.grade.student] = made
        self._waiting.discard(student)
        if not self._waiting:
            next(self._results, None)  # at its end it ends the processes
        return self._made.pop(student)

    def _next(self) -> Made:
        if self._refusal is not None:
            raise self._refusal
        try:
            return next(self._results)
        except Unavailable as refusal:
            self._refusal = refusal
            raise
