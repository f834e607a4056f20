"""One submission's candidate: started, fed with cells, copied by fork, replaced when broken.

Runs in the grading process, so of the candidate's answers it takes only plain values.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from . import wire
from .channel import stop_of
from .codec import Codec
from .faults import Died, Forbidden, Stop, TimedOut, TooMuchOutput, Unavailable
from .ran import Cell, Ran, ran_of

MAX_ANSWER = 16 * 2**20
LEAVE_S = 2.0


class Child(Protocol):
    """A contained process that runs `candidate.serve` (see autograder.sandbox)."""

    @property
    def sock(self) -> socket.socket: ...
    def kill(self) -> None: ...
    def ended(self, timeout_s: float) -> str | None: ...


class Sandbox(Protocol):
    """Where candidates come from (see autograder.sandbox)."""

    @property
    def level(self) -> str: ...
    def spawn(self) -> Child: ...


class Session:
    """Keeps a candidate that has run every cell, with copies of it as it was at some places.

    All cells run before the first test does: so no output of a cell can hold a hidden input.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        cells: Sequence[Cell],
        cell_s: float,
        deadline: float,
        output_limit: int,
        *,
        pictures: bool = False,
        files: Mapping[str, bytes] | None = None,
    ) -> None:
        self._sandbox = sandbox
        self._cells = cells
        self._steps: list[tuple[int, Cell | None]] = []
        self._cell_s = cell_s
        self._deadline = deadline
        self._output_limit = output_limit
        self._pictures = pictures
        self._files = files or {}
        self._child: Child | None = None
        self._done = 0  # how many of the steps this candidate has behind it
        self._end: int | None = None  # the place at which the candidate itself serves
        self._crowded = False  # its cells leave no process for a copy: they would again
        self.ran: dict[str, Ran] = {}

    def due(self) -> float:
        """The deadline of something that starts now."""
        return min(time.monotonic() + self._cell_s, self._deadline)

    def expect(self, places: Sequence[int]) -> None:
        """From now on a copy is kept for each of these places (twice for two uses of one).

        Once the cells have shown what they show, those below the last place need not run again.
        What is wanted last, if no cell comes below it, needs no copy: the candidate itself serves.
        """
        self.discard()
        copies: list[tuple[int, Cell | None]] = [(place, None) for place in places]
        last = max((place for place, _ in copies), default=0) if self.ran else float("inf")
        cells = [(cell.index, cell) for cell in self._cells if cell.index < last]
        self._steps = sorted([*cells, *copies], key=lambda step: step[0])
        self._end = places[-1] if places and (places[-1], None) == self._steps[-1] else None

    def ready(self) -> None:
        """Run all cells and keep the copies, again in a new candidate if there is none.

        A cell that broke a candidate is left out from then on.

        Raises:
            TimedOut: the submission's time is over.
            Unavailable: no candidate comes up.
            Forbidden, Died: it cannot be copied.
        """
        self._demand_room()
        while self._child is None or self._done < len(self._steps):
            if self._child is None:
                self._start()
                continue
            place, cell = self._steps[self._done]
            self._done += 1
            if cell is None and self._done == len(self._steps) and place == self._end:
                continue
            if cell is None:
                self._crowded = self._ask("keep", place) is not True
                self._demand_room()
            elif self.ran.get(cell.id, Ran("ok")).kind in ("ok", "raised"):
                self._run(cell)

    def _demand_room(self) -> None:
        if self._crowded:
            raise Forbidden("its cells started so many processes that no test can run")

    def snapshot(self, place: int) -> socket.socket:
        """A fresh candidate as it was at this place: the socket on which it answers.

        Raises:
            Stop: as `ready`, and whatever keeps it from answering.
        """
        self.ready()
        self._steps.remove((place, None))
        self._done -= 1
        if place == self._end and (place, None) not in self._steps:
            self._ask("begin")
        else:
            self._ask("resume", place)
        assert self._child is not None
        return self._child.sock

    def again(self, place: int) -> None:
        """From the next candidate on, keep one more copy for this place."""
        assert self._child is None
        self._steps = sorted([*self._steps, (place, None)], key=lambda step: step[0])

    def renew(self) -> socket.socket:
        """Have the copy that serves forget the examiner's objects, to serve another test.

        Raises:
            Stop: whatever keeps it from answering.
        """
        self._ask("renew")
        assert self._child is not None
        return self._child.sock

    def leave(self) -> None:
        """End the copy; the candidate goes on as it was. A broken one is discarded."""
        try:
            self._ask("leave", within_s=LEAVE_S)
        except Died as gone:
            if not went_by_itself(str(gone)):
                self.discard()
        except Stop:
            self.discard()
        else:
            self.discard()

    def discard(self, *, died: bool = False) -> str:
        """Kill the candidate with all that it started; why it had `died`, in words."""
        child, self._child, self._done = self._child, None, 0
        if child is None:
            return ""
        reason = child.ended(0.05) if died else None
        child.kill()
        return reason or ""

    def _start(self) -> None:
        if time.monotonic() >= self._deadline:
            raise TimedOut("the submission's time is over")
        self._done = 0
        cores = tuple(sorted(os.sched_getaffinity(0)))
        try:
            self._child = self._sandbox.spawn()
            self._ask("hello", self._output_limit, cores if len(cores) == 1 else ())
            for name, data in self._files.items():
                self._ask("file", name, data)
        except (Exception, Stop) as error:  # nothing of the student's has run yet
            self.discard()
            raise Unavailable(f"no candidate could be started: {error}") from error

    def _run(self, cell: Cell) -> None:
        try:
            ran = ran_of(self._ask("run", cell.id, cell.source, self._pictures))
        except Stop as stop:
            ran = self._broken(stop)
        first = self.ran.get(cell.id)
        if first is None or ran.kind not in ("ok", "raised"):
            self.ran[cell.id] = ran

    def _broken(self, stop: Stop) -> Ran:
        if isinstance(stop, TimedOut) and time.monotonic() >= self._deadline:
            self.discard()
            raise TimedOut("the submission's time is over")
        reason = self.discard(died=isinstance(stop, Died))
        kinds = {TimedOut: "timed out", Died: "died", TooMuchOutput: "output"}
        return Ran(kinds.get(type(stop), "forbidden"), text=reason or str(stop))

    def _ask(self, verb: str, *args: Any, within_s: float | None = None) -> Any:
        """One question, with plain values only."""
        if self._child is None:
            raise Died("there is no candidate")
        sock = self._child.sock
        deadline = self.due() if within_s is None else time.monotonic() + within_s
        body = wire.pack([wire.CALL, verb, [], [], [], [], [], _PLAIN.node(args)])
        wire.send(sock, 1, body, deadline)
        depth, body = wire.receive(sock, deadline, MAX_ANSWER)
        frame = wire.unpack(body)
        if type(frame) is not list or len(frame) != wire.FIELDS:
            raise Forbidden("it sent a message of the wrong form")
        if frame[0] == wire.GONE:
            raise Died(wire.ending(frame[1]))
        payload = _PLAIN.value(frame[-1])
        if frame[0] == wire.BROKEN:
            raise stop_of(payload)
        if frame[0] != wire.REPLY or depth != 1:
            raise Forbidden("it spoke out of turn")
        return payload


def went_by_itself(reason: str) -> bool:
    """Whether this is the candidate's word that its copy has ended and that it serves on."""
    return reason.startswith(("exit ", "signal "))


def _no_reference(_: Any) -> Any:
    raise Forbidden("it sent an object where plain values are due")


_PLAIN = Codec(_no_reference, _no_reference)
