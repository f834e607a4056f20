"""Grades a whole class in a process of its own: as an ordinary user where root runs the tests."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from autograder.models import Limits

from .cases import UNIT, Notebook

NOBODY = 65534
COURSE = f"""
title = "A course with a zoo"
[[unit]]
id = "{UNIT}"
title = "The zoo"
points = 9
due = ""
"""
GRADE = f"""
import json, sys
from dataclasses import replace
from pathlib import Path
from autograder.course import load_course
from autograder.models import Limits
from autograder.pipeline import Settings, grade_unit, plan
root = Path(sys.argv[1])
(order,) = plan(load_course(root), root, ["{UNIT}"], Settings(jobs=2))
job = replace(order.job, limits=Limits(**json.loads(sys.argv[2])))
graded = grade_unit(replace(order, job=job), lambda grade: None)
print(json.dumps(graded.troubles))
"""


@contextmanager
def workspace(source: Notebook) -> Iterator[Path]:
    """A course with this one unit, in a folder that any user can reach."""
    with tempfile.TemporaryDirectory(prefix="nnbh-zoo-", dir="/var/tmp") as name:
        root = Path(name)
        (root / "source" / UNIT).mkdir(parents=True)
        (root / "source" / UNIT / f"{UNIT}.ipynb").write_text(json.dumps(source), "utf-8")
        (root / "course").mkdir()
        (root / "course" / "course.toml").write_text(COURSE, "utf-8")
        yield root


def hand_in(root: Path, student: str, data: bytes) -> None:
    """Put a student's file where `grade` looks for it."""
    folder = root / "submitted" / student / UNIT
    folder.mkdir(parents=True)
    (folder / f"{UNIT}.ipynb").write_bytes(data)


def grade(root: Path, limits: Limits) -> dict[str, Mapping[str, Any]]:
    """Each student's line in the journal, after the whole line has run with two workers."""
    with _ordinary_python() as python:
        command = [sys.executable]
        if python:
            for path in (root, *root.rglob("*")):
                os.chown(path, NOBODY, NOBODY)
            # By way of a shell: setpriv itself still finds programs with root's eyes.
            user = (f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
            command = ["setpriv", *user, "/bin/sh", "-c", 'exec "$0" "$@"', python]
        ran = subprocess.run(
            [*command, "-c", GRADE, str(root), json.dumps(asdict(limits))],
            check=False,
            capture_output=True,
            text=True,
            cwd="/",
            env={"PATH": os.environ["PATH"], "HOME": str(root)},
        )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == [], ran.stdout
    journal = (root / ".autograder" / "results.jsonl").read_text("utf-8")
    lines = [json.loads(line) for line in journal.splitlines()]
    return {line["student"]: line for line in lines}


@contextmanager
def _ordinary_python() -> Iterator[str]:
    """For root, a Python with these packages that others can run; "" if there is none."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        yield ""
        return
    with tempfile.TemporaryDirectory(prefix="nnbh-python-", dir="/var/tmp") as name:
        os.chmod(name, 0o755)
        folder = Path(name, "env")
        system = f"/usr/bin/python{sys.version_info.major}.{sys.version_info.minor}"
        made = [system, "-m", "venv", "--without-pip", str(folder)]
        packages = next((p for p in sys.path if p.endswith("site-packages")), "")
        if Path(system).exists() and subprocess.run(made, check=False).returncode == 0:
            link = next(folder.glob("lib/*/site-packages"))
            link.rmdir()
            link.symlink_to(packages)
        python = str(folder / "bin/python")
        check = ["setpriv", f"--reuid={NOBODY}", "--clear-groups", "/bin/sh", "-c"]
        check += ['exec "$0" "$@"', python, "-c", "import numpy, nbgrader, helpers, autograder"]
        works = subprocess.run(check, check=False, capture_output=True, cwd="/").returncode == 0
        yield python if works else ""
