"""Decides what a run grades, before anything is run; refuses here what cannot be graded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from autograder.bank import choices
from autograder.collect import CollectError, find_submitted
from autograder.collect.beside import read_beside
from autograder.course import Course
from autograder.models import Limits, Unit, assignment_of
from autograder.nbcourse import folder_of, skeleton_of
from autograder.pipeline.cache import cache_folder
from autograder.pipeline.job import Job
from autograder.pipeline.line import Order


@dataclass(frozen=True)
class Settings:
    """How to grade, whatever the unit."""

    jobs: int
    student: str | None = None
    timeout_s: float | None = None  # for a submission; None: what the unit says
    sandbox: Literal["bwrap", "none"] = "bwrap"
    isolation: Literal["split", "shared"] = "split"
    fresh: bool = False  # judge everything again, whatever earlier runs have found


def plan(course: Course, workspace: Path, units: Sequence[str], settings: Settings) -> list[Order]:
    """One order for each named unit, or for each unit that somebody handed in.

    Raises:
        CourseError: a unit is unknown, or its notebook cannot be used.
        CollectError: there is nothing to grade.
    """
    groups = [course.units_of(name) for name in dict.fromkeys(units)]
    orders: list[Order] = []
    for group in groups or [course.units]:
        for unit in group:
            if batch := find_submitted(workspace, unit.id, settings.student):
                job = _job(course, unit, workspace, settings)
                whole = settings.student is None
                orders.append(Order(job, batch, workspace, settings.jobs, whole, settings.fresh))
        if not any(order.job.unit in group for order in orders):
            known = "|".join(dict.fromkeys(assignment_of(unit.id) for unit in group))
            raise CollectError(_nothing(workspace, known, settings.student))
    return orders


def _job(course: Course, unit: Unit, workspace: Path, settings: Settings) -> Job:
    skeleton = skeleton_of(course, unit.id)
    limits = Limits(
        cell_s=min(unit.cell_s, settings.timeout_s or unit.limit_s),
        submission_s=settings.timeout_s or unit.limit_s,
        # For each test two copies of the candidate may wait at its place.
        processes=Limits.processes + 2 * len(skeleton.graded),
    )
    folder = folder_of(course, unit.id)
    return Job(
        unit=unit,
        skeleton=skeleton,
        limits=limits,
        sandbox=settings.sandbox,
        isolation=settings.isolation,
        choices=choices(course.root, unit.id),
        files=read_beside(folder) if folder else {},
        cache=None if settings.fresh else cache_folder(workspace),
    )


def _nothing(workspace: Path, unit: str, student: str | None) -> str:
    who = f"Student {student!r}" if student is not None else "Nobody"
    where = workspace / "submitted" / (student or "<student>") / unit
    return f"{who} has handed in nothing to grade: there is no {where}."
