"""The unit on which the zoo is played, a watched sandbox, and a host with something to attack."""

from __future__ import annotations

import random
import secrets
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from autograder.models import Limits, Unit
from autograder.sandbox import Sandbox, SandboxUnavailable, open_sandbox
from autograder.skeleton import Skeleton, make_skeleton

from .cases import UNIT, Notebook, source_notebook

LIMITS = Limits(
    cell_s=5.0, submission_s=20.0, memory_mib=384, processes=24, file_mib=2, output_kib=256
)


@dataclass(frozen=True)
class Zoo:
    """What one session of tests plays with; the secrets are new each time."""

    token: str  # in every hidden test
    number: int  # a hidden test's input
    source: Notebook
    skeleton: Skeleton
    unit: Unit


@dataclass
class Host:
    """Things on this machine that a candidate must not reach."""

    listener: socket.socket
    victim: subprocess.Popen[bytes]
    secret: Path
    secret_word: str  # what is in that file
    words: dict[str, str]  # what stands for @NAMES@ in the submissions

    def touched(self) -> list[str]:
        """What has happened to it."""
        found = []
        self.listener.settimeout(0)
        try:
            self.listener.accept()[0].close()
            found.append("somebody connected to the listener")
        except BlockingIOError:
            pass
        if self.victim.poll() is not None:
            found.append("another process was killed")
        if self.secret.read_text() != self.secret_word:
            found.append("a file was changed")
        return found


@pytest.fixture(scope="session")
def zoo() -> Zoo:
    token, number = f"canary-{secrets.token_hex(8)}", random.randrange(4_000_000, 9_000_000)
    source = source_notebook(token, number)
    unit = Unit(UNIT, "The zoo", 9.0)
    return Zoo(token, number, source, make_skeleton(source, UNIT), unit)


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """Hostile code runs in bubblewrap or not at all."""
    try:
        opened = open_sandbox("bwrap", LIMITS)
    except SandboxUnavailable as error:
        pytest.skip(f"no bubblewrap sandbox on this machine: {error}")
    with opened:
        yield opened


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A listener, a file and a process, all of them this test's own."""
    secret = tmp_path_factory.mktemp("host") / "gradebook.db"
    word = f"secret-{secrets.token_hex(8)}"
    secret.write_text(word)
    sleeper = [sys.executable, "-c", "import time; time.sleep(7200)"]
    with socket.create_server(("127.0.0.1", 0)) as listener, subprocess.Popen(sleeper) as victim:
        words = {
            "PORT": str(listener.getsockname()[1]),
            "FILE": str(secret),
            "PID": str(victim.pid),
        }
        yield Host(listener, victim, secret, word, words)
        victim.kill()
