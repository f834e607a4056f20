"""Grades as the line hands them to the pages: a perceptron unit, in every state that happens."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from autograder.models import Grade, Notebook, Outcome, Unit, Verdict
from matplotlib.figure import Figure

CANARY = "canary_of_the_hidden_test_4711"
Make = Callable[..., Grade]


def cell(kind: str, id_: str, source: str, **more: Any) -> dict[str, Any]:
    """One notebook cell; nbgrader=..., nnbh=..., outputs=... where wanted."""
    meta = {name: more[name] for name in ("nbgrader", "nnbh") if name in more}
    made: dict[str, Any] = {"cell_type": kind, "id": id_, "metadata": meta, "source": source}
    if kind == "code":
        made |= {"outputs": more.get("outputs", []), "execution_count": 1}
    return made


def answer(exercise: str, source: str, *outputs: dict[str, Any]) -> dict[str, Any]:
    """An answer cell with what it put out."""
    return cell(
        "code",
        "ex-" + exercise.replace(".", "-"),
        source,
        nbgrader={"solution": True, "grade": False, "schema_version": 3},
        nnbh={"exercise": exercise},
        outputs=list(outputs),
    )


def hidden_test(exercise: str) -> dict[str, Any]:
    """A test cell as the executed notebook still holds it, with source and output to keep back."""
    return cell(
        "code",
        "test-" + exercise.replace(".", "-") + "-a",
        f"### BEGIN HIDDEN TESTS\nassert step(0) == 1, '{CANARY}'\n### END HIDDEN TESTS",
        nbgrader={"solution": False, "grade": True, "points": 1, "schema_version": 3},
        nnbh={"exercise": exercise},
        outputs=[{"output_type": "stream", "name": "stdout", "text": CANARY}],
    )


def picture() -> str:
    """A small PNG, as a notebook stores it."""
    figure = Figure(figsize=(4, 2))
    figure.add_subplot().plot([0, 1, 4, 9])
    file = io.BytesIO()
    figure.savefig(file, format="png")
    return base64.encodebytes(file.getvalue()).decode()


def verdict(
    test: str, outcome: Outcome, points: float = 1, message: str = "", mistake: str | None = None
) -> Verdict:
    """A verdict on test "1.2-a"."""
    exercise, letter = test.split("-")
    got = points if outcome is Outcome.PASSED else 0.0
    waits = outcome in {Outcome.NEEDS_HUMAN, Outcome.OUR_FAULT}
    return Verdict(
        grade_id=f"test-{exercise.replace('.', '-')}-{letter}",
        exercise=exercise,
        points=None if waits else got,
        max_points=points,
        outcome=outcome,
        message=message,
        mistake=mistake,
    )


VERDICTS = (
    verdict("1.1-a", Outcome.PASSED, 2),
    verdict("1.2-a", Outcome.PASSED, 1.5),
    verdict("1.2-b", Outcome.PASSED, 1.5),
    verdict("1.3-a", Outcome.PASSED, 1),
    verdict("1.3-b", Outcome.PASSED, 2),
    verdict(
        "1.3-c",
        Outcome.FAILED,
        1,
        'weights["and"]: with bias -2 even the point (1, 1) lies on the line: z = 0 there. '
        "How far is each of the four points from the line? Leave a margin on both sides.",
        "and-bias-minus-two",
    ),
    verdict("1.4-a", Outcome.PASSED, 2),
    verdict(
        "1.5-a",
        Outcome.RAISED,
        1.5,
        "xor_from_nand(1, 0, nand) raised TypeError: nand() missing 1 required positional "
        "argument: 'x2'. Which two inputs does your third gate get?",
    ),
    verdict("1.5-b", Outcome.NOT_STARTED, 1.5),
    verdict("1.6-a", Outcome.PASSED, 2),
    verdict(
        "1.7-a",
        Outcome.TIMED_OUT,
        3,
        "train_perceptron did not come back within 10 s on XOR, which no line separates. "
        "What ends your loop when no epoch is free of errors?",
    ),
    verdict(
        "1.8-a",
        Outcome.FAILED,
        1,
        "Option c: more training cannot help, because no line has the points (0, 1) and (1, 0) "
        "on one side and the other two on the other side.",
        "more-training",
    ),
)


def notebook(*more: dict[str, Any]) -> Notebook:
    """An executed notebook of the unit."""
    cells = [
        cell("markdown", "t1", "## 1.1  A step is a decision\n\nText."),
        answer("1.1", "def step(z):\n    return (np.asarray(z) >= 0).astype(int)"),
        hidden_test("1.1"),
        cell("markdown", "t3", "## 1.3  One neuron, five gates"),
        answer(
            "1.3",
            "def perceptron(x1, x2, w1, w2, b):\n"
            '    """1 where the weighted sum reaches the threshold."""\n'
            "    return step(w1 * x1 + w2 * x2 + b)\n\n"
            'weights = {"and": (1.0, 1.0, -2.0)}  # on the line?\n'
            'print("and:", perceptron(1, 1, *weights["and"]))',
            {"output_type": "stream", "name": "stdout", "text": ["and: 1\n"]},
        ),
        hidden_test("1.3"),
        cell("markdown", "t5", "## 1.5  XOR from one kind of gate"),
        answer(
            "1.5",
            "def xor_from_nand(x1, x2, nand):\n    a = nand(x1, x2)\n    return nand(nand(x1, a))",
            {
                "output_type": "error",
                "ename": "TypeError",
                "evalue": "missing",
                "traceback": [
                    "\x1b[31m-----\x1b[39m\n\x1b[31mTypeError\x1b[39m  Traceback",
                    "line 3: nand() missing 1 required positional argument: 'x2'",
                ],
            },
        ),
        answer(
            "1.7",
            "def train_perceptron(X, t, w0, max_epochs=100):\n    w = w0.copy()\n"
            "    while True:\n        for x, target in zip(X, t):\n"
            "            w = perceptron_update(w, x, target)\n    return w, 0",
            {
                "output_type": "display_data",
                "data": {"image/png": picture(), "text/plain": "<Figure size 400x200>"},
            },
        ),
        cell("markdown", "t8", "## 1.8  Why no line?"),
        answer("1.8", 'why_no_line = "c"'),
        cell(
            "markdown",
            "why-1-8",
            "However long it trains, it finds no line.",
            nnbh={"exercise": "1.8", "explanation": True},
        ),
        *more,
    ]
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


@pytest.fixture
def unit() -> Unit:
    return Unit(
        "01-perceptron",
        "Perceptron and logic gates",
        20,
        due=datetime(2027, 3, 1, 14, 59, tzinfo=UTC),
    )


@pytest.fixture
def make() -> Make:
    """A grade like the usual one, except for what is given."""

    def made(**changes: Any) -> Grade:
        verdicts = changes.get("verdicts", VERDICTS)
        usual: dict[str, Any] = {
            "student": "ada",
            "unit": "01-perceptron",
            "outcome": Outcome.PARTIAL,
            "score": sum(v.points or 0.0 for v in verdicts),
            "max_score": 20.0,
            "verdicts": verdicts,
            "submitted_at": datetime(2027, 3, 1, 17, 4, tzinfo=UTC),
            "late_s": 7500.0,
            "sandbox": "bubblewrap, own namespaces, system-call filter",
            "repairs": (
                "Test cell test-1-2-a was deleted; the instructor's copy was put back.",
                "Answer cell ex-1-4 had lost its id and was found by its position.",
            ),
            "notebook": notebook(),
        }
        return Grade(**(usual | changes))

    return made


@pytest.fixture
def grade(make: Make) -> Grade:
    return make()
