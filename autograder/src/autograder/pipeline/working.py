"""What a worker process does: it opens a sandbox, then takes submissions through the line."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from autograder.collect import Found, Place, read
from autograder.models import Grade, Unit
from autograder.pipeline.job import Job
from autograder.pipeline.keys import Keys
from autograder.pipeline.one import make
from autograder.sandbox import SandboxUnavailable, linux, open_sandbox
from autograder.skeleton import imports

Task = Place | Found


@dataclass(frozen=True)
class Drawing:
    """The order to draw a report."""

    grades: tuple[Grade, ...]
    unit: Unit

    def draw(self) -> dict[str, str]:
        """The texts of its files, by name."""
        from autograder.report import render

        return render(self.grades, self.unit)


def work(pipe: Connection, job: Job, core: int, environment: dict[str, str]) -> None:
    """The process itself: open a sandbox, then grade what comes until the pipe closes."""
    linux.die_with_parent()
    os.environ.update(environment)  # as it is now, not as when the foreman started
    cores = sorted(os.sched_getaffinity(0))
    if core < len(cores):
        # Crossings are twice as fast on one core; another run beside this one gets other cores.
        os.sched_setaffinity(0, {cores[(core + os.getppid()) % len(cores)]})
    try:
        sandbox = open_sandbox(job.sandbox, job.limits, imports=imports(job.skeleton))
    except SandboxUnavailable as error:
        pipe.send(str(error))
        return
    keys = Keys(job)
    with sandbox:
        pipe.send(None)
        while True:
            try:
                task = pipe.recv()
            except EOFError:
                return
            if isinstance(task, Drawing):
                with suppress(ValueError):  # the parent meets it again, and tells
                    pipe.send(task.draw())
                return
            pipe.send(make(found_of(task), job, keys, sandbox))


def found_of(task: Task) -> Found:
    return task if isinstance(task, Found) else read(task)
