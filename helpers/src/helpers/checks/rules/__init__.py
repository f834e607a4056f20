"""Judgements that are no comparison of numbers, one module each, by name.

A rule gets the student's object, the case (its params) and the exercise's id, and returns what is
wrong, or Fine with what it measured. It names no mistake: the answer bank does that, by the
symptom's key and `where`. Add a rule: a module with one such function, and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from helpers.checks.cases import Case
from helpers.checks.rules.batches import batches
from helpers.checks.rules.calls import counts_calls
from helpers.checks.rules.choice import choice
from helpers.checks.rules.diagnosis import diagnosis
from helpers.checks.rules.dropping import dropping
from helpers.checks.rules.gates import gates
from helpers.checks.rules.local_slopes import local_slopes
from helpers.checks.rules.names import names
from helpers.checks.rules.number import number
from helpers.checks.rules.race import race
from helpers.checks.rules.raising import raises
from helpers.checks.rules.sane import sane
from helpers.checks.rules.settings import settings
from helpers.checks.rules.splits import splits
from helpers.checks.rules.spread import spread
from helpers.checks.rules.starts import starts
from helpers.checks.rules.steady import steady
from helpers.checks.rules.step import best_step
from helpers.checks.rules.table import truth_table
from helpers.checks.rules.trace import traces
from helpers.checks.rules.trains import trains
from helpers.checks.symptom import Fine, Symptom

Rule = Callable[[object, Case, str], Symptom | Fine]

RULES: Mapping[str, Rule] = {
    "batches": batches,
    "best_step": best_step,
    "choice": choice,
    "counts_calls": counts_calls,
    "dropping": dropping,
    "diagnosis": diagnosis,
    "gates": gates,
    "local_slopes": local_slopes,
    "number": number,
    "names": names,
    "race": race,
    "raises": raises,
    "sane": sane,
    "settings": settings,
    "splits": splits,
    "starts": starts,
    "spread": spread,
    "steady": steady,
    "traces": traces,
    "trains": trains,
    "truth_table": truth_table,
}
