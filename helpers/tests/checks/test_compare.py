"""Each comparator, on made-up exercises: what is told, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from helpers.checks import check
from helpers.checks.cases import Exercise

Make = Callable[..., Exercise]
ROWS = 'objects = ["f"]\ncase = [{ object = "f", args = [{ array = [[1.0, 2.0], [3.0, 5.0]] }] }]'


def f_of(*results: object) -> Callable[..., object]:
    """A function that answers with these results, one a call."""
    left = list(results)
    return lambda *args, **kwargs: left.pop(0) if len(left) > 1 else left[0]


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (np.array([1.0, 2.0]), "shape (2,); expected shape (2, 3)"),
        (np.arange(6.0).reshape(3, 2), "rows and columns are exchanged"),
        (1.5, "one answer for each entry"),
        ([[1.0, 2.0]], "expected an array of shape (2, 3)"),
        (np.full((2, 3), np.nan), "nan where"),
        (np.full((2, 3), 1j), "complex numbers"),
        (None, "gave None"),
        (np.zeros((2, 3)), "gives 0.0 for every input"),
    ],
)
def test_arrays_are_compared_in_order(exercise: Make, result: Any, words: str) -> None:
    exercise(
        "def f(x):\n    return np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])",
        'objects = ["f"]\ncase = [{ object = "f", args = [1] }]',
    )
    assert words in check("9.1", f_of(result)).message


@pytest.mark.parametrize(
    ("kind", "right", "wrong", "words"),
    [
        ("integer", np.array([1, 0]), np.array([1.0, 0.0]), "floats; integers are asked for"),
        ("integer", np.array([1, 0]), np.array([True, False]), "True and False; integers"),
        ("float", np.array([1.0, 0.0]), np.array([1, 0]), "integers; floats are asked for"),
        ("boolean", np.array([True, False]), np.array([1, 0]), "integers; True and False"),
    ],
)
def test_the_kind_of_numbers_counts_where_it_is_asked_for(
    exercise: Make, kind: str, right: Any, wrong: Any, words: str
) -> None:
    exercise(
        f"def f(x):\n    return np.{right!r}",
        f'objects = ["f"]\ncase = [{{ object = "f", args = [1], kind = "{kind}" }}]',
    )
    assert check("9.1", f_of(right)).state == "passed"
    assert words in check("9.1", f_of(wrong)).message


def test_a_boxed_number_and_extra_axes_are_told(exercise: Make) -> None:
    exercise(
        "def f(x):\n    return x.sum(axis=1)",
        'objects = ["f"]\ncase = [{ object = "f", args = [{ normal = [3, 4], seed = 1 }] }]',
    )
    assert "one axis too many" in check("9.1", lambda x: x.sum(1, keepdims=True)).message
    spread = check("9.1", lambda x: x.sum(1)[:, None] - x.sum(1)).message
    assert "spread over a whole table" in spread


def test_a_long_array_is_told_by_its_first_wrong_entry(exercise: Make) -> None:
    exercise(
        "def f(x):\n    return x**2",
        'objects = ["f"]\ncase = [{ object = "f", args = [{ normal = [4, 5], seed = 1 }] }]',
    )

    def wrong(x: Any) -> Any:
        y = x**2
        y[2, 3:] += 1
        return y

    message = check("9.1", wrong).message
    assert "entry [2, 3]" in message
    assert "2 of 20 entries differ" in message


def test_the_first_wrong_part_is_named_and_the_right_ones_are_not(exercise: Make) -> None:
    exercise(
        "def f(x):\n    return {'Z1': x, 'A1': np.tanh(x), 'P': 2 * np.tanh(x)}",
        'objects = ["f"]\ncase = [{ object = "f", args = [{ array = [0.5, 2.0] }] }]',
    )
    wrong = {"P": np.ones(2), "A1": np.array([0.5, 2.0]), "Z1": np.array([0.5, 2.0])}
    message = check("9.1", lambda x: wrong).message
    assert message.startswith("A1 of f(np.array([0.5, 2.0])) gave [0.5, 2.0]")
    assert "Z1 is right, A1 is the first that differs" in message
    assert "has the keys" in check("9.1", lambda x: {"Z1": x}).message
    assert "expected a dict with the keys Z1, A1, P" in check("9.1", lambda x: x).message


def test_parts_of_a_tuple_have_their_names(exercise: Make) -> None:
    exercise(
        "def f(x):\n    return x + 1, x + 2",
        'objects = ["f"]\ncase = [{ object = "f", args = [1.0], names = ["dx", "db"] }]',
    )
    assert check("9.1", lambda x: [x + 1, x + 2]).state == "passed"
    assert check("9.1", lambda x: np.array([x + 1, x + 2])).state == "passed"
    assert "db of f(1.0) gave 4.0" in check("9.1", lambda x: (x + 1, x + 3)).message
    assert "3 values; expected 2 (dx, db)" in check("9.1", lambda x: (x, x, x)).message
    assert "expected 2 values" in check("9.1", lambda x: x).message


def test_lists_do_for_arrays_only_where_the_case_says_so(exercise: Make) -> None:
    model = "def f(x):\n    return np.array([x, x]), 3"
    case = 'object = "f", args = [1.0], names = ["w", "n"]'
    exercise(model, f'objects = ["f"]\ncase = [{{ {case} }}]')
    assert "w of f(1.0) gave a list" in check("9.1", lambda x: ([x, x], 3)).message
    exercise(model, f'objects = ["f"]\ncase = [{{ {case}, lists = true }}]')
    assert check("9.1", lambda x: ([x, x], 3)).state == "passed"
    assert check("9.1", lambda x: ([x, 2 * x], 3)).state == "wrong"
    assert check("9.1", lambda x: ([x, None], 3)).state == "wrong"


@pytest.mark.parametrize("result", [2, 2.0, np.float64(2), np.int8(2), np.array(2.0)])
def test_a_number_may_be_of_any_type(exercise: Make, result: Any) -> None:
    exercise("def f(x):\n    return 2.0", 'objects = ["f"]\ncase = [{ object = "f", args = [1] }]')
    assert check("9.1", f_of(result)).state == "passed"


@pytest.mark.parametrize(
    ("result", "state"), [(1 + 9e-7, "passed"), (1 + 2e-6, "wrong"), (np.nan, "wrong")]
)
def test_the_tolerance_is_one_millionth(exercise: Make, result: float, state: str) -> None:
    exercise("def f(x):\n    return 1.0", 'objects = ["f"]\ncase = [{ object = "f", args = [1] }]')
    assert check("9.1", f_of(result)).state == state


def test_an_exercise_may_state_its_own_tolerance(exercise: Make) -> None:
    exercise(
        "def f(x):\n    return 1.0",
        'objects = ["f"]\ncase = [{ object = "f", args = [1], rtol = 0.01 }]',
    )
    assert check("9.1", f_of(1.005)).state == "passed"
    assert "gave 1.02; expected 1.0" in check("9.1", f_of(1.02)).message


def test_close_numbers_are_shown_with_the_digits_that_differ(exercise: Make) -> None:
    exercise("def f(x):\n    return 1.0", 'objects = ["f"]\ncase = [{ object = "f", args = [1] }]')
    assert "1.000002" in check("9.1", f_of(1.000002)).message


def test_a_changed_input_is_told_even_if_the_answer_is_right(exercise: Make) -> None:
    exercise("def f(x):\n    return 2 * x", ROWS)

    def in_place(x: Any) -> Any:
        x *= 2
        return x

    assert "changed its input (argument 1)" in check("9.1", in_place).message


def test_expected_infinities_and_nans_are_compared_as_such(exercise: Make) -> None:
    exercise(
        "def f(x):\n    return np.array([np.nan, np.inf, 1.0])",
        'objects = ["f"]\ncase = [{ object = "f", args = [1] }]',
    )
    assert check("9.1", f_of(np.array([np.nan, np.inf, 1.0]))).state == "passed"
    assert check("9.1", f_of(np.array([np.nan, -np.inf, 1.0]))).state == "wrong"
    assert check("9.1", f_of(np.array([0.0, np.inf, 1.0]))).state == "wrong"


def test_sets_texts_and_none_are_compared(exercise: Make) -> None:
    exercise(
        "def f(x):\n    return {'W1', 'b2'}, 'tanh', None",
        'objects = ["f"]\ncase = [{ object = "f", args = [1] }]',
    )
    assert check("9.1", f_of(({"b2", "W1"}, "tanh", None))).state == "passed"
    assert check("9.1", f_of(({"b2"}, "tanh", None))).state == "wrong"
    assert check("9.1", f_of(({"b2", "W1"}, "relu", None))).state == "wrong"
    assert check("9.1", f_of(({"b2", "W1"}, "tanh", 0))).state == "wrong"


CURVE = """objects = ["f"]
case = [
  { object = "f", args = [{ array = [1.0, 2.5, 4.0, 7.0] }] },
  { object = "f", args = [{ array = [0.5, -1.0, 3.0, 9.0, 2.0] }] },
]"""


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda x: 2 * (x**2 + 1), "exactly twice"),
        (lambda x: (x**2 + 1) / 2, "exactly half"),
        (lambda x: -(x**2) - 1, "opposite sign"),
        (lambda x: 2**0.5 * (x**2 + 1), "too large by the square root of 2"),
        (lambda x: (x**2 + 1) / 2**0.5, "too small by the square root of 2"),
        (lambda x: (x**2 + 1) * len(x), "too large by the number of rows"),
        (lambda x: (x**2 + 1) / len(x), "too small by the number of rows"),
        (lambda x: x**2 + 4, "off by the same 3.0"),
        (lambda x: 0 * x + 3, "gives 3.0 for every input"),
        (lambda x: np.trunc(x**2 + 1), "after the point is gone"),
        (lambda x: np.round(x**2 + 1, 1), "rounded to 1 digits"),
        (lambda x: (x**2 + 1)[::-1], "in reverse order"),
        (lambda x: np.roll(x**2 + 1, 1), "moved by one place"),
        (lambda x: np.sort(x**2 + 1)[[1, 0, *range(2, len(x))]], "in other places"),
        (lambda x: x**3, "by hand"),
    ],
)
def test_what_wrong_numbers_have_in_common_is_told(exercise: Make, wrong: Any, words: str) -> None:
    exercise("def f(x):\n    return x**2 + 1", CURVE)
    assert words in check("9.1", wrong).message


def test_a_transposed_square_is_told(exercise: Make) -> None:
    exercise("def f(x):\n    return 2 * x", ROWS)
    assert "rows and columns exchanged" in check("9.1", lambda x: 2 * x.T).message


def test_what_one_part_has_in_common_is_told(exercise: Make) -> None:
    exercise(
        "def f(x):\n    return x + 1, x**2",
        'objects = ["f"]\ncase = [{ object = "f", args = [1.5], names = ["dx", "db"] }, '
        '{ object = "f", args = [4.0], names = ["dx", "db"] }]',
    )
    message = check("9.1", lambda x: (x + 1, 2 * x**2)).message
    assert message.startswith("db of f(1.5) gave 4.5; expected 2.25. Every answer is exactly twice")


def test_a_relation_by_chance_is_not_claimed(exercise: Make) -> None:
    """One number alone, or 0 and 1 alone, cannot tell twice from wrong."""
    exercise(
        "def f(x):\n    return x > 1",
        'objects = ["f"]\ncase = [{ object = "f", args = [0] }, { object = "f", args = [2] }]',
    )
    assert "twice" not in check("9.1", lambda x: 2 * (x > 1)).message
    assert (
        "every" not in check("9.1", lambda x: [1, 1, 1][x]).message.lower().split("every input")[0]
    )
