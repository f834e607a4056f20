"""One sandbox with small limits and the probes as its entry, shared by all tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from autograder.sandbox import Sandbox, SandboxUnavailable, open_sandbox
from autograder.sandbox.promises import PROBES, SMALL


@pytest.fixture(scope="session")
def contained() -> Iterator[Sandbox]:
    """A bubblewrap sandbox."""
    try:
        sandbox = open_sandbox("bwrap", SMALL, entry=PROBES)
    except SandboxUnavailable as error:
        pytest.skip(str(error))
    with sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def uncontained() -> Iterator[Sandbox]:
    """The warm parent without bubblewrap."""
    with open_sandbox("none", SMALL, entry=PROBES) as sandbox:
        yield sandbox
