"""Objects of the student's as a test sees them."""

from __future__ import annotations

import copy
import math
import pickle

import numpy as np
import pytest
from autograder.examine.faults import Forbidden, NotAValue, StudentError

from .talking import talk

VALUE = """
class Value:
    def __init__(self, data, parents=(), op=""):
        self.data, self.grad, self.parents, self.op = data, 0.0, parents, op
    def __add__(self, other):
        return Value(self.data + other.data, (self, other), "+")
    def __mul__(self, other):
        return Value(self.data * other.data, (self, other), "*")
    def __neg__(self):
        return Value(-self.data, (self,), "-")
    def __pow__(self, n):
        return Value(self.data ** n, (self,), "**")
    def __radd__(self, other):
        return Value(self.data + other, (self,), "r+")
    def tanh(self):
        return Value(float(np.tanh(self.data)), (self,), "tanh")
"""


def test_arithmetic_of_proxies_builds_the_student_s_graph():
    with talk(VALUE) as t:
        a, b = t.Value(2.0), t.Value(3.0)
        c = a * b + a
        assert c.data == 8.0
        assert c.op == "+"
        assert c.parents[1] is a
        assert c.parents[0].parents == (a, b) or c.parents[0].parents[0] is a
        assert (-a).data == -2.0
        assert (a**2).data == 4.0
        assert (1.5 + a).data == 3.5
        assert (np.float64(1.5) + a).data == 3.5
        assert c.tanh().data == math.tanh(8.0)
        a.grad = 5.0
        assert a.grad == 5.0


def test_arithmetic_that_gives_a_plain_value_is_refused():
    source = "class Zero:\n    def __sub__(self, other):\n        return 0.0\nz = Zero()"
    with talk(source) as t, pytest.raises(NotAValue, match="gave a plain float"):
        t.z - 1.0


@pytest.mark.parametrize(
    "use",
    [
        lambda p: p == 1,
        lambda p: 1 == p,  # noqa: SIM300  # the other side of the sign is the point
        lambda p: p != 1,
        lambda p: p < 1,
        lambda p: 1 >= p,  # noqa: SIM300  # as above
        lambda p: bool(p),
        lambda p: not p,
        lambda p: float(p),
        lambda p: int(p),
        lambda p: math.isclose(p, 1),
        lambda p: round(p),
        lambda p: 1 in p,
        lambda p: p in [1, 2],
        lambda p: np.asarray(p),
        lambda p: np.isfinite(p),
        lambda p: np.array([1.0]) == p,
        lambda p: np.allclose(p, 1.0),
        lambda p: np.testing.assert_allclose(p, 1.0),
        lambda p: np.testing.assert_array_equal(p, 1.0),
        lambda p: copy.copy(p),
        lambda p: copy.deepcopy(p),
        lambda p: pickle.dumps(p),
        lambda p: [10, 20][p],
        lambda p: range(p),
        lambda p: sorted([p, 1]),
        lambda p: max(p, 1),
        lambda p: abs(p) < 1,
    ],
)
def test_no_claim_of_an_object_is_ever_a_value(use):
    source = """
    class Liar:
        def __eq__(self, other): return True
        __ne__ = __lt__ = __gt__ = __le__ = __ge__ = __contains__ = __eq__
        def __hash__(self): return 1
        def __bool__(self): return True
        def __float__(self): return 1.0
        def __int__(self): return 1
        __index__ = __round__ = __trunc__ = __int__
        def __array__(self, *args, **kwargs): return np.array(1.0)
        def __abs__(self): return self
        __array_interface__ = {"shape": (1,), "typestr": "<f8", "data": (8, False), "version": 3}
        __array_priority__ = 1000
    liar = Liar()
    """
    with talk(source) as t, pytest.raises(TypeError):
        use(t.liar)


def test_no_dunder_is_forwarded():
    source = """
    asked = []
    class Spy:
        def __getattr__(self, name):
            asked.append(name)
            return 1
    spy = Spy()
    """
    with talk(source) as t:
        spy = t.spy
        for name in ("__array_interface__", "__array_struct__", "__wrapped__", "__len__x__"):
            with pytest.raises(AttributeError):
                getattr(spy, name)
        with pytest.raises(TypeError):
            np.asarray(spy)
        assert spy.plain == 1
        assert t.asked == ["plain"]


def test_repr_of_the_student_is_never_run():
    with talk("class A:\n    def __repr__(self):\n        return 'secret'\na = A()") as t:
        assert f"{t.a} {t.a!r}".count("secret") == 0
        assert "class A" in repr(t.a)


def test_class_name_is_sanitised():
    with talk("a = type('<b>x</b>' * 50, (), {})()") as t:
        assert "<b>" not in repr(t.a)
        assert len(repr(t.a)) < 150


def test_identity_of_objects_is_kept():
    with talk(
        "class A: pass\na = A()\ndef same(x):\n    return x is a\ndef get():\n    return a"
    ) as t:
        a = t.a
        assert t.a is a
        assert t.get() is a
        assert t.same(a) is True


def test_callable_tells_the_truth():
    with talk("class A: pass\na = A()\ndef f(): pass\nclass C:\n    def __call__(self): return 1\n"
              "c = C()") as t:  # fmt: skip
        assert not callable(t.a)
        assert callable(t.f)
        assert callable(t.A)
        assert t.c() == 1


def test_items_iteration_contexts_and_length():
    source = """
    class Box:
        def __init__(self): self.d, self.log = {"a": 1}, []
        def __getitem__(self, k): return self.d[k]
        def __setitem__(self, k, v): self.d[k] = v
        def __delitem__(self, k): del self.d[k]
        def __len__(self): return len(self.d)
        def __iter__(self): return iter(list(self.d))
        def __enter__(self): self.log.append("in"); return self
        def __exit__(self, kind, value, trace):
            self.log.append(str(kind and kind.__name__)); return kind is KeyError
    box = Box()
    def count(n):
        got = yield 0
        yield got
        return n
    """
    with talk(source) as t:
        box = t.box
        box["b"] = 2
        assert (box["a"], box["b"], len(box), list(box)) == (1, 2, 2, ["a", "b"])
        del box["a"]
        with pytest.raises(KeyError):
            box["a"]
        with box as inside:
            assert inside is box
        with box:
            raise KeyError("swallowed")
        with pytest.raises(ValueError, match="through"), box:
            raise ValueError("through")
        assert box.log == ["in", "None", "in", "KeyError", "in", "ValueError"]
        items = t.count(3)
        assert next(items) == 0
        assert items.send(8) == 8
        with pytest.raises(StopIteration) as stop:
            next(items)
        assert stop.value.value == 3


@pytest.mark.parametrize("size", ["10**9", "-1", "'x'"])
def test_impossible_lengths_are_errors(size: str):
    source = f"class A:\n    def __len__(self): return {size}\na = A()"
    with talk(source) as t, pytest.raises((Forbidden, ValueError, TypeError)):
        len(t.a)


def test_attributes_methods_and_missing_ones():
    with talk("class A:\n    k = 3\n    @property\n    def p(self): return 4\n"
              "    @staticmethod\n    def s(): return 5\na = A()") as t:  # fmt: skip
        assert (t.a.k, t.a.p, t.a.s(), t.A.s()) == (3, 4, 5, 5)
        assert not hasattr(t.a, "nothing")
        t.a.new = [1]
        assert t.a.new == [1]
        del t.a.new
        assert not hasattr(t.a, "new")


def test_isinstance_is_asked_of_the_candidate():
    with talk("class A: pass\nclass B(A): pass\nb = B()") as t:
        assert isinstance(t.b, t.A)
        assert not isinstance(t.A(), t.B)
        assert not isinstance(3, t.A)


def test_test_may_patch_the_student_s_class_with_its_own_function():
    with talk(
        "class A:\n    def f(self): return self.g() + 1\n    def g(self): return 1\na = A()"
    ) as t:
        t.run("A.g = lambda self: 10")
        assert t.a.f() == 11


def test_parameters_are_told():
    with talk("def f(a, b=2, *, c): pass\nclass K:\n    def __init__(self, lr): pass") as t:
        assert t.examiner.parameters(t.f) == ["a", "b", "c"]
        assert t.examiner.parameters(t.K) == ["lr"]
        with pytest.raises(StudentError):
            t.examiner.parameters(t.K(1))


def test_dead_proxies_let_the_candidate_forget():
    source = """
    import weakref
    alive = weakref.WeakSet()
    class A:
        def __init__(self): alive.add(self)
    def count(): return len(alive)
    """
    with talk(source) as t:
        for _ in range(20):
            t.A()
        assert t.count() <= 1
