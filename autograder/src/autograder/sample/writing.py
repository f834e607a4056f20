"""Writes the sample class into submitted/, and nothing over a real student's work."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC
from pathlib import Path

from autograder.sample.notebooks import student_notebook
from autograder.sample.plan import SampleClass, SampleError, read_plan

__all__ = ["SampleError", "write_class"]

LIST = ".sample-class.json"  # the files that were written, with their digests


def write_class(course_dir: Path, workspace: Path) -> list[str]:
    """Write every sample student's notebook; returns the students' ids in order.

    Raises:
        SampleError: submitted/ holds files that are not the sample class's, the released notebook
            is missing, or the plan is wrong. Nothing is written then.
    """
    plan = read_plan(course_dir)
    tree = workspace / "submitted"
    before = _written_before(tree)
    files = {
        Path(student.id) / unit.id / f"{unit.id}.ipynb": student_notebook(
            _released(course_dir, unit.id), student, course_dir / "course" / "answers" / unit.id
        )
        for unit in plan.unit
        for student in unit.student
    }
    files |= {path.with_name("timestamp.txt"): _timestamp(plan) for path in files}
    try:
        tree.mkdir(parents=True, exist_ok=True)
        # The list first: a run that is cut short must not lock the next one out.
        listed = {str(path): hashlib.sha256(data).hexdigest() for path, data in files.items()}
        (tree / LIST).write_text(json.dumps(listed, indent=1, sort_keys=True) + "\n", "utf-8")
        for name in before - listed.keys():
            (tree / name).unlink()
        for path, data in files.items():
            (tree / path).parent.mkdir(parents=True, exist_ok=True)
            (tree / path).write_bytes(data)
    except OSError as error:
        raise SampleError(
            f"{tree} cannot be written: {error}. Name another place with --workspace."
        ) from None
    return list(dict.fromkeys(student.id for unit in plan.unit for student in unit.student))


def _released(course_dir: Path, unit: str) -> dict[str, object]:
    path = course_dir / "release" / unit / f"{unit}.ipynb"
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise SampleError(f"There is no {path}. Make it first: autograder release.") from None
    except (OSError, ValueError) as error:
        raise SampleError(f"{path} cannot be read: {error}. Make it anew.") from None


def _timestamp(plan: SampleClass) -> bytes:
    """When they handed in, as nbgrader writes it."""
    return plan.handed_in.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC\n").encode()


def _written_before(tree: Path) -> set[str]:
    """The files of an earlier sample class; a folder that holds any other is refused."""
    try:
        ours = json.loads((tree / LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        ours = {}
    found: set[str] = set()
    for path in sorted(tree.rglob("*")):
        name = str(path.relative_to(tree))
        if path.is_dir() or name == LIST:
            continue
        if not path.is_file() or ours.get(name) != hashlib.sha256(path.read_bytes()).hexdigest():
            raise SampleError(
                f"{tree} holds {name}, which is not of the sample class. Nothing was written; "
                "name an empty folder with --workspace."
            )
        found.add(name)
    return found
