"""The table of shared objects: one on each side, equal after every frame.

Every exact list, dict, set, ndarray and Generator that crosses gets a number, odd if the examiner
made it. A frame brings the objects that are new, then the content of each one that changed since
the last frame. As only one side runs at a time this is sequential consistency: changes in place,
aliases and identity behave as in one process. Content refers to objects by number, so cycles are
nothing special, and the bytes of the content are the snapshot to compare with.

A frame is packed as a transaction: if anything in it cannot cross, the table is as before.
An object that only the table still holds is forgotten on both sides (CPython counts references;
a cycle stays until the cell ends).
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from . import arrays, contents, randomness, wire
from .codec import Codec, Node, plain
from .contents import CONTAINERS, Entry
from .faults import CannotCross, Forbidden
from .keeping import Keeper

MAX_FRESH = 20_000  # new objects in one frame


class Table:
    """Shared objects by number; `strict` on the side that distrusts the other."""

    def __init__(self, *, strict: bool, keeper: Keeper | None = None) -> None:
        self._strict = strict
        self._keeper = keeper  # of what the other side changes
        self._next = 1 if strict else 2
        self._entries: dict[int, Entry] = {}
        self._numbers: dict[int, int] = {}  # id(object) -> number
        self._fresh: list[list[Any]] = []
        self._seen: dict[int, bytes] = {}
        self._lost: list[int] = []
        self.codec: Codec  # set by the channel: it knows the handles as well

    def __len__(self) -> int:
        return len(self._entries)

    def shares(self, value: Any) -> bool:
        """Whether values of this exact type are shared."""
        kind = type(value)
        return kind in contents.KIND and (kind is not np.ndarray or plain(value.dtype))

    def refer(self, value: Any) -> Node:
        """The node of a shared value, entering it if it is new."""
        number = self._numbers.get(id(value))
        if number is None:
            number = self._enter(value)
        elif self._entries[number].kind == "A":
            self._show(number, value)
        return ["o", number]

    def resolve(self, number: Any) -> Any:
        """The object of that number. Raises Forbidden."""
        entry = self._entries.get(number) if type(number) is int else None
        if entry is None:
            raise Forbidden("it named an object that does not exist")
        return entry.held

    # Sending

    def begin(self) -> list[int]:
        """Start a frame: the numbers that this side gives up."""
        self._fresh, self._seen = [], {}
        self._lost = [
            number
            for number in self._entries
            if sys.getrefcount(self._entries[number].held) <= 2  # the table and this call
        ]
        return self._lost

    def changes(self) -> tuple[list[Any], list[Any]]:
        """What the other side has to be told: new objects, changed contents."""
        changed: list[Any] = []
        lost = set(self._lost)
        queue = [n for n, e in self._entries.items() if e.kind in CONTAINERS and n not in lost]
        for number in queue:  # grows: what is in a container may be new as well
            known = len(self._fresh)
            self._compare(number, changed)
            queue += [n for n, kind, _ in self._fresh[known:] if kind in CONTAINERS]
        for number, entry in self._entries.items():
            if entry.kind not in CONTAINERS and number not in lost:
                self._compare(number, changed)
        return self._fresh, changed

    def commit(self) -> None:
        """The frame is on its way."""
        for number, content in self._seen.items():
            self._entries[number].seen = content
        self.forget(self._lost)
        self._fresh = []

    def roll_back(self) -> None:
        """The frame could not be packed: forget what it would have brought."""
        self.forget([number for number, _, _ in self._fresh])
        self._fresh = []

    def _compare(self, number: int, changed: list[Any]) -> None:
        entry = self._entries[number]
        content = contents.of(entry, self.codec)
        if content != entry.seen:
            self._seen[number] = content
            changed.append([number, content])

    def _enter(self, value: Any) -> int:
        kind = type(value)
        description: list[Any] = []
        if kind is np.ndarray:
            return self._enter_array(value)
        if kind is np.random.Generator:
            description = [randomness.name(value), randomness.seeds(value)]
        return self._add(Entry(value, contents.KIND[kind]), description)

    def _enter_array(self, a: arrays.Array) -> int:
        base = arrays.owner(a)
        if base is a:
            number = self._add(Entry(a, "A"), arrays.form(a))
            self._show(number, a)
            return number
        owner = self._numbers.get(id(base)) or self._add(Entry(base, "A"), arrays.form(base))
        if self._entries[owner].kind != "A":  # it went as a view before: its aliases are lost
            return self._add(Entry(a, "A", shown=(0, a.nbytes)), arrays.form(a))
        self._show(owner, a)
        return self._add(Entry(a, "V", base=owner), [owner, *arrays.geometry(a, base)])

    def _show(self, owner: int, a: arrays.Array) -> None:
        entry = self._entries[owner]
        if a is entry.held and entry.shown == (0, a.nbytes):
            return  # all of it is known
        entry.shown = arrays.union(entry.shown, arrays.span(a, entry.held))

    def _add(self, entry: Entry, description: list[Any]) -> int:
        number, self._next = self._next, self._next + 2
        if len(self._fresh) >= MAX_FRESH:
            raise CannotCross(f"more than {MAX_FRESH} lists, dicts or arrays at once; use arrays")
        self._entries[number] = entry
        self._numbers[id(entry.held)] = number
        self._fresh.append([number, entry.kind, description])
        return number

    # Receiving

    def absorb(self, lost: Any, fresh: Any, changed: Any) -> None:
        """Take over what the other side tells. Raises Forbidden."""
        if not (type(lost) is type(fresh) is type(changed) is list) or len(fresh) > MAX_FRESH:
            raise Forbidden("it sent a message of the wrong form")
        try:
            for number, kind, description in fresh:
                self._make(number, kind, description)
            for number, content in changed:
                self._apply(number, content)
            self.forget(lost)
        except (ValueError, TypeError, LookupError, OverflowError):
            raise Forbidden("it sent a shared object that cannot be built") from None

    def forget(self, numbers: Any) -> None:
        """Drop these from the table; whoever holds them keeps them."""
        for number in numbers:
            entry = self._entries.pop(number, None)
            if entry is not None:
                self._numbers.pop(id(entry.held), None)

    def _make(self, number: Any, kind: Any, description: Any) -> None:
        theirs = type(number) is int and 0 < number < 2**53 and number % 2 != self._next % 2
        if not theirs or number in self._entries:
            raise Forbidden("it gave an object a number that is not its own")
        if kind == "L" or kind == "D" or kind == "S":
            entry = Entry(contents.EMPTY[kind](), kind)
        elif kind == "G":
            entry = Entry(randomness.make(*description), kind)
        elif kind == "A":
            entry = Entry(arrays.twin(description), kind)
        elif kind == "V":
            entry = self._make_view(*description)
        else:
            raise Forbidden("it sent a shared object of an unknown kind")
        self._entries[number] = entry
        self._numbers[id(entry.held)] = number

    def _make_view(self, owner: Any, *geometry: Any) -> Entry:
        base = self._entries.get(owner) if type(owner) is int else None
        if base is None or base.kind != "A" or not base.held.flags.forc:
            raise Forbidden("it sent a view of something that is no array")
        held = arrays.view(geometry, base.held)
        shown = arrays.span(held, base.held)
        if self._strict and owner % 2 and arrays.union(base.shown, shown) != base.shown:
            raise Forbidden("it looked at a part of an array that it was not given")
        base.shown = arrays.union(base.shown, shown)
        return Entry(held, "V", base=owner)

    def _apply(self, number: Any, content: Any) -> None:
        entry = self._entries.get(number) if type(number) is int else None
        if entry is None or type(content) is not bytes:
            raise Forbidden("it changed an object that does not exist")
        ours = number % 2 == self._next % 2
        if ours and self._keeper:
            self._keeper.keep(entry.held)
        guarded = self._strict and ours
        contents.apply(entry, wire.unpack(content), self.codec, guarded=guarded)
        entry.seen = content
