"""Says what had happened to the cells of a submission, one sentence each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set

from autograder.rebuild.cells import Slot, StudentCell, plain
from autograder.rebuild.matching import Claims
from autograder.skeleton import flags, text

COMPARED = ("grade", "solution", "locked", "task", "points")


def damage(slots: Sequence[Slot], claims: Claims, used: Set[int]) -> list[str]:
    """Everything that differs from what was handed out, answers' contents apart.

    Args:
        slots: the instructor's cells.
        claims: the student's cells for each.
        used: the places of the cells that became answers.
    """
    sentences: list[str] = []
    for slot in slots:
        claimed = claims.get(slot.at, [])
        if slot.role in ("test", "locked"):
            sentences += _locked(slot, claimed)
        kept = [cell for cell in claimed if cell.at in used] or claimed[:1]
        for cell in kept:
            sentences += _labels(slot, cell)
    return sentences + _lost(slots, claims) + _moved(slots, claims, used)


def _locked(slot: Slot, claimed: Sequence[StudentCell]) -> list[str]:
    what = slot.label[0].upper() + slot.label[1:]
    tags = slot.cell.get("metadata", {}).get("tags", [])
    if not claimed:
        needed = slot.role == "test" or not {"check", "hint"} & set(tags)
        return [f"{what} had been deleted; it was put back."] if needed else []
    sentences = []
    if len(claimed) > 1:
        sentences.append(f"{what} is there {len(claimed)} times; the course's was used once.")
    if any(cell.plain not in (slot.released, plain(text(slot.cell))) for cell in claimed):
        sentences.append(f"{what} had been changed; the course's was used.")
    return sentences


def _labels(slot: Slot, cell: StudentCell) -> list[str]:
    """What is wrong with a matched cell's type, ids and settings."""
    what = slot.label[0].upper() + slot.label[1:]
    sentences = []
    if slot.role != "free" and cell.kind != slot.cell["cell_type"]:
        kind = slot.cell["cell_type"]
        sentences.append(f"{what} had become a {cell.kind} cell; it was read as {kind} again.")
    if cell.grade_id and slot.grade_id and cell.grade_id != slot.grade_id:
        sentences.append(f"{what} carried the id of another cell, {cell.grade_id}; corrected.")
    ours, theirs = flags(slot.cell), cell.settings
    wrong = [key for key in COMPARED if theirs and theirs.get(key, False) != ours.get(key, False)]
    if cell.tags != frozenset(slot.cell.get("metadata", {}).get("tags", [])) and not (
        cell.tags == frozenset() and not theirs  # lost with all the rest
    ):
        wrong.append("tags")
    if wrong:
        settings = ", ".join(wrong)
        sentences.append(f"{what} had other settings ({settings}); the course's were used.")
    return sentences


def _lost(slots: Sequence[Slot], claims: Claims) -> list[str]:
    """One sentence for all cells that came without nbgrader's data."""
    lost = [
        slot.id
        for slot in slots
        if flags(slot.cell) and any(not cell.settings for cell in claims.get(slot.at, [])[:1])
    ]
    if not lost:
        return []
    some = ", ".join(lost[:3]) + (", ..." if len(lost) > 3 else "")
    cells = "One cell" if len(lost) == 1 else f"{len(lost)} cells"
    return [f"{cells} had lost the course's data ({some}), found again by id or content."]


def _moved(slots: Sequence[Slot], claims: Claims, used: Set[int]) -> list[str]:
    """One sentence for every answer or test that stands out of order."""
    place = {
        min((cell.at for cell in cells if cell.at in used), default=cells[0].at): at
        for at, cells in claims.items()
    }
    order = [place[at] for at in sorted(place)]
    in_order = _longest_rising(order)
    return [
        f"{slot.label[0].upper() + slot.label[1:]} had been moved; it was put back in its place."
        for slot in slots
        if slot.role in ("answer", "test") and slot.at in order and slot.at not in in_order
    ]


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """A longest rising subsequence of different numbers (patience sorting)."""
    tops: list[int] = []
    piles: list[list[int]] = []  # the best sequence that ends on each pile
    for number in numbers:
        at = bisect_left(tops, number)
        sequence = [*(piles[at - 1] if at else []), number]
        if at == len(tops):
            tops.append(number)
            piles.append(sequence)
        else:
            tops[at], piles[at] = number, sequence
    return set(piles[-1]) if piles else set()
