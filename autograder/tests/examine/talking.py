"""A conversation with a forked candidate, held by the test process itself."""

from __future__ import annotations

import textwrap
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from autograder.examine.examiner import Examiner
from autograder.examine.namespace import Names
from autograder.examine.ran import Cell
from autograder.examine.session import Session

from .building import ForkedSandbox


class Talk:
    """Names of the candidate as attributes; `run` executes a test's source."""

    def __init__(self, examiner: Examiner, names: Names) -> None:
        self.examiner = examiner
        self._names = names

    def __getattr__(self, name: str) -> Any:
        return self.examiner.fetch(name)

    def run(self, source: str) -> dict[str, Any]:
        """Execute a test cell; its names afterwards."""
        exec(compile(textwrap.dedent(source), "<test>", "exec", dont_inherit=True), self._names)
        return self._names


@contextmanager
def talk(source: str, seconds: float = 20.0) -> Iterator[Talk]:
    """Run the student's cell and talk about what it defines."""
    deadline = time.monotonic() + seconds
    source = "import numpy as np\n" + textwrap.dedent(source)
    cells = [Cell("ex-9-1", 0, source)]
    session = Session(ForkedSandbox(), cells, seconds, deadline, 2**20)
    try:
        session.expect([1])
        session.ready()
        assert session.ran["ex-9-1"].kind == "ok", session.ran
        names = Names()
        examiner = Examiner(session.snapshot(1), names, deadline, 2**20)
        names.attach(examiner.fetch, _Everything())
        exec("import numpy as np", names)
        yield Talk(examiner, names)
    finally:
        session.discard()


class _Everything(set[str]):
    def __contains__(self, name: object) -> bool:
        return True
