"""Shared objects behave as in one process, at every crossing."""

from __future__ import annotations

import gc

import numpy as np
import pytest
from autograder.examine.faults import Forbidden

from .talking import talk


def test_array_changed_in_place_by_the_student_is_changed_here():
    with talk("def f(x):\n    x += 1") as t:
        x = np.zeros(3)
        t.f(x)
        assert x.tolist() == [1, 1, 1]


def test_returned_argument_is_the_argument():
    with talk("def f(x):\n    return x") as t:
        for x in (np.zeros(3), [1], {"a": 1}, {1}, np.random.default_rng(1)):
            assert t.f(x) is x
        x = np.zeros(3)
        assert t.f((x, 1))[0] is x


def test_callback_sees_the_changes_made_before_it():
    source = """
    def gradient(f, x, h=1e-5):
        g = np.zeros_like(x)
        for i in np.ndindex(*x.shape):
            old = x[i]
            x[i] = old + h
            up = f()
            x[i] = old - h
            down = f()
            x[i] = old
            g[i] = (up - down) / (2 * h)
        return g
    """
    with talk(source) as t:
        names = t.run("""
            x = np.array([1.0, 2.0, 3.0])
            g = gradient(lambda: float((x ** 2).sum()), x)
        """)
        assert np.allclose(names["g"], [2, 4, 6])
        assert names["x"].tolist() == [1, 2, 3]


def test_change_made_here_between_calls_is_seen_there():
    source = """
    class Model:
        def __init__(self):
            self.params = {"W1": np.ones((2, 2))}
        def loss(self):
            return float((self.params["W1"] ** 2).sum())
    model = Model()
    """
    with talk(source) as t:
        model = t.model
        weights = model.params["W1"]
        assert model.loss() == 4.0
        weights[0, 0] += 1
        assert model.loss() == 7.0
        params = model.params
        params["W1"] = np.zeros((2, 2))
        assert model.loss() == 0.0


def test_callback_may_change_what_the_student_holds():
    with talk("def f(g):\n    x = [1]\n    g(x)\n    return x, len(x)") as t:
        t.run("def g(x):\n    x.append(2)")
        assert t.run("r = f(g)")["r"] == ([1, 2], 2)


def test_generator_draws_from_the_same_rng_in_a_later_next():
    source = """
    def batches(n, rng):
        order = rng.permutation(n)
        yield order[: n // 2]
        yield rng.permutation(order[n // 2 :])
    """
    with talk(source) as t:
        rng, twin = np.random.default_rng(7), np.random.default_rng(7)
        items = iter(t.batches(10, rng))
        first = next(items)
        order = twin.permutation(10)
        assert first.tolist() == order[:5].tolist()
        assert rng.random() == twin.random()
        assert next(items).tolist() == twin.permutation(order[5:]).tolist()
        assert rng.random() == twin.random()
        assert list(items) == []


@pytest.mark.parametrize("kind", ["PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64"])
def test_every_bit_generator_goes_on_where_it_stood(kind: str):
    bits = getattr(np.random, kind)
    with talk("def f(rng):\n    return rng.normal(size=3), rng.spawn(1)[0].random()") as t:
        rng, twin = np.random.Generator(bits(5)), np.random.Generator(bits(5))
        rng.random(dtype="f4"), twin.random(dtype="f4")
        values, child = t.f(rng)
        assert values.tolist() == twin.normal(size=3).tolist()
        assert child == twin.spawn(1)[0].random()
        assert rng.spawn(1)[0].random() == twin.spawn(1)[0].random()


def test_generator_made_by_the_student_comes_over():
    with talk("def f():\n    return np.random.default_rng(3)") as t:
        assert t.f().random() == np.random.default_rng(3).random()


def test_object_kept_across_calls_stays_the_same():
    source = """
    kept = []
    def keep(x):
        kept.append(x)
    def change():
        kept[0][0] = 99
    def first():
        return kept[0]
    """
    with talk(source) as t:
        x = [1, 2]
        t.keep(x)
        t.change()
        assert x == [99, 2]
        x.append(3)
        assert t.first() is x
        assert t.first() == [99, 2, 3]


def test_aliases_and_cycles_survive():
    source = """
    def f(a, b):
        return a is b, a["me"] is a
    def loop():
        x = []
        x.append(x)
        return x
    """
    with talk(source) as t:
        d: dict = {}
        d["me"] = d
        assert t.f(d, d) == (True, True)
        x = t.loop()
        assert x[0] is x


def test_dict_keys_stay_while_a_test_iterates():
    source = "def step(params, k):\n    params[k] = params[k] - 1\n    params[k] -= 0"
    with talk(source) as t:
        params = {"W": np.ones(2), "b": np.ones(1)}
        for name in params:
            t.step(params, name)
        assert [v.tolist() for v in params.values()] == [[0, 0], [0]]


def test_dict_takes_new_and_lost_keys_in_order():
    with talk("def f(d):\n    del d['a']\n    d['c'] = 3\n    d['a'] = 4") as t:
        d = {"a": 1, "b": 2}
        t.f(d)
        assert list(d.items()) == [("b", 2), ("c", 3), ("a", 4)]


def test_sets_and_lists_change_in_place():
    with talk("def f(s, l):\n    s.add(5)\n    s.discard(1)\n    l[1:2] = [7, 8]") as t:
        s, items = {1, 2}, [1, 2, 3]
        t.f(s, items)
        assert (s, items) == ({2, 5}, [1, 7, 8, 3])


def test_views_share_memory():
    source = """
    def transpose(x):
        return x.T
    def fill(a, b):
        a[:] = 1
        b[:] = 2
    def shares(a, b):
        return np.shares_memory(a, b)
    """
    with talk(source) as t:
        x = np.zeros((2, 3))
        y = t.transpose(x)
        assert y.shape == (3, 2)
        assert np.shares_memory(x, y)
        y[0, 1] = 5
        assert x[1, 0] == 5
        z = np.zeros(6)
        t.fill(z[:4], z[2:])
        assert z.tolist() == [1, 1, 2, 2, 2, 2]
        assert t.shares(z[:4], z[2:]) is True
        assert t.fill(z[::-2], z[:1]) is None
        assert z.tolist() == [2, 1, 2, 1, 2, 1]


def test_overlapping_views_made_later_still_overlap():
    with talk("kept = []\ndef keep(a):\n    kept.append(a)\ndef f(a):\n    a[:] = 9\n"
              "def look():\n    return kept[0].tolist()") as t:  # fmt: skip
        z = np.arange(6.0)
        t.keep(z[:3])
        t.f(z[2:])
        assert t.look() == [0, 1, 9]
        assert z.tolist() == [0, 1, 9, 9, 9, 9]


def test_student_sees_of_an_array_only_what_was_handed_over():
    with talk("def f(t):\n    return t.base.sum(), (t.base[80:] == 0).all()") as t:
        labels = np.ones(100)
        seen, rest = t.f(labels[:80])
        assert seen == 80.0
        assert bool(rest)


def test_student_cannot_write_outside_what_was_handed_over():
    with talk("def f(t):\n    return t.base") as t:
        labels = np.ones(100)
        with pytest.raises(Forbidden):
            t.f(labels[:80])
        assert labels.sum() == 100


@pytest.mark.parametrize(
    "make",
    [
        lambda: np.asfortranarray(np.arange(6.0).reshape(2, 3)),
        lambda: np.arange(24.0).reshape(2, 3, 4).transpose(1, 0, 2) * 1,
        lambda: np.broadcast_to(np.arange(3.0), (2, 3)),
        lambda: np.frombuffer(bytes(24)).copy()[:0],
        lambda: np.arange(3) * 1j,
        lambda: (np.arange(3) * 1j).imag,
        lambda: np.array([True, False])[::-1],
        lambda: np.array(["one", "three"])[1:],
        lambda: np.array(2.5),
        lambda: np.arange(9.0).reshape(3, 3).diagonal(),
    ],
)
def test_every_layout_arrives_and_returns(make):
    with talk("def f(x):\n    return x.copy(), x, x.shape, str(x.dtype)") as t:
        x = make()
        copy, back, shape, dtype = t.f(x)
        assert copy.tolist() == x.tolist()
        assert back is x
        assert (shape, dtype) == (x.shape, str(x.dtype))


def test_layouts_made_by_the_student_arrive():
    source = """
    def f():
        z = np.arange(6.0).reshape(2, 3)
        return z.T, np.asfortranarray(z), z[:, ::2], z[::-1], np.broadcast_to(z[0], (2, 3))
    """
    with talk(source) as t:
        z = np.arange(6.0).reshape(2, 3)
        wanted = z.T, z, z[:, ::2], z[::-1], np.broadcast_to(z[0], (2, 3))
        for mine, theirs in zip(wanted, t.f(), strict=True):
            assert mine.tolist() == theirs.tolist()


def test_read_only_crosses_and_an_honest_write_raises():
    with talk("def f(x):\n    x[0] = 1\ndef g(x):\n    return x.flags.writeable") as t:
        x = np.zeros(2)
        x.flags.writeable = False
        assert t.g(x) is False
        with pytest.raises(ValueError, match="read-only"):
            t.f(x)


@pytest.mark.parametrize(
    "trick",
    [
        "x.flags.writeable = True\n    x[0] = 1",
        "import ctypes\n    ctypes.memset(x.ctypes.data, 255, 8)",
    ],
)
def test_change_of_a_read_only_array_is_forbidden(trick: str):
    with talk(f"def f(x):\n    {trick}") as t:
        x = np.zeros(2)
        x.flags.writeable = False
        with pytest.raises(Forbidden):
            t.f(x)
        assert x.tolist() == [0, 0]


@pytest.mark.parametrize("change", ["x.shape = (4,)", "x.resize(8, refcheck=False)"])
def test_change_of_shape_in_place_is_forbidden(change: str):
    source = f"import warnings\nwarnings.simplefilter('ignore')\ndef f(x):\n    {change}"
    with talk(source) as t, pytest.raises(Forbidden):
        t.f(np.zeros((2, 2)))


def test_objects_that_nobody_holds_are_forgotten_on_both_sides():
    with talk("def f(x):\n    return [x, [1, {'a': 2}]]") as t:
        f = t.f
        for _ in range(50):
            f(np.zeros(3))
            f([1, [2]])
        gc.collect()
        for _ in range(4):
            f(0)
        assert t.examiner.channel.shared <= 4


def test_failed_message_leaves_the_table_as_it_was():
    with talk("def f(*x):\n    return x[0]") as t:
        shared = [1]
        assert t.f(shared) is shared
        shared.append(2)
        with pytest.raises(TypeError):
            t.f(shared, [{}], open)
        assert t.f(shared) == [1, 2]
        assert t.f(shared) is shared


def test_student_made_list_changed_later_by_the_student():
    with talk("kept = [1]\ndef get():\n    return kept\ndef push(v):\n    kept.append(v)") as t:
        kept = t.get()
        t.push(2)
        assert kept == [1, 2]
        kept.append(3)
        t.push(4)
        assert kept == [1, 2, 3, 4]
        assert t.get() is kept


def test_subclasses_stay_on_their_side():
    source = """
    from collections import OrderedDict, namedtuple
    Point = namedtuple("Point", "x y")
    class Loud(np.ndarray): pass
    values = [OrderedDict(a=1), Point(1, 2), np.zeros(2).view(Loud), np.matrix([[1]]), {}.keys()]
    """
    with talk(source) as t:
        ordered, point, loud, matrix, keys = t.values
        assert dict(ordered) == {"a": 1}
        assert tuple(point) == (1, 2)
        x, y = point
        assert (x, y, point.x) == (1, 2, 1)
        with pytest.raises(TypeError, match=r"np\.asarray"):
            np.asarray(matrix)
        with pytest.raises(TypeError, match="class Loud"):
            np.testing.assert_allclose(loud, np.zeros(2))
        assert list(keys) == []
