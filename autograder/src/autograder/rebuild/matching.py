"""Finds which cell of a submission belongs to which cell of the instructor's notebook.

In this order of trust: grade id, cell id, equal text, the names that a cell binds, and last its
place and likeness. What it finds are *claims*: several cells may claim one slot.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from autograder.rebuild.cells import Slot, StudentCell, Words

Claims = dict[int, list[StudentCell]]  # place of a slot -> the cells that claim it, in order
Owner = dict[int, int]  # place of a cell -> place of the slot that it claims

LIKE, VERY_LIKE = 0.6, 0.85  # how alike a cell must be: in the right place, anywhere
MOST = 300  # cells compared by likeness


def find_claims(cells: Sequence[StudentCell], slots: Sequence[Slot]) -> Claims:
    """The claims of a submission's cells on the instructor's."""
    owner = _by_id(cells, slots)
    kin = _kin(cells, slots, owner)
    _by_text(kin, slots, owner)
    _send_home(kin, slots, owner)
    _by_names(kin, slots, owner)
    _by_likeness(kin, slots, owner)
    _by_place(kin, slots, owner)
    claims: Claims = {}
    for cell in cells:
        if cell.at in owner:
            claims.setdefault(owner[cell.at], []).append(cell)
    return claims


def _by_id(cells: Sequence[StudentCell], slots: Sequence[Slot]) -> Owner:
    """By grade id and cell id."""
    by_grade = {slot.grade_id: slot for slot in slots if slot.grade_id}
    by_id = {slot.id: slot for slot in slots if slot.id}
    both = {cell.grade_id for cell in cells if by_grade.get(cell.grade_id) is by_id.get(cell.id)}
    owner: Owner = {}
    found: Slot | None
    for cell in cells:
        graded, named = by_grade.get(cell.grade_id), by_id.get(cell.id)
        if graded and named and graded is not named:
            # Re-pointed: one of the two ids was changed. What the cell binds decides, then whether
            # another cell has the better right to the grade id.
            fits = len(cell.names & named.names) - len(cell.names & graded.names)
            found = named if fits > 0 or (fits == 0 and cell.grade_id in both) else graded
        else:
            found = graded or named
        if found:
            owner[cell.at] = found.at
    return owner


def _kin(
    cells: Sequence[StudentCell], slots: Sequence[Slot], owner: Owner
) -> Sequence[StudentCell]:
    """The cells that may be ours by what is in them.

    A cell with an unknown grade id may be of an older release, if most ids are this unit's; in
    another unit's notebook it is never taken for one of ours.
    """
    strange = [cell for cell in cells if cell.at not in owner and cell.grade_id]
    graded = {slot.at for slot in slots if slot.role in ("answer", "test")}
    if len(strange) < sum(1 for place in owner.values() if place in graded):
        return cells
    return [cell for cell in cells if cell.at in owner or not cell.grade_id]


def _by_text(cells: Sequence[StudentCell], slots: Sequence[Slot], owner: Owner) -> None:
    """Cells that lost their ids but not a letter, and plain copies."""
    places: dict[str, list[int]] = {}
    for slot in slots:
        if slot.released:
            places.setdefault(slot.released, []).append(slot.at)
    taken = set(owner.values())
    for cell in cells:
        same = places.get(cell.plain)
        if cell.at in owner or not same:
            continue
        owner[cell.at] = next((place for place in same if place not in taken), same[-1])
        taken.add(owner[cell.at])


def _send_home(cells: Sequence[StudentCell], slots: Sequence[Slot], owner: Owner) -> None:
    """Whole answers under another cell's id: what a cell binds says where it belongs."""
    answers = [slot for slot in slots if slot.role == "answer" and slot.names]
    stubs = {slot.released: slot for slot in answers}
    for cell in cells:
        if cell.at in owner and _is_stranger(cell, slots[owner[cell.at]]):
            if cell.plain in stubs:
                owner[cell.at] = stubs[cell.plain].at
                continue
            homes = [slot for slot in answers if slot.names <= slot.written(cell)]
            if len(homes) == 1 and not _is_taken(homes[0], cells, owner):
                owner[cell.at] = homes[0].at
            elif homes:
                del owner[cell.at]  # another attempt at an answer that is there


def _is_taken(slot: Slot, cells: Sequence[StudentCell], owner: Owner) -> bool:
    """Whether a cell under the answer's own id answers it."""
    return any(owner.get(cell.at) == slot.at and slot.written(cell) for cell in cells)


def _is_stranger(cell: StudentCell, slot: Slot) -> bool:
    """Whether a cell claims a slot to which it clearly does not belong."""
    if slot.role == "free" or cell.plain == slot.released:
        return False
    if slot.role == "answer":
        return bool(slot.names) and not (cell.names & slot.names)
    return likeness(cell.words, slot.words) < LIKE


def _by_names(cells: Sequence[StudentCell], slots: Sequence[Slot], owner: Owner) -> None:
    """Answers that stand in cells without ids, or in ones with another cell's ids."""
    for slot in slots:
        if slot.role != "answer" or not slot.names:
            continue
        claims = [cell for cell in cells if owner.get(cell.at) == slot.at]
        missing = slot.names.difference(*(slot.written(cell) for cell in claims))
        if not missing:
            continue
        around = _around(owner)
        free = [
            cell
            for cell in cells
            if cell.names & missing
            and slot.written(cell) & missing
            and _is_free(cell, slots, owner)
        ]
        # Beside the answer's own cell only a complete answer counts, or one in the right place.
        if claims and not missing <= frozenset().union(*(cell.names for cell in free)):
            free = [cell for cell in free if _stands_at(slot, cell, around)]
        owner.update({cell.at: slot.at for cell in free})


def _is_free(cell: StudentCell, slots: Sequence[Slot], owner: Owner) -> bool:
    return cell.at not in owner or _is_stranger(cell, slots[owner[cell.at]])


def _by_likeness(cells: Sequence[StudentCell], slots: Sequence[Slot], owner: Owner) -> None:
    """Cells that lost their ids and were changed: answers and locked cells only."""
    lost = [cell for cell in cells if cell.at not in owner and cell.plain][:MOST]
    taken = set(owner.values())
    for slot in slots:
        if slot.role == "free" or slot.at in taken:
            continue
        around = _around(owner)
        ratios = [(likeness(cell.words, slot.words), cell) for cell in lost]
        good = [
            (ratio, -cell.at, cell)
            for ratio, cell in ratios
            if ratio >= (LIKE if _stands_at(slot, cell, around) else VERY_LIKE)
        ]
        if good:
            best = max(good)[2]
            owner[best.at] = slot.at
            lost.remove(best)


def _by_place(cells: Sequence[StudentCell], slots: Sequence[Slot], owner: Owner) -> None:
    """An answer of which nothing is left but its place: the only cell of its kind there."""
    taken = set(owner.values())
    for slot in slots:
        if slot.role != "answer" or slot.at in taken:
            continue
        if any(slot.written(cell) for cell in cells):
            continue  # it was merged into another answer
        around = _around(owner)
        kind = slot.cell["cell_type"]
        there = [
            cell
            for cell in cells
            if cell.at not in owner and cell.kind == kind and cell.plain
            if around(cell.at) == (slot.at - 1, slot.at + 1)
        ]
        if len(there) == 1:
            owner[there[0].at] = slot.at


def _around(owner: Owner) -> Callable[[int], tuple[int, float]]:
    """A function that says between which of the course's cells a place in the submission lies."""
    known = sorted(owner)
    places = [owner[at] for at in known]

    def around(at: int) -> tuple[int, float]:
        above = bisect_left(known, at)
        below = above + (at in owner)
        return (
            places[above - 1] if above else -1,
            places[below] if below < len(places) else float("inf"),
        )

    return around


def _stands_at(slot: Slot, cell: StudentCell, around: Callable[[int], tuple[int, float]]) -> bool:
    above, below = around(cell.at)
    return above <= slot.at <= below


def likeness(ours: Words, theirs: Words) -> float:
    """How alike two texts are, from 0 to 1: the share of their words that they have in common.

    It takes time in proportion to the texts, whoever wrote them; difflib's does not.
    """
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 0.0
