"""One side's end of the conversation: asks, waits, and serves while it waits.

Exactly one side runs at a time. A call carries its depth and its answer must carry the same, so
no deadlock is possible and nothing can be slipped in. Both sides use this class; they differ in
what they serve, lend and trust.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from . import wire
from .codec import Codec, Node
from .errors import Exceptions
from .faults import (
    CannotCross,
    Died,
    Forbidden,
    Missing,
    NotStarted,
    Stop,
    TooMuchOutput,
)
from .handles import Describe, Handles
from .keeping import Keeper
from .share import Table

Serve = Callable[[str, tuple[Any, ...]], Any]


@dataclass
class Side:
    """In what the two ends differ."""

    strict: bool  # the examiner, who distrusts
    serve: Serve
    describe: Describe
    borrow: Callable[..., Any]
    printed: Callable[[], list[list[str]]]  # what to send of this side's output
    absorb: Callable[[Any], None]  # what to do with the other side's
    keeper: Keeper | None = None  # of what the other side changes


class Channel:
    """The conversation over one socket, ending at one deadline."""

    def __init__(self, sock: socket.socket, side: Side, deadline: float | None = None) -> None:
        self._sock = sock
        self._side = side
        self._deadline = deadline
        self._depth = 0
        self._thread = threading.get_ident()
        self._errors = Exceptions(strict=side.strict)
        self._table = Table(strict=side.strict, keeper=side.keeper)
        self.handles = Handles(side.describe, self._borrow)
        self._table.codec = Codec(self._refer, self._resolve, functions=side.strict)

    @property
    def shared(self) -> int:
        """How many objects are shared at present."""
        return len(self._table)

    @property
    def depth(self) -> int:
        """How many calls are open."""
        return self._depth

    def request(self, verb: str, *args: Any) -> Any:
        """Ask the other side, serve its questions meanwhile, and return its answer.

        Raises:
            Stop: the conversation is over.
            Exception: whatever the other side raised, rebuilt.
        """
        if threading.get_ident() != self._thread:
            raise RuntimeError("only the main thread may use what a test handed over")
        if self._depth >= wire.MAX_DEPTH:
            raise RecursionError("calls between the test and your code are nested too deeply")
        self._depth += 1
        depth = self._depth
        try:
            self._send(wire.CALL, verb, args)
            while True:
                kind, verb_, payload = self._receive(depth)
                if kind == wire.CALL:
                    self.answer(verb_, payload)
                elif kind == wire.REPLY:
                    return payload
                else:
                    raise self._errors.rebuild(payload)
        finally:
            self._depth = depth - 1
            if depth == 1:
                self._errors.clear()

    def next_call(self) -> tuple[str, tuple[Any, ...]]:
        """Wait for a question while nothing is open: what an idle candidate does."""
        _, verb, payload = self._receive(0)
        return verb, payload

    def answer(self, verb: str, args: tuple[Any, ...]) -> None:
        """Serve one question of the other side."""
        self._depth += 1
        try:
            try:
                result = self._side.serve(verb, args)
            except Stop as stop:
                if self._side.strict:
                    raise
                self._send(wire.BROKEN, "", (type(stop).__name__, str(stop)))
            except BaseException as error:
                if self._side.strict and not isinstance(error, Exception):
                    raise
                self._send(wire.RAISE, "", self._errors.describe(error))
            else:
                self._reply(result)
        finally:
            self._depth -= 1
            if self._depth == 0:
                self._errors.clear()

    def _reply(self, result: Any) -> None:
        try:
            self._send(wire.REPLY, "", result)
        except CannotCross as error:
            self._send(wire.RAISE, "", self._errors.describe(error))

    def _send(self, kind: int, verb: str, payload: Any) -> None:
        table = self._table
        lost = table.begin()
        try:
            node = table.codec.node(payload)
            fresh, changed = table.changes()
            returned, printed = self.handles.to_return(), self._side.printed()
            body = wire.pack([kind, verb, returned, lost, fresh, changed, printed, node])
            if len(body) > wire.MAX_FRAME:
                raise CannotCross(f"{len(body)} bytes are too much to be handed over at once")
        except BaseException:
            table.roll_back()
            raise
        table.commit()
        wire.send(self._sock, self._depth, body, self._deadline)

    def _receive(self, depth: int) -> tuple[int, str, Any]:
        """The next frame, which must be an answer at this depth or a question one deeper."""
        got, body = wire.receive(self._sock, self._deadline)
        frame = wire.unpack(body)
        if type(frame) is not list or len(frame) != wire.FIELDS:
            raise Forbidden("it sent a message of the wrong form")
        kind, verb, returned, lost, fresh, changed, printed, node = frame
        if kind == wire.GONE:
            raise Died(wire.ending(verb))
        if got != depth + (kind == wire.CALL) or type(verb) is not str:
            raise Forbidden("it spoke out of turn")
        self.handles.take_back(returned)
        self._table.absorb(lost, fresh, changed)
        payload = self._table.codec.value(node)
        if kind == wire.BROKEN:
            raise stop_of(payload)
        if kind not in (wire.CALL, wire.REPLY, wire.RAISE) or (
            kind == wire.CALL and type(payload) is not tuple
        ):
            raise Forbidden("it sent a message of an unknown kind")
        self._side.absorb(printed)
        return kind, verb, payload

    def _refer(self, value: Any) -> Node:
        shared = self._table.shares(value)
        return self._table.refer(value) if shared else self.handles.refer(value)

    def _resolve(self, node: list[Any]) -> Any:
        if node[0] == "o":
            return self._table.resolve(node[1] if len(node) == 2 else None)
        return self.handles.resolve(node)

    def _borrow(self, number: int, kind: str, name: str) -> Any:
        return self._side.borrow(number, kind, name, self.request, self.handles.gone)


def stop_of(payload: Any) -> Stop:
    """The Stop that the candidate reports of itself; its words are not passed on."""
    if type(payload) is tuple and len(payload) == 2 and payload[0] in _REPORTED:
        return _REPORTED[payload[0]]()
    return Forbidden("it stopped for an unknown reason")


_REPORTED: dict[str, type[Stop]] = {
    kind.__name__: kind for kind in (Forbidden, TooMuchOutput, Missing, NotStarted)
}
