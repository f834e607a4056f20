"""Digests of all that a result depends on: two results with one key are the same result.

Three of them. The *submission's* key tells whether anything at all has changed for a student. The
*cells'* key stands for everything in the notebook and the settings but the tests; each *test's* key
for that test and its place. So an edited test cell leaves the verdicts on the others valid.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from autograder.collect import Found
from autograder.models import GradedCell, Rebuilt
from autograder.pipeline.job import Job
from autograder.skeleton import grade_id, is_code, text

FORMAT = 1  # of what is remembered; another number makes all of it void


@cache
def grader_version() -> str:
    """A digest of the grader's own code and data, and of what else decides a verdict."""
    digest = hashlib.sha256(f"{FORMAT} {sys.version} numpy {version('numpy')}".encode())
    for package in ("autograder", "helpers"):
        root = _folder_of(package)
        for path in sorted(root.rglob("*")):
            if path.suffix != ".pyc" and path.is_file():
                digest.update(f"\0{path.relative_to(root)}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _folder_of(package: str) -> Path:
    """Where a package lies; it is not imported for that."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"The package {package} is not installed.")
    return Path(spec.submodule_search_locations[0])


class Keys:
    """Makes the keys of one job. What is common to its submissions is digested once."""

    def __init__(self, job: Job) -> None:
        self._settings = [grader_version(), asdict(job.limits), job.sandbox, job.isolation]
        self._shared = job.isolation == "shared"
        self._choices = job.choices
        self._files = job.files
        about = [asdict(job.unit), job.skeleton.notebook, job.choices, _contents(job.files)]
        self._job = _digest([self._settings, *about])

    def submission(self, found: Found) -> str:
        """What a student's whole result depends on."""
        submission = found.submission
        data = hashlib.sha256(submission.data).hexdigest()
        moments = [submission.submitted_at, found.received_at]
        told = [found.problem, found.ours, list(submission.notes)]
        return _digest([self._job, data, _contents(submission.files), *told, moments])

    def cells(self, rebuilt: Rebuilt) -> str:
        """What the verdicts depend on besides the tests: the cells that run, and the settings."""
        # Tests in the student's process run in the notebook's order and can touch one another.
        tests = {} if self._shared else _tests(rebuilt)
        cells = [
            [name_of(cell, at), cell.get("metadata"), text(cell)]
            for at, cell in enumerate(rebuilt.notebook["cells"])
            if is_code(cell) and grade_id(cell) not in tests
        ]
        pictures = any(cell.manual for cell in rebuilt.graded)
        files = _contents({**rebuilt.submission.files, **self._files})
        return _digest([self._settings, sorted(rebuilt.contract), pictures, files, cells])

    def tests(self, rebuilt: Rebuilt) -> dict[str, str]:
        """For each graded cell, what its verdict depends on besides the other cells."""
        tests = _tests(rebuilt)
        keys = {
            cell.grade_id: _digest(["no test", asdict(cell), cell.grade_id in rebuilt.untouched])
            for cell in rebuilt.graded
        }
        above = 0  # cells that run before this one
        for cell in rebuilt.notebook["cells"]:
            graded = tests.get(grade_id(cell))
            if graded is not None:
                choices = self._choices.get(graded.exercise, {})
                keys[graded.grade_id] = _digest([asdict(graded), above, text(cell), choices])
            elif is_code(cell):
                above += 1
        return keys


def _tests(rebuilt: Rebuilt) -> dict[str, GradedCell]:
    return {cell.grade_id: cell for cell in rebuilt.graded if not cell.manual}


def name_of(cell: Mapping[str, Any], at: int) -> str:
    """What examining calls the cell at a place."""
    return grade_id(cell) or str(cell.get("id") or f"cell-{at}")


def _contents(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def _digest(value: Any) -> str:
    plain = json.dumps(value, sort_keys=True, default=str)
    return hashlib.sha256(plain.encode()).hexdigest()
