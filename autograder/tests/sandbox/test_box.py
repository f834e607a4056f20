"""Opening, spawning, ending: what the examiner relies on."""

from __future__ import annotations

import json
import os
import secrets
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest
from autograder.models import Limits
from autograder.sandbox import Sandbox, SandboxUnavailable, open_sandbox
from autograder.sandbox.promises import PROBES, SMALL, ask, ask_fresh

GRADER = """
import dataclasses, sys, time
from autograder.sandbox import open_sandbox
from autograder.sandbox.promises import PROBES, SMALL, ask
limits = dataclasses.replace(SMALL, cell_s=float(sys.argv[2]))
sandbox = open_sandbox(sys.argv[1], limits, entry=PROBES)
child = sandbox.spawn()
ask(child, "leave_behind", count=3)
print("ready", flush=True)
time.sleep(60)
"""


@pytest.fixture(params=["contained", "uncontained"])
def sandbox(request: pytest.FixtureRequest) -> Sandbox:
    found: Sandbox = request.getfixturevalue(request.param)
    return found


def test_spawning_takes_milliseconds(contained: Sandbox) -> None:
    seconds = []
    for _ in range(10):
        start = time.perf_counter()
        child = contained.spawn()
        seconds.append(time.perf_counter() - start)
        child.close()
    median_ms = statistics.median(seconds) * 1000
    print(f"spawn: median {median_ms:.1f} ms, worst {max(seconds) * 1000:.1f} ms")
    assert median_ms < 120  # 10 ms when the machine has nothing else to do


def test_many_candidates_leave_no_open_files(sandbox: Sandbox) -> None:
    sandbox.spawn().close()
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(20):
        sandbox.spawn().close()
    assert len(os.listdir("/proc/self/fd")) == before


def test_level_says_what_was_reached(contained: Sandbox, uncontained: Sandbox) -> None:
    assert contained.level.startswith("bubblewrap: no network, private files, own processes")
    assert f"{SMALL.memory_mib} MiB" in contained.level
    assert uncontained.level == "none: not contained"


def test_killed_candidate_tells_its_signal_however_often_it_is_killed(sandbox: Sandbox) -> None:
    with sandbox.spawn() as child:
        assert child.ended(0) is None
        child.kill()
        child.kill()
        assert child.ended(0) == "signal 9"


def test_candidate_that_ends_by_itself_tells_its_exit_status(sandbox: Sandbox) -> None:
    with sandbox.spawn() as child:
        child.sock.close()
        assert child.ended(5) == "exit 0"


def test_error_in_the_entry_is_an_exit_status(sandbox: Sandbox) -> None:
    with sandbox.spawn() as child:
        assert ask(child, "no_such_probe") is None
        assert child.ended(5) == "exit 1"


def test_memory_error_is_told_apart(sandbox: Sandbox) -> None:
    with sandbox.spawn() as child:
        assert ask(child, "exhaust") is None
        assert child.ended(5) == "exit 77 (memory)"


def test_candidate_cannot_stop_its_launcher(contained: Sandbox) -> None:
    with contained.spawn() as child:
        assert ask(child, "stop_group") == "done"
        child.kill()
        assert child.ended(0) == "signal 9"  # in the launcher's words


def test_memory_of_many_processes_is_told_apart(sandbox: Sandbox) -> None:
    each = SMALL.memory_mib * 3 // 4
    with sandbox.spawn() as child:
        assert ask(child, "memory_together", processes=3, each_mib=each) is None
        assert child.ended(5) == "signal 9 (memory)"


def test_detached_processes_go_with_their_candidate(sandbox: Sandbox) -> None:
    with sandbox.spawn() as child:
        assert ask(child, "leave_behind", count=5) == 5
        child.kill()
        child.sock.settimeout(5)
        assert child.sock.recv(1) == b""  # the last holder of the socket is gone


def test_dropped_candidate_is_killed(sandbox: Sandbox) -> None:
    child = sandbox.spawn()
    pidfd = os.dup(child._pidfd)
    del child
    with pytest.raises(ProcessLookupError):
        signal.pidfd_send_signal(pidfd, 0)
    os.close(pidfd)


def test_candidates_do_not_disturb_each_other(sandbox: Sandbox) -> None:
    with sandbox.spawn() as one, sandbox.spawn() as other:
        one.kill()
        assert ask(other, "identity")["cwd"] == "/tmp"


def test_dead_warm_parent_is_replaced() -> None:
    with open_sandbox("none", SMALL, entry=PROBES, warm=("numpy",)) as sandbox:
        sandbox._parent._process.kill()
        sandbox._parent._process.wait()
        assert ask_fresh(sandbox, "identity")["uid"] == os.getuid()


def test_closing_the_sandbox_ends_its_candidates() -> None:
    with open_sandbox("none", SMALL, entry=PROBES, warm=("numpy",)) as sandbox:
        child = sandbox.spawn()
    assert child.ended(0) == "signal 9"


@pytest.mark.parametrize("kind", ["bwrap", "none"])
def test_everything_ends_with_a_killed_grader(kind: str, contained: Sandbox) -> None:
    mark = f"9{secrets.randbelow(10**9)}.25"  # shows in the command line of all its processes
    with subprocess.Popen(
        [sys.executable, "-c", GRADER, kind, mark], stdout=subprocess.PIPE, text=True
    ) as grader:
        assert grader.stdout is not None
        assert grader.stdout.readline() == "ready\n"
        assert len(_processes_with(mark)) >= 5
        grader.kill()
    deadline = time.monotonic() + 10
    while _processes_with(mark) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert _processes_with(mark) == []


def _processes_with(mark: str) -> list[str]:
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (place / "cmdline").read_bytes():
                found.append(place.name)
        except OSError:
            continue
    return found


def test_candidate_sees_the_limits_of_its_sandbox() -> None:
    limits = Limits(memory_mib=64, file_mib=1)
    with open_sandbox("none", limits, entry=PROBES, warm=("numpy",)) as sandbox:
        assert ask_fresh(sandbox, "memory", most_mib=512) <= 64
        assert ask_fresh(sandbox, "environment")["OMP_NUM_THREADS"] == "1"


def test_course_s_imports_of_the_same_packages_are_made_beforehand() -> None:
    wanted = ("import numpy.polynomial", "from numpy import no_such_thing", "import wave")
    with open_sandbox("none", SMALL, entry=PROBES, warm=("numpy",), imports=wanted) as sandbox:
        assert ask_fresh(sandbox, "loaded", names=["numpy.polynomial", "wave"]) == [
            "numpy.polynomial"
        ]


def test_missing_entry_is_refused_with_its_reason() -> None:
    with pytest.raises(SandboxUnavailable, match="no_such_module"):
        open_sandbox("none", SMALL, entry="no_such_module:serve", warm=())


def test_environment_of_the_grader_does_not_reach_a_candidate(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    with open_sandbox("none", SMALL, entry=PROBES, warm=("numpy",)) as sandbox:
        found = ask_fresh(sandbox, "environment")
    assert "NBGRADER_EXECUTION" not in json.dumps(found)
    assert found["HOME"] == "/tmp"
