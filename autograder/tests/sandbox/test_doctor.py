"""`autograder doctor`: a table for people, JSON for scripts, an exit status for both."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from autograder.commands.doctor import doctor
from autograder.sandbox import Sandbox, promises
from autograder.sandbox.promises import PROMISES
from typer.testing import CliRunner

app = typer.Typer()
app.command()(doctor)


def test_doctor_says_what_to_install_and_fails(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = CliRunner().invoke(app, ["--json"])
    assert result.exit_code == 1
    assert "sudo apt install bubblewrap" in json.loads(result.output)["missing"]


def test_doctor_finds_every_promise_kept_here(contained: Sandbox) -> None:
    result = CliRunner().invoke(app, ["--json"])
    told = json.loads(result.output)
    assert result.exit_code == 0, told
    assert told["held"] is True
    assert [attempt["promise"] for attempt in told["attempts"]] == [p[0] for p in PROMISES]


def test_doctor_fails_when_a_promise_is_broken(
    contained: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = (("no surprises", "look for one", lambda sandbox: (False, "found one")),)
    monkeypatch.setattr(promises, "PROMISES", broken)
    result = CliRunner().invoke(app, [])
    assert result.exit_code == 1
    assert "BROKEN: found one" in result.output
