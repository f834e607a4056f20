"""Which mutants of the model answers still get full points, and which of them are known harmless.

course/answers/<unit>/equivalent-mutants.toml lists the harmless ones: a table for each exercise,
`"label" = "reason"`. An entry that excuses nothing any more is an error.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.bank.entries import BankError, Entry
from autograder.bank.judge import Result
from autograder.bank.mutants import mutants

Reasons = Mapping[str, Mapping[str, str]]  # exercise -> label -> why it is harmless


@dataclass(frozen=True)
class Survey:
    """What became of the mutants: how many there were, and what is wrong, one sentence each."""

    total: int
    excused: int
    faults: tuple[str, ...]


def read_reasons(folder: Path, unit: str) -> Reasons:
    """The harmless mutants of a unit, {} if there is no list.

    Raises:
        BankError: the list is not TOML of the form above, or a reason is empty.
    """
    path = folder / unit / "equivalent-mutants.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BankError(f"{path} cannot be read: {error}.") from None
    for exercise, reasons in table.items():
        good = isinstance(reasons, dict) and all(
            isinstance(reason, str) and reason.strip() for reason in reasons.values()
        )
        if not good:
            raise BankError(f'{path}: under ["{exercise}"] every line is "label" = "reason".')
    return table


def as_entries(entries: Sequence[Entry]) -> list[Entry]:
    """The mutants of the model answers among the entries, each ready to be judged."""
    return [
        Entry(mutant.exercise, mutant.label, "mutant", mutant.source)
        for entry in entries
        if entry.kind == "model" and not entry.fault
        for mutant in mutants(entry.source, entry.exercise)
    ]


def told(result: Result, reasons: Reasons) -> Result:
    """A mutant's result as --json prints it: right when a test noticed it, or it is harmless."""
    if result.points is None or result.points < result.max_points:
        judged = result.points is not None
        return replace(result, ok=judged, why="" if judged else result.why)
    reason = reasons.get(result.exercise, {}).get(result.file)
    return replace(result, ok=reason is not None, why=reason or "no test notices this mutant")


def survey(results: Sequence[Result], reasons: Reasons, exercises: Sequence[str]) -> Survey:
    """Compare the mutants' results with the list of harmless ones."""
    faults: list[str] = []
    alive: set[tuple[str, str]] = set()
    for result in results:
        if result.points is None:
            faults.append(f"{result.exercise}: {result.file} gets no points at all: {result.why}")
        elif result.points >= result.max_points:
            alive.add((result.exercise, result.file))
    excused = {(e, label) for e in exercises for label in reasons.get(e, {})}
    for exercise, label in sorted(alive - excused):
        faults.append(f"{exercise}: no test notices the mutant {label}")
    for exercise, label in sorted(excused - alive):
        faults.append(f"{exercise}: equivalent-mutants.toml excuses what no longer lives: {label}")
    return Survey(len(results), len(alive & excused), tuple(faults))
