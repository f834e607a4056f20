"""Tests that stand together share a copy of the candidate; no verdict may show it."""

from __future__ import annotations

from autograder.models import Limits, Outcome

from .building import SETUP, ForkedSandbox, cell, run

PASSED, FAILED = Outcome.PASSED, Outcome.FAILED


def outcomes(answer: str, *tests: str, contract: str = "f g", setup=SETUP, **options) -> list:
    verdicts = examined(answer, *tests, contract=contract, setup=setup, **options)
    return [verdict.outcome for verdict in verdicts]


def examined(answer: str, *tests: str, contract: str = "f g", setup=SETUP, **options):
    letters = "abcdefgh"
    cells = [setup, cell("ex-9-1", answer)]
    cells += [cell(f"test-9-1-{x}", test, points=1.0) for x, test in zip(letters, tests)]  # noqa: B905
    return run(cells, contract, **options).verdicts


def test_what_an_answer_keeps_from_one_test_costs_nothing_in_the_next():
    once = "seen = []\ndef f():\n    seen.append(1)\n    return len(seen)"
    test = "assert f() == 1, 'the first call counts one'"
    assert outcomes(once, test, test, test) == [PASSED] * 3
    hidden = f"x = 1\n### BEGIN HIDDEN TESTS\n{test}\n### END HIDDEN TESTS"
    assert outcomes(once, hidden, test, hidden) == [PASSED] * 3


def test_what_a_test_alone_would_fail_is_failed():
    wrong = "def f():\n    return 2"
    verdicts = examined(wrong, "assert True", "assert f() == 1, 'one'", "assert f() == 2")
    assert [verdict.outcome for verdict in verdicts] == [PASSED, FAILED, PASSED]
    assert verdicts[1].message == "one"


def test_names_and_random_numbers_are_as_they_were():
    counting = "import random\nrandom.seed(5)\nnp.random.seed(5)\ncalls = 0\n"
    counting += "def f():\n    global calls\n    calls += 1\n"
    counting += "    return calls, random.random(), np.random.rand()"
    test = "import random\nfirst = random.Random(5).random(), np.random.RandomState(5).rand()\n"
    sandbox = ForkedSandbox()
    tests = [test + "assert f() == (1, *first)"] * 3
    assert outcomes(counting, *tests, sandbox=sandbox) == [PASSED] * 3
    assert sandbox.spawned == 1  # nothing had to be tried again


def test_what_a_test_binds_is_not_there_in_the_next():
    verdicts = examined("def f():\n    return 1", "helper = f\nassert f() == 1", "helper()")
    assert [verdict.outcome for verdict in verdicts] == [PASSED, Outcome.OUR_FAULT]
    assert "helper" in verdicts[1].message


def test_data_of_the_set_up_cell_is_as_it_was_for_every_test():
    setup = cell("setup", "import numpy as np\nDATA = np.arange(3.0)\nBOX = [1, 2]", tag="setup")
    spoil = "def f(x):\n    x[0] = 9\n    return x\ndef g():\n    return 0"
    test = "before = DATA[0], BOX[0]\nf(DATA)\nf(BOX)\nassert before == (0.0, 1)"
    assert outcomes(spoil, test, test, "assert DATA[0] == 0 and BOX[0] == 1", setup=setup) == (
        [PASSED] * 3
    )


def test_callback_of_the_set_up_cell_is_as_it_was_for_every_test():
    setup = cell("setup", "def items():\n    yield from (1, 2)\nITEMS = items()", tag="setup")
    answer = "def f(items):\n    return list(items)"
    test = "assert f(ITEMS) == [1, 2]"
    assert outcomes(answer, test, test, setup=setup) == [PASSED] * 2


def test_answer_that_leaves_takes_no_other_test_with_it():
    leaving = "def f():\n    import os\n    os._exit(3)\ndef g():\n    return 1"
    sandbox = ForkedSandbox()
    tests = ["assert g() == 1", "f()", "assert g() == 1", "f()", "assert g() == 2, 'two'"]
    verdicts = examined(leaving, *tests, sandbox=sandbox)
    died = Outcome.DIED
    assert [verdict.outcome for verdict in verdicts] == [PASSED, died, PASSED, died, FAILED]
    assert verdicts[4].message == "two"
    assert sandbox.spawned == 2  # however often it leaves, the cells run twice


def test_answer_that_hangs_takes_no_other_test_with_it():
    hanging = "def f():\n    while True: pass\ndef g():\n    return 1"
    tests = ["assert g() == 1", "f()", "assert g() == 1", "assert g() == 2, 'two'"]
    verdicts = examined(hanging, *tests, limits=Limits(cell_s=0.5, submission_s=20))
    late = Outcome.TIMED_OUT
    assert [verdict.outcome for verdict in verdicts] == [PASSED, late, PASSED, FAILED]
    assert verdicts[3].message == "two"


def test_neighbours_may_print_as_much_as_each_of_them():
    printing = "def f():\n    print('x' * 600)\n    return 1"
    limits = Limits(cell_s=5, submission_s=30, output_kib=1)
    sandbox = ForkedSandbox()
    assert outcomes(printing, *["assert f() == 1"] * 4, limits=limits, sandbox=sandbox) == (
        [PASSED] * 4
    )
    assert sandbox.spawned == 1


def test_hidden_input_that_was_kept_is_in_no_later_message():
    keeping = "kept = []\ndef f(x):\n    kept.append(x)\n    raise ValueError(str(kept))"
    hidden = (
        "x = 1\n### BEGIN HIDDEN TESTS\ntry:\n    f(4711)\nexcept ValueError:\n    pass\n"
        "### END HIDDEN TESTS"
    )
    verdicts = examined(keeping, hidden, "f(2)", "f(3)")
    assert [verdict.outcome for verdict in verdicts][1:] == [Outcome.RAISED] * 2
    assert "4711" not in "".join(verdict.message for verdict in verdicts)
    assert "[2]" in verdicts[1].message
    assert "[3]" in verdicts[2].message
