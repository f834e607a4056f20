"""Worker processes, each with one open sandbox, that take a batch through the line between them.

A worker that dies or overruns every limit is replaced. Its submission gets a second chance; when
that fails too it is our fault, and the others go on. A worker gets its next submission before the
parent writes the result of the last, so that it need not wait for the disk.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from types import ModuleType
from typing import Any

from autograder.models import Grade, Unit
from autograder.pipeline.grading import grade_ours
from autograder.pipeline.job import Job
from autograder.pipeline.one import Made, made_of
from autograder.pipeline.working import Drawing, Task, found_of, work
from autograder.sandbox import WARM
from autograder.skeleton import imports

START_S = 60.0  # to import everything and open a sandbox
MOST_FALSE_STARTS = 3  # once one has started: then the rest of the batch is our fault
MARGIN_S = 30.0  # over twice the submission's own limit: a result may need a second attempt

# Not forked from here: a worker would inherit the threads' locks of the progress bar and of imports
# under way.
_processes = multiprocessing.get_context("forkserver")
FOREMAN = "autograder.pipeline.foreman"


class Unavailable(Exception):
    """No worker can work: the sandbox cannot be had here. The sentence says what to install."""


def grade_all(batch: Iterable[Task], job: Job, jobs: int) -> Iterator[Made]:
    """Grade a batch with up to `jobs` processes; results come as they are ready.

    The batch is taken from as workers become free; none is started for an empty one.

    Raises:
        Unavailable: the sandbox cannot be opened.
    """
    with Pool(batch, job, jobs) as pool:
        yield from pool.results()


class Pool:
    """The workers and the submissions that wait for one."""

    def __init__(self, batch: Iterable[Task], job: Job, jobs: int) -> None:
        self.batch = iter(batch)
        self.next: deque[Task] = deque()  # taken from the batch, not yet given to a worker
        self.job = job
        self.jobs = jobs
        self.workers: list[_Worker] = []
        self.deaths: Counter[str] = Counter()  # by student
        self.ever_started = False
        self.false_starts = 0

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            worker.end()

    def results(self) -> Iterator[Made]:
        """Grade the batch; results come as they are ready.

        Raises:
            Unavailable: the sandbox cannot be opened.
        """
        while self.busy():
            yield from self.step()

    def draw(self, grades: Sequence[Grade], unit: Unit) -> Callable[[], dict[str, str]]:
        """Begin to draw a class's report; what is returned waits for its files' texts.

        A worker that has finished has matplotlib loaded for the notebooks already. Where there is
        none, or it fails, the report is drawn here.
        """
        idle = next((w for w in self.workers if w.started and not w.task), None)
        asked = Drawing(tuple(grades), unit)
        if idle:
            with suppress(OSError):
                idle.pipe.send(asked)
        return lambda: (idle and idle.drawn()) or asked.draw()

    def busy(self) -> bool:
        """Whether anything is left to do."""
        return any(worker.task for worker in self.workers) or self._waiting()

    def step(self) -> Iterator[Made]:
        """Wait until something happens, and see to it."""
        self._hire()
        made: list[Made] = []
        ready = wait([worker.pipe for worker in self.workers], timeout=1.0)
        for worker in list(self.workers):
            if worker.pipe in ready:
                made += worker.receive()
            elif time.monotonic() > worker.deadline:
                worker.end("a grading process overran every limit")
            self.ever_started |= worker.started
            if worker.ended:
                self.workers.remove(worker)
                made += self._bury(worker)
            elif worker.started and not worker.task and self._waiting():
                worker.give(self.next.popleft())
        yield from made

    def _hire(self) -> None:
        """A new worker for each submission that waits, as long as there may be more of them."""
        idle = sum(not worker.task for worker in self.workers)
        while len(self.workers) < self.jobs and self._waiting(idle + 1):
            cores = {worker.core for worker in self.workers}
            free = next(core for core in range(self.jobs) if core not in cores)
            self.workers.append(_Worker(self.job, free))
            idle += 1

    def _waiting(self, count: int = 1) -> bool:
        """Whether at least so many submissions wait; the first of them are then in `next`."""
        missing = range(count - len(self.next))
        self.next.extend(task for _, task in zip(missing, self.batch, strict=False))
        return len(self.next) >= count

    def _bury(self, worker: _Worker) -> Iterator[Made]:
        """See to what a worker that has ended leaves behind."""
        if not worker.started:
            self.false_starts += 1
            if not self.ever_started:
                raise Unavailable(worker.ended)
            if self.false_starts == MOST_FALSE_STARTS:
                while self._waiting():
                    yield self._give_up(self.next.popleft(), worker.ended)
        elif task := worker.task:
            student = found_of(task).submission.student
            self.deaths[student] += 1
            if self.deaths[student] == 1:
                self.next.appendleft(task)
            else:
                yield self._give_up(task, f"the grading process ended twice: {worker.ended}")

    def _give_up(self, task: Task, reason: str) -> Made:
        found = found_of(task)
        grade = grade_ours(found, self.job.unit, self.job.skeleton, reason)
        return made_of(grade, found, self.job, "")


class _Worker:
    """One process, seen from outside."""

    def __init__(self, job: Job, core: int) -> None:
        self.pipe, theirs = _processes.Pipe()
        args = (theirs, job, core, dict(os.environ))
        self.process = _processes.Process(target=work, args=args, daemon=True)
        with _deaf_to_interrupts(), _without_main():
            _processes.set_forkserver_preload([FOREMAN, *_modules(job)])
            self.process.start()
        theirs.close()
        self.core = core
        self.limit_s = 2 * job.limits.submission_s + MARGIN_S
        self.task: Task | None = None
        self.started = False
        self.ended = ""  # why
        self.deadline = time.monotonic() + START_S

    def give(self, task: Task) -> None:
        """Hand over a submission and set the clock."""
        self.task = task
        self.deadline = time.monotonic() + self.limit_s
        with suppress(OSError):  # it has just died: receive() will see that
            self.pipe.send(task)

    def receive(self) -> Iterator[Made]:
        """What the process says: that it is ready, why it is not, or a result."""
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
        if self.task and isinstance(said, Made):
            self.task = None
            yield said

    def drawn(self) -> dict[str, str] | None:
        """The report that it was asked for; None if none comes."""
        with suppress(EOFError, OSError):
            if self.pipe.poll(START_S) and isinstance(said := self.pipe.recv(), dict):
                return said
        return None

    def end(self, why: str = "it was ended") -> None:
        """End the process; the kernel ends its sandbox with it."""
        self.ended = why
        self.process.kill()
        self.process.join(5)
        self.pipe.close()


def _modules(job: Job) -> list[str]:
    """What the unit's set-up cells import of the packages that are loaded anyway."""
    parts = [statement.split() for statement in imports(job.skeleton)]
    names = [".".join([each[1], *each[3:]]) for each in parts]  # import a | from a import b
    packages = {name.partition(".")[0] for name in WARM}
    return [name for name in names if name.partition(".")[0] in packages]


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Ctrl-C is for the parent, which ends its workers; an ignored signal stays so in a child."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may say what signals do
        return
    ours = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, ours)


@contextmanager
def _without_main() -> Iterator[None]:
    """A process that is spawned imports its parent's main module: nbgrader's takes 3 seconds."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
