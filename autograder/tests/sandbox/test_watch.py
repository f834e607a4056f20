"""Memory is counted over a whole family of processes, from outside."""

from __future__ import annotations

import os
import subprocess
import sys

from autograder.sandbox.watch import descendants, memory_held, memory_of_this

MIB = 1 << 20
FAMILY = """
import os, sys
block = b"x" * (64 << 20)
for _ in range(2):
    if os.fork() == 0:
        sys.stdin.read()
        os._exit(0)
print("ready", flush=True)
sys.stdin.read()
"""


def test_shared_pages_are_counted_once_when_it_matters() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", FAMILY], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as family:
        assert family.stdout is not None
        family.stdout.readline()
        assert len(descendants(family.pid)) == 3
        quick, exact = memory_held(family.pid, 1 << 60), memory_held(family.pid, 0)
        family.communicate()
    assert quick > 3 * 64 * MIB
    assert 64 * MIB < exact < 2 * 64 * MIB


def test_process_that_is_gone_holds_nothing() -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    assert descendants(gone.pid) == [gone.pid]
    assert memory_held(gone.pid, 0) == 0


def test_this_process_maps_more_than_it_holds() -> None:
    mapped, resident = memory_of_this()
    assert mapped > resident > 0
    assert os.getpid() in descendants(os.getpid())
