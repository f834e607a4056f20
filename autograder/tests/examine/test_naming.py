"""Mistakes get their names and words from the visible checks; points stay."""

from __future__ import annotations

from autograder.models import Limits, Outcome

from .building import SETUP, cell, run

STEP_TEST = "assert step(0.0) == 1, 'one at zero'\nassert step(-1.0) == 0"
STRICT = "def step(z):\n    return (np.asarray(z) > 0).astype(int)"


def step(answer: str, test: str = STEP_TEST):
    cells = [SETUP, cell("ex-1-1", answer), cell("test-1-1-a", test, points=1.0)]
    return run(cells, "step", limits=Limits(cell_s=4)).verdicts[0]


def test_known_mistake_is_named_with_the_check_s_words():
    verdict = step(STRICT)
    assert (verdict.outcome, verdict.points) == (Outcome.FAILED, 0.0)
    assert verdict.mistake == "strict-at-zero"
    assert "step(0.0) gave 0" in verdict.message


def test_author_s_words_stay_where_no_mistake_is_known():
    verdict = step("def step(z):\n    return np.asarray(z) * 0 + 17")
    assert verdict.mistake is None
    assert verdict.message == "one at zero"


def test_bare_assertion_gets_the_check_s_words():
    verdict = step(
        "def step(z):\n    return np.asarray(z) * 0 + 17", "x = step(0.0)\nassert x == 1"
    )
    assert verdict.message != "This does not hold: assert x == 1"


def test_right_answer_is_not_diagnosed():
    verdict = step("def step(z):\n    return (np.asarray(z) >= 0).astype(int)")
    assert (verdict.outcome, verdict.mistake) == (Outcome.PASSED, None)


def test_diagnosis_of_a_hanging_answer_ends_and_the_next_test_is_named():
    hang = "def step(z):\n    while True: pass"
    answer = "def sigmoid(z):\n    return 1 / (1 + 2.7 ** -z)\ndef relu(z):\n    return z"
    cells = [
        SETUP,
        cell("ex-1-1", hang),
        cell("ex-1-2", answer),
        cell("test-1-1-a", STEP_TEST, points=1.0),
        cell("test-1-2-a", "assert abs(sigmoid(1.0) - 0.731058578630) < 1e-9", points=1.0),
    ]
    one, two = run(cells, "step sigmoid relu", limits=Limits(cell_s=0.7)).verdicts
    assert one.outcome is Outcome.TIMED_OUT
    assert two.mistake == "e-2-7"


def test_wrong_choice_is_named():
    cells = [
        SETUP,
        cell("ex-1-8", "why_no_line = ' C '"),
        cell("test-1-8-a", "assert why_no_line.strip().lower() == 'b', 'no'", points=1.0),
        cell("ex-9-1", "other = 'd'"),
        cell("test-9-1-a", "assert other == 'a', 'not this one'", points=1.0),
    ]
    choices = {"1.8": {"c": "needs-more-epochs"}, "9.1": {"d": "made-up"}}
    one, two = run(cells, "why_no_line other", choices=choices).verdicts
    assert one.mistake == "needs-more-epochs"
    assert "no number of epochs helps" in one.message
    assert (two.mistake, two.message) == ("made-up", "not this one")
