"""Says what had happened to the cells of a submission: a sentence each, or one for many alike."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from autograder.rebuild.cells import Slot, StudentCell, plain
from autograder.rebuild.matching import Claims
from autograder.skeleton import flags

COMPARED = ("grade", "solution", "locked", "task", "points")
SCHEMA = 3  # nbgrader's version of its cell metadata
MOST = 3  # cells with the same damage that get a sentence each

# What happened -> what is said of one cell, and of many.
_SAID = {
    "deleted": ("had been deleted; it was put back.", "had been deleted; they were put back"),
    "doubled": (
        "is there {detail} times; the course's was used once.",
        "are there more than once; the course's were used once",
    ),
    "changed": (
        "had been changed; the course's was used.",
        "had been changed or are of another release; the course's were used",
    ),
    "retyped": (
        "had become a {detail} cell; it was read as what it was.",
        "had another type; they were read as what they were",
    ),
    "re-pointed": (
        "carried the id of another cell, {detail}; corrected.",
        "carried the ids of other cells; corrected",
    ),
    "re-set": (
        "had other settings ({detail}); the course's were used.",
        "had other settings ({detail}); the course's were used",
    ),
    "moved": (
        "had been moved; it was put back in its place.",
        "had been moved; they were put back in their places",
    ),
}
Damage = tuple[str, Slot, str]  # what, of which cell, the detail


def damage(slots: Sequence[Slot], claims: Claims, used: Set[int]) -> list[str]:
    """Everything that differs from what was handed out, answers' contents apart.

    Args:
        slots: the instructor's cells.
        claims: the student's cells for each.
        used: the places of the cells that became answers.
    """
    found: list[Damage] = []
    for slot in slots:
        claimed = claims.get(slot.at, [])
        if slot.role in ("test", "locked"):
            found += _locked(slot, claimed)
        for cell in [cell for cell in claimed if cell.at in used] or claimed[:1]:
            found += _labels(slot, cell)
    found += _moved(slots, claims, used)
    return _sentences(found) + _lost(slots, claims) + _schema(claims)


def _sentences(found: Sequence[Damage]) -> list[str]:
    """Rare damage is told cell by cell, the same damage to many cells in one sentence."""
    alike: dict[tuple[str, str], list[Damage]] = {}
    for each in found:
        alike.setdefault((each[0], each[2] if each[0] == "re-set" else ""), []).append(each)
    sentences = []
    for (what, _), group in alike.items():
        one, many = _SAID[what]
        names = list(dict.fromkeys(slot.id for _, slot, _ in group))
        if len(names) > MOST:
            words = many.format(detail=group[0][2])
            sentences.append(f"{len(names)} cells {words}: {', '.join(names[:MOST])}, ...")
        else:
            told = (f"{slot.start} {one.format(detail=detail)}" for _, slot, detail in group)
            sentences += dict.fromkeys(told)
    return sentences


def _locked(slot: Slot, claimed: Sequence[StudentCell]) -> Iterator[Damage]:
    if not claimed and (slot.role == "test" or not {"check", "hint"} & slot.tags):
        yield "deleted", slot, ""
    if len(claimed) > 1:
        yield "doubled", slot, str(len(claimed))
    if any(cell.plain not in (slot.released, plain(slot.text)) for cell in claimed):
        yield "changed", slot, ""


def _labels(slot: Slot, cell: StudentCell) -> Iterator[Damage]:
    """What is wrong with a matched cell's type, ids and settings."""
    if slot.role != "free" and cell.kind != slot.cell["cell_type"]:
        yield "retyped", slot, cell.kind
    if cell.grade_id and slot.grade_id and cell.grade_id != slot.grade_id:
        yield "re-pointed", slot, cell.grade_id[:60]
    ours, theirs = flags(slot.cell), cell.settings
    wrong = [key for key in COMPARED if key in theirs and theirs[key] != ours.get(key, False)]
    # Tags that are gone with all the rest are told once for all cells.
    if cell.tags != slot.tags and not (cell.tags == frozenset() and not theirs):
        wrong.append("tags")
    if wrong:
        yield "re-set", slot, ", ".join(wrong)


def _lost(slots: Sequence[Slot], claims: Claims) -> list[str]:
    """One sentence for all cells that came without their grade id."""
    lost = [
        slot.id
        for slot in slots
        if slot.grade_id and any(not cell.grade_id for cell in claims.get(slot.at, [])[:1])
    ]
    if not lost:
        return []
    some = ", ".join(lost[:MOST]) + (", ..." if len(lost) > MOST else "")
    cells = "One cell" if len(lost) == 1 else f"{len(lost)} cells"
    return [f"{cells} had lost the course's data ({some}), found again by id or content."]


def _schema(claims: Claims) -> list[str]:
    """One sentence on nbgrader's data in another version than the course's."""
    versions = [
        cell.settings.get("schema_version", SCHEMA)
        for cells in claims.values()
        for cell in cells
        if cell.settings
    ]
    other = [str(version)[:20] for version in versions if version != SCHEMA]
    if not other:
        return []
    return [
        f"{len(other)} cells carried nbgrader's data in version {other[0]}, not {SCHEMA}; "
        "the course's was used."
    ]


def _moved(slots: Sequence[Slot], claims: Claims, used: Set[int]) -> Iterator[Damage]:
    """Every answer or test that stands out of order."""
    often = Counter(cell.at for cells in claims.values() for cell in cells)
    place = {
        min((cell.at for cell in cells if cell.at in used), default=cells[0].at): at
        for at, cells in claims.items()
        if all(often[cell.at] == 1 for cell in cells)  # not what stood in another's cell
    }
    order = [place[at] for at in sorted(place)]
    in_order = _longest_rising(order)
    for slot in slots:
        if slot.role in ("answer", "test") and slot.at in order and slot.at not in in_order:
            yield "moved", slot, ""


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
