"""Right answers in odd forms keep full points."""

from __future__ import annotations

import pytest
from autograder.models import Limits, Outcome
from autograder.sandbox import SandboxUnavailable, open_sandbox

from .building import SETUP, cell, judge, run

TEST = """
x = np.array([1.0, 2.0, 3.0])
expected = x * 2
assert np.allclose(np.asarray(f(x)), expected), "twice"
assert f(2.5) == 5.0
assert x.tolist() == [1, 2, 3], "the input stays"
"""
STYLES = {
    "plain": "def f(x):\n    return 2 * x",
    "lambda": "f = lambda x: x + x",
    "recursion and lists": """
        def f(x):
            if not isinstance(x, np.ndarray):
                return x * 2
            return [f(float(v)) for v in x]
    """,
    "NumPy scalar": "def f(x):\n    return np.multiply(x, 2.0)",
    "callable object": "class F:\n    def __call__(self, x):\n        return x * 2\nf = F()",
    "partial": "import functools, operator\nf = functools.partial(operator.mul, 2)",
    "changes and restores its input": """
        def f(x):
            if isinstance(x, np.ndarray):
                x *= 2
                y = x.copy()
                x /= 2
                return y
            return x * 2
    """,
    "prints and warns": """
        import sys, warnings
        def f(x):
            print("working", x)
            print("careful", file=sys.stderr)
            warnings.warn("deprecated", DeprecationWarning)
            np.log(np.array([0.0]))
            return x * 2
    """,
    "closes its output": "import sys\nsys.stdout.close()\ndef f(x):\n    return print(1) or 2 * x",
    "defines names of the test": "x = expected = None\nassert_ = 1\ndef f(x):\n    return 2 * x",
    "shadows built-ins": "list = dict = len = None\ndef f(x):\n    return 2 * x",
    "magics": "%matplotlib inline\n%time y = 3\ndef f(x):\n    return 2 * x",
    "top-level await": "import asyncio\nawait asyncio.sleep(0)\ndef f(x):\n    return 2 * x",
    "draws figures": """
        import matplotlib.pyplot as plt
        plt.plot([1, 2]); plt.show()
        def f(x): return 2 * x
    """,
    "starts a thread": """
        import threading
        threading.Thread(target=lambda: None).start()
        def f(x): return 2 * x
    """,
    "cached": "import functools\n@functools.lru_cache\ndef g(x):\n    return 2 * x\n"
    "def f(x):\n    return g(x) if type(x) is float else x * 2",
    "dataclass": """
        from dataclasses import dataclass
        @dataclass
        class P:
            k: float = 2.0
        def f(x, p=P()): return p.k * x
    """,
    "sets a name by globals()": "globals()['f'] = lambda x: 2 * x",
    "annotations and walrus": "def f(x: 'float', k: int = 2) -> float:\n    return (y := x * k)",
}


@pytest.mark.parametrize("style", STYLES)
def test_right_answer_in_any_style_keeps_its_points(style: str):
    verdict = judge(STYLES[style], TEST)
    assert verdict.outcome is Outcome.PASSED, verdict
    assert verdict.points == 1.0


def test_error_in_another_cell_costs_nothing():
    cells = [
        SETUP,
        cell("mine", "1 / 0"),
        cell("ex-9-1", "def f(x):\n    return 2 * x"),
        cell("also-mine", "this is not Python"),
        cell("test-9-1-a", TEST, points=1.0),
    ]
    assert run(cells, "f").verdicts[0].outcome is Outcome.PASSED


def test_error_after_the_definition_costs_nothing():
    answer = "def f(x):\n    return 2 * x\nf(1, 2, 3)"
    assert judge(answer, TEST).outcome is Outcome.PASSED


def test_checks_and_demos_are_not_run():
    cells = [
        SETUP,
        cell("ex-9-1", "def f(x):\n    return 2 * x"),
        cell("check-9-1", "raise ValueError", tag="check"),
        cell("demo-9-1", "raise ValueError", tag="demo"),
        cell("test-9-1-a", TEST, points=1.0),
    ]
    examined = run(cells, "f")
    assert examined.verdicts[0].outcome is Outcome.PASSED
    assert examined.notebook["cells"][2]["outputs"] == []


def test_provided_functions_are_the_candidate_s_only():
    cells = [
        SETUP,
        cell("provided-twice", "def twice(x):\n    return 2 * x", tag="provided"),
        cell("ex-9-1", "def f(x):\n    return twice(x)"),
        cell("test-9-1-a", TEST, points=1.0),
        cell("test-9-1-b", "twice(1)", points=1.0),
    ]
    one, two = run(cells, "f").verdicts
    assert one.outcome is Outcome.PASSED
    assert two.outcome is Outcome.OUR_FAULT


def test_train_function_may_take_its_time_within_the_limit():
    answer = "import time\ndef f(x):\n    time.sleep(0.2)\n    return 2 * x"
    assert judge(answer, TEST, limits=Limits(cell_s=2)).outcome is Outcome.PASSED


def test_same_verdicts_inside_bubblewrap():
    limits = Limits(cell_s=1.0, submission_s=20)
    cells = [
        SETUP,
        cell("ex-9-1", "def f(x):\n    return 2 * x"),
        cell("ex-9-2", "def g(x):\n    while True: pass\ndef h(x):\n    return np.ones(2**40)"),
        cell("test-9-1-a", TEST, points=1.0),
        cell("test-9-2-a", "g(1)", points=1.0),
        cell("test-9-2-b", "h(1)", points=1.0),
    ]
    try:
        with open_sandbox("bwrap", limits) as sandbox:
            examined = run(cells, "f g h", sandbox=sandbox, limits=limits)
    except SandboxUnavailable as missing:
        pytest.skip(f"no bubblewrap sandbox on this machine: {missing}")
    outcomes = [verdict.outcome for verdict in examined.verdicts]
    assert outcomes == [Outcome.PASSED, Outcome.TIMED_OUT, Outcome.OUT_OF_MEMORY]
    assert "bubblewrap" in examined.sandbox
