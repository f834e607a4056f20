"""The checks of unit 00 against its answer bank, and against slips that are not in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from helpers.checks import check, diagnose
from helpers.checks.cases import exercises

BANK = Path(__file__).resolve().parents[3] / "course" / "answers" / "00-warm-up"
FILES = sorted(BANK.glob("*/*.py"))
WRONG = [path for path in FILES if path.stem.startswith("mistake")]


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def answer(path: Path) -> Any:
    """The function of an answer, after the model answers of the exercises before it."""
    names: dict[str, Any] = {"np": np}
    before = [p for p in sorted(BANK.glob("*/model.py")) if p.parent.name < path.parent.name]
    for part in (*before, path):
        exec(compile(part.read_text(encoding="utf-8"), str(part), "exec"), names)
    return names[exercises()[path.parent.name].objects[0]]


@pytest.mark.parametrize("path", [p for p in FILES if p not in WRONG], ids=name_of)
def test_every_right_style_passes_with_a_filled_in_line(path: Path) -> None:
    result = check(path.parent.name, answer(path))
    assert result.state == "passed", result
    assert "{" not in result.message


@pytest.mark.parametrize("path", WRONG, ids=name_of)
def test_every_mistake_is_told_by_its_name_and_in_its_own_words(path: Path) -> None:
    function = answer(path)
    finding = diagnose(path.parent.name, {function.__name__: function})
    told = re.search(r"^# message: (.*)$", path.read_text(encoding="utf-8"), flags=re.M)
    assert finding is not None
    assert told is not None
    assert finding.mistake == path.stem.removeprefix("mistake-")
    assert told[1] in finding.message
    assert "{" not in finding.message


def returns_early(x: Any, w: Any, b: Any) -> Any:
    for value, weight in zip(x, w, strict=True):
        return value * weight + b
    return b


def half_a_check(A: Any, B: Any) -> Any:
    if A.shape[1] < B.shape[0]:
        raise ValueError(f"{A.shape} {B.shape}")
    return A @ B[: A.shape[1]]


def wrong_class(A: Any, B: Any) -> Any:
    if A.shape[1] != B.shape[0]:
        raise TypeError(f"{A.shape} {B.shape}")
    return A @ B


def shapes_swapped(A: Any, B: Any) -> Any:
    if A.shape[1] != B.shape[0]:
        raise ValueError(f"{B.shape[::-1]} {A.shape[::-1]}")
    return A @ B


@pytest.mark.parametrize(
    ("exercise", "function", "said"),
    [
        ("0.1", returns_early, "expected 0.6"),
        ("0.1", lambda x, w, b: [np.sum(w * x) + b], "neuron(x, w, b)"),
        ("0.2", half_a_check, "does not tell (3, 4) and (2, 3)"),
        ("0.2", wrong_class, "raised TypeError"),
        ("0.2", shapes_swapped, "does not tell (3, 4) and (2, 3)"),
        ("0.3", lambda X, W, b: (X @ W + b).tolist(), "np.array(...)"),
        ("0.3", lambda X, W, b: X @ W - b, "expected"),
        ("0.4", lambda W1, b1, W2, b2: W1 @ W2 + b1 @ W2 + b2, "2"),
        ("0.5", lambda W_col, b_col, X_col: (X_col.T, W_col.T), "3 (X, W, b)"),
    ],
)
def test_other_slips_get_a_sentence_of_their_kind(exercise: str, function: Any, said: str) -> None:
    finding = diagnose(exercise, {exercises()[exercise].objects[0]: function})
    assert finding is not None
    assert said in finding.message
