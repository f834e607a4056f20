"""Makes one answer of the cells that claim an answer's place: copies, halves, remainders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.rebuild.cells import Slot, StudentCell, plain
from autograder.rebuild.source import code_in, parses, parts_for, without_stubs

MOST_PARTS = 6  # cells above and below an answer that are looked at for its lost parts


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
        own: the student's own cells, some of which may be lost parts of the answer.
    """
    fresh = [cell for cell in claims if cell.plain != slot.released]
    if not fresh:
        twice = (f"{slot.start} is there {len(claims)} times, untouched.",)
        return Answer(slot.text, (claims[0],), repairs=twice if len(claims) > 1 else ())
    if not slot.is_code:
        return _written_answer(slot, claims, fresh)
    fresh = [
        cell if cell.kind == "code" else cell.with_source(code_in(cell.source)) for cell in fresh
    ]
    parts = _parts(slot, fresh)
    parts = _with_lost_parts(parts, own)
    taken = {part.at for part in parts}
    return Answer(
        source="\n".join(_joined(slot, claims, parts)),
        used=tuple(parts),
        spare=tuple(cell for cell in fresh if cell.at not in taken),
        repairs=_told(slot, claims, parts),
    )


def _written_answer(
    slot: Slot, claims: Sequence[StudentCell], fresh: Sequence[StudentCell]
) -> Answer:
    """All that was written, in order, for a person to read; what stands twice once."""
    parts = [
        cell
        for n, cell in enumerate(fresh)
        if not any(cell.plain in later.plain for later in fresh[n + 1 :])
    ]
    said = (f"{slot.start} is there {len(claims)} times; all that was written was kept.",)
    source = "\n\n".join(part.source for part in parts)
    return Answer(source, tuple(parts), repairs=said if len(claims) > 1 else ())


def _parts(slot: Slot, fresh: Sequence[StudentCell]) -> list[StudentCell]:
    """The cells that make the answer: all of a split one, the last of several copies."""
    broken = not all(cell.parses for cell in fresh)
    if len(fresh) > 1 and broken and parses("\n".join(cell.source for cell in fresh)):
        return list(fresh)
    parts: list[StudentCell] = []
    covered: frozenset[str] = frozenset()
    for cell in reversed(fresh):
        binds = slot.written(cell)
        if not parts or binds - covered:
            parts.insert(0, cell)
            covered |= binds
    if len(parts) > 1 and not slot.written(parts[-1]):
        parts.pop()  # a last claim without any of the names is no part of the answer
    return parts


def _with_lost_parts(parts: list[StudentCell], own: Sequence[StudentCell]) -> list[StudentCell]:
    """The parts of an answer with the cells beside them that are Python only together with it."""
    beside = {cell.at: cell for cell in own if cell.kind == "code"} | {p.at: p for p in parts}
    low, high = parts[0].at, parts[-1].at
    if beside.keys() & set(range(low - 1, high + 2)) == {part.at for part in parts}:
        return parts
    broken = not all(part.parses for part in parts)
    below = beside.get(high + 1)
    if not broken and (below is None or below.parses):
        return parts
    first, last = low, high
    while first - 1 in beside and low - first < MOST_PARTS:
        first -= 1
    while last + 1 in beside and last - high < MOST_PARTS:
        last += 1
    if broken:
        starts, ends = range(low, first - 1, -1), range(high, last + 1)
    else:  # only what stands below, and is no Python by itself, can belong to it
        starts, ends = range(low, low + 1), range(high + 1, last + 1)
    spans = sorted(((start, end) for start in starts for end in ends), key=lambda s: s[1] - s[0])
    for start, end in spans:
        window = [beside[at] for at in range(start, end + 1) if at in beside]
        if parses("\n".join(cell.source for cell in window)):
            return window
    return parts


def _joined(slot: Slot, claims: Sequence[StudentCell], parts: Sequence[StudentCell]) -> list[str]:
    """The sources of the parts; a stub that one of them still holds hides nothing of another."""
    written = {part.at: slot.written(part) for part in parts}
    sources = []
    if len(parts) == len(claims) == 1:
        return [parts[0].source]
    for part in parts:
        elsewhere = frozenset().union(*(names for at, names in written.items() if at != part.at))
        sources.append(without_stubs(part.source, slot.text, elsewhere - written[part.at]))
    touched = {part.at for part in parts}
    if any(cell.at not in touched and cell.plain == slot.released for cell in claims):
        # The answer stands beside its untouched stub: what it leaves open is open as there.
        rest = slot.names.difference(*(part.names for part in parts))
        if stubs := plain(parts_for(slot.text, rest)):
            sources.insert(0, f"{stubs}\n\n")
    return sources


def _told(
    slot: Slot, claims: Sequence[StudentCell], parts: Sequence[StudentCell]
) -> tuple[str, ...]:
    by_id = {cell.at for cell in claims if cell.grade_id == slot.grade_id or cell.id == slot.id}
    if by_id and not by_id & {part.at for part in parts}:
        others = "another cell" if len(parts) == 1 else f"{len(parts)} other cells"
        return (f"{slot.start} was left as it was; its answer stood in {others} and was graded.",)
    if len(parts) > 1:
        return (f"{slot.start} was split into {len(parts)} cells; they were joined.",)
    if len(claims) == 1:
        return ()
    rest = [cell for cell in claims if cell.at != parts[0].at]
    untouched = all(cell.plain == slot.released for cell in rest)
    which = "the one that was filled in" if untouched else "the last one that was filled in"
    return (f"{slot.start} is there {len(claims)} times; {which} was graded.",)


def settle_absent(
    slot: Slot, answers: Sequence[tuple[Slot, StudentCell]], claims: Sequence[StudentCell]
) -> Answer:
    """What goes into the place of an answer that no cell claims, or an untouched one only.

    Args:
        slot: the answer's place.
        answers: the cells that answer other exercises, where this one may have been merged in.
        claims: the untouched cells that claim the place.
    """
    hosts = [(host, cell) for host, cell in answers if slot.written(cell)]
    if not hosts and claims:
        return settle(slot, claims, [])
    if not hosts:
        gone = f"{slot.start} is not in the notebook; it counts as not started, without points."
        return Answer(slot.text, repairs=(gone,))
    earlier = next((found for found in hosts if found[0].at < slot.at), None)
    later = next((found for found in hosts if found[0].at > slot.at), None)
    merged = f"{slot.start} had been merged into {hosts[0][0].label}; it was graded from there."
    # What stands above has run by then; what stands below has to run here.
    written = [slot.written(found[1]) for found in (earlier, later) if found]
    rest = plain(parts_for(slot.text, slot.names.difference(*written)))
    source = "\n\n".join(part for part in (rest, later[1].source if later else "") if part)
    return Answer(source or f"# See {hosts[0][0].label}.", tuple(claims[:1]), repairs=(merged,))
