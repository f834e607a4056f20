"""What the candidate sees of an object in the examiner.

A function of the test can be called, a generator of the test can be asked for its next item, a
test double gives the attributes that it names in `__exports__`, and anything else is a token that
can only be handed back. The examiner decides each time (lending.py); these classes only ask.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MethodType
from typing import Any

from .handles import Borrowed


def _ask(stub: Any, verb: str, *args: Any) -> Any:
    ask: Callable[..., Any] = object.__getattribute__(stub, "_nnbh_ask")
    return ask(verb, stub, *args)


class Token(Borrowed):
    """Something of the test's to hand back; equal only to itself."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{object.__getattribute__(self, '_nnbh_kind')}>"


class Function(Token):
    """A function of the test's."""

    __slots__ = ()

    @property
    def __name__(self) -> str:
        return str(object.__getattribute__(self, "_nnbh_kind"))

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        return _ask(self, "call", args, tuple(kwargs.items()))

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        """As any function: a test may put one into a class of the student's."""
        return self if instance is None else MethodType(self, instance)


class Items(Token):
    """A generator or iterator of the test's."""

    __slots__ = ()

    def __iter__(self) -> Items:
        return self

    def __next__(self) -> Any:
        more, item = _ask(self, "next")
        if not more:
            raise StopIteration(item)
        return item


class Double(Token):
    """A test double: the names in its `__exports__`, to read."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _ask(self, "getattr", name)


class CallableDouble(Double):
    """A test double that exports `__call__`."""

    __slots__ = ()

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        return _ask(self, "call", args, tuple(kwargs.items()))


_CLASSES = {
    "function": Function,
    "iterator": Items,
    "double": Double,
    "callable": CallableDouble,
    "token": Token,
}


def borrow(
    number: int, kind: str, name: str, ask: Callable[..., Any], gone: Callable[[int], None]
) -> Token:
    """A stub of the right kind."""
    return _CLASSES[kind](number, name, ask, gone)
