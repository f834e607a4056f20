"""Reads the zoo: the unit, each case with its verdict, and the notebook a student would hand in.

A notebook is written as a Python file of cells, each headed by `# %% <id> <facts>` (README.md).
"""

from __future__ import annotations

import copy
import json
import re
import shlex
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from autograder.models import Outcome
from autograder.skeleton import is_answer, make_skeleton, text, without_hidden_tests

HERE = Path(__file__).parent
UNIT = "98-zoo"
HOSTILE = ("forge", "host", "examiner")
Notebook = dict[str, Any]


@dataclass(frozen=True)
class Block:
    """One cell as a file of cells has it."""

    id: str
    facts: Mapping[str, str]
    source: str


@dataclass(frozen=True)
class Case:
    """A submission and what must become of it."""

    name: str
    family: str  # forge, host, examiner or honest
    tries: str
    must: Mapping[str, tuple[Outcome, ...]]  # exercise -> how its graded cells may end
    says: tuple[str, ...]  # words in its outputs: what it tried was tried
    never: tuple[str, ...]  # words that may stand in no output and no message
    never_on_page: tuple[str, ...]  # words that may not stand on the feedback page
    shared: tuple[str, ...]  # test cells that it would pass if they ran in its own process
    blocks: tuple[Block, ...]
    cell_s: float | None  # seconds for a cell, where the case waits for the end of them
    solved: bool  # exercises that it does not touch are answered rightly


def _blocks(source: str) -> Iterator[Block]:
    parts = re.split(r"^# %% ?(.*)\n", source, flags=re.M)
    for header, body in zip(parts[1::2], parts[2::2], strict=True):
        name, *facts = shlex.split(header)
        pairs = (fact.partition("=") for fact in facts)
        yield Block(name, {key: value for key, _, value in pairs}, body.strip("\n"))


@cache
def all_cases() -> tuple[Case, ...]:
    """Every folder of the zoo, by name."""
    return tuple(_case(path.parent) for path in sorted(HERE.glob("*/verdict.toml")))


def _case(folder: Path) -> Case:
    told = tomllib.loads((folder / "verdict.toml").read_text("utf-8"))
    family = told["family"]
    assert family in (*HOSTILE, "honest"), folder
    source = (folder / "submission.py").read_text("utf-8")
    return Case(
        name=folder.name,
        family=family,
        tries=told["tries"],
        must={name: _outcomes(value) for name, value in told.get("must", {}).items()},
        says=tuple(told.get("says", ())),
        never=tuple(told.get("never", ())),
        never_on_page=tuple(told.get("never_on_page", ())),
        shared=tuple(told.get("shared", ())),
        blocks=tuple(_blocks(source)),
        cell_s=told.get("cell_s"),
        solved=told.get("solved", family == "honest"),
    )


def _outcomes(value: str | list[str]) -> tuple[Outcome, ...]:
    return tuple(map(Outcome, [value] if isinstance(value, str) else value))


# ---- notebooks


def source_notebook(token: str, number: int) -> Notebook:
    """The instructor's notebook, with a canary and a hidden input that nobody can guess."""
    written = (HERE / "unit.py").read_text("utf-8").replace("@INPUT@", str(number))
    cells = [_cell(block) for block in _blocks(written)]
    for cell in cells:
        cell["source"] = cell["source"].replace("@CANARY@", f"{cell['id']}-{token}")
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}, "cells": cells}


def _cell(block: Block) -> dict[str, Any]:
    facts = block.facts
    metadata: dict[str, Any] = {}
    if found := re.fullmatch(r"\w+-(\d+)-(\d+)(-\w)?", facts.get("claims", block.id)):
        metadata["nnbh"] = {"exercise": f"{found[1]}.{found[2]}"}
    if "tag" in facts:
        metadata["tags"] = [facts["tag"]]
    if facts.keys() & {"solution", "points", "locked", "claims"}:
        metadata["nbgrader"] = {
            "grade_id": facts.get("claims", block.id),
            "schema_version": 3,
            "solution": "solution" in facts,
            "grade": "points" in facts,
            "locked": bool(facts.keys() & {"points", "locked"}),
            "task": False,
        } | ({"points": float(facts["points"])} if "points" in facts else {})
    kind = facts.get("kind", "code")
    source = re.sub(r"^# ", "", block.source) if kind == "markdown" else block.source
    cell = {"cell_type": kind, "id": block.id, "metadata": metadata, "source": source}
    return cell | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def submission(case: Case, source: Notebook, words: Mapping[str, str]) -> bytes:
    """The file that the student of this case hands in; `words` replace @NAMES@ in its cells."""
    notebook = released(source, solved=case.solved)
    cells = notebook["cells"]
    at = next(n for n, cell in enumerate(cells) if cell["id"] == "setup-more")
    for block in case.blocks:
        there = next((n for n, cell in enumerate(cells) if cell["id"] == block.id), None)
        if there is not None and "gone" in block.facts:
            del cells[there]
            at = there - 1
        elif there is not None:
            at = there
            _rewrite(cells[at], block)
        else:
            at += 1
            cells.insert(at, _cell(block))
    data = json.dumps(notebook)
    for name, word in words.items():
        data = data.replace(f"@{name}@", word)
    return data.encode()


def _rewrite(cell: dict[str, Any], block: Block) -> None:
    """Change a cell that the student was given, as far as the header and the source say."""
    facts = block.facts
    if "bare" not in facts:
        cell["source"] = block.source
    if "tag" in facts:
        cell["metadata"]["tags"] = [facts["tag"]]
    if "points" in facts:
        cell["metadata"]["nbgrader"]["points"] = json.loads(facts["points"])
    if "shows" in facts:
        shown = {"output_type": "stream", "name": "stdout", "text": facts["shows"]}
        cell["outputs"] = [shown]


def released(source: Notebook, *, solved: bool) -> Notebook:
    """The unit as a student gets it, with or without the right answers in it."""
    made: Notebook = copy.deepcopy(make_skeleton(source, UNIT).notebook)
    for cell, instructors in zip(made["cells"], source["cells"], strict=True):
        cell["source"] = without_hidden_tests(text(cell))
        if solved and is_answer(cell):
            lines = text(instructors).splitlines()
            cell["source"] = "\n".join(line for line in lines if "### " not in line)
    return made
