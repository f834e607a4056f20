"""What the bank's run prints: a table of what departs from the headers, and a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.bank.entries import Entry
from autograder.bank.judge import Result
from autograder.bank.styles import specific_share
from autograder.bank.survivors import Survey


def show_failures(console: Console, results: Sequence[Result]) -> None:
    """The answers whose result is not the expected one; nothing if there are none."""
    failed = [result for result in results if not result.ok]
    if not failed:
        return
    table = Table("Exercise", "File", "Points", "Expected", "Outcome", "What is wrong")
    table.columns[1].overflow = "fold"
    for result in failed:
        table.add_row(
            result.exercise,
            Text(result.file),
            _number(result.points),
            _number(result.expected_points),
            result.outcome,
            Text(result.why),
        )
    console.print(table)


def show_summary(console: Console, unit: str, entries: Sequence[Entry], bad: int) -> None:
    """How many answers of each kind there were, and how many departed from their header."""
    kinds = Counter(entry.kind for entry in entries)
    mistakes = [entry for entry in entries if entry.kind == "mistake"]
    parts = [f"{kinds[kind]} {kind}" for kind in ("model", "style", "mistake", "untouched")]
    own = f"{specific_share(mistakes):.0%} of the mistakes have a message of their own"
    console.print(f"{unit}: {len(entries)} answers ({', '.join(parts)}); {own}.", highlight=False)
    verdict = "All are judged as expected." if not bad else f"{bad} are not judged as expected."
    console.print(verdict, highlight=False)


def show_mutants(console: Console, survey: Survey) -> None:
    """How the mutants of the model answers ended."""
    for fault in survey.faults:
        console.print(Text(fault))
    noticed = survey.total - survey.excused - len(survey.faults)
    words = f"{survey.total} mutants: {max(0, noticed)} noticed, {survey.excused} known harmless"
    console.print(f"{words}, {len(survey.faults)} to look at.", highlight=False)


def _number(points: float | None) -> str:
    return "-" if points is None else f"{points:g}"
