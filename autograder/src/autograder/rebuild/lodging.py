"""Finds what students wrote into cells that are the course's: answers, imports, helpers."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from autograder.rebuild.cells import Slot, StudentCell
from autograder.rebuild.matching import Claims
from autograder.rebuild.source import additions
from autograder.skeleton import flags

MOST_NAMES = 5  # told in a sentence


@dataclass(frozen=True)
class Addition:
    """What was added to one locked cell: it runs after the course's version, as the student's."""

    slot: Slot
    cell: StudentCell


def take_lodgers(claims: Claims, slots: Sequence[Slot]) -> tuple[list[str], set[int]]:
    """Let answers that stand in a cell of the course claim their place.

    Returns:
        A sentence for each, and the places of the cells in which they stood.
    """
    sentences, hosts = [], set()
    for slot in slots:
        if slot.role != "answer" or not slot.names:
            continue
        missing = slot.names.difference(*(slot.written(cell) for cell in claims.get(slot.at, [])))
        for host, cell in _changed(claims, slots, missing):
            parts = additions(cell.source, host.text, values=True)
            wanted = [part for part in parts if part.names & missing or part.is_tool]
            if not any(part.names & missing for part in wanted):
                continue
            lodger = replace(
                cell,
                source="\n\n".join(part.text for part in wanted),
                grade_id=slot.grade_id,
                settings=flags(slot.cell),
                tags=slot.tags,
                kind="code",
            )
            claims.setdefault(slot.at, []).append(lodger)
            sentences.append(f"{slot.start} stood in {host.label}; it was taken from there.")
            hosts.add(cell.at)
            break
    return sentences, hosts


def _changed(
    claims: Claims, slots: Sequence[Slot], missing: Set[str]
) -> list[tuple[Slot, StudentCell]]:
    """The cells that stand for one of the course's and bind a missing name."""
    return [
        (host, cell)
        for host in slots
        if host.role != "answer" and missing
        for cell in claims.get(host.at, [])
        if cell.plain != host.released and cell.names & missing
    ]


def added(claims: Claims, slots: Sequence[Slot], hosts: Set[int]) -> list[Addition]:
    """What students added to locked cells: new imports and functions, to set-up cells new values.

    The course's version is used of every locked cell; without this, an `import math` that was
    written into the first cell would be lost to all answers.
    """
    found = []
    for slot in slots:
        if slot.role not in ("test", "locked") or not slot.is_code:
            continue
        for cell in claims.get(slot.at, []):
            if cell.plain == slot.released or cell.at in hosts or cell.kind != "code":
                continue
            values = bool({"setup", "provided"} & slot.tags)
            if parts := additions(cell.source, slot.text, values=values):
                source = "\n".join(dict.fromkeys(part.text for part in parts))
                found.append(Addition(slot, cell.with_source(source)))
    return found


def told(found: Sequence[Addition]) -> list[str]:
    """One sentence for each."""
    sentences = []
    for addition in found:
        names = sorted(addition.cell.names) or ["imports"]
        some = ", ".join(names[:MOST_NAMES]) + (", ..." if len(names) > MOST_NAMES else "")
        sentences.append(f"What was added to {addition.slot.label} ({some}) runs after it.")
    return sentences
