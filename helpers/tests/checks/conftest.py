"""A small bank of a made-up unit, built anew for the tests that change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from helpers.checks import cases
from helpers.checks.build import compile_unit
from helpers.checks.cases import Exercise, exercise_of

from helpers import messages

Make = Callable[..., Exercise]


@pytest.fixture
def bank(tmp_path: Path) -> Callable[..., Path]:
    """Write a bank: checks.toml and the answers, {"9.1/model.py": text}."""

    def write(checks: str, answers: Mapping[str, str]) -> Path:
        (tmp_path / "checks.toml").write_text(checks, encoding="utf-8")
        for name, text in answers.items():
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A table of words of exercise 9.1 that a test may fill."""
    table: dict[str, Any] = {"mistakes": {"9.1": {}}, "passed": {}}
    tables = dict(messages.tables()) | {"09": table}
    monkeypatch.setattr(messages, "tables", lambda: tables)
    filled: dict[str, Any] = table["mistakes"]["9.1"]
    return filled


@pytest.fixture
def exercise(bank: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Make:
    """Compile a model answer with its cases into an exercise 9.1 that `check` knows."""

    def make(model: str, checks: str, **answers: str) -> Exercise:
        head = 'unit = "09"\nsetup = "import numpy as np"\n["9.1"]\n'
        files = {f"9.1/{name.replace('_', '-')}.py": text for name, text in answers.items()}
        unit = compile_unit(bank(head + checks, {"9.1/model.py": model} | files))
        made = exercise_of("9.1", unit["exercises"]["9.1"])
        known = dict(cases.exercises()) | {"9.1": made}
        for module in ("helpers.checks.engine.exercises", "helpers.checks.result.exercises"):
            monkeypatch.setattr(module, lambda: known)
        return made

    return make
