"""The time limit: in the main thread, in another one, and without leaving anything behind."""

import threading
import time

import pytest
from helpers.sliders.limit import TookTooLong, time_limit


def spin() -> None:
    while True:
        pass


def stubborn() -> None:
    while True:
        try:
            spin()
        except Exception:
            continue


@pytest.mark.parametrize("loop", [spin, stubborn])
def test_an_endless_loop_is_ended(loop: object) -> None:
    began = time.perf_counter()
    with pytest.raises(TookTooLong), time_limit(0.1):
        loop()  # type: ignore[operator]  # both are functions
    assert time.perf_counter() - began < 2


def test_it_works_in_a_thread_that_is_not_the_main_one() -> None:
    ended = []

    def work() -> None:
        try:
            with time_limit(0.1):
                spin()
        except TookTooLong:
            ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(5)
    assert ended == [True]


def test_a_quick_block_is_left_alone_and_so_is_what_follows() -> None:
    for _ in range(50):
        with time_limit(0.01):
            pass
    time.sleep(0.05)


def test_a_block_that_ends_just_at_the_limit_leaves_no_late_exception() -> None:
    for _ in range(30):
        try:
            with time_limit(0.01):
                until = time.perf_counter() + 0.0101
                while time.perf_counter() < until:
                    pass
        except TookTooLong:
            pass
    time.sleep(0.15)
    assert sum(range(1000)) == 499500
