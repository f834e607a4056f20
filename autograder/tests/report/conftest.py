"""A class of a dozen, with everything that happens to a class."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from autograder.models import Grade, Outcome, Unit, Verdict

Make = Callable[..., Grade]
POINTS = {"1.1": (2,), "1.2": (1.5, 1.5), "1.3": (1, 2, 1), "1.4": (2,), "1.5": (1.5, 1.5)}
POINTS |= {"1.6": (2,), "1.7": (3,), "1.8": (1,)}
SANDBOX = "bubblewrap, own namespaces, system-call filter"
# mistake -> (exercise, which of its tests, outcome, message)
MISTAKES: dict[str, tuple[str, int, Outcome, str]] = {
    "strict-at-zero": (
        "1.1", 0, Outcome.FAILED,
        "step(0.0) is 0 where 1 is wanted: what does the definition say for exactly 0?",
    ),
    "exp-overflow": (
        "1.2", 0, Outcome.FAILED,
        "sigmoid(-1000.0) is nan: exp gets an argument that is too large. For which sign of z "
        "can you write it with exp(z)?",
    ),
    "relu-leaky": (
        "1.2", 1, Outcome.FAILED,
        "relu(-2.0) is -0.02 where 0 is wanted: yours leaks. What does relu do left of 0?",
    ),
    "and-bias-minus-two": (
        "1.3", 2, Outcome.FAILED,
        'weights["and"]: at (1, 1) z is exactly 0, on the line. Leave a margin on both sides.',
    ),
    "xor-and-or-and": (
        "1.4", 0, Outcome.FAILED,
        "xor_gate(1, 1) is 1 where 0 is wanted. Which of your two inner gates is wrong there?",
    ),
    "not-equal": (
        "1.5", 0, Outcome.FAILED,
        "xor_from_nand never called the gate it was given. Build XOR from that gate alone.",
    ),
    "no-label": (
        "1.6", 0, Outcome.FAILED,
        "w grew where t = 0: the update must know the label. Which way should w move then?",
    ),
    "never-stops": (
        "1.7", 0, Outcome.TIMED_OUT,
        "train_perceptron did not come back within 10 s on XOR. What ends your loop there?",
    ),
    "more-training": (
        "1.8", 0, Outcome.FAILED,
        "Option c: more training cannot help where no line separates the classes.",
    ),
}  # fmt: skip
CLASS: dict[str, tuple[str, ...]] = {
    "alice": (),
    "bertil": ("and-bias-minus-two",),
    "chiara": ("and-bias-minus-two", "exp-overflow", "more-training"),
    "deniz": ("strict-at-zero", "and-bias-minus-two", "not-equal", "never-stops"),
    "emeka": ("not-equal",),
    "farah": (),
    "goran": ("xor-and-or-and", "not-equal", "no-label", "never-stops", "more-training"),
    "hana": ("exp-overflow", "relu-leaky"),
}


def _verdicts(outcome: Outcome) -> tuple[Verdict, ...]:
    """A verdict on every test of the unit, all alike."""
    waits = outcome in {Outcome.OUR_FAULT, Outcome.NEEDS_HUMAN}
    return tuple(
        Verdict(
            grade_id=f"test-{exercise.replace('.', '-')}-{'abc'[place]}",
            exercise=exercise,
            points=None if waits else worth * (outcome is Outcome.PASSED),
            max_points=worth,
            outcome=outcome,
            message="",
        )
        for exercise, worths in POINTS.items()
        for place, worth in enumerate(worths)
    )


def _with_mistake(verdicts: tuple[Verdict, ...], name: str) -> tuple[Verdict, ...]:
    exercise, place, outcome, message = MISTAKES[name]
    grade_id = f"test-{exercise.replace('.', '-')}-{'abc'[place]}"
    changed: Mapping[str, object] = {
        "outcome": outcome,
        "message": message,
        "mistake": name if outcome is Outcome.FAILED else None,
        "points": 0.0,
    }
    return tuple(replace(v, **changed) if v.grade_id == grade_id else v for v in verdicts)


def _grade(student: str, outcome: Outcome, verdicts: tuple[Verdict, ...], **more: object) -> Grade:
    usual: dict[str, object] = {
        "score": sum(verdict.points or 0.0 for verdict in verdicts),
        "max_score": 20.0,
        "submitted_at": datetime(2027, 3, 1, 9, 30, tzinfo=UTC),
        "sandbox": SANDBOX,
    }
    return Grade(student, "01-perceptron", outcome, verdicts=verdicts, **(usual | more))


@pytest.fixture
def make() -> Make:
    """A grade of one student who made the named mistakes."""

    def made(student: str, *names: str, **more: object) -> Grade:
        verdicts = _verdicts(Outcome.PASSED)
        for name in names:
            verdicts = _with_mistake(verdicts, name)
        return _grade(student, Outcome.PARTIAL if names else Outcome.PASSED, verdicts, **more)

    return made


@pytest.fixture
def uniform() -> Make:
    """A grade of one student all of whose tests ended alike."""

    def made(student: str, outcome: Outcome, **more: object) -> Grade:
        return _grade(student, outcome, _verdicts(outcome), **more)

    return made


@pytest.fixture
def dozen(make: Make, uniform: Make) -> list[Grade]:
    """Eight who worked on it, and four to whom something happened."""
    repairs = ("Test cell test-1-2-a was deleted; the instructor's copy was put back.",)
    worked = [make(student, *names) for student, names in CLASS.items()]
    worked[4] = replace(worked[4], repairs=repairs, late_s=7500.0)
    crashed = "The examiner ended with exit status 1, twice."
    return [
        *worked,
        uniform("ilse", Outcome.NOT_STARTED),
        uniform("jonas", Outcome.MALFORMED, message="The file is empty (0 bytes)."),
        uniform("kofi", Outcome.OUR_FAULT, message=crashed),
        make("lena", "relu-leaky", "xor-and-or-and"),
    ]


@pytest.fixture
def crowd(make: Make) -> list[Grade]:
    """Four hundred students with mistakes drawn at random."""
    rng = np.random.default_rng(1)
    names = list(MISTAKES)
    return [
        make(f"student-{i:03}", *rng.choice(names, rng.integers(0, 6), replace=False))
        for i in range(400)
    ]


@pytest.fixture
def unit() -> Unit:
    return Unit("01-perceptron", "Perceptron and logic gates", 20)
