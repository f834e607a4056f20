"""Frames on the socket between examiner and candidate: a length, a depth, a body.

    frame   = length (4 bytes, big-endian, of the body) depth (2 bytes) body
    body    = msgpack array of exactly these eight, in this order:
      kind      0 call, 1 reply, 2 raise, 3 gone (the snapshot's process ended), 4 broken
      verb      what is asked ("call", "getattr", "run" ...), "" in answers
      returned  numbers of borrowed handles that the sender no longer holds   (handles.py)
      lost      numbers of shared objects that the sender no longer holds     (share.py)
      fresh     [number, kind, description] of shared objects new to the receiver
      changed   [number, content] of every shared object that changed since the last frame
      output    what the candidate printed or warned since the last frame     (output.py)
      payload   one node: the arguments, the result or the exception          (codec.py)

A node is a plain msgpack nil, bool, integer, float, string or binary, or an array whose first
item is a one-letter tag. There are no msgpack maps and no extension types. A call has the depth
of the call it is nested in plus one, and its answer has the same depth: who waits also serves,
and anything out of turn is Forbidden. Reads are exact and end at one absolute deadline.
"""

from __future__ import annotations

import re
import socket
import struct
import time
from typing import Any

import msgpack

from .faults import CannotCross, Died, Forbidden, TimedOut

CALL, REPLY, RAISE, GONE, BROKEN = range(5)
MAX_FRAME = 64 * 2**20
MAX_ITEMS = 1_000_000  # in one msgpack array
MAX_DEPTH = 60  # of calls within calls
FIELDS = 8

_ENDING = re.compile(r"(exit|signal) \d{1,3}\Z")
_packer = msgpack.Packer(unicode_errors="surrogatepass")
_HEADER = struct.Struct("!IH")
_CHUNK = 2**20


def pack(node: Any) -> bytes:
    """The bytes of a node.

    Raises:
        CannotCross: a list is too long or too deep to be sent.
    """
    try:
        packed: bytes = _packer.pack(node)
        return packed
    except (ValueError, OverflowError, RecursionError) as error:
        raise CannotCross(
            f"this value is too large or too deep to be handed over: {error}"
        ) from None


def unpack(data: bytes) -> Any:
    """The node in these bytes; caps are checked before anything is allocated.

    Raises:
        Forbidden: they are no node.
    """
    try:
        return msgpack.unpackb(
            data,
            unicode_errors="surrogatepass",
            max_array_len=MAX_ITEMS,
            max_map_len=0,
            max_ext_len=0,
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise Forbidden(f"it sent bytes that are no message ({type(error).__name__})") from None


def send(sock: socket.socket, depth: int, body: bytes, deadline: float | None) -> None:
    """Send one frame before the deadline (`time.monotonic`, None for no deadline).

    Raises:
        TimedOut, Died: as named.
    """
    _until(sock, deadline)
    try:
        sock.sendall(_HEADER.pack(len(body), depth) + body)
    except TimeoutError:
        raise TimedOut from None
    except OSError as error:
        raise Died(str(error)) from None


def receive(
    sock: socket.socket, deadline: float | None, limit: int = MAX_FRAME
) -> tuple[int, bytes]:
    """Read one frame: its depth and its body.

    Raises:
        TimedOut, Died: as named.
        Forbidden: the frame claims to be longer than `limit` bytes.
    """
    _until(sock, deadline)
    length, depth = _HEADER.unpack(_exactly(sock, _HEADER.size, deadline))
    if length > limit:
        raise Forbidden("it sent a message that is too long")
    return depth, _exactly(sock, length, deadline)


def ending(text: Any) -> str:
    """How the candidate says that its copy ended ("exit 1", "signal 9"), if it says it so."""
    return text if type(text) is str and _ENDING.match(text) else "no reason"


def _exactly(sock: socket.socket, size: int, deadline: float | None) -> bytes:
    parts: list[bytes] = []
    while size:
        if parts:
            _until(sock, deadline)
        try:
            part = sock.recv(min(size, _CHUNK))
        except TimeoutError:
            raise TimedOut from None
        except OSError as error:
            raise Died(str(error)) from None
        if not part:
            raise Died("the connection was closed")
        size -= len(part)
        parts.append(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _until(sock: socket.socket, deadline: float | None) -> None:
    if deadline is None:
        return
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimedOut
    sock.settimeout(left)
