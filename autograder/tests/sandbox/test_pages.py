"""Large pages change nothing but the cost of a fork."""

from __future__ import annotations

import os

import pytest
from autograder.sandbox import linux, pages


def test_memory_holds_what_it_held() -> None:
    child = os.fork()  # this process keeps its small pages
    if child == 0:
        table = {number: str(number) * 3 for number in range(300_000)}
        pages.collapse()
        right = all(table[number] == str(number) * 3 for number in range(300_000))
        os._exit(0 if right else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_kernel_that_refuses_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def refuse(start: int, size: int, advice: int) -> None:
        asked.append(size)
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(linux, "advise", refuse)
    pages.collapse()
    assert asked
    assert all(size % pages.LARGE == 0 for size in asked)
