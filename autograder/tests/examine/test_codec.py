from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import msgpack
import numpy as np
import pytest
from autograder.examine import wire
from autograder.examine.codec import Codec
from autograder.examine.faults import CannotCross, Forbidden
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from .talking import talk

DTYPES = hnp.scalar_dtypes().filter(lambda d: d.kind in "biufcSU" and d.itemsize > 0)
PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.complex_numbers(),
    st.text(),
    st.binary(max_size=50),
    st.builds(range, st.integers(-9, 9), st.integers(-9, 9), st.integers(1, 3)),
    st.builds(slice, st.none() | st.integers(), st.integers(), st.none()),
    st.just(Ellipsis),
    DTYPES,
    hnp.from_dtype(np.dtype("f8")),
    hnp.from_dtype(np.dtype("f4")),
    hnp.from_dtype(np.dtype("?")),
    hnp.from_dtype(np.dtype("u1")),
    st.sampled_from([int, float, list, np.float64, np.ndarray, ValueError]),
    st.frozensets(st.integers(), max_size=4),
)
KEYS = st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.tuples(st.integers()))
VALUES = st.recursive(
    PLAIN | hnp.arrays(DTYPES, hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4)),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(KEYS, inner, max_size=4)
        | st.sets(st.integers() | st.text(), max_size=4)
    ),
    max_leaves=12,
)


def same(a: Any, b: Any) -> bool:
    """Equal with equal exact types, NaN like NaN."""
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray):
        return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, np.generic):
        return a.dtype == b.dtype and a.tobytes() == b.tobytes()
    if isinstance(a, float):
        return a == b or (math.isnan(a) and math.isnan(b))
    if isinstance(a, complex):
        return same(a.real, b.real) and same(a.imag, b.imag)
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return same(list(a), list(b)) and same(list(a.values()), list(b.values()))
    return bool(a == b)


@pytest.fixture(scope="module")
def echo() -> Iterator[Callable[[Any], Any]]:
    with talk("import copy\ndef echo(x):\n    return copy.deepcopy(x)") as t:
        yield t.echo


@settings(max_examples=300, deadline=None)
@given(VALUES)
def test_every_value_comes_back_with_its_exact_type(echo: Callable[[Any], Any], value: Any):
    assert same(echo(value), value)


@pytest.mark.parametrize(
    "value",
    [
        -(2**63) - 1,
        2**64,
        -(10**400),
        "\ud800",
        np.array(3.0),
        np.array([], dtype="f4").reshape(0, 3),
        np.float32(0.1),
        np.bool_(True),
        np.asfortranarray(np.arange(6.0).reshape(2, 3)),
        np.arange(6, dtype=">i4"),
        (1, (2, (3, [4, {"five": (6,)}]))),
        list(range(10_000)),
        [None, True, 1.5] * 1000,
        np.longdouble(1) / 3,
    ],
    ids=lambda v: type(v).__name__,
)
def test_awkward_values_come_back(echo: Callable[[Any], Any], value: Any):
    assert same(echo(value), value)


def test_keywords_arrive_under_their_names():
    with talk("def f(*a, **k):\n    return k") as t:
        assert t.f(a=1, b=[2]) == {"a": 1, "b": [2]}


def test_functions_of_numpy_cross_by_name():
    with talk("import math\ndef f(g):\n    return g is np.tanh or g is math.sqrt") as t:
        assert t.f(np.tanh) is True
        assert t.f(math.sqrt) is True
        assert t.f(np.sqrt) is False


@pytest.mark.parametrize(
    "make",
    [
        lambda: tuple_of_depth(60),
        lambda: 1 << 40_000,
        lambda: [0] * 1_000_001,
        lambda: np.zeros(70 * 2**20, np.uint8),
        lambda: [[] for _ in range(20_001)],
        lambda: __import__("collections").OrderedDict(),
        lambda: open,
        lambda: np,
        lambda: np.array([object()]),
    ],
)
def test_value_that_cannot_cross_is_refused_and_poisons_nothing(
    echo: Callable[[Any], Any], make: Any
):
    with pytest.raises(CannotCross):
        echo(make())
    assert echo([1, {"two": 3}]) == [1, {"two": 3}]


def test_too_large_answer_is_an_error_of_that_call_only():
    with talk("def big():\n    return [0] * 1_000_001\ndef small():\n    return [1]") as t:
        with pytest.raises(TypeError, match="use an array"):
            t.big()
        assert t.small() == [1]


def tuple_of_depth(depth: int) -> Any:
    value: Any = ()
    for _ in range(depth):
        value = (value,)
    return value


def refuse(_: Any) -> Any:
    raise Forbidden


NODES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text()
    | st.binary(max_size=40) | st.sampled_from("icntfrsedTNohg") | st.sampled_from(["<f8", "O"]),
    lambda inner: st.lists(inner, max_size=5)
    | st.tuples(st.sampled_from("icntfrsedTNohg"), inner, inner).map(list),
    max_leaves=10,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(NODES)
def test_any_node_is_a_value_or_forbidden(node: Any):
    with suppress(Forbidden):
        Codec(refuse, refuse).value(wire.unpack(wire.pack(node)))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_a_node_or_forbidden(data: bytes):
    with suppress(Forbidden):
        Codec(refuse, refuse).value(wire.unpack(data))


@pytest.mark.parametrize(
    "data",
    [
        b"\xdd\xff\xff\xff\xff",  # an array of 4 milliard items
        b"\xc6\xff\xff\xff\xff",  # as many bytes
        b"\x91" * 100_000,  # deep
        b"\x81\x01\x02",  # a map
        msgpack.packb(msgpack.Timestamp(1)),
        msgpack.packb(msgpack.ExtType(5, b"x")),
    ],
)
def test_hostile_bytes_are_forbidden_before_anything_is_allocated(data: bytes):
    with pytest.raises(Forbidden):
        Codec(refuse, refuse).value(wire.unpack(data))


@pytest.mark.parametrize(
    "node",
    [
        ["n", "|O8", b"12345678"],
        ["n", "<f8", b"123"],
        ["d", "(1000000000,)<f8"],
        ["d", "<M8[s]"],
        ["T", "os.system"],
        ["N", "numpy.load"],
        ["i", b"1" * 3000],
        ["r", 1.0, 2, 3],
        ["zz"],
        [],
        [[]],
    ],
)
def test_hostile_nodes_are_forbidden(node: Any):
    with pytest.raises(Forbidden):
        Codec(refuse, refuse).value(node)
