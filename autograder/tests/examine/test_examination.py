from __future__ import annotations

import nbformat
import pytest
from autograder.models import Limits, Outcome

from .building import SETUP, ForkedSandbox, cell, judge, run

STEP = "def step(z):\n    return (np.asarray(z) >= 0).astype(int)"
STEP_TEST = """
import numpy as np
z = np.array([[-1.0, 0.0], [2.0, -0.5]])
z.flags.writeable = False
expected = np.array([[0, 1], [1, 0]])
result = np.asarray(step(z))
assert result.shape == (2, 2), "the shape of z stays"
assert result.dtype.kind in "iu", "integers"
assert np.array_equal(result, expected), "1 where z >= 0"
assert step(-0.1) == 0
"""
XOR_TEST = """
class Token:
    pass
calls = 0
def nand(a, b):
    global calls
    calls += 1
    return 1 - a * b
for a in (0, 1):
    for b in (0, 1):
        calls = 0
        assert xor(a, b, nand) == a ^ b, "the truth table"
        assert 1 <= calls <= 4, "only the gate, at most four times"
### BEGIN HIDDEN TESTS
zero, one = Token(), Token()
tokens = lambda a, b: zero if a is one and b is one else one
assert xor(zero, one, tokens) is one, "works on any two signs"
assert xor(one, one, tokens) is zero
names = lambda a, b: ("nand", a, b)
expression = xor("p", "q", names)
assert type(expression) is tuple and expression[0] == "nand"
### END HIDDEN TESTS
"""
XOR = """
def xor(x1, x2, nand):
    both = nand(x1, x2)
    return nand(nand(x1, both), nand(x2, both))
"""


def test_right_answer_gets_its_points():
    verdict = judge("def f(x):\n    return x + 1", "assert f(1) == 2\nassert f(2.5) == 3.5")
    assert (verdict.outcome, verdict.points) == (Outcome.PASSED, 1.0)


def test_step_on_arrays_and_scalars():
    assert judge(STEP, STEP_TEST, "step").outcome is Outcome.PASSED
    wrong = STEP.replace(">=", ">")
    verdict = judge(wrong, STEP_TEST, "step")
    assert (verdict.outcome, verdict.points) == (Outcome.FAILED, 0.0)
    assert verdict.message == "1 where z >= 0"


def test_gates_are_counted_and_tokens_and_expressions_pass_through():
    assert judge(XOR, XOR_TEST, "xor").outcome is Outcome.PASSED


def test_xor_by_unequal_fails_the_gate_tests():
    verdict = judge("def xor(x1, x2, nand):\n    return int(x1 != x2)", XOR_TEST, "xor")
    assert verdict.outcome is Outcome.FAILED
    assert verdict.message == "only the gate, at most four times"


def test_stub_is_not_started():
    stub = 'def f(x):\n    raise NotImplementedError("Exercise 9.1: f is not written yet.")'
    verdict = judge(stub, "assert f(1) == 2")
    assert verdict.outcome is Outcome.NOT_STARTED
    assert verdict.message == "Exercise 9.1: f is not written yet."
    assert judge("f = ...", "assert f == 2").outcome is Outcome.NOT_STARTED


def test_missing_name_is_named():
    verdict = judge("g = 1", "assert f(1) == 2")
    assert verdict.outcome is Outcome.MISSING
    assert verdict.message.startswith("f is not defined")


@pytest.mark.parametrize(
    ("answer", "where"),
    [
        ("x = 1\ny = x / 0\ndef f(x):\n    return 2", "ZeroDivisionError on line 2"),
        ("def f(x)\n    return 2", "SyntaxError on line 1"),
    ],
)
def test_name_lost_to_an_error_in_its_cell_is_raised_with_class_and_line(answer: str, where: str):
    verdict = judge(answer, "assert f(1) == 2")
    assert verdict.outcome is Outcome.RAISED
    assert f"cell ex-9-1 raised {where}" in verdict.message


def test_exception_in_a_visible_test_shows_its_text_and_line():
    answer = "def f(x):\n    y = x\n    raise ValueError(f'got {x}')"
    verdict = judge(answer, "f(41)")
    assert verdict.outcome is Outcome.RAISED
    assert verdict.message == "f raised ValueError on line 3 of cell ex-9-1: got 41"


def test_exception_in_a_hidden_test_keeps_its_text_to_itself():
    answer = "def f(x):\n    raise ValueError(f'got {x}')"
    verdict = judge(answer, "### BEGIN HIDDEN TESTS\nf(41)\n### END HIDDEN TESTS")
    assert verdict.outcome is Outcome.RAISED
    assert verdict.message == "f raised ValueError on line 2 of cell ex-9-1."


def test_endless_function_times_out_and_the_next_test_is_judged():
    cells = [
        SETUP,
        cell("ex-9-1", "def f(x):\n    while True:\n        pass\ndef g(x):\n    return x"),
        cell("test-9-1-a", "assert f(1) == 1", points=1.0),
        cell("test-9-1-b", "assert g(1) == 1", points=0.5),
    ]
    examined = run(cells, "f g", limits=Limits(cell_s=0.5, submission_s=10))
    one, two = examined.verdicts
    assert one.outcome is Outcome.TIMED_OUT
    assert one.message.startswith("f did not finish within 0.5 seconds")
    assert (two.outcome, two.points) == (Outcome.PASSED, 0.5)


def test_endless_cell_costs_only_what_it_binds():
    cells = [
        SETUP,
        cell("ex-9-1", "def f(x):\n    return x"),
        cell("ex-9-2", "g = 0\nwhile True:\n    g += 1"),
        cell("test-9-1-a", "assert f(1) == 1", points=1.0),
        cell("test-9-2-a", "assert g == 1", points=1.0),
    ]
    examined = run(cells, "f g", limits=Limits(cell_s=0.5, submission_s=10))
    one, two = examined.verdicts
    assert one.outcome is Outcome.PASSED
    assert two.outcome is Outcome.TIMED_OUT
    assert "ex-9-2" in two.message


def test_dying_cell_is_left_out():
    cells = [
        SETUP,
        cell("ex-9-1", "def f(x):\n    return x"),
        cell("ex-9-2", "import os\nos._exit(3)"),
        cell("test-9-1-a", "assert f(1) == 1", points=1.0),
        cell("test-9-2-a", "assert g == 1", points=1.0),
    ]
    one, two = run(cells, "f g").verdicts
    assert one.outcome is Outcome.PASSED
    assert two.outcome is Outcome.DIED


def test_each_test_sees_the_notebook_as_it_was_at_its_place():
    cells = [
        SETUP,
        cell("ex-9-1", "state = [1]\ndef f():\n    state.append(2)\n    return len(state)"),
        cell("test-9-1-a", "assert f() == 2", points=1.0),
        cell("test-9-1-b", "assert f() == 2", points=1.0),
        cell("mine", "def f():\n    return 0"),
        cell("test-9-1-c", "assert f() == 0", points=1.0),
    ]
    assert [v.outcome for v in run(cells, "f").verdicts] == [Outcome.PASSED] * 3


def test_one_candidate_serves_all_honest_tests():
    sandbox = ForkedSandbox()
    cells = [SETUP, cell("ex-9-1", "def f():\n    return 1")]
    cells += [cell(f"test-9-1-{c}", "assert f() == 1", points=1.0) for c in "abc"]
    run(cells, "f", sandbox=sandbox)
    assert sandbox.spawned == 1


def test_error_of_the_test_itself_is_our_fault_without_points_lost():
    verdict = judge("def f(x):\n    return 1", "import no_such_module_here")
    assert (verdict.outcome, verdict.points) == (Outcome.OUR_FAULT, None)


def test_odd_data_fails_the_test():
    verdict = judge("def f(x):\n    return None", "assert f(1)[0] == 2")
    assert verdict.outcome is Outcome.FAILED


def test_notebook_comes_back_with_outputs():
    cells = [
        SETUP,
        cell("ex-9-1", "print('hello')\ndef f(x):\n    return x\nf(7)"),
        cell("test-9-1-a", "assert f(1) == 1", points=1.0),
        cell("mine", "1 / 0"),
    ]
    notebook = run(cells, "f").notebook
    outputs = {c["id"]: c["outputs"] for c in notebook["cells"]}
    assert [o["output_type"] for o in outputs["ex-9-1"]] == ["stream", "execute_result"]
    assert outputs["ex-9-1"][1]["data"]["text/plain"] == "7"
    assert outputs["mine"][0]["ename"] == "ZeroDivisionError"
    assert "PASSED" in outputs["test-9-1-a"][0]["text"]
    nbformat.validate(nbformat.from_dict(notebook))


def test_shared_isolation_judges_and_says_so():
    cells = [
        SETUP,
        cell("ex-9-1", "def f(x):\n    return x"),
        cell("test-9-1-a", "assert f(1) == 1", points=1.0),
        cell("test-9-1-b", "assert f(1) == 2, 'no'", points=1.0),
    ]
    examined = run(cells, "f", isolation="shared")
    assert [v.outcome for v in examined.verdicts] == [Outcome.PASSED, Outcome.FAILED]
    assert examined.verdicts[1].message == "no"
    assert "not forgery-proof" in examined.sandbox


def test_train_perceptron_end_to_end():
    answer = """
    def perceptron_update(w, x, t):
        y = int(w @ x >= 0)
        return w + (t - y) * x

    def train_perceptron(X, t, w0, max_epochs=100):
        w, updates = w0.copy(), 0
        for _ in range(max_epochs):
            errors = 0
            for x, target in zip(X, t):
                new = perceptron_update(w, x, target)
                errors += not np.array_equal(new, w)
                w = new
            updates += errors
            if errors == 0:
                break
        return w, updates
    weights = {"and": (1.0, 1.0, -1.5), "or": (1, 1, -0.5)}
    """
    test = """
    X = np.array([[1, 0, 0], [1, 0, 1], [1, 1, 0], [1, 1, 1]], float)
    t = np.array([0, 0, 0, 1])
    w0 = np.zeros(3)
    w, updates = train_perceptron(X, t, w0)
    assert type(updates) is int
    assert np.array_equal((X @ w >= 0).astype(int), t)
    assert np.array_equal(w0, np.zeros(3))
    table = dict(weights)
    w1, w2, b = table["and"]
    assert w1 + w2 + b > 0 > w1 + b
    assert parameters(train_perceptron) == ["X", "t", "w0", "max_epochs"]
    """
    verdict = judge(answer, test, "train_perceptron perceptron_update weights")
    assert verdict.outcome is Outcome.PASSED, verdict.message
