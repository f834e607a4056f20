"""One line of progress on standard output, rewritten in place where that is possible."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable, Iterator

import pytest
from helpers.progress_line import EVERY_S

from helpers import progress

Screen = Callable[[io.StringIO], io.StringIO]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Callable[[io.StringIO], io.StringIO]:
    """Put a stream in the place of standard output (within the test: pytest sets it, too)."""

    def place(out: io.StringIO) -> io.StringIO:
        monkeypatch.setattr(sys, "stdout", out)
        return out

    return place


def slow(n: int) -> Iterator[int]:
    for i in range(n):
        time.sleep(EVERY_S / 2)
        yield i


def test_all_items_come_through_in_order() -> None:
    assert list(progress(range(5))) == [0, 1, 2, 3, 4]
    assert list(progress([])) == []


def test_the_line_is_rewritten_on_a_terminal(screen: Screen) -> None:
    terminal = screen(Terminal())
    for _ in progress(slow(8), total=8, label="training"):
        pass
    text = terminal.getvalue()
    assert text.count("\n") == 1
    assert 2 <= text.count("\r") <= 8
    assert text.rstrip().startswith("\rtraining [")
    assert "8/8" in text
    assert "s left" in text


def test_few_whole_lines_go_to_a_file(screen: Screen) -> None:
    out = screen(io.StringIO())
    list(progress(slow(12), total=12))
    assert "\r" not in out.getvalue()
    assert 1 <= len(out.getvalue().splitlines()) <= 5
    assert out.getvalue().splitlines()[-1].startswith("[####################] 12/12")


def test_nothing_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    list(progress(range(3)))
    assert capsys.readouterr().err == ""


def test_a_break_and_an_exception_leave_a_clean_line(screen: Screen) -> None:
    terminal = screen(Terminal())
    for i in progress(range(100), label="a"):
        if i == 3:
            break
    assert terminal.getvalue().endswith("\n")
    assert "3/100" in terminal.getvalue()
    with pytest.raises(ZeroDivisionError):
        sum(1 / i for i in progress(range(100)))
    assert terminal.getvalue().endswith("\n")


def test_generators_stay_lazy_and_need_no_length(screen: Screen) -> None:
    terminal = screen(Terminal())
    taken: list[int] = []

    def source() -> Iterator[int]:
        for i in range(3):
            taken.append(i)
            yield i

    line = progress(source())
    assert taken == []
    assert next(line) == 0
    assert taken == [0]
    line.close()  # type: ignore[attr-defined]  # a generator
    assert "1, 0.0 s" in terminal.getvalue() or "0, 0.0 s" in terminal.getvalue()


def test_it_costs_next_to_nothing(screen: Screen) -> None:
    screen(Terminal())
    start = time.perf_counter()
    for _ in progress(range(100_000)):
        pass
    assert time.perf_counter() - start < 1.0


def test_a_closed_output_stops_nothing(screen: Screen) -> None:
    screen(io.StringIO()).close()
    assert sum(progress(range(10))) == 45
