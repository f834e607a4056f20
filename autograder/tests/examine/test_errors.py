"""Exceptions and output of the student's on this side."""

from __future__ import annotations

import builtins
import contextlib
import io
import warnings

import pytest
from autograder.examine.faults import StudentError, TooMuchOutput

from .talking import talk

BUILT_IN = sorted(
    name
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, Exception) and "Group" not in name
    and not issubclass(value, StopIteration | StopAsyncIteration)
)  # fmt: skip


def test_every_built_in_exception_is_caught_by_its_name():
    source = """
    import builtins
    def f(name):
        kind = getattr(builtins, name)
        error = kind("utf-8", b"x", 0, 1, "text") if name == "UnicodeDecodeError" else (
            kind("utf-8", "x", 0, 1, "text") if name == "UnicodeEncodeError" else (
            kind("x", 0, 1, "text") if name == "UnicodeTranslateError" else kind("text")))
        raise error
    """
    with talk(source) as t:
        for name in BUILT_IN:
            with pytest.raises(getattr(builtins, name)) as caught:
                t.f(name)
            assert isinstance(caught.value, StudentError)
            assert "text" in str(caught.value)


def test_subclass_is_caught_as_its_base_and_keeps_its_name():
    with talk("class ShapeError(ValueError): pass\ndef f():\n    raise ShapeError('s')") as t:
        with pytest.raises(ValueError, match=r"^s$") as caught:
            t.f()
        assert type(caught.value).__name__ == "ShapeError"
        assert (caught.value.cell, caught.value.line) == ("ex-9-1", 4)
        assert "raise ShapeError" in caught.value.trace


@pytest.mark.parametrize("code", ["raise SystemExit(3)", "raise KeyboardInterrupt", "exit()"])
def test_leaving_is_an_ordinary_error(code: str):
    with talk(f"def f():\n    {code}") as t, pytest.raises(StudentError):
        t.f()


def test_str_of_an_exception_runs_there_only():
    source = """
    class Odd(Exception):
        def __str__(self): raise RuntimeError
    def f(): raise Odd()
    """
    with talk(source) as t, pytest.raises(StudentError) as caught:
        t.f()
    assert str(caught.value) == ""


def test_prints_arrive_in_order_and_can_be_redirected():
    with talk("import sys\ndef f(g):\n    print('a')\n    g()\n    print('c', file=sys.stderr)\n"
              "    sys.stdout.close()\n    print('d')") as t:  # fmt: skip
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            t.run("f(lambda: print('b'))")
        assert out.getvalue() == "a\nb\nd\n"
        assert err.getvalue() == "c\n"


def test_warnings_cross():
    with talk("import warnings\ndef f():\n    warnings.warn('careful', RuntimeWarning)\n"
              "def g():\n    return np.exp(np.array([1000.0]))") as t:  # fmt: skip
        with pytest.warns(RuntimeWarning, match="careful"):
            t.f()
        with pytest.warns(RuntimeWarning, match="overflow"):
            t.g()
        with warnings.catch_warnings(record=True) as seen:
            t.examiner.fetch("f")
        assert seen == []


def test_too_much_output_stops():
    source = "def f():\n    while True:\n        print('x' * 1000)"
    with talk(source) as t, pytest.raises(TooMuchOutput):
        t.f()
