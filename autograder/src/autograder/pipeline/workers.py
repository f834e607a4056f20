"""Worker processes, each with one open sandbox, that grade a batch between them.

A worker that dies or overruns every limit is replaced. Its submission gets a second chance; when
that fails too it is our fault, and the others go on.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any

from autograder.collect import Found
from autograder.models import Grade
from autograder.pipeline.grading import grade_ours
from autograder.pipeline.one import Job, grade_one

START_S = 60.0  # to import everything and open a sandbox
MOST_FALSE_STARTS = 3  # once one has started: then the rest of the batch is our fault
MARGIN_S = 30.0  # over twice the submission's own limit: a result may need a second attempt

# A forked worker would inherit the threads' locks of the progress bar and of imports under way.
_processes = multiprocessing.get_context("spawn")


class Unavailable(Exception):
    """No worker can work: the sandbox cannot be had here. The sentence says what to install."""


def grade_all(batch: Sequence[Found], job: Job, jobs: int) -> Iterator[tuple[Found, Grade]]:
    """Grade a batch with up to `jobs` processes; results come as they are ready.

    Raises:
        Unavailable: the sandbox cannot be opened.
    """
    pool = _Pool(batch, job, jobs)
    try:
        while pool.waiting or any(worker.task for worker in pool.workers):
            yield from pool.step()
    finally:
        for worker in pool.workers:
            worker.end()


class _Pool:
    """The workers and the submissions that wait for one."""

    def __init__(self, batch: Sequence[Found], job: Job, jobs: int) -> None:
        self.waiting = deque(batch)
        self.job = job
        self.jobs = jobs
        self.workers: list[_Worker] = []
        self.deaths: Counter[str] = Counter()  # by student
        self.ever_started = False
        self.false_starts = 0

    def step(self) -> Iterator[tuple[Found, Grade]]:
        """Wait until something happens, and see to it."""
        busy = sum(1 for worker in self.workers if worker.task)
        while len(self.workers) < min(self.jobs, busy + len(self.waiting)):
            cores = {worker.core for worker in self.workers}
            free = next(core for core in range(self.jobs) if core not in cores)
            self.workers.append(_Worker(self.job, free))
        ready = wait([worker.pipe for worker in self.workers], timeout=1.0)
        for worker in list(self.workers):
            if worker.pipe in ready:
                yield from worker.receive()
            elif time.monotonic() > worker.deadline:
                worker.end("a grading process overran every limit")
            self.ever_started |= worker.started
            if worker.ended:
                self.workers.remove(worker)
                yield from self._bury(worker)
            elif worker.started and not worker.task and self.waiting:
                worker.give(self.waiting.popleft())

    def _bury(self, worker: _Worker) -> Iterator[tuple[Found, Grade]]:
        """See to what a worker that has ended leaves behind."""
        if not worker.started:
            self.false_starts += 1
            if not self.ever_started:
                raise Unavailable(worker.ended)
            if self.false_starts == MOST_FALSE_STARTS:
                while self.waiting:
                    yield self._give_up(self.waiting.popleft(), worker.ended)
        elif found := worker.task:
            self.deaths[found.submission.student] += 1
            if self.deaths[found.submission.student] == 1:
                self.waiting.appendleft(found)
            else:
                yield self._give_up(found, f"the grading process ended twice: {worker.ended}")

    def _give_up(self, found: Found, reason: str) -> tuple[Found, Grade]:
        return found, grade_ours(found, self.job.unit, self.job.skeleton, reason)


class _Worker:
    """One process, seen from outside."""

    def __init__(self, job: Job, core: int) -> None:
        self.pipe, theirs = _processes.Pipe()
        self.process = _processes.Process(target=_work, args=(theirs, job, core), daemon=True)
        # Ctrl-C is for the parent, which ends its workers; an ignored signal stays so in a child.
        ours = signal.signal(signal.SIGINT, signal.SIG_IGN)
        self.process.start()
        signal.signal(signal.SIGINT, ours)
        theirs.close()
        self.core = core
        self.limit_s = 2 * job.limits.submission_s + MARGIN_S
        self.task: Found | None = None
        self.started = False
        self.ended = ""  # why
        self.deadline = time.monotonic() + START_S

    def give(self, found: Found) -> None:
        """Hand over a submission and set the clock."""
        self.task = found
        self.deadline = time.monotonic() + self.limit_s
        with suppress(OSError):  # it has just died: receive() will see that
            self.pipe.send(found)

    def receive(self) -> Iterator[tuple[Found, Grade]]:
        """What the process says: that it is ready, why it is not, or a grade."""
        try:
            said: Any = self.pipe.recv()
        except (EOFError, OSError):
            self.process.join(5)
            self.end(f"a grading process ended with status {self.process.exitcode}")
            return
        if isinstance(said, str):
            self.end(said)
            return
        self.started = True
        self.deadline = float("inf")
        if self.task and isinstance(said, Grade):
            yield self.task, said
            self.task = None

    def end(self, why: str = "it was ended") -> None:
        """End the process; the kernel ends its sandbox with it."""
        self.ended = why
        self.process.kill()
        self.process.join(5)
        self.pipe.close()


def _work(pipe: Connection, job: Job, core: int) -> None:
    """The process itself: open a sandbox, then grade what comes until the pipe closes."""
    from autograder.sandbox import SandboxUnavailable, open_sandbox

    cores = sorted(os.sched_getaffinity(0))
    if core < len(cores):
        # Crossings are twice as fast on one core; another run beside this one gets other cores.
        os.sched_setaffinity(0, {cores[(core + os.getppid()) % len(cores)]})
    try:
        sandbox = open_sandbox(job.sandbox, job.limits)
    except SandboxUnavailable as error:
        pipe.send(str(error))
        return
    with sandbox:
        pipe.send(None)
        while True:
            try:
                found = pipe.recv()
            except EOFError:
                return
            pipe.send(grade_one(found, job, sandbox))
