"""The candidate: the process in which the student's code runs. It never sees a test.

`serve` is called by the sandbox in a fresh, contained process. Nothing that this process says is
believed for having said it, so nothing here is a defence: it only has to serve honest code well.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import socket
import sys
import tempfile
from typing import Any, NoReturn

import numpy.random

from . import stub, wire
from .cells import Cells
from .channel import Channel, Side
from .faults import Died, Missing, NotStarted
from .output import Buffer, redirect
from .verbs import VERBS, describe

OUTPUT_LIMIT = 2**20
SEED = 0  # who draws without a seed draws the same in a rerun


def serve(sock: socket.socket) -> NoReturn:
    """Answer the examiner until the connection ends; never returns."""
    try:
        _quiet(sock)
        Candidate(sock).loop()
    except (Died, OSError):
        os._exit(0)
    except BaseException:  # a Stop between cells: nobody is left to tell
        os._exit(70)


class Candidate:
    """One student's cells, and the conversation about them."""

    def __init__(self, sock: socket.socket) -> None:
        sock.settimeout(None)
        self._sock = sock
        self._buffer = Buffer(OUTPUT_LIMIT)
        redirect(self._buffer)
        random.seed(SEED)
        numpy.random.seed(SEED)
        self._cells = Cells(self._buffer)
        self._kept: dict[int, list[tuple[int, socket.socket]]] = {}  # place -> pids, alarms
        self._side = Side(
            strict=False,
            serve=self._serve,
            describe=describe,
            borrow=stub.borrow,
            printed=self._buffer.drain,
            absorb=lambda _: None,
        )
        self._channel = Channel(sock, self._side)
        self._pid = os.getpid()
        self._folder = ""  # where the notebook's other files are, if it has any

    def loop(self) -> NoReturn:
        """Serve for ever."""
        while True:
            verb, args = self._channel.next_call()
            if verb == "leave":
                os._exit(0)
            if verb == "resume":
                self._resume(*args)
            elif verb == "begin":
                self._before = self._state()
                self._begin()
            elif verb == "renew":
                self._renew()
            else:
                self._channel.answer(verb, args)

    def _do_file(self, name: str, data: bytes) -> None:
        """Have a file that came with the notebook in the folder where its cells run."""
        if not self._folder:
            self._folder = tempfile.mkdtemp(prefix="notebook-")
            os.chdir(self._folder)
            sys.path.append(self._folder)  # last: a file numpy.py shadows nothing
        with contextlib.suppress(OSError):  # the scratch folder is full
            os.makedirs(os.path.dirname(os.path.join(self._folder, name)), exist_ok=True)
            with open(os.path.join(self._folder, name), "wb") as file:
                file.write(data)

    def _do_keep(self, place: int) -> bool:
        """Keep a copy of this process, as it is before the test cell at this place.

        The copy sleeps while the student's other cells run, and serves when it is wanted. So no
        test sees what later cells did: quick, and no defence at all.

        Returns:
            Whether there is one: the cells may have left so many processes that none can be had.
        """
        before = self._state()
        try:
            ours, theirs = socket.socketpair()
            copy = os.fork()
        except OSError:
            return False
        if not copy:
            self._before = before
            self._wait(ours, theirs)
        theirs.close()
        self._kept.setdefault(place, []).append((copy, ours))
        return True

    def _wait(self, ours: socket.socket, theirs: socket.socket) -> NoReturn:
        """Be a copy: sleep until it is wanted, then serve."""
        ours.close()
        if not theirs.recv(1):
            os._exit(0)
        self._pid = os.getpid()
        self._go_back()  # Python seeds `random` anew in a fork
        self._begin()
        self.loop()

    def _begin(self) -> None:
        """Serve a test from now on, which knows nothing of what another was lent."""
        self._channel = Channel(self._sock, self._side)
        self._channel.answer("resumed", ())

    def _renew(self) -> None:
        """Serve one more test: names, random numbers and room for output are as they were.

        What the student's functions keep inside lists and objects is not; who fails because of
        that is tried again in a copy of its own.
        """
        self._go_back()
        self._begin()

    def _go_back(self) -> None:
        names, generators, room = self._before
        self._cells.names.clear()
        self._cells.names.update(names)
        random.setstate(generators[0])
        numpy.random.set_state(generators[1])
        self._buffer.allow(room)

    def _state(self) -> tuple[dict[str, Any], tuple[Any, Any], int]:
        generators = (random.getstate(), numpy.random.get_state())
        return dict(self._cells.names), generators, self._buffer.room

    def _resume(self, place: int) -> None:
        """Let a copy for this place serve; when it has ended, say how."""
        copy, line = self._kept[place].pop()
        line.sendall(b"!")
        _, status = os.waitpid(copy, 0)
        line.close()
        body = wire.pack([wire.GONE, _ending(status), [], [], [], [], [], None])
        wire.send(self._sock, 0, body, None)

    def _serve(self, verb: str, args: tuple[Any, ...]) -> Any:
        try:
            if verb in VERBS:
                return VERBS[verb](*args)
            return getattr(self, f"_do_{verb}")(*args)
        finally:
            if os.getpid() != self._pid:  # a fork of the student's that came back up to here
                os._exit(0)

    def _do_hello(self, output_limit: int, cores: tuple[int, ...]) -> None:
        self._buffer.allow(output_limit)
        if cores:
            with contextlib.suppress(OSError):  # not allowed in here: only slower
                os.sched_setaffinity(0, cores)

    def _do_resumed(self) -> None:
        """Nothing to do: the answer says that the copy is there."""

    def _do_run(self, cell: str, source: str, pictures: bool) -> Any:
        return self._cells.run(cell, source, pictures)

    def _do_get(self, name: str) -> Any:
        if name not in self._cells.names:
            raise Missing(name)
        value = self._cells.names[name]
        if value is Ellipsis:
            raise NotStarted(name)
        return value


def _quiet(sock: socket.socket) -> None:
    """Nothing to read from and nothing to write to but the socket."""
    null = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        if number != sock.fileno():
            os.dup2(null, number)
    if null > 2:
        os.close(null)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _ending(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    return f"exit {code}" if code >= 0 else f"signal {-code}"
