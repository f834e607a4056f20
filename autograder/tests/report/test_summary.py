"""The sentences and figures at the top of the class page."""

from __future__ import annotations

import pytest
from autograder.models import Grade, Outcome
from autograder.report.mistakes import mistakes
from autograder.report.people import cases
from autograder.report.summary import cards, cautions, discrimination_words, hardest, lead, left_out
from autograder.report.tally import tally

from .conftest import Make


def test_the_class_in_three_sentences(dozen: list[Grade]) -> None:
    assert lead(tally(dozen, 20), cases(dozen)) == (
        "Half the class reached 17 of 20 points or more. "
        "Hardest: exercises 1.2, 1.4, 1.7 and 1.8. 2 submissions wait for you."
    )


def test_small_classes_get_true_sentences(make: Make, uniform: Make) -> None:
    one, unread = [make("a")], [uniform("b", Outcome.MALFORMED)]
    assert "The one counted submission reached 20 of 20 points." in lead(tally(one, 20), ())
    assert "No submission could be counted." in lead(tally(unread, 20), cases(unread))
    assert lead(tally([], 20), ()) == "No submission of this unit has been graded yet."


def test_the_figures_at_the_top(dozen: list[Grade]) -> None:
    found = {card.title: card for card in cards(tally(dozen, 20), mistakes(dozen), cases(dozen))}
    assert found["Submissions"].big == "12"
    assert found["Median score"].note == "lowest 10.5, highest 20"
    assert (found["Hardest"].big, found["Hardest"].of) == ("1.2, 1.4, ...", "78 %")
    assert found["Most common mistake"].note == "and-bias-minus-two"
    assert found["Waiting for you"].note == "1 grader failed, 1 unreadable file"


def test_nothing_is_hardest_where_all_are_alike(make: Make) -> None:
    assert hardest(tally([make("a")], 20)) == []


@pytest.mark.parametrize(
    ("level", "titles"),
    [
        ("none: not contained", ["Graded without a sandbox."]),
        ("bubblewrap: no network; not forgery-proof", ["Not forgery-proof."]),
        ("none; shared", ["Graded without a sandbox.", "Not forgery-proof."]),
        ("bubblewrap: no network, private files, no system-call filter", []),
    ],
)
def test_missing_isolation_is_a_caution(make: Make, level: str, titles: list[str]) -> None:
    found = [caution.title for caution in cautions(tally([make("a", sandbox=level)], 20))]
    assert found == titles


def test_what_is_left_out_is_told(dozen: list[Grade]) -> None:
    assert left_out(tally(dozen, 20)) == "1 (not started), 1 (unreadable), 1 (grader failed)"


def test_discrimination_is_told_with_its_meaning(crowd: list[Grade], dozen: list[Grade]) -> None:
    assert discrimination_words(tally(dozen[:3], 20).exercises[0]) == "too few students"
    assert "(" in discrimination_words(tally(crowd, 20).exercises[0])
