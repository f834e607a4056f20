"""The command line: one function a command, each in autograder.commands."""

from __future__ import annotations

import typer

from autograder.commands.bank import bank
from autograder.commands.collect import collect
from autograder.commands.doctor import doctor
from autograder.commands.grade import grade
from autograder.commands.release import release
from autograder.commands.sample import sample

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
for command in (release, collect, grade, bank, sample, doctor):
    app.command()(command)
