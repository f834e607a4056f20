"""One uncontained sandbox for all tests of `examine`: a warm parent and forks, as in a real one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from autograder.sandbox import open_sandbox

from .building import LIMITS, OPEN


@pytest.fixture(scope="session", autouse=True)
def _sandbox() -> Iterator[None]:
    with open_sandbox("none", LIMITS) as sandbox:
        OPEN.append(sandbox)
        yield
        OPEN.clear()
