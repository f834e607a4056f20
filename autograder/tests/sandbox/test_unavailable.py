"""Fail-closed: what is missing is refused, with the command that would help."""

from __future__ import annotations

from pathlib import Path

import pytest
from autograder.sandbox import SandboxUnavailable, bwrap, open_sandbox
from autograder.sandbox.promises import PROBES, SMALL
from autograder.sandbox.unavailable import import_failure, namespace_advice, start_failure


def test_missing_bubblewrap_is_refused_with_its_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SandboxUnavailable, match="sudo apt install bubblewrap"):
        open_sandbox("bwrap", SMALL, entry=PROBES)


def test_bubblewrap_that_may_not_make_namespaces_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake = tmp_path / "bwrap"
    fake.write_text("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(SandboxUnavailable, match="Permission denied"):
        open_sandbox("bwrap", SMALL, entry=PROBES)


def test_old_kernel_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.release", lambda: "5.10.0-28-amd64")
    with pytest.raises(SandboxUnavailable, match=r"needs Linux 5\.14"):
        bwrap.find_bwrap()


def test_other_systems_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.system", lambda: "Darwin")
    with pytest.raises(SandboxUnavailable, match="needs Linux and this is Darwin"):
        open_sandbox("none", SMALL, entry=PROBES)


def test_switched_off_namespaces_are_named(tmp_path: Path) -> None:
    (tmp_path / "kernel").mkdir()
    (tmp_path / "kernel/apparmor_restrict_unprivileged_userns").write_text("1\n")
    assert "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0" in namespace_advice(tmp_path)


def test_advice_without_a_switch_thinks_of_containers(tmp_path: Path) -> None:
    assert "container" in namespace_advice(tmp_path)


def test_silent_end_is_said_to_be_one() -> None:
    assert "without a word" in str(start_failure("  \n"))


def test_root_is_told_that_another_user_must_be_able_to_read() -> None:
    assert "chmod -R go+rX" in str(import_failure("ModuleNotFoundError: numpy", as_root=True))
    assert "chmod" not in str(import_failure("ModuleNotFoundError: numpy", as_root=False))
