"""Time limits in every thread and on every system; output kept aside."""

from __future__ import annotations

import contextlib
import signal
import threading
import time

import pytest
from helpers.checks import guard
from helpers.checks.guard import TimeUp, quiet, time_limit


def spin(seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_a_loop_is_ended_in_the_main_thread() -> None:
    with pytest.raises(TimeUp), time_limit(0.1):
        spin()


def test_a_sleep_is_ended_in_the_main_thread() -> None:
    start = time.monotonic()
    with pytest.raises(TimeUp), time_limit(0.1):
        time.sleep(10)
    assert time.monotonic() - start < 5


def test_except_exception_does_not_swallow_it_and_a_bare_except_only_once() -> None:
    def stubborn() -> None:
        for _ in range(2):
            with contextlib.suppress(Exception):
                spin()

    def bare() -> None:
        try:
            spin()
        except:  # noqa: E722  # what a student may write
            spin()

    for stays in (stubborn, bare):
        with pytest.raises(TimeUp), time_limit(0.1):
            stays()


def test_the_alarm_of_others_is_put_back() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with time_limit(5):
        pass
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_a_loop_is_ended_in_another_thread() -> None:
    ended: list[bool] = []

    def run() -> None:
        try:
            with time_limit(0.1):
                spin(5)
        except TimeUp:
            ended.append(True)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(4)
    assert ended == [True]


def test_a_loop_is_ended_without_timer_signals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "setitimer")
    with pytest.raises(TimeUp), time_limit(0.1):
        spin()
    with time_limit(5):
        pass


def test_ctrl_c_stays_ctrl_c_without_timer_signals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "setitimer")
    with pytest.raises(KeyboardInterrupt), time_limit(5):
        raise KeyboardInterrupt


def test_printing_is_kept_aside_and_cut() -> None:
    with quiet() as kept:
        print("x" * 50_000)
        print("more")
    assert kept.text == "x" * guard.KEPT
