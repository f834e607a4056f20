"""Values as nodes: what crosses by value, exactly and with its exact type.

Containers and arrays are shared (share.py), everything unknown is a handle (handles.py); a node
of either holds only a number. Nothing is ever evaluated or unpickled, and a subclass of a
built-in type is not that type: it goes as a handle.

    ["i", bytes] large int   ["c", re, im] complex   ["n", dtype, bytes] NumPy scalar
    ["t", ...] tuple         ["f", ...] frozenset    ["r", a, b, c] range   ["s", a, b, c] slice
    ["e"] Ellipsis           ["d", text] dtype       ["T", name] a type     ["N", name] a function
    ["o", number] shared     ["h", number, kind, class] lent     ["g", number] a handle goes home
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from . import vocabulary
from .faults import CannotCross, Forbidden

Node = Any
Refer = Callable[[Any], Node]
Resolve = Callable[[list[Any]], Any]

MAX_NESTING = 40
MAX_INT_BYTES = 2048
SIMPLE = frozenset({type(None), bool, float, str, bytes})  # their own nodes
_SHARED = frozenset({list, dict, set, np.ndarray})
_PLAIN_DTYPE = re.compile(r"[<>|=][biufcSU]\d{1,7}\Z")


@lru_cache(maxsize=256)
def plain(dtype: np.dtype[Any]) -> bool:
    """Whether arrays of this dtype are bytes and nothing else."""
    return dtype.names is None and _PLAIN_DTYPE.match(dtype.str) is not None


def dtype_of(text: Any) -> np.dtype[Any]:
    """The dtype of that name, if it is a plain one. Raises Forbidden."""
    if type(text) is not str or not _PLAIN_DTYPE.match(text):
        raise Forbidden("it sent an array of a dtype that is not allowed")
    try:
        return np.dtype(text)
    except TypeError:
        raise Forbidden("it sent an array of an unknown dtype") from None


class Codec:
    """Turns values into nodes and back; `refer` and `resolve` do what is not by value."""

    def __init__(self, refer: Refer, resolve: Resolve, *, functions: bool = True) -> None:
        """functions: whether NumPy's functions go by name (never from the candidate)."""
        self._refer = refer
        self._resolve = resolve
        self._functions = functions

    def node(self, value: Any, nesting: int = 0) -> Node:
        """The node of a value. Raises CannotCross."""
        kind = type(value)
        if kind in SIMPLE:
            return value
        if kind in _SHARED:
            return self._refer(value)
        if kind is int:
            return value if -(2**63) <= value < 2**64 else ["i", _int_bytes(value)]
        if kind is tuple or kind is frozenset:
            if nesting >= MAX_NESTING:
                raise CannotCross("tuples are nested too deeply to be handed over")
            return ["t" if kind is tuple else "f", *[self.node(v, nesting + 1) for v in value]]
        if isinstance(value, np.generic):
            return self._scalar(value)
        if kind is complex:
            return ["c", value.real, value.imag]
        if kind is range or kind is slice:
            parts = (self.node(v, nesting + 1) for v in (value.start, value.stop, value.step))
            return ["r" if kind is range else "s", *parts]
        return self._named(value)

    def _scalar(self, value: np.generic) -> Node:
        if type(value) in vocabulary.SCALARS and plain(value.dtype):
            return ["n", value.dtype.str, value.tobytes()]
        return self._refer(value)

    def _named(self, value: Any) -> Node:
        if value is Ellipsis:
            return ["e"]
        if isinstance(value, np.dtype):
            return ["d", value.str] if plain(value) else self._refer(value)
        if isinstance(value, type) and value in vocabulary.NAME_OF_TYPE:
            return ["T", vocabulary.NAME_OF_TYPE[value]]
        if self._functions and id(value) in vocabulary.NAME_OF_FUNCTION:
            return ["N", vocabulary.NAME_OF_FUNCTION[id(value)]]
        return self._refer(value)

    def value(self, node: Node, nesting: int = 0) -> Any:
        """The value of a node. Raises Forbidden."""
        kind = type(node)
        if kind in SIMPLE or kind is int:
            return node
        if kind is not list or not node or nesting > MAX_NESTING + 1:
            raise Forbidden("it sent something that is no value")
        tag, rest = node[0], node[1:]
        if tag == "o" or tag == "h" or tag == "g":
            return self._resolve(node)
        if tag == "t":
            return tuple([self.value(v, nesting + 1) for v in rest])
        if tag == "n":
            return _scalar_of(rest)
        try:
            return self._rare(tag, rest, nesting)
        except (ValueError, TypeError, LookupError, OverflowError):
            raise Forbidden("it sent a value that cannot be built") from None

    def _rare(self, tag: Any, rest: list[Any], nesting: int) -> Any:
        if tag == "i":
            (raw,) = rest
            if type(raw) is not bytes or len(raw) > MAX_INT_BYTES:
                raise ValueError
            return int.from_bytes(raw, "big", signed=True)
        if tag == "c":
            real, imag = (float(part) for part in rest if type(part) is float)
            return complex(real, imag)
        if tag == "f":
            return frozenset([self.value(v, nesting + 1) for v in rest])
        if tag == "r" or tag == "s":
            start, stop, step = (self.value(v, nesting + 1) for v in rest)
            return range(start, stop, step) if tag == "r" else slice(start, stop, step)
        if tag == "e":
            return Ellipsis
        if tag == "d":
            return dtype_of(rest[0])
        if tag == "T":
            return vocabulary.TYPES[rest[0]]
        if tag == "N" and not self._functions:  # only the candidate is told functions by name
            return vocabulary.FUNCTIONS[rest[0]]
        raise ValueError


def _int_bytes(value: int) -> bytes:
    size = value.bit_length() // 8 + 1
    if size > MAX_INT_BYTES:
        raise CannotCross(f"an integer of {value.bit_length()} bits is too large to be handed over")
    return value.to_bytes(size, "big", signed=True)


def _scalar_of(rest: list[Any]) -> Any:
    if len(rest) != 2 or type(rest[1]) is not bytes:
        raise Forbidden("it sent a number that is none")
    dtype, raw = dtype_of(rest[0]), rest[1]
    if len(raw) != dtype.itemsize:
        raise Forbidden("it sent a number of the wrong size")
    if dtype.kind == "b":
        return np.bool_(raw != b"\0")
    if not raw:
        return np.str_("") if dtype.kind == "U" else np.bytes_(b"")
    try:
        return np.frombuffer(raw, dtype)[0]
    except (ValueError, SystemError):  # a character that does not exist
        raise Forbidden("it sent a text that is none") from None
