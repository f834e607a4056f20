"""Puts things back: what a test, or the student's code, did to data that outlives the test.

An examiner runs many tests. What a set-up cell made is as it was for each of them, and so is
whatever a test lent to the student's code, wherever the test had it from.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import numpy as np

MOST_OBJECTS = 2_000
MOST_BYTES = 2**24


class Keeper:
    """Remembers the content of lists, dicts, sets, arrays and random generators."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Any, Any]] = {}  # id -> the object and its content
        self._bytes = 0
        self.full = False  # there was more than can be kept

    def keep(self, value: Any) -> None:
        """Remember the content of one object, if it is not yet remembered."""
        kind = type(value)
        if kind not in _WAYS or id(value) in self._kept or self.full:
            return
        self._bytes += value.nbytes if kind is np.ndarray else 0
        self.full = len(self._kept) >= MOST_OBJECTS or self._bytes > MOST_BYTES
        if not self.full:
            self._kept[id(value)] = (value, _WAYS[kind][0](value))

    def keep_all(self, values: list[Any]) -> None:
        """Remember the content of these, of what is in them, and so on."""
        waiting = list(values)
        while waiting and not self.full:
            value = waiting.pop()
            if id(value) in self._kept:
                continue
            self.keep(value)
            if type(value) in (list, tuple):
                waiting += value
            elif type(value) is dict:
                waiting += value.values()

    def put_back(self) -> None:
        """Give every object its content again."""
        for value, content in self._kept.values():
            _WAYS[type(value)][1](value, content)


def _content_of_array(a: Any) -> tuple[bool, Any]:
    return a.flags.writeable, a.copy()


def _put_back_array(a: Any, content: tuple[bool, Any]) -> None:
    writeable, copy = content
    if not writeable and not a.flags.writeable:
        return
    with suppress(ValueError):  # it has another shape now, or its owner cannot be written any more
        a.flags.writeable = True
        a[...] = copy
        a.flags.writeable = writeable


def _put_back_list(held: list[Any], content: list[Any]) -> None:
    held[:] = content


def _put_back_items(held: Any, content: Any) -> None:
    held.clear()
    held.update(content)


def _content_of_generator(rng: Any) -> Any:
    return rng.bit_generator.state


def _put_back_generator(rng: Any, content: Any) -> None:
    rng.bit_generator.state = content


_WAYS: dict[type, tuple[Callable[[Any], Any], Callable[[Any, Any], None]]] = {
    list: (list, _put_back_list),
    dict: (dict, _put_back_items),
    set: (set, _put_back_items),
    np.ndarray: (_content_of_array, _put_back_array),
    np.random.Generator: (_content_of_generator, _put_back_generator),
}
