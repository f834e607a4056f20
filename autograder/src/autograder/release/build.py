"""Builds a unit's release: lints the source, converts it, proves the result, says what drifted."""

from __future__ import annotations

import difflib
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course import Course
from autograder.models import Notebook
from autograder.release.convert import ReleaseError, convert
from autograder.release.form import lint_form
from autograder.release.leaks import LEAST_IN_HELPERS, leaks, package_pages, pages, secrets
from autograder.release.lint import Finding, lint_tests
from autograder.release.proof import prove
from autograder.release.source import read_source
from autograder.skeleton import text

MOST_LINES = 60  # of a difference; the rest is counted


@dataclass(frozen=True)
class Built:
    """A release that passed its lints and its proof, and the warnings on the way."""

    folder: Path
    warnings: tuple[Finding, ...] = ()


def lint(source: Notebook) -> list[Finding]:
    """All that the lints have to say of an instructor's notebook: form first, then tests."""
    return [*lint_form(source), *lint_tests(source)]


def build(course: Course, unit: str, target: Path) -> Built:
    """Make and prove the students' edition in `target/<unit>/`.

    Raises:
        CourseError: there is no such unit or notebook.
        ReleaseError: the source breaks a rule, or its release shows what it must not.
    """
    listed = course.unit(unit)
    source = read_source(course, unit)
    findings = lint(source)
    faults = [str(finding) for finding in findings if finding.error]
    if faults:
        raise ReleaseError("\n".join(faults))
    with tempfile.TemporaryDirectory(prefix="release-") as unproven:
        made = convert(course.notebook(unit).parent, Path(unproven))
        release: Notebook = json.loads((made / f"{unit}.ipynb").read_text(encoding="utf-8"))
        faults = prove(source, release, listed)
        faults += [*_later_leaks(course, unit, release), *_helpers_leaks(course, source)]
        if faults:
            raise ReleaseError("\n".join(faults))
        shutil.rmtree(target / unit, ignore_errors=True)
        shutil.copytree(made, target / unit)
    return Built(target / unit, tuple(findings))


def build_edition(course: Course, unit: str, target: Path) -> Path:
    """Write the edition for after the deadline: solutions in, hidden tests out."""
    course.unit(unit)
    read_source(course, unit)
    return convert(course.notebook(unit).parent, target, solutions=True)


def _later_leaks(course: Course, unit: str, release: Notebook) -> list[str]:
    """What a release tells of the units after it; those before may be given away."""
    ids = [listed.id for listed in course.units]
    later = [other for other in ids[ids.index(unit) + 1 :] if course.notebook(other).is_file()]
    found: list[str] = []
    for other in later:
        found += leaks(secrets(read_source(course, other)), pages(release))
    return found


def _helpers_leaks(course: Course, source: Notebook) -> list[str]:
    folder = helpers_folder(course)
    if folder is None:
        return []
    return leaks(secrets(source), package_pages(folder), LEAST_IN_HELPERS)


def helpers_folder(course: Course) -> Path | None:
    """The helpers package beside the course, if it has its own."""
    folder = course.root / "helpers" / "src" / "helpers"
    return folder if folder.is_dir() else None


def checks_text(course: Course, unit: str) -> tuple[Path, str] | None:
    """Where a unit's compiled checks belong and what must stand there; None if it has none.

    Raises:
        ReleaseError: the bank does not compile, two mistakes with one fingerprint for instance.
    """
    bank = course.root / "course" / "answers" / unit
    folder = helpers_folder(course)
    if folder is None or not (bank / "checks.toml").is_file():
        return None
    from helpers.checks.build import compile_unit  # it loads numpy

    try:
        compiled: Mapping[str, Any] = compile_unit(bank)
    except Exception as error:  # the bank's own code runs there and may raise anything
        raise ReleaseError(f"The checks of {unit} cannot be compiled: {error}") from error
    written = json.dumps(compiled, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    return folder / "data" / "checks" / f"{unit}.json", written


def drift(course: Course, unit: str) -> list[str]:
    """How what is committed differs from what the source gives now; empty when it does not."""
    with tempfile.TemporaryDirectory(prefix="release-") as fresh:
        built = build(course, unit, Path(fresh))
        told = [*_folder_drift(built.folder, course.root / "release" / unit)]
    checks = checks_text(course, unit)
    if checks is not None:
        path, wanted = checks
        found = path.read_text(encoding="utf-8") if path.is_file() else ""
        where = path.relative_to(course.root).as_posix()
        told += _line_drift(found.splitlines(), wanted.splitlines(), where)
    return told


def _folder_drift(fresh: Path, committed: Path) -> Iterator[str]:
    names = {
        path.relative_to(folder)
        for folder in (fresh, committed)
        for path in folder.rglob("*")
        if path.is_file() and ".ipynb_checkpoints" not in path.parts
    }
    for name in sorted(names):
        new, old = fresh / name, committed / name
        where = f"release/{fresh.name}/{name.as_posix()}"
        if not old.is_file():
            yield f"{where} is missing."
        elif not new.is_file():
            yield f"{where} does not come from the source."
        elif new.read_bytes() != old.read_bytes():
            yield from _file_drift(old, new, where)


def _file_drift(old: Path, new: Path, where: str) -> Iterator[str]:
    try:
        before, after = _readable(old), _readable(new)
    except (ValueError, KeyError):  # a picture, or no notebook any more
        yield f"{where} differs."
        return
    told = list(_line_drift(before, after, where))
    yield from told or [f"{where} differs in its layout only."]


def _readable(path: Path) -> list[str]:
    """A file as lines; of a notebook each cell's id and metadata and then its text."""
    content = path.read_text(encoding="utf-8")
    if path.suffix != ".ipynb":
        return content.splitlines()
    notebook = json.loads(content)
    lines = [json.dumps(notebook["metadata"], sort_keys=True)]
    for cell in notebook["cells"]:
        lines.append(f"[{cell.get('id')}] {json.dumps(cell['metadata'], sort_keys=True)}")
        lines += text(cell).split("\n")
    return lines


def _line_drift(old: list[str], new: list[str], where: str) -> list[str]:
    lines = list(
        difflib.unified_diff(
            old, new, f"{where} (committed)", f"{where} (from source)", lineterm="", n=1
        )
    )
    left = len(lines) - MOST_LINES
    return [*lines[:MOST_LINES], *([f"... and {left} lines more"] if left > 0 else [])]
