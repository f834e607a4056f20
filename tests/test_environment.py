"""environment.yml, constraints.txt and the two pyprojects describe one environment."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
ASKED_FOR = {"jupyterlab", "numpy", "matplotlib", "nbgrader", "ipywidgets", "pytest"}


def pins() -> dict[str, str]:
    """Name -> version of every line of constraints.txt that holds on this machine's Python."""
    from packaging.requirements import Requirement

    lines = (ROOT / "constraints.txt").read_text().splitlines()
    wanted = [Requirement(line) for line in lines if line.strip() and not line.startswith("#")]
    here = [r for r in wanted if r.marker is None or r.marker.evaluate()]
    return {r.name.lower(): str(r.specifier).removeprefix("==") for r in here}


def conda() -> tuple[list[str], list[str]]:
    listed = yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]
    pip = next(entry["pip"] for entry in listed if isinstance(entry, dict))
    return [entry for entry in listed if isinstance(entry, str)], pip


def test_constraints_pin_every_version_and_name_no_host() -> None:
    text = (ROOT / "constraints.txt").read_text()
    assert "://" not in text
    assert "--" not in text
    for line in text.splitlines():
        assert re.match(r"^[A-Za-z0-9._-]+==[^ ]+( ; .+)?$", line), line


def test_what_is_installed_is_what_is_pinned() -> None:
    wrong = {
        name: (version(name), pinned)
        for name, pinned in pins().items()
        if name in ASKED_FOR and version(name) != pinned
    }
    assert wrong == {}


def test_conda_environment_pins_the_same_versions() -> None:
    _, pip = conda()
    named = dict(line.split("==") for line in pip if "==" in line)
    assert set(named) == ASKED_FOR
    assert named == {name: pins()[name] for name in ASKED_FOR}


def test_conda_environment_installs_both_distributions_with_the_constraints() -> None:
    base, pip = conda()
    assert any(entry.startswith("python=3.11") for entry in base)
    assert pip[:3] == [
        "--constraint constraints.txt",
        "--editable ./helpers",
        "--editable ./autograder[dev]",
    ]


@pytest.mark.parametrize("part", ["helpers", "autograder"])
def test_every_requirement_is_pinned(part: str) -> None:
    from packaging.requirements import Requirement

    project = tomllib.loads((ROOT / part / "pyproject.toml").read_text())["project"]
    optional = project.get("optional-dependencies", {})
    listed = project["dependencies"] + optional.get("dev", [])
    names = {Requirement(line).name.lower() for line in listed} - {"nnbh-helpers"}
    assert names <= set(pins())
