"""The checks of unit 02: what never comes back is told so, and a right answer is told calmly."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from helpers.checks.build import compile_unit

from helpers import check

from .answers import BANK as UNIT_01

BANK = UNIT_01.parent / "02-numerical-derivative"
HANGING = BANK / "2.4" / "mistake-no-iternext.py"


def made_by(path: Path) -> dict[str, Any]:
    names: dict[str, Any] = {"np": np}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)
    return names


def test_the_committed_numbers_are_what_the_bank_gives() -> None:
    package = Path(__file__).resolve().parents[2] / "src" / "helpers"
    committed = package / "data" / "checks" / "02-numerical-derivative.json"
    assert json.loads(committed.read_text(encoding="utf-8")) == compile_unit(BANK)


def test_an_nditer_loop_without_iternext_is_ended_and_told() -> None:
    started = time.monotonic()
    said = check("2.4", made_by(HANGING)["numerical_gradient"])
    assert time.monotonic() - started < 4
    assert said.state == "wrong"
    assert "did not come back in time" in said.message
    assert "iternext" in said.message


def test_it_is_told_in_another_thread_as_well() -> None:
    said: list[Any] = []
    hangs = made_by(HANGING)["numerical_gradient"]
    thread = threading.Thread(target=lambda: said.append(check("2.4", hangs)))
    thread.start()
    thread.join(10)
    assert "iternext" in said[0].message


@pytest.mark.parametrize("h", [1e-3, 1e-4, 1e-6])
def test_other_steps_of_their_own_pass_for_smooth_functions(h: float) -> None:
    model = made_by(BANK / "2.4" / "model.py")["numerical_gradient"]
    assert check("2.4", lambda f, x, unused=1e-5: model(f, x, h)).state == "passed"


def test_what_a_right_function_prints_is_not_shown() -> None:
    said = check("2.5", made_by(BANK / "2.5" / "model.py")["traced_gradient"])
    assert said.state == "passed"
    assert said.printed == ""
