"""Callables, generators and tokens of the test in the student's hands."""

from __future__ import annotations

import os

import pytest
from autograder.examine.faults import Forbidden, StudentError, TimedOut

from .talking import talk


def test_function_of_the_test_is_called_and_counted():
    with talk("def f(g):\n    return g(1) + g(2, k=3)") as t:
        names = t.run("""
            calls = []
            def g(x, k=0):
                calls.append((x, k))
                return x + k
            result = f(g)
        """)
        assert names["result"] == 6
        assert names["calls"] == [(1, 0), (2, 3)]


def test_function_of_the_test_comes_home_as_itself():
    with talk("def f(g):\n    return g") as t:
        names = t.run("g = lambda x: x\nsame = f(g) is g")
        assert names["same"] is True


def test_token_is_only_handed_back():
    source = """
    def back(x):
        return x
    def peek(x):
        return [hasattr(x, n) for n in ("secret", "__dict__")], x == x, x != x
    def poke(x):
        x.secret
    """
    with talk(source) as t:
        names = t.run("""
            class Token:
                secret = 41
            token, plain = Token(), object()
            same = back(token) is token and back(plain) is plain
            seen = peek(token)
        """)
        assert names["same"] is True
        assert names["seen"] == ([False, False], True, False)
        with pytest.raises(AttributeError):
            t.run("poke(token)")


def test_double_gives_what_it_exports_and_no_more():
    source = """
    def use(d):
        return d.lr, d.step(2), d(3)
    def pry(d, name):
        return getattr(d, name)
    """
    with talk(source) as t:
        t.run("""
            class Double:
                __exports__ = ("lr", "step", "__call__")
                lr, secret = 0.1, 41
                def step(self, x):
                    return x + 1
                def __call__(self, x):
                    return x * 10
            d = Double()
        """)
        assert t.run("r = use(d)")["r"] == (0.1, 3, 30)
        for name in ("secret", "__class__.__init__", "_nnbh"):
            with pytest.raises(AttributeError):
                t.run(f"pry(d, {name!r})")
        assert t.run("r = type(pry(d, 'step'))")["r"].__name__ != "dict"


def test_generator_of_the_test_is_drawn_from():
    with talk("def f(items):\n    return sum(items)\ndef one(items):\n    return next(items)") as t:
        t.run("""
            def numbers():
                yield from (1, 2, 3)
            g = numbers()
        """)
        assert t.run("r = one(g)")["r"] == 1
        assert t.run("r = f(g)")["r"] == 5
        assert t.run("r = f(x * x for x in (1, 2))")["r"] == 5


@pytest.mark.parametrize(
    "attack",
    [
        "g.__globals__",
        "g.__code__",
        "g.__closure__",
        "type(g).__globals__",
        "g.__func__",
        "g.__self__",
        "g.__wrapped__",
    ],
)
def test_function_of_the_test_shows_nothing_of_itself(attack: str):
    with talk(f"def f(g):\n    return {attack}") as t, pytest.raises(AttributeError):
        t.run("f(lambda x: x)")


@pytest.mark.parametrize("verb", ["getattr", "setattr", "call", "next", "eval", "get", "__init__"])
def test_candidate_may_not_ask_otherwise(verb: str):
    source = f"""
    import gc
    from autograder.examine.channel import Channel
    def f(g):
        channels = (o for o in gc.get_objects() if type(o) is Channel)
        channel = next(c for c in channels if not c._side.strict)
        return channel.request({verb!r}, g, "__globals__")
    """
    with talk(source) as t, pytest.raises((Forbidden, AttributeError, StudentError)):
        t.run("class Token: pass\nf(Token())")


def test_candidate_cannot_use_what_was_never_lent():
    source = """
    import gc
    from autograder.examine.channel import Channel
    def f(x):
        channels = (o for o in gc.get_objects() if type(o) is Channel)
        channel = next(c for c in channels if not c._side.strict)
        return channel.request("call", x, (), ())
    """
    for value in ([1], 3, "exec"):
        with talk(source) as t, pytest.raises(Forbidden):
            t.f(value)


def test_functions_from_elsewhere_are_not_lent():
    with talk("def f(g):\n    return g") as t:
        for value in (os.path.join, os.system, print, exec, os.path):
            with pytest.raises(TypeError):
                t.f(value)


def test_nested_calls_go_back_and_forth():
    with talk("def f(g, n):\n    return g(n)") as t:
        names = t.run("""
            def g(n):
                return 0 if n == 0 else 1 + f(g, n - 1)
            deep = f(g, 20)
        """)
        assert names["deep"] == 20
        with pytest.raises(RecursionError):
            t.run("f(g, 100)")
        assert t.run("again = f(g, 3)")["again"] == 3


def test_exception_of_the_test_comes_back_as_itself():
    source = """
    def f(g):
        return g()
    def catch(g):
        try:
            g()
        except KeyError as e:
            return type(e).__name__, e.args
    """
    with talk(source) as t:
        t.run("""
            class Mine(KeyError):
                pass
            mine = Mine("k")
            def g():
                raise mine
        """)
        with pytest.raises(KeyError) as caught:
            t.run("f(g)")
        assert caught.value is t.run("")["mine"]
        assert t.run("r = catch(g)")["r"] == ("KeyError", ("'k'",))


def test_exception_of_the_student_comes_home_as_itself():
    source = """
    class Shape(ValueError): pass
    def inner(): raise Shape("s")
    def f(g):
        try:
            g()
        except Shape as e:
            return "caught"
    """
    with talk(source) as t:
        assert t.run("r = f(lambda: inner())")["r"] == "caught"


def test_budget_of_callbacks_is_kept():
    with talk("def f(g):\n    while True:\n        g()") as t:
        t.examiner._budget = 50
        with pytest.raises(TimedOut, match="more than"):
            t.run("f(lambda: 0)")


def test_other_threads_of_the_student_may_not_call():
    source = """
    import threading
    def f(g):
        said = []
        def work():
            try:
                said.append(g())
            except RuntimeError as e:
                said.append(str(e))
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        return said, g()
    """
    with talk(source) as t:
        said, value = t.run("r = f(lambda: 7)")["r"]
        assert value == 7
        assert "main thread" in said[0]
