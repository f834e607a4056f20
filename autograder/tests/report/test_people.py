"""Everyone who needs a person is listed, with the reason, the most urgent first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from autograder.models import Grade, Outcome
from autograder.report.people import Urgency, cases

from .conftest import Make


def test_the_dozen_has_five_cases_in_order(dozen: list[Grade]) -> None:
    found = cases(dozen)
    assert [case.student for case in found] == ["kofi", "jonas", "deniz", "goran", "emeka"]
    assert [case.waiting for case in found] == [True, True, False, False, False]
    assert found[0].reasons[0].words == "The examiner ended with exit status 1, twice."
    assert found[1].reasons[0].words == "The file is empty (0 bytes)."
    assert found[2].reasons[0].words == "1.7: took too long."
    assert "deleted" in found[4].reasons[0].words


@pytest.mark.parametrize(
    ("outcome", "urgency"),
    [
        (Outcome.OUR_FAULT, Urgency.GRADER_FAILED),
        (Outcome.NEEDS_HUMAN, Urgency.MARKS),
        (Outcome.MALFORMED, Urgency.UNREADABLE),
        (Outcome.FORBIDDEN, Urgency.FORBIDDEN),
        (Outcome.TIMED_OUT, Urgency.STOPPED),
        (Outcome.OUT_OF_MEMORY, Urgency.STOPPED),
        (Outcome.TOO_MUCH_OUTPUT, Urgency.STOPPED),
        (Outcome.DIED, Urgency.STOPPED),
    ],
)
def test_each_of_these_outcomes_is_a_case_even_without_verdicts(
    uniform: Make, outcome: Outcome, urgency: Urgency
) -> None:
    whole = uniform("a", outcome)
    for grade in (whole, replace(whole, verdicts=())):
        (case,) = cases([grade])
        assert case.reasons[0].urgency is urgency
        assert case.reasons[0].words


@pytest.mark.parametrize(
    "outcome", ["PASSED", "PARTIAL", "FAILED", "RAISED", "NOT_STARTED", "MISSING"]
)
def test_nobody_is_called_for_the_rest(uniform: Make, outcome: str) -> None:
    assert cases([uniform("a", Outcome(outcome))]) == ()


def test_marks_name_the_exercise_and_its_open_points(make: Make) -> None:
    one = make("a")
    open_ = replace(one.verdicts[-1], outcome=Outcome.NEEDS_HUMAN, points=None)
    (case,) = cases([replace(one, verdicts=(*one.verdicts[:-1], open_), repairs=("Repaired.",))])
    assert [reason.words for reason in case.reasons] == ["1.8: 1 point open.", "Repaired."]
