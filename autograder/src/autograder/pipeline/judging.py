"""Judges a rebuilt submission, asking the cache first: only what it does not know is examined."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from autograder.models import Examined, Notebook, Outcome, Rebuilt, Verdict
from autograder.pipeline.cache import NOTHING, Judged, Remembered, recall
from autograder.pipeline.job import Job
from autograder.pipeline.keys import Keys, name_of
from autograder.skeleton import is_code

if TYPE_CHECKING:
    from autograder.sandbox import Sandbox


@dataclass(frozen=True)
class Finding:
    """What came of judging."""

    examined: Examined
    key: str  # of the cells, in the cache
    remember: Remembered | None  # what the cache should hold from now on; None: what it holds

    @property
    def sure(self) -> bool:
        """Whether judging it again would be a waste of time."""
        known = (self.remember or NOTHING).judged
        ours = any(v.outcome is Outcome.OUR_FAULT for v in self.examined.verdicts)
        return not ours and all(judged.sure for judged in known.values())


def judge(rebuilt: Rebuilt, job: Job, keys: Keys, sandbox: Sandbox) -> Finding:
    """The verdicts on a submission, remembered or new."""
    key, tests = keys.cells(rebuilt), keys.tests(rebuilt)
    known = recall(job.cache, key)
    usable = _usable(known, tests)
    missing = frozenset(tests) - frozenset(usable)
    if not missing:
        return Finding(_told(rebuilt, known, usable), key, None)
    started = time.monotonic()
    examined = _examine(rebuilt, job, sandbox, missing if usable else None)
    shown = _outputs(examined.notebook)
    outputs = known.outputs if usable else {n: o for n, o in shown.items() if n not in tests}
    new = {
        name: _judged(verdict, tests[name], shown, known.judged.get(name))
        for name, verdict in ((verdict.grade_id, verdict) for verdict in examined.verdicts)
        if verdict.outcome is not Outcome.OUR_FAULT
    }
    level = known.sandbox if usable else examined.sandbox
    remember = Remembered(level, outputs, usable | new)
    if not usable:
        return Finding(examined, key, remember)
    merged = _told(rebuilt, remember, remember.judged, examined)
    return Finding(replace(merged, seconds=time.monotonic() - started), key, remember)


def _usable(known: Remembered, tests: Mapping[str, str]) -> dict[str, Judged]:
    """The remembered verdicts that still hold; none of them where one is not yet believed.

    What a busy machine did to one cell can show below another: so all of it is done again.
    """
    found = {n: j for n, j in known.judged.items() if tests.get(n) == j.key}
    return found if all(judged.sure for judged in found.values()) else {}


def _judged(
    verdict: Verdict, key: str, shown: Mapping[str, list[Any]], before: Judged | None
) -> Judged:
    again = before and before.key == key and before.verdict.outcome is verdict.outcome
    times = before.times + 1 if before and again else 1
    return Judged(key, verdict, shown.get(verdict.grade_id, []), times)


def _told(
    rebuilt: Rebuilt,
    known: Remembered,
    judged: Mapping[str, Judged],
    fresh: Examined | None = None,
) -> Examined:
    """The examination as if all of it had been done in one go."""
    new = {verdict.grade_id: verdict for verdict in fresh.verdicts} if fresh else {}
    verdicts = tuple(
        new[name] if name in new else judged[name].verdict
        for name in (cell.grade_id for cell in rebuilt.graded)
        if name in new or name in judged
    )
    outputs = {**known.outputs, **{name: found.outputs for name, found in judged.items()}}
    if fresh:
        outputs |= {n: o for n, o in _outputs(fresh.notebook).items() if n in new}
    notebook = _with_outputs(rebuilt.notebook, outputs)
    return Examined(rebuilt, verdicts, notebook, known.sandbox, 0.0)


def _examine(rebuilt: Rebuilt, job: Job, sandbox: Sandbox, only: frozenset[str] | None) -> Examined:
    from autograder.examine import examine

    return examine(
        rebuilt,
        sandbox,
        job.limits,
        isolation=job.isolation,
        only=only,
        choices=job.choices,
        files={**rebuilt.submission.files, **job.files},
    )


def _outputs(notebook: Notebook) -> dict[str, list[Any]]:
    """What each code cell shows, where it shows anything."""
    cells = enumerate(notebook["cells"])
    return {name_of(c, at): c["outputs"] for at, c in cells if is_code(c) and c.get("outputs")}


def _with_outputs(notebook: Notebook, outputs: Mapping[str, list[Any]]) -> Notebook:
    cells = [
        {**cell, "outputs": outputs.get(name_of(cell, at), []), "execution_count": None}
        if is_code(cell)
        else cell
        for at, cell in enumerate(notebook["cells"])
    ]
    return {**notebook, "cells": cells}
