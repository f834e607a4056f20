"""Makes one answer of the cells that claim an answer's place: copies, halves, remainders."""

from __future__ import annotations

import ast
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from autograder.rebuild.cells import Slot, StudentCell, parses, plain
from autograder.skeleton import text


@dataclass(frozen=True)
class Answer:
    """What goes into an answer's place."""

    source: str
    used: tuple[StudentCell, ...] = ()  # the cells it was made of
    spare: tuple[StudentCell, ...] = ()  # earlier attempts: they run where they stand
    repairs: tuple[str, ...] = ()


def settle(slot: Slot, claims: Sequence[StudentCell], own: Sequence[StudentCell]) -> Answer:
    """The answer that at least one cell claims to be.

    Args:
        slot: the answer's place.
        claims: the cells that claim it, in the order of the submission.
        own: the student's own cells, one of which may be a lost half of the answer.
    """
    fresh = [cell for cell in claims if cell.plain != slot.released]
    if not fresh:
        twice = (f"{_start(slot)} is there {len(claims)} times, untouched.",)
        return Answer(text(slot.cell), (claims[0],), repairs=twice if len(claims) > 1 else ())
    parts = _parts(slot, fresh) if slot.is_code else fresh[-1:]
    taken = {part.at for part in parts}
    if slot.is_code and len(parts) == 1:
        parts = _with_lost_half(parts[0], own)
    return Answer(
        source="\n".join(part.source for part in parts),
        used=tuple(parts),
        spare=tuple(cell for cell in fresh if cell.at not in taken),
        repairs=_told(slot, claims, parts),
    )


def _parts(slot: Slot, fresh: Sequence[StudentCell]) -> list[StudentCell]:
    """The cells that make the answer: all of a split one, the last of several copies."""
    broken = not all(parses(cell.source) for cell in fresh)
    if len(fresh) > 1 and broken and parses("\n".join(cell.source for cell in fresh)):
        return list(fresh)
    parts: list[StudentCell] = []
    covered: set[str] = set()
    for cell in reversed(fresh):
        binds = cell.names & slot.names
        if not parts or binds - covered:
            parts.insert(0, cell)
            covered |= binds
    if len(parts) > 1 and not parts[-1].names & slot.names:
        parts.pop()  # a last claim without any of the names is no part of the answer
    return parts


def _with_lost_half(answer: StudentCell, own: Sequence[StudentCell]) -> list[StudentCell]:
    """The answer and the cell after it, where that cell is Python only as its continuation."""
    after = next((cell for cell in own if cell.at == answer.at + 1 and cell.kind == "code"), None)
    if after and not parses(after.source) and parses(f"{answer.source}\n{after.source}"):
        return [answer, after]
    return [answer]


def _told(
    slot: Slot, claims: Sequence[StudentCell], parts: Sequence[StudentCell]
) -> tuple[str, ...]:
    if len(parts) > 1:
        return (f"{_start(slot)} was split into {len(parts)} cells; they were joined.",)
    if len(claims) == 1:
        return ()
    rest = [cell for cell in claims if cell.at != parts[0].at]
    untouched = all(cell.plain == slot.released for cell in rest)
    which = "the one that was filled in" if untouched else "the last one that was filled in"
    return (f"{_start(slot)} is there {len(claims)} times; {which} was graded.",)


def settle_absent(slot: Slot, answers: Sequence[tuple[Slot, StudentCell]]) -> Answer:
    """What goes into the place of an answer that no cell claims.

    Args:
        slot: the answer's place.
        answers: the cells that answer other exercises, where this one may have been merged in.
    """
    later = next((c for s, c in answers if s.at > slot.at and c.names & slot.names), None)
    earlier = next((c for s, c in answers if s.at < slot.at and c.names & slot.names), None)
    if not (later or earlier):
        gone = f"{_start(slot)} is not in the notebook; it counts as not started."
        return Answer(text(slot.cell), repairs=(gone,))
    host = next(s for s, c in answers if c is (earlier or later))
    merged = f"{_start(slot)} had been merged into {host.label}; it was graded from there."
    found = earlier.names if earlier else frozenset()
    rest = _stubs_of(text(slot.cell), slot.names - found - (later.names if later else frozenset()))
    source = "\n\n".join(part for part in (rest, later.source if later else "") if part)
    return Answer(source or f"# See {host.label}.", repairs=(merged,))


def _stubs_of(stub: str, names: Collection[str]) -> str:
    """The parts of a stub that define some of its names."""
    lines = stub.split("\n")
    parts: list[str] = []
    for node in ast.parse(stub).body:
        mine = {getattr(node, "name", "")} | {
            part.id for part in ast.walk(node) if isinstance(part, ast.Name)
        }
        if mine & set(names):
            first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
            parts.append("\n".join(lines[first - 1 : node.end_lineno]))
    return "\n\n".join(plain(part) for part in parts)


def _start(slot: Slot) -> str:
    return slot.label[0].upper() + slot.label[1:]
