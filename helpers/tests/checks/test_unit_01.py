"""The checks of unit 01 against its answer bank, and against what is not in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from helpers.checks import check, diagnose
from helpers.checks.cases import exercises

from helpers import messages

from .answers import BANK, answer, before, headers

FILES = sorted(BANK.glob("*/*.py"))
RIGHT = [path for path in FILES if not path.stem.startswith("mistake")]
CHOICES = [path for path in FILES if path.stem.startswith("mistake") and "1.8" in str(path.parent)]
WRONG = [path for path in FILES if path not in RIGHT and path not in CHOICES]


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", RIGHT, ids=name_of)
def test_every_right_style_passes_with_a_filled_in_line(path: Path) -> None:
    result = check(path.parent.name, *answer(path))
    assert result.state == ("recorded" if path.parent.name == "1.8" else "passed"), result
    assert "{" not in result.message


@pytest.mark.parametrize("path", WRONG, ids=name_of)
def test_every_mistake_is_told_by_its_name_and_in_its_own_words(path: Path) -> None:
    exercise = path.parent.name
    objects = dict(zip(exercises()[exercise].objects, answer(path), strict=True))
    if path.stem == "mistake-ignores-max-epochs":
        pytest.skip("it loops for ever; its check is tested with a time limit below")
    finding = diagnose(exercise, objects)
    assert finding is not None
    assert finding.mistake == headers(path, "mistake")
    assert (headers(path, "message") or "") in finding.message
    assert "{" not in finding.message


def test_an_endless_training_is_told_within_the_limit() -> None:
    path = BANK / "1.7" / "mistake-ignores-max-epochs.py"
    result = check("1.7", *answer(path))
    assert result.state == "wrong"
    assert "max_epochs" in result.message


@pytest.mark.parametrize("path", CHOICES, ids=name_of)
def test_a_choice_is_only_recorded_and_its_mistake_has_words_for_grading(path: Path) -> None:
    assert check("1.8", *answer(path)).state == "recorded"
    told = messages.mistake("1.8", headers(path, "mistake") or "")
    assert (headers(path, "message") or "?") in (told or "")


def step(z: Any) -> Any:
    return (np.asarray(z) >= 0).astype(int)


def perceptron(x1: Any, x2: Any, w1: Any, w2: Any, b: Any) -> Any:
    return step(w1 * np.asarray(x1) + w2 * np.asarray(x2) + b)


GATES = {
    "and": (1, 1, -1.5),
    "nand": (-1, -1, 1.5),
    "or": (1, 1, -0.5),
    "nor": (-1, -1, 0.5),
}


@pytest.mark.parametrize("kind", [bool, int, float, np.int64, np.float64, np.bool_, np.array])
def test_gates_may_answer_with_any_kind_of_0_and_1(kind: Any) -> None:
    def xor_gate(x1: Any, x2: Any) -> Any:
        return kind(int(x1 != x2)) if np.ndim(x1) == 0 else np.asarray(x1 != x2)

    assert check("1.4", xor_gate).state == "passed"


@pytest.mark.parametrize("turn", [tuple, list, np.array, lambda w: [np.float64(x) for x in w]])
@pytest.mark.parametrize("scale", [0.01, 1, 1e6])
def test_any_separating_weights_pass(turn: Any, scale: float) -> None:
    weights = {name: turn([scale * w for w in row]) for name, row in GATES.items()}
    assert check("1.3", perceptron, weights, turn([-scale, scale / 2])).state == "passed"


@pytest.mark.parametrize(
    ("gate", "row", "words"),
    [
        ("and", (1, 1, 1.5), "threshold"),
        ("nor", (-1, -1, -0.5), "keeps the bias"),
        ("or", (1, 0, -0.5), "at (0, 1) z = -0.5"),
        ("or", (0, 0, 0), "answers 1 on every point"),
        ("and", (-1, -1, 1.5), "every answer is the opposite"),
        ("nor", (-1, -1, 0), "on the line"),
        ("and", (1, 2), "expected (w1, w2, b)"),
        ("and", ("1", 1, 1), "expected (w1, w2, b)"),
        ("and", (np.inf, 1, 1), "finite"),
        ("and", None, "expected (w1, w2, b)"),
    ],
)
def test_wrong_weights_are_told_with_their_gate(gate: str, row: Any, words: str) -> None:
    result = check("1.3", perceptron, GATES | {gate: row}, (-1, 0.5))
    assert result.state == "wrong"
    assert words in result.message
    assert gate in result.message


@pytest.mark.parametrize(
    ("weights", "state", "words"),
    [
        (..., "not started", "`...`"),
        (dict.fromkeys(GATES, ...), "not started", "`...`"),
        ({"and": (1, 1, -1.5)}, "wrong", "nand"),
        (list(GATES.values()), "wrong", "a list"),
        (5, "wrong", "the number 5"),
    ],
)
def test_weights_that_are_no_dict_of_gates_are_told(weights: Any, state: str, words: str) -> None:
    result = check("1.3", perceptron, weights, (-1, 0.5))
    assert (result.state, words in result.message) == (state, True), result


def four(x1: Any, x2: Any, nand: Any) -> Any:
    n = nand(x1, x2)
    return nand(nand(x1, n), nand(x2, n))


def five(x1: Any, x2: Any, nor: Any) -> Any:
    n = four(x1, x2, nor)
    return nor(n, n)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda a, b, nand: a ^ b, "0 calls of `nand`"),
        (lambda a, b, nand: nand(a, b), "which is NAND"),
        (lambda a, b, nand: nand(nand(a, b), nand(a, b)), "which is AND"),
        (lambda a, b, nand: int(four(a, b, nand)), "only the gate"),
        (lambda a, b, nand: nand(a, b) and (a or b), "only the gate"),
        (lambda a, b, nand: four(a, b, nand) if nand(a, b) in (0, 1) else 0, "only the gate"),
        (lambda a, b: a != b, "cannot be called as `xor_from_nand(x1, x2, nand)`"),
        (
            lambda a, b, nand: four(a, b, lambda x, y: max(nand(x, y), nand(x, y))),
            "same two inputs",
        ),
    ],
)
def test_whatever_is_not_built_of_the_gate_is_told(wrong: Any, words: str) -> None:
    result = check("1.5", wrong, five)
    assert result.state == "wrong"
    assert words in result.message.replace("Only", "only")


def test_a_gate_called_for_ever_ends() -> None:
    def endless(x1: Any, x2: Any, nand: Any) -> Any:
        while True:
            nand(x1, x2)

    assert "without end" in check("1.5", endless, five).message


@pytest.mark.parametrize(
    ("choice", "state"),
    [
        ("b", "recorded"),
        (" B ", "recorded"),
        ("e", "wrong"),
        ("", "wrong"),
        (2, "wrong"),
        (["b"], "wrong"),
        (None, "wrong"),
        (..., "not started"),
    ],
)
def test_a_choice_is_a_letter(choice: Any, state: str) -> None:
    assert check("1.8", choice).state == state


def test_one_function_of_two_can_be_looked_at_alone() -> None:
    sigmoid, relu = answer(BANK / "1.2" / "mistake-relu-abs.py")
    objects = {"sigmoid": sigmoid, "relu": relu}
    assert diagnose("1.2", objects, only={"sigmoid"}) is None
    finding = diagnose("1.2", objects, only=["relu"])
    assert finding is not None
    assert finding.mistake == "relu-abs"


def test_a_mistake_behind_another_object_is_still_found() -> None:
    objects = dict(before("1.3")) | {"perceptron": perceptron, "weights": ...}
    finding = diagnose("1.3", objects | {"not_weights": (1, -0.5)})
    assert finding is not None
    assert finding.mistake == "not-is-identity"  # wrong comes before not started


def test_two_mistakes_in_one_function_are_told_one_after_the_other() -> None:
    def strict_and_scalar(z: Any) -> int:
        if z > 0:
            return 1
        return 0

    finding = diagnose("1.1", {"step": strict_and_scalar})
    assert finding is not None
    assert finding.mistake == "strict-at-zero"


def test_no_message_gives_away_what_the_bank_writes() -> None:
    """No line of a model answer stands in the shipped words or numbers."""
    shipped = "".join(
        path.read_text(encoding="utf-8")
        for path in (Path(messages.__file__).parent / "data").rglob("*")
        if path.suffix in (".toml", ".json")
    )
    lines = {
        line.strip()
        for path in BANK.glob("*/model.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "return" in line or " = " in line
    }
    assert [line for line in lines if len(line) > 12 and line in shipped] == []
