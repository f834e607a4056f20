from __future__ import annotations

import os
import time

import pytest
from autograder.examine.ending import Ending
from autograder.examine.supervisor import Examining


def soon(seconds: float = 5.0) -> float:
    return time.monotonic() + seconds


def supervised(work, deadline: float, memory_mib: int) -> Ending:
    examining = Examining([lambda _: work()], memory_mib)
    try:
        return examining.do(0, deadline)
    finally:
        examining.end()


def test_ending_comes_back_as_it_was():
    ending = Ending("assertion", text="é\ud800", answers={"a": "b"}, hidden=True, line=3)
    assert supervised(lambda: ending, soon(), 64) == ending


def test_work_without_end_is_killed():
    def forever() -> Ending:
        while True:
            pass

    start = time.monotonic()
    assert supervised(forever, soon(0.1), 64).kind == "timed out"
    assert time.monotonic() - start < 2


@pytest.mark.parametrize("code", [0, 3])
def test_work_that_dies_is_lost(code: int):
    assert supervised(lambda: os._exit(code), soon(), 64).kind == "lost"


def test_work_that_raises_is_lost():
    def broken() -> Ending:
        raise ValueError

    assert supervised(broken, soon(), 64).kind == "lost"


def test_memory_is_limited():
    def hungry() -> Ending:
        try:
            return Ending("passed", text=str(len(bytes(2**30))))
        except MemoryError:
            return Ending("memory")

    assert supervised(hungry, soon(), 128).kind == "memory"
