"""The form of a unit's notebook: ids, tags, metadata, one answer cell an exercise, cell budgets.

The grader, the bank and the students' eyes rely on it. What tests may do is lint's business.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from autograder.models import Notebook
from autograder.release.lint import Finding, contract_of
from autograder.release.stubs import BEGIN, StubError, stub_source
from autograder.skeleton import (
    bound_names,
    exercise_of,
    flags,
    is_answer,
    is_code,
    is_manual,
    lent_names,
    text,
)

TAGS = {"setup", "provided", "check", "hint", "demo"}
MOST_CELLS = 80
USUAL_CELLS = range(45, 66)
MOST_LINES = 12  # of a worked example or a demo
MOST_ANSWER_LINES = 30
MOST_SENTENCES = 3
ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
METADATA = {"nbgrader", "nnbh", "tags", "jp-MarkdownHeadingCollapsed", "jupyter", "slideshow"}
IMPORTS = {"numpy", "matplotlib", "helpers", "math"}
TEST_IMPORTS = IMPORTS | {"contextlib", "io", "re"}  # to look at what a function prints
KINDS = {  # nbgrader's grade, solution, locked
    (False, True, False),  # an answer
    (True, False, True),  # a test
    (False, False, True),  # locked
    (True, True, False),  # an answer that a person marks
}
Cell = Mapping[str, Any]


def lint_form(source: Notebook) -> list[Finding]:
    """Every departure of an instructor's notebook from the form. Unknown cells have no id."""
    cells = source["cells"]
    found = [*_notebook(source), *_ids(cells), *_exercises(cells)]
    contract = contract_of(source)
    for cell in cells:
        name = str(cell.get("id"))
        found += _metadata(cell, name)
        found += _code(cell, name, contract) if is_code(cell) else _prose(cell, name)
    return found


def _notebook(source: Notebook) -> Iterator[Finding]:
    if (source.get("nbformat"), source.get("nbformat_minor", 0)) < (4, 5):
        yield Finding("notebook", "format", "is older than nbformat 4.5; cells have no ids")
    if source["metadata"].get("kernelspec", {}).get("name") != "python3":
        yield Finding("notebook", "kernel", "the kernel is not python3")
    count = len(source["cells"])
    if count > MOST_CELLS:
        yield Finding("notebook", "cells", f"has {count} cells; {MOST_CELLS} at most")
    elif count not in USUAL_CELLS:
        message = f"has {count} cells; 45 to 65 are usual"
        yield Finding("notebook", "cells", message, error=False)
    first = next(filter(is_code, source["cells"]), None)
    if first is None or first.get("id") != "setup" or _tags(first) != ["setup"]:
        yield Finding("notebook", "setup", "the first code cell is not `setup`, tagged setup")


def _ids(cells: list[dict[str, Any]]) -> Iterator[Finding]:
    for name, times in Counter(str(cell.get("id")) for cell in cells).items():
        if times > 1:
            yield Finding(name, "id", f"{times} cells have this id")
        if not ID.fullmatch(name):
            yield Finding(name, "id", "an id has small letters, digits and hyphens, at most 64")


def _exercises(cells: list[dict[str, Any]]) -> Iterator[Finding]:
    """One answer cell, one check and one hint for each exercise, and at least one graded cell.

    What a person marks is its own graded cell, and no machine can check it or hint at it.
    """
    by_hand = {exercise_of(cell) for cell in cells if is_manual(cell)}
    ids = [str(cell.get("id")) for cell in cells]
    exercises = [exercise_of(cell) for cell in cells if is_answer(cell)]
    for exercise, times in Counter(exercises).items():
        dashed = exercise.replace(".", "-")
        if times > 1:
            yield Finding(f"ex-{dashed}", "answer", f"exercise {exercise} has {times} answer cells")
        wanted_ids = (f"ex-{dashed}", f"check-{dashed}", f"hint-{dashed}", f"test-{dashed}-a")
        for wanted in wanted_ids[: 1 if exercise in by_hand else None]:
            if wanted not in ids:
                yield Finding(wanted, "missing", f"exercise {exercise} has no such cell")
    for cell in cells:
        match = re.fullmatch(r"(ex|check|hint|test)-(\d+)-(\d+)(-[a-z])?", str(cell.get("id")))
        if match and exercise_of(cell) != f"{match[2]}.{match[3]}":
            said = exercise_of(cell)
            yield Finding(str(cell.get("id")), "exercise", f"metadata.nnbh says exercise {said}")
        elif match and f"{match[2]}.{match[3]}" not in exercises:
            yield Finding(str(cell.get("id")), "answer", "its exercise has no answer cell")


def _metadata(cell: Cell, name: str) -> Iterator[Finding]:
    meta = cell.get("metadata", {})
    for key in sorted(set(meta) - METADATA):
        yield Finding(name, "metadata", f"has metadata {key!r}, which is no part of the form")
    for tag in sorted(set(_tags(cell)) - TAGS):
        yield Finding(name, "tag", f"unknown tag {tag!r}; the tags are {', '.join(sorted(TAGS))}")
    graded = flags(cell)
    if graded and graded.get("grade_id") != cell.get("id"):
        yield Finding(name, "id", f"its grade id is {graded.get('grade_id')!r}")
    if graded and graded.get("schema_version") != 3:
        yield Finding(name, "metadata", "nbgrader's schema_version is not 3")
    for problem in _role_faults(cell):
        yield Finding(name, "role", problem)


def _role_faults(cell: Cell) -> Iterator[str]:
    """Whether tag and nbgrader's flags tell the same story."""
    graded, tags = flags(cell), _tags(cell)
    kind = tuple(bool(graded.get(key)) for key in ("grade", "solution", "locked"))
    points = graded.get("points")
    if len(tags) > 1:
        yield f"has {len(tags)} tags; one says what it is for"
    if graded and kind not in KINDS:
        yield "is neither answer (solution), test (grade, locked), locked cell nor marked by hand"
    if is_manual(cell) and is_code(cell):
        yield "is marked by hand: let the student write text, a markdown cell"
    if tags and (kind[0] or kind[1]):
        yield "answers and tests carry no tag"
    if set(tags) & (TAGS - {"demo"}) and kind != (False, False, True):
        yield f"a {tags[0]} cell is locked, neither graded nor a solution"
    if tags == ["demo"] and graded:
        yield "a demo cell has no nbgrader metadata"
    if kind[0] and not (isinstance(points, int | float) and points > 0 and points * 2 % 1 == 0):
        yield f"points come in halves, this has {points!r}"


def _code(cell: Cell, name: str, contract: frozenset[str]) -> Iterator[Finding]:
    source = text(cell)
    if cell.get("outputs") or cell.get("execution_count") is not None:
        yield Finding(name, "outputs", "has outputs or an execution count; strip them")
    if re.search(r"sys\.path|urlopen|requests\.|^\s*[!%]", source, re.MULTILINE):
        yield Finding(name, "environment", "no installs, downloads, magics or sys.path edits")
        return
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        yield Finding(name, "syntax", f"is not Python: {error}")
        return
    allowed = TEST_IMPORTS if flags(cell).get("grade") else IMPORTS
    for module in sorted(_imported(tree) - allowed):
        yield Finding(name, "imports", f"imports {module}; notebooks need {_listed(allowed)} only")
    for lent in sorted(lent_names(cell) - bound_names(source)):
        yield Finding(name, "lends", f"metadata.nnbh lends {lent}, which the cell does not make")
    if is_answer(cell):
        yield from _answer(source, name, exercise_of(cell))
    elif not flags(cell).get("grade"):
        yield from _shown(cell, name, source)
        yield from _calls(cell, name, tree, contract)


def _answer(source: str, name: str, exercise: str) -> Iterator[Finding]:
    if BEGIN not in source:
        yield Finding(name, "answer", f"has no ### {BEGIN} ... region")
        return
    try:
        ast.parse(stub_source(source, exercise))
    except (StubError, SyntaxError) as error:
        yield Finding(name, "answer", f"cannot be stubbed: {error}")
    lines = sum(1 for line in source.split("\n") if line.strip())
    if lines > 2 * MOST_ANSWER_LINES:
        yield Finding(name, "answer", f"{lines} lines; split the exercise", error=False)


def _shown(cell: Cell, name: str, source: str) -> Iterator[Finding]:
    lines = sum(1 for line in source.split("\n") if line.strip())
    if lines > MOST_LINES:
        yield Finding(name, "lines", f"{lines} lines of code; {MOST_LINES} at most")


def _calls(cell: Cell, name: str, tree: ast.Module, contract: frozenset[str]) -> Iterator[Finding]:
    """A check or hint cell is one call that names its exercise and the student's objects."""
    wanted = next((tag for tag in _tags(cell) if tag in {"check", "hint"}), None)
    if wanted is None:
        return
    call = (
        tree.body[0].value if len(tree.body) == 1 and isinstance(tree.body[0], ast.Expr) else None
    )
    if not isinstance(call, ast.Call) or ast.unparse(call.func) != wanted or not call.args:
        yield Finding(name, wanted, f'is one call: {wanted}("{exercise_of(cell)}", ...)')
        return
    if ast.unparse(call.args[0]) != repr(exercise_of(cell)):
        yield Finding(name, wanted, f"names {ast.unparse(call.args[0])}, not {exercise_of(cell)}")
    for argument in call.args[1:]:
        if ast.unparse(argument) not in contract:
            yield Finding(name, wanted, f"{ast.unparse(argument)} is no name of an answer cell")


def _prose(cell: Cell, name: str) -> Iterator[Finding]:
    count = max(map(sentences, re.split(r"\n\s*\n", text(cell))))
    if count > MOST_SENTENCES:
        message = f"a paragraph of about {count} sentences; {MOST_SENTENCES} at most"
        yield Finding(name, "sentences", message, error=False)


def sentences(markdown: str) -> int:
    """About how many sentences of running prose a text has (lists, boxes, formulas apart)."""
    without = re.sub(r"\$\$.*?\$\$|```.*?```|<details.*?</details>", "", markdown, flags=re.DOTALL)
    lines = [
        line for line in without.split("\n") if not re.match(r"\s*([#>|!<-]|\*\s|\d+\.)", line)
    ]
    running = re.sub(r"\$[^$]*\$|`[^`]*`", "x", " ".join(lines))
    return len(
        re.findall(r"(?:[.!?](?=\s|$)|:$)(?<!\be\.g\.)(?<!\bi\.e\.)", running.replace("**", ""))
    )


def _imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names


def _tags(cell: Cell) -> list[str]:
    return list(cell.get("metadata", {}).get("tags", []))


def _listed(words: set[str]) -> str:
    return ", ".join(sorted(words))
