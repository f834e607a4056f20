"""Joins cells that are Python only together: one cell that was split inside a statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from autograder.rebuild.cells import Slot, StudentCell
from autograder.rebuild.source import parses

MOST_PARTS = 6  # cells above and below a broken one that may belong to it
MOST_BROKEN = 50  # broken cells for which that is tried


def heal(cells: Sequence[StudentCell], slots: Sequence[Slot]) -> list[StudentCell]:
    """The cells, with those joined that parse only together.

    A joined cell stands where its first part stood and has the ids of the part that has the
    course's. Parts with the ids of different cells of the course are never joined.
    """
    released = {slot.released for slot in slots}
    owner = {name: slot for slot in slots for name in (slot.grade_id, slot.id) if name}
    healed: list[StudentCell | None] = list(cells)
    broken = [
        n
        for n, cell in enumerate(cells)
        if _may_be_code(cell, owner) and cell.plain not in released and not cell.parses
    ]
    for at in broken[:MOST_BROKEN]:
        if healed[at] is not None:
            for start, end in _spans(at, len(cells)):
                parts = healed[start:end]
                if joined := _joined(parts, owner, released):
                    healed[start:end] = [joined, *[None] * (end - start - 1)]
                    break
    return [cell for cell in healed if cell is not None]


def _spans(at: int, number: int) -> Iterator[tuple[int, int]]:
    """The runs of cells around one, short ones first."""
    for length in range(2, MOST_PARTS + 2):
        for start in range(max(0, at - length + 1), at + 1):
            if start + length <= number:
                yield start, start + length


def _may_be_code(cell: StudentCell, owner: Mapping[str, Slot]) -> bool:
    slot = owner.get(cell.grade_id) or owner.get(cell.id)
    return cell.kind == "code" or bool(slot and slot.role == "answer" and slot.is_code)


def _joined(
    parts: Sequence[StudentCell | None], owner: Mapping[str, Slot], released: Set[str]
) -> StudentCell | None:
    """The parts as one cell; None where they are not one."""
    whole = [part for part in parts if part is not None]
    if not all(_may_be_code(cell, owner) and cell.plain not in released for cell in whole):
        return None
    if len(whole) < 2 or len(whole) < len(parts):
        return None
    known = [cell for cell in whole if {cell.grade_id, cell.id} & owner.keys()]
    places = {(owner.get(cell.grade_id) or owner[cell.id]).at for cell in known}
    if len(places) > 1:
        return None
    source = "\n".join(cell.source for cell in whole)
    if not parses(source):
        return None
    return (known or whole)[0].joined(source, whole[0].at, len(whole))
