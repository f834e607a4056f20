"""From how a test cell ended to a verdict: whose fault it was, and the words for the student.

Points only when the test cell ran to its end in the examiner. Words from the candidate (an
exception's text) can hold hidden inputs and are withheld where a hidden line was running.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, replace

from autograder.models import GradedCell, Outcome, Rebuilt, Verdict

from .credit import Credit, credit
from .ending import STUB, Ending
from .outputs import clean
from .ran import Ran

Words = tuple[Outcome, str]
_ELSEWHERE = ("NameError", "ModuleNotFoundError", "ImportError", "FileNotFoundError")
SHARED = " If it needs the student's own process, it can only run with --isolation shared."
_BY_THE_SYSTEM = {"signal 9": "memory", "signal 24": "timed out"}  # SIGKILL, SIGXCPU


@dataclass(frozen=True)
class Circumstances:
    """What else is known when a test cell has ended."""

    ran: Mapping[str, Ran]  # by cell id: how the student's cells went
    binds: Mapping[str, str]  # contract name -> id of the student's cell that would bind it
    answer: str  # id of the exercise's answer cell
    lines: Mapping[str, int]  # cell id -> how many lines it has
    cell_s: float
    reason: str = ""  # why the candidate's process ended, as the sandbox saw it


def verdict(
    cell: GradedCell, ending: Ending, known: Circumstances, last: ast.expr | None = None
) -> Verdict:
    """The verdict on one graded cell.

    Args:
        cell: the cell.
        ending: how it ended.
        known: what else is known.
        last: the expression at its end whose value may be a score.
    """
    if ending.kind == "passed" and last is not None:
        return _credited(cell, credit(last, ending.result, cell.max_points))
    outcome, message = _words(cell, ending, known)
    if outcome is Outcome.OUR_FAULT:
        return undecided(cell, outcome, message)
    if outcome is not Outcome.PASSED:
        return no_points(cell, outcome, message)
    points = cell.max_points
    return Verdict(cell.grade_id, cell.exercise, points, points, outcome, message)


def _credited(cell: GradedCell, found: Credit) -> Verdict:
    """The verdict on a test that ends in a value."""
    if found.points is None:
        return undecided(cell, Outcome.NEEDS_HUMAN, found.words)
    if found.points == 0 < cell.max_points:
        return no_points(cell, Outcome.FAILED, found.words)
    outcome = Outcome.PASSED if found.points == cell.max_points else Outcome.PARTIAL
    words = clean(found.words or "Passed.")
    return Verdict(cell.grade_id, cell.exercise, found.points, cell.max_points, outcome, words)


def no_points(cell: GradedCell, outcome: Outcome, text: str) -> Verdict:
    """A verdict without points."""
    return Verdict(cell.grade_id, cell.exercise, 0.0, cell.max_points, outcome, clean(text))


def undecided(cell: GradedCell, outcome: Outcome, text: str) -> Verdict:
    """A verdict that a person has to make."""
    return Verdict(cell.grade_id, cell.exercise, None, cell.max_points, outcome, clean(text))


def unjudged(cell: GradedCell, rebuilt: Rebuilt) -> Verdict:
    """The verdict on a graded cell that no test decides."""
    if rebuilt.malformed:
        return no_points(cell, Outcome.MALFORMED, rebuilt.malformed)
    if cell.manual and cell.grade_id in rebuilt.untouched:
        return no_points(cell, Outcome.NOT_STARTED, "There is no answer.")
    if cell.manual:
        return undecided(cell, Outcome.NEEDS_HUMAN, "A person reads this one.")
    text = f"The test cell {cell.grade_id} is not in the notebook."
    return undecided(cell, Outcome.OUR_FAULT, text)


def _words(cell: GradedCell, ending: Ending, known: Circumstances) -> Words:
    kind = ending.kind
    if kind == "passed":
        return Outcome.PASSED, "Passed."
    if kind == "assertion":
        return Outcome.FAILED, _assertion(cell, ending)
    if kind == "raised" or kind == "callback":
        return _raised(ending, known)
    if kind == "stub":
        name = ending.within or "the answer"
        return Outcome.NOT_STARTED, f"Exercise {cell.exercise}: {name} is not written yet."
    if kind == "test error":
        return _test_error(cell, ending)
    if kind == "missing":
        return _missing(cell, ending.text, known)
    if kind == "not started":
        return Outcome.NOT_STARTED, f"Exercise {cell.exercise}: {ending.text} is still `...`."
    if kind == "lost":
        return Outcome.OUR_FAULT, f"The grader could not finish {cell.grade_id}: {ending.text}."
    return _stopped(kind, ending.text, ending.within or "your code", known, during_test=True)


def _assertion(cell: GradedCell, ending: Ending) -> str:
    if ending.hidden and not ending.authored:
        return f"A hidden test of exercise {cell.exercise} does not hold."
    if not ending.text:
        return f"A {'hidden ' if ending.hidden else ''}test of exercise {cell.exercise} fails."
    return ending.text if ending.authored else f"This does not hold: {ending.text}"


def _raised(ending: Ending, known: Circumstances) -> Words:
    who = ending.within or "Your code"
    if ending.error == "MemoryError" and ending.kind == "raised":
        return Outcome.OUT_OF_MEMORY, f"{who} used too much memory."
    where = ""
    if 0 < ending.line <= known.lines.get(ending.cell, 0):  # the candidate says so
        where = f" on line {ending.line} of cell {ending.cell}"
    if ending.kind == "callback":
        return Outcome.RAISED, (
            f"{who} called a function that it was given{where} in a way that raised {ending.error}."
        )
    text = f": {ending.text}" if ending.text else "."
    return Outcome.RAISED, f"{who} raised {ending.error}{where}{text}"


def _test_error(cell: GradedCell, ending: Ending) -> Words:
    """An error in the test: odd data's if there was any, else the test's own."""
    text = f" ({ending.error}: {ending.text})" if ending.text else ""
    if ending.odd:
        return Outcome.FAILED, (
            f"The answer to exercise {cell.exercise} has not the form that the test expects{text}."
        )
    text = text or f" ({ending.error})"
    hint = SHARED if ending.error in _ELSEWHERE else ""
    return Outcome.OUR_FAULT, f"The test {cell.grade_id} could not run{text}.{hint}"


def _missing(cell: GradedCell, name: str, known: Circumstances) -> Words:
    """A name is not there: because its cell went wrong, or because nobody bound it."""
    for source in dict.fromkeys((known.binds.get(name, ""), known.answer)):
        ran = known.ran.get(source)
        if ran is None or ran.kind == "ok":
            continue
        if ran.kind != "raised":
            return _stopped(ran.kind, ran.text, f"cell {source}", known)
        if ran.error == "NotImplementedError" and ran.text.startswith(STUB):
            return Outcome.NOT_STARTED, ran.text
        where = f" on line {ran.line}" if ran.line else ""
        return Outcome.RAISED, (
            f"{name} is not defined, because cell {source} raised {ran.error}{where}: {ran.text}"
        )
    return Outcome.MISSING, f"{name} is not defined. Exercise {cell.exercise} asks for it."


def _stopped(
    kind: str, text: str, who: str, known: Circumstances, *, during_test: bool = False
) -> Words:
    reason = known.reason or text
    if kind == "died" and reason in _BY_THE_SYSTEM:
        kind = _BY_THE_SYSTEM[reason]
    if kind == "timed out":
        if "submission" in text:
            return Outcome.TIMED_OUT, "The time for the whole notebook was over before this test."
        if text.startswith("called"):  # a loop without end may do so long before the time is over
            words = f"{_capital(who)} {text}. Does every loop come to its end?"
            return Outcome.TIMED_OUT, words
        return Outcome.TIMED_OUT, (
            f"{_capital(who)} did not finish within {known.cell_s:g} seconds. "
            "Does every loop come to its end?"
        )
    if kind == "memory" or (kind == "died" and "memory" in reason):
        return Outcome.OUT_OF_MEMORY, f"{_capital(who)} used too much memory."
    if kind == "output":
        return Outcome.TOO_MUCH_OUTPUT, f"{_capital(who)} printed too much."
    if kind == "died":
        how = "" if during_test else f" ({reason})"  # an exit code can hold a hidden input
        return Outcome.DIED, f"{_capital(who)} ended the Python process{how}."
    return Outcome.FORBIDDEN, f"{_capital(who)} broke the rules of the examination: {text}."


def _capital(words: str) -> str:
    return words if words.isidentifier() else words[:1].upper() + words[1:]


def named(verdict_: Verdict, ending: Ending, finding: Ending | None) -> Verdict:
    """The verdict with the words of a diagnosis, where those say more. Points stay."""
    if finding is None or finding.kind != "finding":
        return verdict_
    if finding.mistake:
        return replace(verdict_, message=finding.text, mistake=finding.mistake)
    silent = verdict_.outcome is Outcome.FAILED and not (ending.authored and ending.text)
    return replace(verdict_, message=finding.text) if silent and finding.text else verdict_


def chosen(answers: Mapping[str, str], choices: Mapping[str, str]) -> str:
    """The name of the mistake that a wrong choice is; "" for none."""
    for answer in answers.values():
        mistake = choices.get(answer.strip().lower())
        if mistake:
            return mistake
    return ""
