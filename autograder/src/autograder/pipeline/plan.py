"""Decides what a run grades, before anything is run; refuses here what cannot be graded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from autograder.bank import choices
from autograder.collect import CollectError, collect_submitted
from autograder.course import Course
from autograder.models import Limits, Unit
from autograder.pipeline.line import Order
from autograder.pipeline.one import Job
from autograder.skeleton import load_skeleton


@dataclass(frozen=True)
class Settings:
    """How to grade, whatever the unit."""

    jobs: int
    student: str | None = None
    timeout_s: float | None = None  # for a submission; None: what the unit says
    sandbox: Literal["bwrap", "none"] = "bwrap"
    isolation: Literal["split", "shared"] = "split"


def plan(course: Course, workspace: Path, units: Sequence[str], settings: Settings) -> list[Order]:
    """One order for each named unit, or for each unit that somebody handed in.

    Raises:
        CourseError: a unit is unknown, or its notebook cannot be used.
        CollectError: there is nothing to grade.
    """
    named = [course.unit(unit) for unit in dict.fromkeys(units)]
    orders = []
    for unit in named or course.units:
        if batch := collect_submitted(workspace, unit.id, settings.student):
            job = _job(course, unit, settings)
            whole = settings.student is None
            orders.append(Order(job, batch, workspace, settings.jobs, whole))
        elif named:
            raise CollectError(_nothing(workspace, unit.id, settings.student))
    if not orders:
        known = "|".join(unit.id for unit in course.units)
        raise CollectError(_nothing(workspace, known, settings.student))
    return orders


def _job(course: Course, unit: Unit, settings: Settings) -> Job:
    limit_s = settings.timeout_s or unit.limit_s
    return Job(
        unit=unit,
        skeleton=load_skeleton(course.root, unit.id),
        limits=Limits(cell_s=min(Limits.cell_s, limit_s), submission_s=limit_s),
        sandbox=settings.sandbox,
        isolation=settings.isolation,
        choices=choices(course.root, unit.id),
    )


def _nothing(workspace: Path, unit: str, student: str | None) -> str:
    who = f"Student {student!r}" if student is not None else "Nobody"
    where = workspace / "submitted" / (student or "<student>") / unit
    return f"{who} has handed in nothing to grade: there is no {where}."
