"""Tests together with the student's code: one process, the notebook's order, as nbgrader does it.

For courses whose tests need that: they read or delete any name, or set up what later cells use.
Here the candidate's word is all there is, so every report says "not forgery-proof". How points
come about is as in split isolation; where stock nbgrader gives others, the message says so.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from autograder.models import Examined, Limits, Outcome, Rebuilt, Verdict

from . import outputs, verdicts
from .credit import last_expression
from .ending import STUB, Ending
from .faults import Stop, Unavailable
from .notebook import Plan, TestCell, hidden_lines, plan
from .outputs import clean
from .ran import Cell, Ran
from .session import Sandbox, Session

FORGEABLE = "tests ran with the student's code: not forgery-proof"


def examine_shared(
    rebuilt: Rebuilt,
    sandbox: Sandbox,
    limits: Limits,
    only: frozenset[str] | None,
    files: Mapping[str, bytes],
) -> Examined:
    """Run a submission's cells and tests in the order of the notebook; judge by what they did."""
    started = time.monotonic()
    found = plan(rebuilt, everything=True)
    tests = {test.graded.grade_id: test for test in found.tests}
    session = Session(
        sandbox,
        _cells(found),
        limits.cell_s,
        started + limits.submission_s,
        limits.output_kib * 1024,
        pictures=found.pictures,
        files=files,
    )
    stop = None if rebuilt.malformed else _run(session)
    known = verdicts.Circumstances(
        ran={name: ran for name, ran in session.ran.items() if name not in tests},
        binds=found.binds,
        answer="",
        lines={cell.id: cell.source.count("\n") + 1 for cell in _cells(found)},
        cell_s=limits.cell_s,
    )
    judged = tuple(
        _judged(tests[cell.grade_id], session.ran.get(cell.grade_id), stop, known)
        if cell.grade_id in tests and not rebuilt.malformed
        else verdicts.unjudged(cell, rebuilt)
        for cell in rebuilt.graded
        if only is None or cell.grade_id in only
    )
    traces = {
        name: session.ran[name].trace
        for name, test in tests.items()
        if name in session.ran and not hidden_lines(test.source)
    }
    notebook = outputs.filled(rebuilt.notebook, known.ran, judged, traces)
    level = f"{sandbox.level}; {FORGEABLE}"
    return Examined(rebuilt, judged, notebook, level, time.monotonic() - started)


def _cells(found: Plan) -> list[Cell]:
    """The student's cells and the tests."""
    tests = [Cell(test.graded.grade_id, test.index, test.source) for test in found.tests]
    return sorted([*found.student, *tests], key=lambda cell: cell.index)


def _run(session: Session) -> Stop | None:
    """Run everything; the reason, if it could not all be run."""
    try:
        session.expect(())
        session.ready()
    except Stop as stop:
        return stop
    finally:
        session.discard()
    return None


def _judged(
    test: TestCell, ran: Ran | None, stop: Stop | None, known: verdicts.Circumstances
) -> Verdict:
    """The verdict on one test, with a word where stock nbgrader's would differ."""
    if ran is None:
        kind = "lost" if isinstance(stop, Unavailable) else "timed out"
        text = str(stop) if stop else "it was not run"
        return verdicts.verdict(test.graded, Ending(kind, text), known)
    last = last_expression(test.source)
    verdict = verdicts.verdict(test.graded, _ending(test, ran), known, last)
    if ran.kind not in ("ok", "raised") or verdict.outcome is Outcome.OUR_FAULT:
        return verdict
    stock = stock_points(ran, test.graded.max_points)
    if stock == verdict.points:
        return verdict
    words = "stops with an error" if stock is None else f"gives {stock:g} points"
    reason = " because of the text on stderr" if stock == 0 else ""
    differs = f"{verdict.message} (Stock nbgrader {words} here{reason}.)"
    return replace(verdict, message=clean(differs))


def _ending(test: TestCell, ran: Ran) -> Ending:
    """The ending of a test that ran in the candidate, by its word alone."""
    if ran.kind == "ok":
        value = next((text for kind, _, text in ran.outputs if kind == "result"), "None")
        return Ending("passed", result=value)
    if ran.kind != "raised":
        return Ending(ran.kind, text=ran.text)
    if ran.error == "NameError" and "'" in ran.text:
        return Ending("missing", text=ran.text.split("'")[1])
    facts: dict[str, Any] = {
        "text": ran.text,
        "error": ran.error,
        "cell": ran.cell,
        "line": ran.line,
    }
    hidden = bool(hidden_lines(test.source))
    if ran.error == "NotImplementedError" and (not ran.text or ran.text.startswith(STUB)):
        return Ending("stub", **facts)
    if ran.error == "AssertionError":
        lines = test.source.splitlines()
        if not ran.text and ran.cell == test.graded.grade_id and 0 < ran.line <= len(lines):
            facts["text"] = "" if hidden else lines[ran.line - 1].strip()
            return Ending("assertion", authored=False, hidden=hidden, **facts)
        return Ending("assertion", hidden=hidden, **facts)
    return Ending("raised", **facts)


def stock_points(ran: Ran, most: float) -> float | None:
    """What nbgrader's `determine_grade` makes of the same outputs; None where it raises."""
    for kind, name, text in ran.outputs:
        if kind == "stream" and name == "stderr":
            return 0.0
        if kind == "result":
            try:
                points = float(text)
            except ValueError:
                return most
            if points > most:
                return None
            return points if points >= 0 else most
    return 0.0 if ran.kind == "raised" else most
