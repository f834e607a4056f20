"""The one step that grades, in place of nbgrader's Execute and SaveAutoGrades."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from nbformat import from_dict
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Enum, Float, Integer

from autograder.bank import choices
from autograder.collect import Place
from autograder.collect.beside import read_beside
from autograder.course import CourseError, load_course
from autograder.formgrader.ahead import Ahead
from autograder.formgrader.saving import save
from autograder.models import Grade, Limits, Outcome, Unit
from autograder.nbcourse import CELL_S, UNIT_S, read_skeleton
from autograder.pipeline.job import Job
from autograder.skeleton import load_skeleton

Resources = dict[str, Any]


class GradeNotebook(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader has no types
    """Grades a submitted notebook with this engine and saves its scores in the gradebook."""

    isolation = Enum(("split", "shared"), "split", help="Where tests run.").tag(config=True)
    sandbox = Enum(("bwrap", "none"), "bwrap", help="Where students' code runs.").tag(config=True)
    jobs = Integer(0, help="Processes that grade side by side; 0: one a core.").tag(config=True)
    timeout_s = Float(0.0, help="For a notebook; 0: what the course says.").tag(config=True)

    def preprocess(self, nb: Any, resources: Resources) -> tuple[Any, Resources]:
        """Take the submitted file, not the notebook that came so far; return the graded one."""
        told = resources["nbgrader"]
        name, student = _unit_id(told["assignment"], told["notebook"]), told["student"]
        batches: dict[str, Ahead] = self.parent.ahead
        if name not in batches or student not in batches[name]:
            job = self._job(name)
            places = self._places(told, name)
            jobs = self.jobs or len(os.sched_getaffinity(0))
            batches[name] = Ahead(places, job, jobs)
        job = batches[name].job
        made = batches[name].of(student)
        grade = replace(made.result.grade, notebook=json.loads(made.notebook))
        save(grade, job.unit, job.skeleton, told["db_url"])
        self._tell(grade)
        return from_dict(grade.notebook), resources

    def _job(self, name: str) -> Job:
        """How the unit is graded: by course.toml where there is one."""
        coursedir = self.parent.parent.coursedir
        root, source = Path(coursedir.root), coursedir.source_directory
        try:
            course = load_course(root)
            unit = course.unit(name)
            ours = not course.foreign
        except CourseError:  # nbgrader's folders may be called anything
            unit, ours = Unit(name, name, 0.0, limit_s=UNIT_S, cell_s=CELL_S), False
        skeleton = load_skeleton(root, name) if ours else read_skeleton(root, name, source)
        limit_s = self.timeout_s or unit.limit_s
        return Job(
            unit=unit,
            skeleton=skeleton,
            limits=Limits(
                cell_s=min(unit.cell_s, limit_s),
                submission_s=limit_s,
                processes=Limits.processes + 2 * len(skeleton.graded),
            ),
            sandbox=self.sandbox,
            isolation=self.isolation,
            choices=choices(root, name) if ours else {},
            files={} if ours else read_beside(root / source / name.partition("/")[0]),
        )

    def _places(self, told: Resources, name: str) -> list[Place]:
        """The student's file, and those of the students whom nbgrader will come to after this."""
        converter = self.parent.parent
        coursedir, assignment = converter.coursedir, told["assignment"]
        folders = re.compile(
            coursedir.format_path(
                coursedir.submitted_directory, "(?P<student>.*)", assignment, escape=True
            )
        )
        places = []
        for folder in sorted(converter.assignments):
            student = found["student"] if (found := folders.fullmatch(folder)) else ""
            path = Path(folder) / f"{told['notebook']}.ipynb"
            awaited = student > told["student"] and self._is_awaited(student, assignment, folder)
            if student == told["student"] or (awaited and path.exists()):
                places.append(Place(student, name, path))
        return places

    def _is_awaited(self, student: str, assignment: str, folder: str) -> bool:
        """Whether nbgrader is going to autograde this student in this run."""
        converter = self.parent.parent
        coursedir = converter.coursedir
        if student in coursedir.student_id_exclude.split(","):
            return False
        graded = coursedir.format_path(coursedir.autograded_directory, student, assignment)
        if converter.force or not os.path.exists(graded):
            return True
        new, old = map(coursedir.get_existing_timestamp, (folder, graded))
        return new is not None and old is not None and new > old

    def _tell(self, grade: Grade) -> None:
        """What nbgrader's log and the formgrader's window say."""
        score = f"{grade.score:g} of {grade.max_score:g} points"
        self.log.info("%s, %s: %s, %s", grade.student, grade.unit, score, grade.outcome)
        for verdict in grade.verdicts:
            if verdict.outcome is Outcome.OUR_FAULT:
                self.log.error("%s, %s: %s", grade.student, verdict.grade_id, verdict.message)


def _unit_id(assignment: str, notebook: str) -> str:
    return assignment if notebook == assignment else f"{assignment}/{notebook}"
