"""Values as JSON and back, and the plain form of what students return."""

from __future__ import annotations

import json
from collections import OrderedDict, namedtuple
from typing import Any

import numpy as np
import pytest
from helpers.checks.plain import Odd, numeric, plain
from helpers.checks.raised import Hung, Raised, told
from helpers.checks.show import call, value
from helpers.checks.values import decode, encode, settled

Point = namedtuple("Point", "x y")  # what a student would write


@pytest.mark.parametrize(
    "thing",
    [
        None,
        True,
        3,
        -2.5,
        float("inf"),
        "text",
        [1, [2.0]],
        (1, (2, "a")),
        {"b": 1, "a": (2,)},
        {1: "one", (2, 3): "pair"},
        {"array": 1},
        pytest.param({"x", "y"}, id="a set"),  # its repr depends on the hash seed
        1 + 2j,
        Odd("object", "Tensor"),
        Raised("ValueError", "no"),
        Hung(),
    ],
    ids=repr,
)
def test_values_survive_the_journey(thing: Any) -> None:
    back = decode(json.loads(json.dumps(encode(thing), sort_keys=True)))
    assert back == thing
    assert type(back) is type(thing)
    if isinstance(thing, dict):
        assert list(back) == list(thing)


@pytest.mark.parametrize("dtype", ["float64", "int64", "bool", "complex128", "float32"])
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 3)])
def test_arrays_survive_the_journey(dtype: str, shape: tuple[int, ...]) -> None:
    array = np.ones(shape).astype(dtype)
    back = decode(json.loads(json.dumps(encode(array))))
    assert isinstance(back, np.ndarray)
    assert back.dtype == array.dtype
    assert back.shape == array.shape


def test_floats_keep_twelve_digits_and_nan_stays_nan() -> None:
    assert encode(1 / 3) == 0.333333333333
    nan = decode(encode(np.array([np.nan])))
    assert isinstance(nan, np.ndarray)
    assert np.isnan(nan[0])


def test_drawn_arrays_are_settled_once() -> None:
    data = settled([{"normal": [2, 3], "seed": 1}, {"uniform": [2], "seed": 1}, {"a": 1}])
    assert np.shape(data[0]["array"]) == (2, 3)
    assert data[2] == {"a": 1}


def test_containers_of_a_student_become_plain_ones() -> None:
    assert plain(Point(1, 2)) == (1, 2)
    assert plain(OrderedDict(b=1, a=[np.float64(2)])) == {"b": 1, "a": [2.0]}
    assert plain(np.str_("a")) == "a"
    assert plain({np.int64(3): 1}) == {3: 1}
    assert plain([[0] * 200] * 200) == Odd("endless", "list")


def test_a_copy_is_kept_and_not_the_students_array() -> None:
    array = np.zeros(2)
    kept = plain(array)
    array[0] = 1
    assert isinstance(kept, np.ndarray)
    assert kept[0] == 0


def test_numbers_are_seen_as_arrays_without_axes() -> None:
    assert numeric("1") is None
    assert numeric(None) is None
    huge = numeric(10**400)
    assert huge is not None
    assert np.isinf(huge)


@pytest.mark.parametrize(
    ("thing", "text"),
    [
        (2.0, "2.0"),
        (True, "True"),
        (1e-9, "1e-09"),
        (np.array([1, 2]), "[1, 2]"),
        (np.array([[1.5, 2], [3, 4]]), "[[1.5, 2.0], [3.0, 4.0]]"),
        (np.zeros((5, 5)), "an array of shape (5, 5)"),
        ((1,), "(1,)"),
        ({"a": 1.0}, "{'a': 1.0}"),
        (list(range(100)), "a list of 100 items"),
        (1 + 2j, "1+2j"),
        ("x" * 200, "a str of 200 items"),
    ],
)
def test_values_are_shown_short(thing: Any, text: str) -> None:
    assert value(thing) == text


def test_a_call_is_shown_as_it_could_be_typed() -> None:
    rng = np.random.default_rng(0)
    shown = call("f", (1, np.array([1.0, 2.0]), abs, rng), {"h": 0.5})
    assert shown == "f(1, np.array([1.0, 2.0]), abs, rng, h=0.5)"


def test_exceptions_are_alike_whatever_the_numbers_in_their_text() -> None:
    one = Raised("ValueError", "shapes (3,) and (4,) differ")
    assert one.like(Raised("ValueError", "shapes (2,) and (5,) differ"))
    assert one.like(Raised("ValueError", ""))
    assert not one.like(Raised("TypeError", one.text))
    assert not one.like(3)


def test_a_long_text_of_an_exception_is_cut_to_one_line() -> None:
    raised = told(ValueError("many\nlines " * 100))
    assert "\n" not in raised.text
    assert len(raised.text) == 200
