"""Where the course's notebooks are, read once for all whole-course tests."""

from __future__ import annotations

import csv
import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
Cell = dict[str, Any]


@cache
def course() -> dict[str, Any]:
    return tomllib.loads((ROOT / "course" / "course.toml").read_text(encoding="utf-8"))


def unit_ids() -> list[str]:
    return [unit["id"] for unit in course()["unit"]]


def source(unit: str) -> Path:
    return ROOT / "source" / unit / f"{unit}.ipynb"


def released(unit: str) -> Path:
    return ROOT / "release" / unit / f"{unit}.ipynb"


@cache
def notebook(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def cells(unit: str) -> list[Cell]:
    return notebook(source(unit))["cells"]


def text(cell: Cell) -> str:
    return "".join(cell["source"])


def tags(cell: Cell) -> list[str]:
    return cell["metadata"].get("tags", [])


def nnbh(cell: Cell) -> dict[str, Any]:
    return cell["metadata"].get("nnbh", {})


def nbgrader(cell: Cell) -> dict[str, Any]:
    return cell["metadata"].get("nbgrader", {})


def seed_rows(unit: str) -> set[str]:
    """The rows of the lectures that this unit has to tell."""
    with (ROOT / "course" / "coverage.csv").open(encoding="utf-8", newline="") as file:
        return {row["row"] for row in csv.DictReader(file) if row["unit"] == unit[:2]}
