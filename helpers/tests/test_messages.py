"""The table of words: every key there is a sentence for, every placeholder filled."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from helpers.checks.symptom import Symptom

from helpers import messages

SOURCE = Path(messages.__file__).parent / "checks"
BANK = Path(__file__).resolve().parents[2] / "course" / "answers"
# What symptoms may carry, as the comparators and rules fill it.
WORDS = """
call got want name cases error at part right value entry right_entry index wrong all kind input
constant offset digits gate gates calls most table known point z bias partner other options letter
exercise level count unknown margin margin_gate margin_not nand_calls nor_calls and_updates
or_updates nand_updates h rows column share missing start steps reach inputs classes
"""
KNOWN = set(WORDS.split())


def leaves(table: Any, path: str = "") -> list[tuple[str, str]]:
    if isinstance(table, str):
        return [(path, table)]
    return [leaf for key, value in table.items() for leaf in leaves(value, f"{path}.{key}")]


SENTENCES = [leaf for name, table in messages.tables().items() for leaf in leaves(table, name)]


@pytest.mark.parametrize(("key", "sentence"), SENTENCES, ids=[key for key, _ in SENTENCES])
def test_a_sentence_is_well_formed(key: str, sentence: str) -> None:
    fields = {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
    assert fields <= KNOWN
    assert sentence == sentence.strip()
    assert sentence.count("`") % 2 == 0
    assert "  " not in sentence
    assert len(sentence) < 330, "one or two calm sentences"
    assert "!" not in sentence.replace("!=", "")


def test_every_symptom_in_the_code_has_its_sentence() -> None:
    pattern = re.compile(r'Symptom\(\s*f?"([a-z0-9.\-{}_ ]+)"')
    keys = {
        key for path in SOURCE.rglob("*.py") for key in pattern.findall(path.read_text("utf-8"))
    }
    assert len(keys) > 40
    known = {key.removeprefix("general.") for key, _ in SENTENCES}
    for key in keys:
        stem = re.sub(r"\{[^}]*\}", "[a-z0-9-]+", key.replace(".", r"\."))
        assert any(re.fullmatch(stem, name) for name in known), key


def test_every_likely_cause_has_its_sentence() -> None:
    from helpers.checks.blame import BY_CLASS, LIKELY

    for key in [*BY_CLASS.values(), *(key for _, key in LIKELY), "other"]:
        assert messages.text(f"likely.{key}")


def test_every_mistake_of_the_bank_has_words_of_its_own_and_no_words_are_left_over() -> None:
    for unit in (path for path in BANK.iterdir() if (path / "checks.toml").exists()):
        told = messages.tables()[unit.name]["mistakes"]
        files = {
            (p.parent.name, p.stem.removeprefix("mistake-")): p for p in unit.glob("*/mistake-*")
        }
        own = {key for key, p in files.items() if "# general: true" not in p.read_text("utf-8")}
        assert own == {(exercise, name) for exercise, names in told.items() for name in names}
        for names in told.values():  # the same slip in two exercises may be told alike
            assert len(set(names.values())) >= len(names) - 1


def test_a_sentence_is_filled_and_its_likely_cause_added() -> None:
    words = {"call": "f(1)", "error": "ValueError: no", "at": ""}
    told = messages.sentence(Symptom("raised", words, "likely.overflow"))
    assert told.startswith("f(1) raised ValueError: no. A number got too large")


def test_a_mistake_without_words_or_with_words_for_something_else_is_none() -> None:
    assert messages.mistake("1.1", "unheard-of") is None
    assert messages.mistake("1.3", "theta-as-bias") is None  # speaks of a gate, and saw none
    assert "negative weights are allowed" in (
        messages.mistake("1.8", "needs-negative-weights") or ""
    )


def test_an_exercise_without_a_line_of_its_own_passes_with_a_general_one() -> None:
    assert messages.passed("77.7", {"cases": "3", "error": "0"}) == "right on 3 inputs."
