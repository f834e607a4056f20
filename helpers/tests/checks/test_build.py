"""Compiling a bank: what comes out, and what is refused with the names that are at odds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from helpers.checks.build import BuildError, compile_unit

from .answers import BANK

Write = Callable[..., Path]
HEAD = 'unit = "09"\n["9.1"]\nobjects = ["f"]\n'
CASES = HEAD + 'case = [{ object = "f", args = [2.0] }, { object = "f", args = [3.0] }]'
MODEL = "def f(x):\n    return x * x"


def test_the_committed_numbers_are_what_the_bank_gives() -> None:
    package = Path(__file__).resolve().parents[2] / "src" / "helpers"
    committed = package / "data" / "checks" / "01-perceptron.json"
    assert json.loads(committed.read_text(encoding="utf-8")) == compile_unit(BANK)


def test_a_compiled_unit_holds_numbers_and_no_code(bank: Write, words: dict[str, Any]) -> None:
    words["doubles"] = "twice"
    unit = compile_unit(
        bank(
            CASES, {"9.1/model.py": MODEL, "9.1/mistake-doubles.py": "def f(x):\n    return 2 * x"}
        )
    )
    exercise = unit["exercises"]["9.1"]
    assert exercise["case"][1]["want"] == {"seen": [["result", 9.0]]}
    assert exercise["signatures"] == {"f": "(x)"}
    mark = exercise["mistakes"]["doubles"]
    assert list(mark) == ["1"]  # 2 + 2 is 2 * 2: the first case does not tell
    assert mark["1"]["seen"] == [["result", 6.0]]
    assert "return" not in json.dumps(unit)


@pytest.mark.parametrize(
    ("answers", "words_for", "said"),
    [
        ({"9.1/model.py": "def g(x): return x"}, (), "does not make f"),
        ({"9.1/model.py": "def f(x): return y"}, (), "fails its own case 0"),
        ({"9.1/model.py": "def f(x:"}, (), "SyntaxError"),
        ({}, (), "model.py is missing"),
        (
            {"9.1/model.py": MODEL, "9.1/mistake-same.py": "def f(x): return x**2"},
            ("same",),
            "no probe tells mistake-same",
        ),
        (
            {"9.1/model.py": MODEL, "9.1/mistake-zero.py": "def f(x): return 0"},
            (),
            "mistake-zero has no message",
        ),
        (
            {
                "9.1/model.py": MODEL,
                "9.1/mistake-cube.py": "def f(x): return x**3",
                "9.1/mistake-thrice.py": "def f(x): return x * x * x",
            },
            ("cube", "thrice"),
            "mistake-cube and mistake-thrice give the same",
        ),
        (
            {"9.1/model.py": MODEL, "9.1/style-off.py": "def f(x): return x * x + 1"},
            (),
            "is right but the check says",
        ),
    ],
)
def test_a_bank_at_odds_is_refused(
    bank: Write, words: dict[str, Any], answers: Any, words_for: Any, said: str
) -> None:
    words |= dict.fromkeys(words_for, "told")
    with pytest.raises(BuildError, match=said):
        compile_unit(bank(CASES, answers))


def test_a_general_mistake_needs_no_words_but_must_be_found(bank: Write) -> None:
    general = "# general: true\ndef f(x):\n    return 0"
    unit = compile_unit(bank(CASES, {"9.1/model.py": MODEL, "9.1/mistake-zero.py": general}))
    assert unit["exercises"]["9.1"]["mistakes"] == {}
    passes = "# general: true\ndef f(x):\n    return x**2"
    with pytest.raises(BuildError, match="passes the check"):
        compile_unit(bank(CASES, {"9.1/model.py": MODEL, "9.1/mistake-zero.py": passes}))


def test_a_mistake_that_hangs_is_cut_short_and_has_a_print(
    bank: Write, words: dict[str, Any]
) -> None:
    words["hangs"] = "told"
    loop = "def f(x):\n    while True:\n        pass"
    unit = compile_unit(bank(CASES, {"9.1/model.py": MODEL, "9.1/mistake-hangs.py": loop}))
    mark = unit["exercises"]["9.1"]["mistakes"]["hangs"]
    assert mark["0"]["seen"] == [["result", {"hung": True}]]


def test_later_answers_may_call_earlier_models_and_what_is_provided(bank: Write) -> None:
    checks = HEAD + 'case = [{ object = "f", args = [2.0] }]\n'
    checks += '["9.2"]\nobjects = ["g"]\ncase = [{ object = "g", args = [2.0] }]\n'
    checks += '[provided]\n"9.1" = "def given(x): return f(x) + 1"\n'
    answers = {"9.1/model.py": MODEL, "9.2/model.py": "def g(x): return given(x) + f(x)"}
    unit = compile_unit(bank(checks, answers))
    assert unit["exercises"]["9.2"]["case"][0]["want"]["seen"] == [["result", 9.0]]


def test_a_choice_among_other_objects_is_noted_and_the_others_are_judged(
    bank: Write, words: dict[str, Any]
) -> None:
    words |= {"zero": "told", "other-option": "told"}
    checks = HEAD.replace('["f"]', '["f", "why"]') + (
        'case = [{ object = "f", args = [2.0] }, '
        '{ object = "why", rule = "choice", params.options = ["a", "b"] }]'
    )
    right = MODEL + '\nwhy = "a"'
    answers = {
        "9.1/model.py": right,
        "9.1/mistake-zero.py": 'def f(x): return 0\nwhy = "a"',
        "9.1/mistake-other-option.py": right.replace('"a"', '"b"'),
    }
    unit = compile_unit(bank(checks, answers))
    assert list(unit["exercises"]["9.1"]["mistakes"]) == ["zero"]
    del words["other-option"]
    with pytest.raises(BuildError, match="mistake-other-option has no message"):
        compile_unit(bank(checks, answers))
