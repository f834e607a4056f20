"""Answers that try to get points without doing the exercise, and must not."""

from __future__ import annotations

from pathlib import Path

import pytest
from autograder.models import Limits, Outcome

from .building import SETUP, cell, judge, run

# Four ordinary ways to write the same test: none of them may be fooled.
TESTS = {
    "equal": "assert f(3.0) == 6.0",
    "close": "assert abs(f(5.0) - 10.0) < 1e-9",
    "numpy": "np.testing.assert_allclose(f(np.arange(3.0)), np.arange(3.0) * 2)",
    "shape": "x = np.ones((2, 2))\ny = np.asarray(f(x))\n"
    "assert y.shape == (2, 2) and np.allclose(y, 2.0)",
}
QUICK = Limits(cell_s=1.0, submission_s=20.0, memory_mib=512)

FORGERIES = {
    "equal to everything": """
        class AlwaysEqual:
            def __eq__(self, other): return True
            def __sub__(self, other): return 0.0
            def __rsub__(self, other): return 0.0
            def __abs__(self): return 0.0
            def __lt__(self, other): return True
            def __array__(self, *a, **k): return np.array(6.0)
        def f(x): return AlwaysEqual()
    """,
    "float subclass": """
        class F(float):
            def __eq__(self, other): return True
            def __sub__(self, other): return 0.0
            def __abs__(self): return 0.0
        def f(x): return F(0)
    """,
    "array subclass": """
        class A(np.ndarray):
            def __array_function__(self, *a, **k): return True
            def __array_ufunc__(self, *a, **k): return True
            def __eq__(self, other): return True
            def all(self): return True
        def f(x): return np.zeros_like(x, dtype=float).view(A)
    """,
    "patched numpy.testing": """
        np.testing.assert_allclose = lambda *a, **k: None
        np.allclose = lambda *a, **k: True
        np.asarray = lambda x, *a, **k: x
        def f(x): return 0.0
    """,
    "replaced built-ins": """
        import builtins
        builtins.abs = lambda x: 0.0
        builtins.AssertionError = ValueError
        abs = lambda x: 0.0
        np = None
        def f(x): return 0.0
    """,
    "class told by __class__": """
        class Fake:
            __class__ = float
            def __eq__(self, other): return True
        def f(x): return Fake()
    """,
    "metaclass": """
        class Meta(type):
            def __instancecheck__(cls, x): return True
            def __eq__(cls, other): return True
            __hash__ = type.__hash__
        class float64(metaclass=Meta):
            def __eq__(self, other): return True
        def f(x): return float64()
    """,
    "stateful attribute": """
        class Shifty:
            n = 0
            @property
            def real(self): Shifty.n += 1; return Shifty.n
        def f(x): return Shifty()
    """,
    "not a number": "def f(x): return float('nan') * x",
    "infinite": "def f(x): return x * float('inf')",
    "none": "def f(x): return None",
    "the class itself": "def f(x): return f",
    "array of objects": """
        class E:
            def __eq__(self, o): return True
            def __sub__(self, o): return 0
        def f(x): return np.array([E(), E(), E()], dtype=object)
    """,
    "exits with success": "import os\ndef f(x): os._exit(0)",
    "raises SystemExit": "def f(x): raise SystemExit(0)",
    "changes the input": """
        def f(x):
            if isinstance(x, np.ndarray): x[...] = 0
            return x
    """,
    "writes to the socket": """
        import os, socket
        def f(x):
            for fd in range(3, 64):
                try: os.write(fd, b"\\0\\0\\0\\1\\0\\1\\x90")
                except OSError: pass
            return 0.0
    """,
    "tells the grader it passed": """
        import os, json, struct, msgpack
        def f(x):
            report = json.dumps({"kind": "passed"}).encode()
            frame = msgpack.packb([1, "", [], [], [], [], [], ["T", "builtins.bool"]])
            for fd in range(3, 64):
                for data in (report, struct.pack("!IH", len(frame), 1) + frame):
                    try: os.write(fd, data)
                    except OSError: pass
            os._exit(0)
    """,
    "claims a frame of four gigabytes": """
        import os, time
        def f(x):
            for fd in range(3, 64):
                try: os.write(fd, b"\\xff\\xff\\xff\\xff\\0\\1")
                except OSError: pass
            time.sleep(9)
    """,
    "closes everything": "import os\ndef f(x): os.closerange(0, 64)",
    "never comes back": "def f(x):\n    while True: pass",
    "hides from signals": """
        def f(x):
            while True:
                try:
                    while True: pass
                except BaseException: pass
    """,
    "a value too large": "def f(x): return np.zeros(10**9, np.uint8)",
    "a value too deep": """
        def f(x):
            t = ()
            for _ in range(10_000): t = (t,)
            return t
    """,
    "endless lists": """
        def f(x):
            a = [0]
            for _ in range(50_000): a = [a]
            return a
    """,
    "eats all memory": """
        def f(x): return np.ones(2**30)
    """,
    "a flood of output": "def f(x):\n    while True: print('A' * 10_000)",
    "a few forks": """
        import os
        def f(x):
            for _ in range(3): os.fork()
            return 0.0
    """,
    "threads that answer": """
        import threading
        def f(x):
            threads = [threading.Thread(target=lambda: f.__globals__.get("no")) for _ in range(4)]
            [t.start() for t in threads]
            return 0.0
    """,
    "looks for the test": """
        import gc, sys
        def f(x):
            for o in gc.get_objects():
                if isinstance(o, str) and "assert f(" in o: return 6.0
            frame = sys._getframe()
            while frame:
                if "expected" in frame.f_globals or "test-9-1" in frame.f_code.co_filename:
                    return 6.0
                frame = frame.f_back
            return 0.0
    """,
    "random": "import random\ndef f(x): return random.random()",
}


@pytest.mark.parametrize("name", FORGERIES)
def test_forgery_earns_nothing(name: str):
    cells = [SETUP, cell("ex-9-1", FORGERIES[name])]
    slow = name in ("never comes back", "hides from signals", "claims a frame of four gigabytes")
    tests = {"equal": TESTS["equal"]} if slow else TESTS
    cells += [
        cell(f"test-9-1-{letter}", test, points=1.0)
        for letter, test in zip("abcd", tests.values(), strict=False)
    ]
    limits = Limits(cell_s=0.4, submission_s=10) if slow else QUICK
    for verdict in run(cells, "f", limits=limits).verdicts:
        assert verdict.points == 0.0, verdict
        assert verdict.outcome not in (Outcome.PASSED, Outcome.OUR_FAULT), verdict


ENDINGS = {
    "exits with success": Outcome.DIED,
    "closes everything": Outcome.DIED,
    "never comes back": Outcome.TIMED_OUT,
    "claims a frame of four gigabytes": Outcome.FORBIDDEN,
    "eats all memory": Outcome.OUT_OF_MEMORY,
    "a flood of output": Outcome.TOO_MUCH_OUTPUT,
    "not a number": Outcome.FAILED,
    "equal to everything": Outcome.FAILED,
    "raises SystemExit": Outcome.RAISED,
    "writes to the socket": Outcome.FORBIDDEN,
}


@pytest.mark.parametrize("name", ENDINGS)
def test_forgery_is_called_by_its_name(name: str):
    limits = Limits(cell_s=0.6, submission_s=10)
    verdict = judge(FORGERIES[name], TESTS["equal"], limits=limits)
    assert verdict.outcome is ENDINGS[name], verdict


def test_assertion_swallowed_by_the_student_still_fails():
    answer = "def f(g):\n    try:\n        g(0)\n    except BaseException:\n        return 1"
    test = "def g(x):\n    assert x == 1, 'g wants 1'\nassert f(g) == 1"
    verdict = judge(answer, test)
    assert (verdict.outcome, verdict.message) == (Outcome.FAILED, "g wants 1")


def test_callback_given_a_huge_matrix_is_ended_from_outside():
    answer = "def f(g):\n    return g(np.random.rand(2600, 2600))"
    test = "f(lambda a: np.linalg.svd(a))"
    verdict = judge(answer, test, limits=Limits(cell_s=0.5, submission_s=10))
    assert verdict.outcome is Outcome.TIMED_OUT


def test_callback_made_to_eat_memory_ends_the_examiner_only():
    answer = "def f(g):\n    return g(10**10)"
    verdict = judge(answer, "f(lambda n: [0] * n)", limits=Limits(cell_s=3, memory_mib=256))
    assert verdict.outcome is Outcome.OUT_OF_MEMORY


def test_student_s_own_tests_and_names_do_not_reach_the_examiner():
    answer = "def f(x): return 0\nallclose = lambda *a: True\nX_test = [1]\nclose = allclose"
    verdict = judge(answer, "assert close(f(1), 2)", "f")
    assert (verdict.points, verdict.outcome) == (None, Outcome.OUR_FAULT)
    assert "close" in verdict.message


LEAKS = {
    "print": "print(x)",
    "text": "raise ValueError(f'{x} seen')",
    "class name": "raise type(f'X{x}', (ValueError,), {})()",
    "stub": "raise NotImplementedError(f'Exercise 9.1: {x}')",
    "object": "return type(f'C{x}', (), {})()",
    "exit code": "import os; os._exit(x % 256)",
    "file": "open('FILE', 'w').write(str(x))",
    "key": "return {x: 1}",
    "warning": "import warnings; warnings.warn(str(x))",
    "stop": "from autograder.examine.faults import Missing; raise Missing(str(x))",
    "place": "exec(compile('1 / 0', f'<cell {x}>', 'exec'))",
}


@pytest.mark.parametrize("name", LEAKS)
def test_hidden_inputs_do_not_come_back_in_words(name: str, tmp_path: Path):
    test = "a = 1\n### BEGIN HIDDEN TESTS\nassert f(987654137)[0] == 2\n### END HIDDEN TESTS\nf(1)"
    file = str(tmp_path / "leak")
    cells = [
        SETUP,
        cell("ex-9-1", f"def f(x):\n    {LEAKS[name].replace('FILE', file)}\n    return 0"),
        cell("test-9-1-a", test, points=1.0),
        cell("mine", f"import os\nif os.path.exists({file!r}): print(open({file!r}).read())"),
    ]
    examined = run(cells, "f")
    assert examined.verdicts[0].points == 0.0
    for told in (987654137, 987654137 % 256):
        assert str(told) not in examined.verdicts[0].message
        assert str(told) not in str([c["outputs"] for c in examined.notebook["cells"]])


def test_hidden_input_kept_for_a_later_visible_line_does_not_come_back():
    answer = "seen = []\ndef f(x):\n    seen.append(x)\n    if x == 1: raise ValueError(seen)"
    test = "### BEGIN HIDDEN TESTS\nf(987654137)\n### END HIDDEN TESTS\nf(1)"
    verdict = judge(answer, test)
    assert verdict.message == "f raised ValueError on line 4 of cell ex-9-1."


def test_comparison_by_numpy_in_a_hidden_test_shows_no_expected_values():
    test = (
        "### BEGIN HIDDEN TESTS\nnp.testing.assert_allclose(f(1), 12345.678)\n### END HIDDEN TESTS"
    )
    verdict = judge("def f(x):\n    return 1.0", test)
    assert verdict.outcome is Outcome.FAILED
    assert "12345" not in verdict.message


def test_cell_that_talks_on_the_socket_is_left_out():
    cells = [
        SETUP,
        cell("ex-9-1", "def f(x):\n    return x"),
        cell("ex-9-2", "import os\nfor fd in range(3, 64):\n    try: os.write(fd, b'x' * 99)\n"
             "    except OSError: pass\ng = 1"),
        cell("test-9-1-a", "assert f(1) == 1", points=1.0),
        cell("test-9-2-a", "assert g == 1", points=1.0),
    ]  # fmt: skip
    one, two = run(cells, "f g", limits=QUICK).verdicts
    assert one.outcome is Outcome.PASSED
    assert two.outcome in (Outcome.FORBIDDEN, Outcome.TIMED_OUT)
