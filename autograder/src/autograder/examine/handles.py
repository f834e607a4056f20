"""Handles: objects that stay where they are and are named by a number on the other side.

A side lends its own objects and borrows the other's. The same lent object is the same borrowed
object as long as somebody holds it, and a borrowed object that goes home becomes the original, so
`is` works. What may be lent, and what a borrowed object looks like, differs between the examiner
(proxy.py) and the candidate (stub.py).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from weakref import WeakValueDictionary

from .codec import Node
from .faults import Forbidden

Describe = Callable[[Any], list[str]]  # an object to lend -> kind, class name; or CannotCross
Borrow = Callable[[int, str, str], Any]  # number, kind, class name -> what stands for it here

MAX_LENT = 100_000


class Handles:
    """What one side has lent and borrowed."""

    def __init__(self, describe: Describe, borrow: Borrow) -> None:
        self._describe = describe
        self._borrow = borrow
        self._lent: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}  # id(lent object) -> number
        self._borrowed: WeakValueDictionary[int, Any] = WeakValueDictionary()
        self._returned: list[int] = []
        self._next = 1

    def refer(self, value: Any) -> Node:
        """The node of an object: home if it is borrowed, else lent. Raises CannotCross."""
        number = borrowed_number(value)
        if number and self._borrowed.get(number) is value:
            return ["g", number]
        number = self._numbers.get(id(value), 0)
        kind, name = self._describe(value)
        if not number:
            number, self._next = self._next, self._next + 1
            self._lent[number] = value
            self._numbers[id(value)] = number
        return ["h", number, kind, name]

    def resolve(self, node: list[Any]) -> Any:
        """The object that a node names. Raises Forbidden."""
        if node[0] == "g":
            return self.lent(node[1] if len(node) == 2 else None)
        good = len(node) == 4 and [type(part) for part in node] == [str, int, str, str]
        if not good or not 0 < node[1] < 2**53 or len(self._borrowed) > MAX_LENT:
            raise Forbidden("it sent a handle of the wrong form")
        known = self._borrowed.get(node[1])
        if known is None:
            known = self._borrow(*node[1:])
            self._borrowed[node[1]] = known
        return known

    def lent(self, number: Any) -> Any:
        """The object that was lent under this number. Raises Forbidden."""
        if type(number) is not int or number not in self._lent:
            raise Forbidden("it named an object that it does not have")
        return self._lent[number]

    def is_lent(self, value: Any) -> bool:
        """Whether this very object is lent at present."""
        number = self._numbers.get(id(value))
        return number is not None and self._lent.get(number) is value

    def gone(self, number: int) -> None:
        """A borrowed object died. Runs inside `__del__`, at any time: so no more than a note."""
        self._returned.append(number)

    def to_return(self) -> list[int]:
        """Numbers of borrowed objects that nobody here holds any more."""
        if not self._returned:
            return []
        numbers, self._returned = self._returned, []
        return [number for number in set(numbers) if number not in self._borrowed]

    def take_back(self, numbers: Any) -> None:
        """The other side holds these no longer. Raises Forbidden."""
        if type(numbers) is not list:
            raise Forbidden("it sent a message of the wrong form")
        for number in numbers:
            if type(number) is int and number in self._lent:
                self._numbers.pop(id(self._lent.pop(number)), None)


class Borrowed:
    """What stands for an object of the other side: holds its number and says when it dies."""

    __slots__ = ("__weakref__", "_nnbh_ask", "_nnbh_gone", "_nnbh_kind", "_nnbh_number")

    def __init__(
        self, number: int, kind: str, ask: Callable[..., Any], gone: Callable[[int], None]
    ) -> None:
        put = object.__setattr__
        put(self, "_nnbh_number", number)
        put(self, "_nnbh_kind", kind)
        put(self, "_nnbh_ask", ask)
        put(self, "_nnbh_gone", gone)

    def __del__(self) -> None:
        object.__getattribute__(self, "_nnbh_gone")(object.__getattribute__(self, "_nnbh_number"))


def borrowed_number(value: Any) -> int:
    """The number of a borrowed object, 0 for any other."""
    if not issubclass(type(value), Borrowed):
        return 0
    number = object.__getattribute__(value, "_nnbh_number")
    return number if type(number) is int else 0
