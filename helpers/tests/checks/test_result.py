"""check never raises, whatever it is given, and says calmly what it saw."""

from __future__ import annotations

import asyncio
import linecache
import sys
import threading
import time
import warnings
from html.parser import HTMLParser
from typing import Any

import numpy as np
import pytest
from helpers.checks import CheckResult, check


class AlwaysEqual:
    """Equal to everything, and everything else about it raises."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]  # part of being hostile

    def _refuse(self, *args: object) -> Any:
        raise RuntimeError("no")

    __bool__ = __float__ = __int__ = __len__ = __iter__ = __repr__ = __str__ = _refuse
    __array__ = __getitem__ = __index__ = _refuse


def step(z: Any) -> Any:
    return (np.asarray(z) >= 0).astype(int)


async def coroutine(z: Any) -> int:
    return 1


def generator(z: Any) -> Any:
    yield 1


def stub(z: Any) -> Any:
    raise NotImplementedError("Exercise 1.1: step is not written yet.")


def silent(z: Any) -> Any:
    raise Silent


class Silent(Exception):
    def __str__(self) -> str:
        raise ValueError("not even this")


CIRCLE: list[Any] = []
CIRCLE.append(CIRCLE)
STRANGE = [
    None,
    3,
    "step",
    AlwaysEqual(),
    AlwaysEqual,
    int,
    print,
    np.sign,
    np.heaviside,
    coroutine,
    generator,
    silent,
    lambda: 1,
    lambda a, b: 1,
    lambda *a, **k: exit(),
    lambda z: AlwaysEqual(),
    lambda z: AlwaysEqual,
    lambda z: None,
    lambda z: ...,
    lambda z: "1",
    lambda z: [1],
    lambda z: {"a": 1},
    lambda z: {1, 2},
    lambda z: CIRCLE,
    lambda z: step,
    lambda z: np.matrix([[1]]),
    lambda z: np.ma.array([1]),
    lambda z: np.array([None, 1]),
    lambda z: np.array(["a"]),
    lambda z: np.array([]),
    lambda z: np.nan,
    lambda z: 1j,
    lambda z: 10**400,
    lambda z: np.zeros((1, 1, 1)),
    lambda z: z[::-1],
    lambda z: silent(z),
    lambda z: z.sort(),
]


@pytest.mark.parametrize("thing", STRANGE, ids=lambda thing: type(thing).__name__)
def test_anything_odd_is_told_and_not_raised(thing: Any) -> None:
    result = check("1.1", thing)
    assert result.state == "wrong"
    assert "itself failed" not in result.message
    assert "Traceback" not in result.message
    assert "{" not in result.message.replace("{'a'", "")
    assert len(result.message) < 420


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        (coroutine, "without `async`"),
        (generator, "`yield`"),
        (lambda z: step, "parentheses"),
        (lambda z: np.matrix([[1]]), "class matrix"),
        (lambda z: AlwaysEqual(), "an object of class AlwaysEqual; expected a number"),
        (lambda z: "1", "the text '1'"),
        (lambda z: [1], "several values"),
        (3, "the number 3, not a function"),
        (None, "without parentheses"),
        (lambda z: 7, "gives 7 for every input"),
        (lambda a, b: 1, "`step(a, b)` cannot be called as `step(z)`"),
        (lambda z: unknown_name, "NameError"),  # type: ignore[name-defined]  # noqa: F821  # a student's slip
        (lambda z: z + None, "Something in that line is None"),
        (lambda z: z / 0.0, "divided by 0"),
    ],
)
def test_the_message_says_what_was_seen(thing: Any, words: str) -> None:
    assert words in check("1.1", thing).message


def test_an_exception_is_told_in_one_line_with_the_students_own_line() -> None:
    cell = "def relu(z):\n    y = z\n    return np.linalg.inv(y)\n"
    linecache.cache["cell 3"] = (len(cell), None, cell.splitlines(keepends=True), "cell 3")
    notebook: dict[str, Any] = {"np": np, "__name__": "__main__"}
    exec(compile(cell, "cell 3", "exec"), notebook)
    message = check("1.1", notebook["relu"]).message
    assert "\n" not in message
    assert "raised LinAlgError: 0-dimensional array given" in message
    assert "(line 3 of relu: return np.linalg.inv(y))" in message


def test_lines_of_packages_are_not_told() -> None:
    def in_a_package(z: Any) -> Any:
        raise ValueError("no")

    assert "raised ValueError: no. " in check("1.1", in_a_package).message


def test_untouched_work_is_not_started() -> None:
    result = check("1.1", stub)
    assert result.state == "not started"
    assert "NotImplementedError" in result.message
    assert check("1.1", ...).state == "not started"


def test_one_of_two_not_started_is_told_by_name() -> None:
    def sigmoid(z: Any) -> Any:
        return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))

    def relu(z: Any) -> Any:
        raise NotImplementedError("Exercise 1.2: relu is not written yet.")

    result = check("1.2", sigmoid, relu)
    assert result.state == "not started"
    assert "relu" in result.message


def test_a_stub_of_another_exercise_is_told_as_such() -> None:
    result = check("1.4", lambda x1, x2: stub(x1))
    assert result.state == "not started"
    assert "exercise 1.1" in result.message


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("9.9", step), "no check for exercise 9.9"),
        (("1.1",), '`check("1.1", step)`'),
        (("1.2", step), "2 things; it was given 1"),
        ((None, step), "no check"),
        ((AlwaysEqual(), step), "no check"),
    ],
)
def test_a_wrong_call_of_check_says_how_to_call_it(given: Any, words: str) -> None:
    assert words in check(*given).message


def test_prints_and_warnings_are_kept_out_of_the_way(capsys: pytest.CaptureFixture[str]) -> None:
    def chatty(z: Any) -> Any:
        print("z is", z)
        print("to stderr", file=sys.stderr)
        warnings.warn("mind the gap", stacklevel=1)
        return step(z)

    assert check("1.1", chatty).state == "passed"
    assert capsys.readouterr() == ("", "")


def test_what_a_wrong_function_printed_is_shown_capped() -> None:
    def chatty(z: Any) -> Any:
        print("looking at", z)
        return -1

    result = check("1.1", chatty)
    assert result.printed.splitlines()[0] == "looking at 2.5"
    assert len(result.printed.splitlines()) == 6
    assert "looking at 2.5" in repr(result)
    assert "looking at 2.5" in result._repr_html_()


def test_a_flood_of_output_is_cut() -> None:
    def flood(z: Any) -> Any:
        print("x" * 10**6)
        return 5

    assert len(check("1.1", flood).printed) < 2000


def test_a_loop_without_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def loop(z: Any) -> Any:
        while True:
            pass

    start = time.monotonic()
    result = check("1.1", loop)
    assert "did not come back in time" in result.message
    assert time.monotonic() - start < 8


def test_ctrl_c_still_works() -> None:
    def interrupted(z: Any) -> Any:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check("1.1", interrupted)


@pytest.mark.parametrize("error", [GeneratorExit, asyncio.CancelledError, BaseException])
def test_exceptions_outside_of_the_usual_tree_are_told(error: type[BaseException]) -> None:
    def odd(z: Any) -> Any:
        raise error

    assert f"raised {error.__name__}" in check("1.1", odd).message


def test_it_works_outside_of_the_main_thread() -> None:
    results: list[CheckResult] = []
    thread = threading.Thread(target=lambda: results.append(check("1.1", step)))
    thread.start()
    thread.join()
    assert results[0].state == "passed"


def test_raised_floating_point_errors_of_a_student_do_not_leak_in() -> None:
    def sigmoid(z: Any) -> Any:
        return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))

    with np.errstate(all="raise"):
        assert check("1.2", sigmoid, lambda z: np.maximum(z, 0)).state == "passed"


@pytest.mark.parametrize("state", ["passed", "wrong", "not started", "recorded"])
def test_each_state_has_a_sign_and_a_word_in_text_and_html(state: Any) -> None:
    result = CheckResult("1.1", state, "`step` & <co>")
    words = {"wrong": ("✗", "not yet right"), "not started": ("○", "not started")}
    sign, word = words.get(state, ("✓" if state == "passed" else "●", state))
    assert repr(result) == f"1.1  {sign} {word}: step & <co>"
    page = result._repr_html_()
    assert sign in page
    assert word in page
    assert "<code>step</code> &amp; &lt;co&gt;" in page


def test_the_html_is_balanced_and_announces_itself() -> None:
    page = CheckResult("1.1", "wrong", "a `b` c", printed="<script>")._repr_html_()
    tags: list[str] = []
    roles: list[str | None] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append(tag)
            roles.extend(value for key, value in attrs if key == "role")

        def handle_endtag(self, tag: str) -> None:
            assert tags.pop() == tag

    Reader().feed(page)
    assert tags == []
    assert roles == ["status"]
    assert "<script>" not in page
