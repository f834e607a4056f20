"""The released notebook in a kernel: what a learner sees under each answer of the bank."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from autograder.bank.entries import Entry, read_bank
from autograder.bank.options import choices
from course_files import ROOT, nnbh, released, tags, unit_ids
from nbclient import NotebookClient

pytestmark = pytest.mark.slow
SEEN_AS = {"model": "passed", "style": "passed", "mistake": "not yet right"}


class Learner:
    """A learner at a released notebook: writes an answer into its cell and runs the check below."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notebook = nbformat.read(path, as_version=4)
        self.client = NotebookClient(self.notebook, timeout=60, allow_errors=True)
        self.cells = {cell["id"]: index for index, cell in enumerate(self.notebook.cells)}

    def run(self, cell_id: str, source: str | None = None) -> str:
        """Run one cell, with another text if given; all that it showed, as plain text."""
        index = self.cells[cell_id]
        cell = self.notebook.cells[index]
        if source is not None:
            cell.source = source
        self.client.execute_cell(cell, index)
        return "\n".join(_shown(output) for output in cell.outputs)

    def answer(self, exercise: str, source: str) -> str:
        """What the check says of an answer."""
        dashed = exercise.replace(".", "-")
        shown = self.run(f"ex-{dashed}", source)
        return shown + self.run(f"check-{dashed}")


def _shown(output: dict) -> str:
    if output["output_type"] == "error":
        return f"{output['ename']}: {output['evalue']}"
    return output.get("text") or output["data"].get("text/plain", "")


@pytest.fixture(scope="module", params=unit_ids())
def learner(request: pytest.FixtureRequest) -> Iterator[tuple[Learner, list[Entry]]]:
    """A learner whose kernel has run the setup and the provided cells of a unit."""
    unit = request.param
    someone = Learner(released(unit))
    bank = read_bank(ROOT / "course" / "answers", unit)
    models = {entry.exercise: entry.source for entry in bank if entry.kind == "model"}
    with someone.client.setup_kernel(cwd=str(released(unit).parent)):
        for cell in someone.notebook.cells:
            if set(tags(cell)) & {"setup", "provided"}:
                assert "Error" not in someone.run(cell["id"])
            elif cell["id"].startswith("ex-") and cell.cell_type == "code":
                someone.run(cell["id"], models[nnbh(cell)["exercise"]])
        yield someone, bank


def test_every_answer_of_the_bank_is_told_what_it_is(
    learner: tuple[Learner, list[Entry]],
) -> None:
    someone, bank = learner
    options = choices(ROOT, someone.path.stem)
    wrong = []
    for entry in bank:
        shown = someone.answer(entry.exercise, entry.source)
        noted = entry.exercise in options and (
            entry.kind != "mistake" or entry.expected.mistake in options[entry.exercise].values()
        )
        message = "" if entry.expected.outcome or noted else (entry.expected.message or "")
        seen_as = "recorded" if noted else SEEN_AS[entry.kind]
        if seen_as not in shown or message.replace("`", "") not in shown:
            wrong.append((entry.exercise, entry.file, message, shown))
        model = next(e for e in bank if e.kind == "model" and e.exercise == entry.exercise)
        someone.answer(entry.exercise, model.source)
    assert wrong == []


def test_untouched_exercises_are_told_as_not_started(
    learner: tuple[Learner, list[Entry]],
) -> None:
    someone, _ = learner
    for cell in nbformat.read(someone.path, as_version=4).cells:
        if cell["id"].startswith("ex-") and cell.cell_type == "code":
            shown = someone.answer(nnbh(cell)["exercise"], cell.source)
            assert "not started" in shown, (cell["id"], shown)
