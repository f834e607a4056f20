"""Builds the notebook to be examined: the instructor's cells, the student's answers in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from itertools import count
from typing import Any

from autograder.models import Rebuilt, Submission
from autograder.rebuild.answers import Answer, Host, settle, settle_absent
from autograder.rebuild.cells import Slot, StudentCell, plain, slots_of
from autograder.rebuild.damage import damage
from autograder.rebuild.healing import heal
from autograder.rebuild.lodging import Addition, added, take_lodgers, told
from autograder.rebuild.matching import Claims, find_claims
from autograder.rebuild.reading import Malformed, read_cells
from autograder.skeleton import Skeleton

Cell = dict[str, Any]


def rebuild(submission: Submission, skeleton: Skeleton) -> Rebuilt:
    """The instructor's notebook with the student's answers in it.

    Never raises for anything in the submission: a file that is no notebook of this unit comes
    back with `malformed` saying why, and the bare skeleton.
    """
    slots = slots_of(skeleton)
    try:
        cells, repairs = read_cells(submission.data)
        cells = heal(cells, slots)
        claims = find_claims(cells, slots)
        lodgings, hosts = take_lodgers(claims, slots)
        _demand_kinship(cells, claims, slots, skeleton.unit)
    except Malformed as error:
        return Rebuilt(
            submission, skeleton.notebook, skeleton.graded, skeleton.contract, malformed=str(error)
        )
    answers = _answers(claims, slots)
    used = {cell.at for answer in answers.values() for cell in answer.used}
    additions = added(claims, slots, hosts)
    repairs += lodgings
    for answer in answers.values():
        repairs += answer.repairs
    repairs += damage(slots, claims, used) + told(additions)
    own = _own(cells, claims, used, answers)
    filled = _assemble(slots, claims, answers, own, additions)
    notebook = {**skeleton.notebook, "cells": _with_ids(filled, skeleton.notebook)}
    return Rebuilt(
        submission,
        notebook,
        skeleton.graded,
        skeleton.contract,
        repairs=(*submission.notes, *repairs),
        untouched=_untouched(slots, answers),
    )


def _untouched(slots: Sequence[Slot], answers: Mapping[int, Answer]) -> frozenset[str]:
    """Grade ids of the answers that are as they were handed out."""
    same = (s for s in slots if s.at in answers and plain(answers[s.at].source) == s.released)
    return frozenset(slot.grade_id for slot in same)


def _demand_kinship(
    cells: Sequence[StudentCell], claims: Claims, slots: Sequence[Slot], unit: str
) -> None:
    """Refuse a notebook that shares no answer and no test with this unit."""
    if any(claims.get(slot.at) for slot in slots if slot.role in ("answer", "test")):
        return
    others = [cell.grade_id for cell in cells if cell.grade_id and "-" in cell.grade_id]
    hint = f" It has {', '.join(others[:3])}: is it another unit's?" if others else ""
    raise Malformed(f"The notebook has none of the cells of unit {unit}.{hint}")


def _answers(claims: Claims, slots: Sequence[Slot]) -> dict[int, Answer]:
    """What goes into each answer's place."""
    places = [slot for slot in slots if slot.role == "answer"]
    answers = {
        slot.at: settle(slot, claims[slot.at])
        for slot in places
        if any(cell.plain != slot.released for cell in claims.get(slot.at, []))
    }
    filled = [(slot, answers[slot.at]) for slot in places if slot.at in answers]
    hosts = [Host(slot, cell, used=True) for slot, answer in filled for cell in answer.used]
    hosts += [Host(slot, cell, used=False) for slot, answer in filled for cell in answer.spare]
    for slot in places:
        if slot.at not in answers:
            answers[slot.at] = settle_absent(slot, hosts, claims.get(slot.at, []))
    return answers


def _own(
    cells: Sequence[StudentCell],
    claims: Claims,
    used: Set[int],
    answers: Mapping[int, Answer],
) -> dict[int, list[Cell]]:
    """The student's own cells, by the place of the instructor's cell that they come before."""
    claimed = {cell.at for found in claims.values() for cell in found}
    spare = {cell.at for answer in answers.values() for cell in answer.spare}
    anchors = {
        (answers[place].used[0] if place in answers and answers[place].used else found[0]).at: place
        for place, found in claims.items()
    }
    own: dict[int, list[Cell]] = {}
    before = -1  # the end of the notebook
    for cell in reversed(cells):
        if cell.at in anchors:
            before = anchors[cell.at]
        elif cell.plain and cell.at not in used and (cell.at not in claimed or cell.at in spare):
            own.setdefault(before, []).insert(0, _own_cell(cell))
    return own


def _own_cell(cell: StudentCell) -> Cell:
    made: Cell = {
        "cell_type": cell.kind,
        "id": cell.id,
        "metadata": {"nnbh": {"own": True}},  # none of its own tags: a tag decides where code runs
        "source": cell.source,
    }
    return made | ({"outputs": [], "execution_count": None} if cell.kind == "code" else {})


def _assemble(
    slots: Sequence[Slot],
    claims: Claims,
    answers: Mapping[int, Answer],
    own: Mapping[int, list[Cell]],
    additions: Sequence[Addition],
) -> list[Cell]:
    """All cells in order."""
    cells: list[Cell] = []
    added_to: dict[int, list[Cell]] = {}
    for addition in additions:
        added_to.setdefault(addition.slot.at, []).append(_own_cell(addition.cell))
    for slot in slots:
        cells += own.get(slot.at, [])
        cell = dict(slot.cell)
        if slot.at in answers:
            cell["source"] = answers[slot.at].source
            attachments = [part.attachments for part in answers[slot.at].used if part.attachments]
            if attachments and not slot.is_code:
                cell["attachments"] = dict(attachments[-1])
        elif slot.role == "free":
            # Prose, examples and demos belong to the student, who may have changed them.
            theirs = [c for c in claims.get(slot.at, []) if c.kind == slot.cell["cell_type"]]
            changed = [c for c in theirs if c.plain != slot.released]
            cell["source"] = changed[-1].source if changed else cell["source"]
        cells += [cell, *added_to.get(slot.at, [])]
    return cells + own.get(-1, [])


def _with_ids(cells: Sequence[Cell], notebook: Mapping[str, Any]) -> list[Cell]:
    """The cells with ids as nbformat wants them; the instructor's own ids stay."""
    if (notebook.get("nbformat"), notebook.get("nbformat_minor", 0)) < (4, 5):
        return [{key: cell[key] for key in cell if key != "id"} for cell in cells]
    taken = {c.get("id") for c in cells if not c["metadata"].get("nnbh", {}).get("own")}
    result = []
    for number, cell in enumerate(cells):
        if cell["metadata"].get("nnbh", {}).get("own"):
            good = re.fullmatch(r"[A-Za-z0-9_-]{1,64}", cell["id"]) and cell["id"] not in taken
            free = (name for n in count(number) if (name := f"own-{n}") not in taken)
            cell = {**cell, "id": cell["id"] if good else next(free)}
            taken.add(cell["id"])
        result.append(cell)
    return result
