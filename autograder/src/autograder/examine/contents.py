"""The content of each kind of shared object: as bytes to send and compare, and put in place.

In place means that the object stays the same one and that whoever iterates over a dict whose keys
stay is not disturbed.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import numpy as np

from . import arrays, randomness, wire
from .codec import SIMPLE, Codec, Node
from .faults import CannotCross, Forbidden

KIND: dict[type, str] = {
    list: "L",
    dict: "D",
    set: "S",
    np.ndarray: "A",  # an owner of memory; "V" is a view of one
    np.random.Generator: "G",
}
CONTAINERS = "LDS"
EMPTY: dict[str, type] = {"L": list, "D": dict, "S": set}
_NUMBERS = frozenset({int, float, bool})
_MIN, _MAX = -(2**63), 2**64 - 1


@dataclass(slots=True)
class Entry:
    """One shared object, and its content when it last crossed."""

    held: Any
    kind: str
    seen: bytes = b""
    base: int = 0  # of a view: its owner's number
    shown: arrays.Span | None = None  # of an owner: the bytes that the other side knows


def of(entry: Entry, codec: Codec) -> bytes:
    """The content as it is now; objects inside it by number. Raises CannotCross."""
    held = entry.held
    if entry.kind == "L":
        return wire.pack(_nodes(held, codec))
    if entry.kind == "D":
        return wire.pack([_nodes(list(held), codec), _nodes(list(held.values()), codec)])
    if entry.kind == "S":
        return wire.pack(sorted(wire.pack(codec.node(item)) for item in held))
    if entry.kind == "A":
        return wire.pack(arrays.content(held, entry.shown or (0, 0)))
    if entry.kind == "V":
        return wire.pack(bool(held.flags.writeable))
    return wire.pack(randomness.content(held))


def apply(entry: Entry, node: Any, codec: Codec, *, guarded: bool) -> None:
    """Put this content in place.

    Args:
        guarded: the object is the examiner's own and the content the candidate's.

    Raises:
        Forbidden: it does not fit, or a guarded object may not be changed so.
    """
    if entry.kind == "A":
        _fill_array(entry, node, guarded=guarded)
    elif entry.kind == "V":
        _set_flag(entry.held, bool(node), guarded=guarded)
    elif entry.kind == "G":
        randomness.apply(entry.held, *node)
    elif entry.kind == "L":
        entry.held[:] = _values(node, codec)
    elif entry.kind == "S":
        items = {codec.value(wire.unpack(item)) for item in node}
        entry.held.intersection_update(items)
        entry.held.update(items)
    else:
        _fill_dict(entry.held, _values(node[0], codec), _values(node[1], codec))


def _nodes(items: list[Any], codec: Codec) -> list[Node]:
    if len(items) > wire.MAX_ITEMS:
        raise CannotCross(f"a list of {len(items)} items is too long; use an array")
    kinds = set(map(type, items))
    if kinds <= SIMPLE or (kinds <= _NUMBERS and all(_MIN <= item <= _MAX for item in items)):
        return items
    return [codec.node(item) for item in items]


def _values(nodes: Any, codec: Codec) -> list[Any]:
    if type(nodes) is not list:
        raise Forbidden("it sent a list that is none")
    if set(map(type, nodes)) <= SIMPLE | _NUMBERS:
        return nodes
    return [codec.value(node) for node in nodes]


def _fill_dict(held: dict[Any, Any], keys: list[Any], values: list[Any]) -> None:
    if not _same_keys(keys, list(held)):
        held.clear()  # never with the same keys: a test may be iterating
    held.update(zip(keys, values, strict=True))


def _same_keys(one: list[Any], other: list[Any]) -> bool:
    """Whether the keys are equal and in the same order, by exact built-in types only."""
    return len(one) == len(other) and all(
        a is b or (type(a) is type(b) and type(a) in (str, int, float, bytes, tuple) and a == b)
        for a, b in zip(one, other, strict=True)
    )


def _fill_array(entry: Entry, node: Any, *, guarded: bool) -> None:
    writeable, low, raw, *_ = node
    a = entry.held
    if not arrays.same_form(a, node):
        raise Forbidden("it changed the shape or the dtype of an array that it shares")
    if guarded:
        if (low, low + len(raw)) != entry.shown:
            raise Forbidden("it changed a part of an array that it was not given")
        if not a.flags.writeable:
            if raw != arrays.content(a, entry.shown)[2]:
                raise Forbidden("it changed an array that is read-only")
            return
    entry.shown = arrays.union(entry.shown, (low, low + len(raw)))
    arrays.write(a, low, raw, writeable)


def _set_flag(view: arrays.Array, writeable: bool, *, guarded: bool) -> None:
    if view.flags.writeable and not writeable:
        view.flags.writeable = False
    elif writeable and not view.flags.writeable and not guarded:
        with suppress(ValueError):  # its owner is read-only by now
            view.flags.writeable = True
