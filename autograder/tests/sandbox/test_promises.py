"""Every promise, attacked from the inside: as whoever runs the tests, and as an ordinary user."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from autograder.sandbox import Sandbox
from autograder.sandbox.promises import PROMISES, Trial, ask_fresh

ATTACK = """
import dataclasses, json
from autograder.sandbox import SandboxUnavailable, open_sandbox
from autograder.sandbox.promises import PROBES, SMALL, try_promises
try:
    with open_sandbox("bwrap", SMALL, entry=PROBES) as sandbox:
        print(json.dumps([sandbox.level, [dataclasses.asdict(a) for a in try_promises(sandbox)]]))
except SandboxUnavailable as error:
    print(json.dumps([str(error), None]))
"""
# By way of a shell: setpriv itself still finds programs with root's eyes.
NOBODY = (
    *("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
    *("/bin/sh", "-c", 'exec "$0" "$@"'),
)


@pytest.mark.parametrize("trial", [p[2] for p in PROMISES], ids=[p[0] for p in PROMISES])
def test_promise_holds_against_an_attempt_to_break_it(contained: Sandbox, trial: Trial) -> None:
    held, found = trial(contained)
    assert held, found


@pytest.mark.parametrize(
    "promise", ["no network", "course, home and gradebook unreadable", "own process table"]
)
def test_the_same_attempt_succeeds_without_containment(uncontained: Sandbox, promise: str) -> None:
    trial = next(trial for name, _, trial in PROMISES if name == promise)
    held, _ = trial(uncontained)
    assert not held


def test_candidate_holds_no_file_but_its_socket(contained: Sandbox) -> None:
    assert ask_fresh(contained, "identity")["files"] == [0, 1, 2, 3]


def test_candidate_is_an_ordinary_user_and_process_one(contained: Sandbox) -> None:
    found = ask_fresh(contained, "identity")
    assert (found["pid"], found["uid"], found["cwd"]) == (1, 1000, "/tmp")


def test_a_file_left_in_scratch_is_not_seen_by_the_next_candidate(contained: Sandbox) -> None:
    assert ask_fresh(contained, "write", places=["/tmp"]) == ["/tmp"]
    assert ask_fresh(contained, "read", paths=["/tmp/left-behind"]) == []


@pytest.fixture
def readable_python() -> Iterator[str]:
    """A Python with our packages that an ordinary user can read, made by root if need be."""
    if _works_for_nobody(sys.executable):
        yield sys.executable
        return
    system = f"/usr/bin/python{sys.version_info.major}.{sys.version_info.minor}"
    folder = Path("/var/tmp", f"nnbh-python-{os.getpid()}")
    try:
        made = subprocess.run(
            [system, "-m", "venv", "--without-pip", str(folder)], check=False, capture_output=True
        )
        packages = next(folder.glob("lib/*/site-packages"), None)
        if made.returncode or packages is None:
            pytest.skip("no Python that an ordinary user could read")
        packages.rmdir()
        packages.symlink_to(next(Path(p) for p in sys.path if p.endswith("site-packages")))
        python = str(folder / "bin/python")
        if not _works_for_nobody(python):
            pytest.skip("an ordinary user cannot read the installed packages")
        yield python
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _works_for_nobody(python: str) -> bool:
    command = [*NOBODY, python, "-c", "import numpy, helpers, autograder"]
    return subprocess.run(command, check=False, capture_output=True, cwd="/").returncode == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="the other tests run as an ordinary user already")
@pytest.mark.skipif(shutil.which("setpriv") is None, reason="needs setpriv of util-linux")
def test_promises_hold_for_an_ordinary_user(readable_python: str) -> None:
    ran = subprocess.run(
        [*NOBODY, readable_python, "-c", ATTACK],
        check=False,
        capture_output=True,
        text=True,
        cwd="/",
        env={"PATH": os.environ["PATH"], "HOME": "/nonexistent"},
    )
    assert ran.returncode == 0, ran.stderr
    level, attempts = json.loads(ran.stdout)
    if attempts is None:
        pytest.skip(level)
    assert [a for a in attempts if not a["held"]] == []
    assert len(attempts) == len(PROMISES)
