"""What the examiner lends to the candidate, and what the candidate may do with it.

Nothing but: call a function that the test cell defines, take the next item of a generator, read
what a test double names in `__exports__`, hand a token back. An attribute of a function would be
`__globals__`, and that is the tests.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from types import FunctionType, GeneratorType, MethodType
from typing import Any

from .faults import CannotCross, Forbidden
from .handles import Handles


class Lender:
    """Decides by where a thing was defined: `namespace` is the test cell's own."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        self._namespace = namespace
        self._exported: set[int] = set()
        self._kept: list[Any] = []  # so that the ids in _exported stay true

    def describe(self, value: Any) -> list[str]:
        """Kind and name of an object to lend. Raises CannotCross."""
        kind, name = self._kind(value), getattr(value, "__name__", type(value).__name__)
        return [kind, str(name)]

    def _kind(self, value: Any) -> str:
        if id(value) in self._exported or self._is_function(value):
            return "function"
        if isinstance(value, GeneratorType) or type(value) in _ITERATORS:
            return "iterator"
        exports = getattr(type(value), "__exports__", None)
        if exports is not None:
            return "callable" if "__call__" in exports else "double"
        if type(value) is object or type(value).__module__ == self._namespace.get("__name__"):
            return "token"
        raise CannotCross(
            f"a {type(value).__name__} cannot be handed to the student's code; "
            "pass plain values, arrays, functions or an object with __exports__"
        )

    def _is_function(self, value: Any) -> bool:
        function = value.func if type(value) is partial else value
        function = function.__func__ if isinstance(function, MethodType) else function
        return isinstance(function, FunctionType) and function.__globals__ is self._namespace

    def serve(self, handles: Handles, verb: str, args: tuple[Any, ...]) -> Any:
        """Do what the candidate asks of something lent to it. Raises Forbidden."""
        if not args:
            raise Forbidden("it asked for nothing")
        target, *rest = args
        if not handles.is_lent(target):
            raise Forbidden("it used an object that it was not given")
        kind = self._kind(target)
        if verb == "call" and kind in ("function", "callable") and len(rest) == 2:
            positional, named = rest
            return target(*_tuple(positional), **_keywords(named))
        if verb == "next" and kind == "iterator" and not rest:
            return _next(target)
        if verb == "getattr" and kind in ("double", "callable") and len(rest) == 1:
            return self._export(target, rest[0])
        raise Forbidden("it tried to do with an object of the test what is not allowed")

    def _export(self, double: Any, name: Any) -> Any:
        if type(name) is not str or name not in type(double).__exports__:
            raise AttributeError(f"{type(double).__name__!r} object has no attribute {name!r}")
        value = getattr(double, name)
        if isinstance(value, MethodType):
            self._exported.add(id(value))
            self._kept.append(value)
        return value


_ITERATORS = frozenset(
    {type(iter(())), type(iter([])), type(iter(range(0))), map, filter, zip, enumerate, reversed}
)


def _next(items: Iterator[Any]) -> tuple[bool, Any]:
    try:
        return True, next(items)
    except StopIteration as stop:
        return False, stop.value


def _tuple(value: Any) -> tuple[Any, ...]:
    if type(value) is not tuple:
        raise Forbidden("it sent a call of the wrong form")
    return value


def _keywords(pairs: Any) -> dict[str, Any]:
    if not all(type(pair) is tuple and len(pair) == 2 for pair in _tuple(pairs)):
        raise Forbidden("it sent a call of the wrong form")
    if not all(type(name) is str for name, _ in pairs):
        raise Forbidden("it sent a call of the wrong form")
    return dict(pairs)
