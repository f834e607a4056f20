"""`autograder doctor`: what this machine's sandbox promises, and an attempt to break each promise.

Leaves the attempts to autograder.sandbox.promises.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from autograder.sandbox.promises import Attempt


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, for scripts.")] = False,
) -> None:
    """Try to break each promise of the sandbox on this machine; exit status 1 if one breaks."""
    from autograder.sandbox import SandboxUnavailable, open_sandbox
    from autograder.sandbox.promises import PROBES, SMALL, try_promises

    try:
        with open_sandbox("bwrap", SMALL, entry=PROBES) as sandbox:
            level, attempts = sandbox.level, list(try_promises(sandbox))
    except SandboxUnavailable as error:
        typer.echo(json.dumps({"missing": str(error)}) if as_json else str(error))
        raise typer.Exit(1) from error
    held = all(attempt.held for attempt in attempts)
    if as_json:
        found = {"level": level, "held": held, "attempts": [asdict(each) for each in attempts]}
        typer.echo(json.dumps(found, indent=2))
    else:
        _show(level, attempts)
    raise typer.Exit(0 if held else 1)


def _show(level: str, attempts: list[Attempt]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("Promise", "What was tried", "Result", title=level)
    for attempt in attempts:
        result = ("holds: " if attempt.held else "BROKEN: ") + attempt.found
        table.add_row(attempt.promise, attempt.tried, result, style="" if attempt.held else "red")
    Console().print(table)
