"""Finds which cell of a submission belongs to which cell of the instructor's notebook.

In this order of trust: grade id, cell id, equal text, the names that a cell binds, and last its
place and likeness. What it finds are *claims*: several cells may claim one slot.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from autograder.rebuild.cells import Slot, StudentCell

Claims = dict[int, list[StudentCell]]  # place of a slot -> the cells that claim it, in order

LIKE, VERY_LIKE = 0.6, 0.85  # how alike a cell must be: in the right place, anywhere
LONGEST, MOST = 4000, 300  # characters and cells compared


def find_claims(cells: Sequence[StudentCell], slots: Sequence[Slot]) -> Claims:
    """The claims of a submission's cells on the instructor's."""
    owner = _by_id(cells, slots)
    # A cell with another unit's grade id is never taken for one of ours by what is in it.
    ours = {slot.grade_id for slot in slots} | {""}
    kin = [cell for cell in cells if cell.at in owner or cell.grade_id in ours]
    _by_text(kin, slots, owner)
    _by_names(kin, slots, owner)
    _by_likeness(kin, slots, owner)
    claims: Claims = {}
    for cell in cells:
        if cell.at in owner:
            claims.setdefault(owner[cell.at], []).append(cell)
    return claims


def _by_id(cells: Sequence[StudentCell], slots: Sequence[Slot]) -> dict[int, int]:
    """Place of a cell -> place of its slot, by grade id and cell id."""
    by_grade = {slot.grade_id: slot for slot in slots if slot.grade_id}
    by_id = {slot.id: slot for slot in slots}
    both = {cell.grade_id for cell in cells if by_grade.get(cell.grade_id) is by_id.get(cell.id)}
    owner: dict[int, int] = {}
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


def _by_text(cells: Sequence[StudentCell], slots: Sequence[Slot], owner: dict[int, int]) -> None:
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


def _by_names(cells: Sequence[StudentCell], slots: Sequence[Slot], owner: dict[int, int]) -> None:
    """Answers that stand in a cell without ids, or in one with another cell's ids."""
    started = {
        owner[cell.at]
        for cell in cells
        if cell.at in owner and cell.plain != slots[owner[cell.at]].released
    }
    for slot in slots:
        if slot.role != "answer" or not slot.names or slot.at in started:
            continue
        claimed = slot.at in owner.values()
        for cell in cells:
            # Beside an untouched stub only a complete answer counts; without one, any part does.
            binds = cell.names >= slot.names if claimed else bool(cell.names & slot.names)
            if binds and _is_free(cell, slots, owner):
                owner[cell.at] = slot.at


def _is_free(cell: StudentCell, slots: Sequence[Slot], owner: dict[int, int]) -> bool:
    """Whether a cell belongs nowhere, or claims a slot to which it clearly does not belong."""
    if cell.at not in owner:
        return True
    slot = slots[owner[cell.at]]
    if slot.role == "free" or cell.plain == slot.released:
        return False
    if slot.role == "answer":
        return bool(slot.names) and not (cell.names & slot.names)
    return likeness(cell.plain, slot.released) < LIKE


def _by_likeness(
    cells: Sequence[StudentCell], slots: Sequence[Slot], owner: dict[int, int]
) -> None:
    """Cells that lost their ids and were changed: answers and locked cells only."""
    lost = [cell for cell in cells if cell.at not in owner and cell.plain][:MOST]
    taken = set(owner.values())
    for slot in slots:
        if slot.role == "free" or slot.at in taken:
            continue
        between = _gap(slot, owner)
        ratios = [(likeness(cell.plain, slot.released), cell) for cell in lost]
        good = [
            (ratio, -cell.at, cell)
            for ratio, cell in ratios
            if ratio >= (LIKE if between[0] < cell.at < between[1] else VERY_LIKE)
        ]
        if good:
            best = max(good)[2]
            owner[best.at] = slot.at
            lost.remove(best)


def _gap(slot: Slot, owner: dict[int, int]) -> tuple[float, float]:
    """The places in the submission between which this slot's cell should stand."""
    before: Iterable[int] = (at for at, place in owner.items() if place < slot.at)
    after: Iterable[int] = (at for at, place in owner.items() if place > slot.at)
    return max(before, default=-1), min(after, default=float("inf"))


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1: the share of their words that they have in common.

    It takes time in proportion to the texts, whoever wrote them; difflib's does not.
    """
    ours, theirs = _words(one), _words(other)
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 0.0


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+|[^\w\s]", text[:LONGEST]))
