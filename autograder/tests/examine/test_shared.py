"""Tests that run with the student's code, in the notebook's order, for courses that need it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from autograder.examine.ran import Ran
from autograder.examine.shared import stock_points
from autograder.models import Examined, Limits, Outcome
from nbformat import from_dict
from nbgrader.utils import determine_grade

from .building import SETUP, cell, run


def shared(*cells: dict[str, Any], **options: Any) -> Examined:
    return run([SETUP, *cells], "", isolation="shared", **options)


def test_tests_see_every_name_and_what_earlier_tests_left() -> None:
    examined = shared(
        cell("ex-9-1", "def f(x):\n    return help_(x)"),
        cell("own", "def help_(x):\n    return 2 * x", tag="demo"),
        cell("test-9-1-a", "expected = 4\nassert help_(2) == f(2) == expected", points=1.0),
        cell("test-9-1-b", "kept = f\ndel f\nassert 'f' not in globals()", points=1.0),
        cell("test-9-1-c", "f = kept\nassert f(2) == expected", points=1.0),
    )
    assert [verdict.points for verdict in examined.verdicts] == [1.0, 1.0, 1.0]
    assert "not forgery-proof" in examined.sandbox


def test_files_beside_the_notebook_can_be_read_and_imported() -> None:
    files = {"data/x.csv": b"1,2", "helping.py": b"def one(): return 1", "math.py": b"1/0"}
    examined = shared(
        cell("ex-9-1", "f = open('data/x.csv').read()"),
        cell(
            "test-9-1-a", "import helping, math\nassert f == '1,2'\nhelping.one() * 0.5", points=1
        ),
        files=files,
    )
    assert [verdict.points for verdict in examined.verdicts] == [0.5]


def test_partial_credit_and_what_stock_would_give_are_told() -> None:
    examined = shared(
        cell("ex-9-1", "score, wrong = 0.5, 'wrong'"),
        cell("test-9-1-a", "score", points=1.0),
        cell("test-9-1-b", "wrong", points=1.0),
        cell("test-9-1-c", "import sys\nprint('hm', file=sys.stderr)", points=1.0),
        cell("test-9-1-d", "np.float64(score)", points=1.0),
    )
    half, odd, noisy, numpy_ = examined.verdicts
    assert (half.points, half.outcome) == (0.5, Outcome.PARTIAL)
    assert (odd.points, odd.outcome) == (None, Outcome.NEEDS_HUMAN)
    assert "Stock nbgrader gives 1 points here" in odd.message
    assert noisy.points == 1.0
    assert "Stock nbgrader gives 0 points here because of the text on stderr" in noisy.message
    assert numpy_.points == 0.5


def test_cell_that_never_ends_costs_only_what_needs_it() -> None:
    examined = shared(
        cell("ex-9-1", "f = 1"),
        cell("test-9-1-a", "while True: pass", points=1.0),
        cell("test-9-1-b", "assert f == 1", points=1.0),
        limits=Limits(cell_s=0.5, submission_s=20.0),
    )
    assert [verdict.outcome for verdict in examined.verdicts] == [
        Outcome.TIMED_OUT,
        Outcome.PASSED,
    ]


def test_failures_are_told_as_in_split_isolation() -> None:
    examined = shared(
        cell("ex-9-1", "def f(x):\n    raise NotImplementedError()\ng = 1"),
        cell("test-9-1-a", "f(1)", points=1.0),
        cell("test-9-1-b", "assert g == 2", points=1.0),
        cell("test-9-1-c", "h(1)", points=1.0),
        cell("test-9-1-d", "assert g == 2, 'g is two'", points=1.0),
        cell("test-9-1-e", "### BEGIN HIDDEN TESTS\nassert g == 8\n### END HIDDEN TESTS", points=1),
    )
    assert [verdict.outcome for verdict in examined.verdicts] == [
        Outcome.NOT_STARTED,
        Outcome.FAILED,
        Outcome.MISSING,
        Outcome.FAILED,
        Outcome.FAILED,
    ]
    assert examined.verdicts[1].message == "This does not hold: assert g == 2"
    assert examined.verdicts[3].message == "g is two"
    assert "8" not in str(examined.notebook["cells"][-1]["outputs"])
    assert all(verdict.points == 0 for verdict in examined.verdicts)


@pytest.mark.parametrize("text", ["0.5", "-3", "nan", "'wrong'", "False", "1.0", "7", ""])
@pytest.mark.parametrize("noise", ["", "stdout", "stderr"])
@pytest.mark.parametrize("raised", [False, True])
def test_stock_points_are_those_of_determine_grade(text: str, noise: str, raised: bool) -> None:
    pieces: list[tuple[str, str, str]] = [("stream", noise, "hm")] if noise else []
    pieces += [("result", "", text)] if text and not raised else []
    ran = Ran("raised" if raised else "ok", outputs=tuple(pieces))
    outputs: list[dict[str, Any]] = [
        {"output_type": "stream", "name": name, "text": told}
        if kind == "stream"
        else {"output_type": "execute_result", "data": {"text/plain": told}, "metadata": {}}
        for kind, name, told in pieces
    ]
    outputs += [{"output_type": "error", "ename": "", "evalue": ""}] if raised else []
    facts = {"grade": True, "solution": False, "points": 1.0}
    graded = {"cell_type": "code", "metadata": {"nbgrader": facts}, "outputs": outputs}
    log: Any = SimpleNamespace(warning=lambda words: None)
    try:
        theirs = determine_grade(from_dict(graded), log)[0]
    except ValueError:
        theirs = None
    ours = stock_points(ran, 1.0)
    assert ours == theirs or (ours is not None and ours != ours and theirs != theirs)


def test_warning_is_given_again_in_each_cell() -> None:
    examined = shared(
        cell("ex-9-1", "import warnings\ndef f():\n    warnings.warn('slow')\nf()"),
        cell("test-9-1-a", "f()", points=1.0),
        cell("test-9-1-b", "f()", points=1.0),
    )
    for verdict in examined.verdicts:
        assert verdict.points == 1.0
        assert "Stock nbgrader gives 0 points here" in verdict.message
