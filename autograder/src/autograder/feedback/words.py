"""What each outcome is called, in words a student understands, and what to try next.

Every outcome has a mark as well as a colour, so that nothing depends on seeing colours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from autograder.models import Outcome

Kind = Literal["done", "part", "wrong", "idle", "stopped", "person"]


@dataclass(frozen=True)
class Words:
    """How one outcome is shown."""

    kind: Kind  # the look
    mark: str  # the look without colour
    label: str  # the outcome in plain words
    advice: str  # shown where the verdict itself says nothing


WORDS: Mapping[Outcome, Words] = {
    Outcome.PASSED: Words("done", "✓", "complete", ""),
    Outcome.PARTIAL: Words("part", "½", "partly right", ""),
    Outcome.FAILED: Words(
        "wrong",
        "✗",
        "not right yet",
        "Run the exercise's check in the notebook: it says what differs, and where.",
    ),
    Outcome.RAISED: Words(
        "wrong",
        "✗",
        "stopped with an error",
        "Run your answer cell by itself and read the last line of the error first.",
    ),
    Outcome.NOT_STARTED: Words(
        "idle",
        "–",
        "not started yet",
        "This part is not written yet. The exercise's first hint is a good beginning.",
    ),
    Outcome.TIMED_OUT: Words(
        "stopped",
        "!",
        "took too long and was stopped",
        "Look for a loop that cannot end: does the value in its condition change in every round?",
    ),
    Outcome.OUT_OF_MEMORY: Words(
        "stopped",
        "!",
        "needed too much memory and was stopped",
        "Look for an array or a list that grows without end, or with a far too large shape.",
    ),
    Outcome.TOO_MUCH_OUTPUT: Words(
        "stopped",
        "!",
        "printed too much and was stopped",
        "Remove the print calls from inside your loops and run the check again.",
    ),
    Outcome.DIED: Words(
        "stopped",
        "!",
        "ended Python by itself",
        "Remove calls such as exit() or quit(), then restart the kernel and run all cells.",
    ),
    Outcome.FORBIDDEN: Words(
        "stopped",
        "!",
        "did something an answer may not do",
        "An answer only computes: it needs no files, no network and no other programs.",
    ),
    Outcome.MISSING: Words(
        "wrong",
        "✗",
        "a name is missing",
        "Keep the names that the exercise gives to its functions and values, letter by letter.",
    ),
    Outcome.MALFORMED: Words("stopped", "!", "could not be read", ""),
    Outcome.NEEDS_HUMAN: Words(
        "person",
        "?",
        "waits for your instructor",
        "Your instructor reads this one. There is nothing you need to do.",
    ),
    Outcome.OUR_FAULT: Words(
        "person",
        "?",
        "not graded: the fault is ours",
        "The grader failed here, not your answer. It costs you no points; your instructor has "
        "been told.",
    ),
}


@dataclass(frozen=True)
class Notice:
    """What happened to a whole submission, and what its author should do now."""

    title: str
    happened: str
    steps: tuple[str, ...]


NOTICES: Mapping[Outcome, Notice] = {
    Outcome.MALFORMED: Notice(
        "This file could not be graded",
        "It is not a notebook of this unit that can be read.",
        (
            "Open the file in JupyterLab. If it opens and shows your answers, save it once more "
            "under its first name and hand it in again.",
            "If it does not open, or is another unit's, take a fresh copy of the unit's notebook, "
            "copy your answers into it and hand that in.",
            "Neither works? Send the file to your instructor and name this page.",
        ),
    ),
    Outcome.NOT_STARTED: Notice(
        "Nothing is filled in yet",
        "Every answer cell is as you received it.",
        (
            "Did you hand in the empty notebook by mistake? Look for the copy you worked in, save "
            "it and hand that one in.",
            "Otherwise begin with the first exercise: its check answers at once, and its hints "
            "cost nothing.",
        ),
    ),
    Outcome.OUR_FAULT: Notice(
        "The grader failed, not you",
        "Something on our side went wrong while your submission was graded.",
        (
            "You need do nothing, and you lose no points.",
            "Your instructor sees this in the class report and will have it graded again.",
        ),
    ),
    Outcome.NEEDS_HUMAN: Notice(
        "Your instructor reads part of this",
        "What a program can judge is below; the rest waits for a person.",
        ("You need do nothing. Points that are still open can only be added to your score.",),
    ),
}
