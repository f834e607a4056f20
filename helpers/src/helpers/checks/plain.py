"""Turn whatever a student's function returned into plain values that cannot surprise.

Only exact numbers, text, arrays and containers are taken at their word. Everything else, a proxy
of another process included, becomes an Odd: its kind and class name, never asked anything.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

ITEMS = 20_000  # in one result, nested ones counted; more is not a student's answer to a probe
DEPTH = 20


@dataclass(frozen=True)
class Odd:
    """A thing that no probe expects: kind is the word for it, name its class."""

    kind: str
    name: str


class Full(Exception):
    """The result holds more than ITEMS values."""


def plain(value: object) -> object:
    """The same value from exact built-in and NumPy types, with an Odd where that is impossible."""
    try:
        return _plain(value, [ITEMS], DEPTH)
    except Full:
        return Odd("endless", type(value).__name__)
    except Exception:  # a hostile __iter__, __array__ or metaclass: whatever it is, it is odd
        return Odd("object", _class_name(value))


def _plain(value: object, left: list[int], depth: int) -> object:
    left[0] -= 1
    if left[0] < 0 or depth < 0:
        raise Full
    kind = type(value)
    if value is None or value is ... or kind in (bool, int, float, complex, str):
        return value
    if isinstance(value, np.generic):
        return value if value.dtype.kind in "biufc" else _text_or_odd(value)
    if kind is np.ndarray and isinstance(value, np.ndarray):
        return value.copy() if value.dtype.kind in "biufc" else Odd("objects", "ndarray")
    if issubclass(kind, (tuple, list)):
        items = [_plain(item, left, depth - 1) for item in value]  # type: ignore[attr-defined]  # mypy does not narrow by issubclass
        return items if issubclass(kind, list) else tuple(items)
    if issubclass(kind, Mapping):
        return {_key(k): _plain(v, left, depth - 1) for k, v in value.items()}  # type: ignore[attr-defined]  # as above
    if issubclass(kind, (set, frozenset)):
        return {_key(item) for item in value}  # type: ignore[attr-defined]  # as above
    return odd(value)


def _text_or_odd(value: np.generic) -> object:
    return str(value) if value.dtype.kind == "U" else Odd("object", type(value).__name__)


def _key(key: object) -> object:
    if type(key) in (str, int, bool, float) or key is None:
        return key
    if type(key) is tuple:
        return tuple(_key(item) for item in key)
    return int(key) if isinstance(key, np.integer) else Odd("object", _class_name(key))


def odd(value: object) -> Odd:
    """The kind of a thing that is no plain value, without asking the thing itself."""
    kind = type(value)
    name = _class_name(value)
    if issubclass(kind, types.CoroutineType):
        value.close()  # type: ignore[attr-defined]  # narrowed by issubclass; unawaited it would warn
        return Odd("coroutine", name)
    if issubclass(kind, types.GeneratorType):
        return Odd("generator", name)
    if issubclass(kind, np.ndarray):
        return Odd("subarray", name)
    if issubclass(kind, type):
        return Odd("class", name)
    if issubclass(kind, (types.FunctionType, types.BuiltinFunctionType, types.MethodType)):
        return Odd("function", name)
    return Odd("object", name)


def _class_name(value: object) -> str:
    """The class a thing is of. What stands for an object elsewhere says so in `_nnbh_kind`."""
    try:
        name = object.__getattribute__(value, "_nnbh_kind")
    except AttributeError:
        name = type(value).__name__
    return name if isinstance(name, str) and name.isidentifier() else "object"


def numeric(value: object) -> np.ndarray | None:
    """The number or array as an array (a number has shape ()), None if it is neither."""
    if isinstance(value, np.ndarray):
        return value
    if isinstance(value, (bool, int, float, complex, np.generic)):
        array = np.asarray(value)
        return array if array.dtype.kind in "biufc" else np.asarray(_as_float(value))
    return None


def _as_float(value: object) -> float:
    try:
        return float(value)  # type: ignore[arg-type]  # an int too large for any NumPy integer
    except OverflowError:
        return float("inf")
