"""Makes one answer of the cells that claim an answer's place: copies, halves, remainders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.rebuild.cells import Slot, StudentCell, plain
from autograder.rebuild.source import code_in, parses, parts_for, statements, without_stubs


@dataclass(frozen=True)
class Answer:
    """What goes into an answer's place."""

    source: str
    used: tuple[StudentCell, ...] = ()  # the cells it was made of
    spare: tuple[StudentCell, ...] = ()  # earlier attempts: they run where they stand
    repairs: tuple[str, ...] = ()


def settle(slot: Slot, claims: Sequence[StudentCell]) -> Answer:
    """The answer that at least one cell claims to be.

    Args:
        slot: the answer's place.
        claims: the cells that claim it, in the order of the submission.
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
    pieces = sum(part.pieces for part in parts)
    if pieces > 1:
        return (f"{slot.start} was split into {pieces} cells; they were joined.",)
    if len(claims) == 1:
        return ()
    rest = [cell for cell in claims if cell.at != parts[0].at]
    untouched = all(cell.plain == slot.released for cell in rest)
    which = "the one that was filled in" if untouched else "the last one that was filled in"
    return (f"{slot.start} is there {len(claims)} times; {which} was graded.",)


@dataclass(frozen=True)
class Host:
    """A cell that answers another exercise, where an answer may have been merged in."""

    slot: Slot
    cell: StudentCell
    used: bool  # not only an earlier attempt


def settle_absent(slot: Slot, hosts: Sequence[Host], claims: Sequence[StudentCell]) -> Answer:
    """What goes into the place of an answer that no cell claims, or an untouched one only."""
    others = frozenset().union(*(host.slot.names for host in hosts)) - slot.names
    hosts = [host for host in hosts if slot.written(host.cell)]
    if not hosts and claims:
        return settle(slot, claims)
    if not hosts:
        gone = f"{slot.start} is not in the notebook; it counts as not started, without points."
        return Answer(slot.text, repairs=(gone,))
    missing, first = slot.names, hosts[0]
    sources: list[str] = []
    for host in sorted(hosts, key=lambda host: not _has_run(host, slot)):
        if missing & slot.written(host.cell):
            missing -= slot.written(host.cell)
            # What stands above has run by then; what stands below has to run here.
            sources += [] if _has_run(host, slot) else [_without(host.cell.source, others)]
    merged = f"{slot.start} had been merged into {first.slot.label}; it was graded from there."
    rest = plain(parts_for(slot.text, missing))
    source = "\n\n".join(part for part in (rest, *sources) if part)
    return Answer(source or f"# See {first.slot.label}.", tuple(claims[:1]), repairs=(merged,))


def _has_run(host: Host, slot: Slot) -> bool:
    return host.used and host.slot.at < slot.at


def _without(source: str, names: frozenset[str]) -> str:
    """The statements of a source that bind none of the names; all of it where it is no Python."""
    kept = [part.text for part in statements(source) if not part.names & names]
    return "\n\n".join(kept) if kept else source
