"""The time limit: from any thread, whatever the function does with the exception that ends it."""

import threading
import time
from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest
from helpers.sliders import limit
from helpers.sliders.limit import TookTooLong, within


def spin() -> None:
    while True:
        pass


def stubborn() -> None:
    while True:
        try:
            spin()
        except Exception:
            continue


@pytest.fixture
def let_go() -> Iterator[threading.Event]:
    """Lets functions go that nothing else ends."""
    event = threading.Event()
    yield event
    event.set()
    for beside in limit._given_up:
        beside.thread.join(5)
        assert not beside.thread.is_alive()


@pytest.mark.parametrize("loop", [spin, stubborn])
def test_an_endless_loop_is_ended_and_its_thread_with_it(loop: object) -> None:
    began = time.perf_counter()
    with pytest.raises(TookTooLong):
        within(0.1, loop)  # type: ignore[arg-type]  # both are functions
    assert time.perf_counter() - began < 2
    limit._given_up[-1].thread.join(5)
    assert not limit._given_up[-1].thread.is_alive()


def test_a_loop_that_catches_everything_is_left_behind(let_go: threading.Event) -> None:
    def deaf() -> None:
        while not let_go.is_set():
            try:
                while not let_go.is_set():
                    pass
            except:  # noqa: E722  # what a student may write
                pass

    with pytest.raises(TookTooLong):
        within(0.05, deaf)
    assert within(5.0, lambda: 7) == 7


def test_a_long_call_into_c_is_left_behind(let_go: threading.Event) -> None:
    began = time.perf_counter()
    with pytest.raises(TookTooLong):
        within(0.05, lambda: let_go.wait(60))
    assert time.perf_counter() - began < 2


def test_no_more_are_started_when_several_cannot_be_ended(let_go: threading.Event) -> None:
    for _ in range(limit.STUCK):
        with pytest.raises(TookTooLong) as late:
            within(0.01, lambda: let_go.wait(60))
        assert not late.value.stuck
    with pytest.raises(TookTooLong) as late:
        within(5.0, lambda: 7)
    assert late.value.stuck


def test_it_works_in_a_thread_that_is_not_the_main_one() -> None:
    ended = []

    def work() -> None:
        try:
            within(0.1, spin)
        except TookTooLong:
            ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(5)
    assert ended == [True]


def test_calls_inside_calls_and_beside_calls_have_their_own_answers() -> None:
    answers = {}

    def work(name: int) -> None:
        for count in range(30):
            inner = partial(within, 5.0, lambda key=(name, count): key)
            answers[name, count] = within(5.0, inner)

    threads = [threading.Thread(target=work, args=(name,)) for name in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(answers) == 90
    assert all(key == answer for key, answer in answers.items())


def test_errors_and_exits_come_back_to_the_caller() -> None:
    with pytest.raises(ZeroDivisionError):
        within(5.0, lambda: 1 / 0)
    with pytest.raises(SystemExit):
        within(5.0, lambda: exit(3))


def test_the_callers_numpy_settings_hold_beside_it() -> None:
    with np.errstate(divide="raise"), pytest.raises(FloatingPointError):
        within(5.0, lambda: np.ones(2) / 0)


def test_a_block_that_ends_just_at_the_limit_leaves_no_late_exception() -> None:
    def just() -> None:
        until = time.perf_counter() + 0.0101
        while time.perf_counter() < until:
            pass

    for _ in range(30):
        try:
            within(0.01, just)
        except TookTooLong as late:
            if late.stuck:  # they end by themselves in a moment
                time.sleep(0.05)
    assert sum(range(1000)) == 499500


def test_a_quick_call_costs_little() -> None:
    began = time.perf_counter()
    for _ in range(200):
        within(5.0, lambda: None)
    assert (time.perf_counter() - began) / 200 < 0.005
