"""Looks for solutions and hidden tests in what students get.

Compared by syntax tree (pieces of code, whole functions under other names) and by text (lines
without blanks). Cells tagged `provided` are given on purpose and are not searched.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.models import Notebook
from autograder.release.fragments import (
    code_in_prose,
    functions,
    parse,
    pieces,
    plain,
    weight,
)
from autograder.release.stubs import solution_regions, stub_source
from autograder.skeleton import BEGIN_HIDDEN, END_HIDDEN, exercise_of, is_answer, is_code, text

LEAST_TEXT = 10  # characters of a line, blanks taken out, that make it worth recognising
LEAST_IN_HELPERS = 4  # operations: a plot may add and divide


@dataclass(frozen=True)
class Secrets:
    """What students must not find: each key is a form to be recognised, each value says whose."""

    trees: Mapping[str, str]
    bodies: Mapping[str, str]
    lines: Mapping[str, str]


@dataclass(frozen=True)
class Page:
    """One text that students can read; `code` says it is Python as a whole."""

    where: str
    text: str
    code: bool = False


def secrets(source: Notebook) -> Secrets:
    """The solutions and hidden tests of an instructor's notebook."""
    trees: dict[str, str] = {}
    bodies: dict[str, str] = {}
    lines: dict[str, str] = {}
    for cell in filter(is_code, source["cells"]):
        exercise = exercise_of(cell)
        if is_answer(cell):
            whose = f"the solution of exercise {exercise}"
            tree = parse(text(cell)) or ast.Module([], [])
            given = functions(parse(stub_source(text(cell), exercise)) or ast.Module([], []))
            bodies |= dict.fromkeys(functions(tree).keys() - given.keys(), whose)
            for region in solution_regions(text(cell), exercise):
                trees |= _region_trees(region.source, bool(region.indent), whose)
                lines |= dict.fromkeys(_telling_lines(region.source), whose)
        whose = f"a hidden test of exercise {exercise}"
        trees |= dict.fromkeys(_asserts("\n".join(hidden_lines(text(cell)))), whose)
    return Secrets(trees, bodies, lines)


def _region_trees(source: str, in_function: bool, whose: str) -> dict[str, str]:
    """A region's pieces; in a region of values each whole statement is one, however small."""
    tree = parse(source)
    if tree is None:
        return {}
    found = dict.fromkeys(pieces(tree), whose)
    if not in_function:
        found |= dict.fromkeys(map(ast.dump, tree.body), whose)
    return found


def _telling_lines(source: str) -> Iterator[str]:
    for line in source.split("\n"):
        short = plain(line)
        tree = parse(line.strip())
        if len(short) < LEAST_TEXT or short.endswith(":"):
            continue
        if tree is None or weight(tree) >= 2:
            yield short


def _asserts(source: str) -> Iterator[str]:
    """The conditions of asserts that hold data; `abs(answer - expected) < 1e-9` tells nobody."""
    for node in ast.walk(parse(source) or ast.Module([], [])):
        if isinstance(node, ast.Assert) and any(map(_is_data, ast.walk(node.test))):
            yield ast.dump(node.test)


def _is_data(node: ast.AST) -> bool:
    """Whether a node is a text or a number that no reader would guess."""
    if not isinstance(node, ast.Constant) or isinstance(node.value, bool):
        return False
    if isinstance(node.value, int | float):
        return abs(node.value) > 1e-3 and node.value not in range(10)
    return isinstance(node.value, str) and node.value not in {"iu", "f", "iub", "b"}


def hidden_lines(source: str) -> list[str]:
    """The lines of a test cell that stay with the instructor."""
    found: list[str] = []
    hidden = False
    for line in source.split("\n"):
        if BEGIN_HIDDEN in line or END_HIDDEN in line:
            hidden = BEGIN_HIDDEN in line
        elif hidden:
            found.append(line)
    return found


def pages(release: Notebook) -> Iterator[Page]:
    """The cells of a released notebook that are searched."""
    for cell in release["cells"]:
        if "provided" not in cell.get("metadata", {}).get("tags", []):
            yield Page(f"cell {cell['id']}", text(cell), is_code(cell))


def package_pages(helpers: Path) -> Iterator[Page]:
    """What a student can read in the installed helpers: modules, tables, texts."""
    for path in sorted(helpers.rglob("*")):
        where = f"helpers/{path.relative_to(helpers).as_posix()}"
        if path.suffix == ".json":
            strings = _strings(json.loads(path.read_text(encoding="utf-8")))
            yield Page(where, "\n".join(strings))
        elif path.suffix in {".py", ".toml", ".txt", ".md", ".csv", ".js"}:
            yield Page(where, path.read_text(encoding="utf-8"), path.suffix == ".py")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from (str(key), *_strings(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def leaks(hidden: Secrets, read: Iterable[Page], least: int = 1) -> list[str]:
    """Each place where something hidden can be read, as a sentence."""
    found: dict[str, None] = {}
    for page in read:
        for code, shown in _trees(page, least):
            if code in hidden.trees:
                found[f"{page.where} shows {hidden.trees[code]}: {shown}"] = None
        for tree in _code(page):
            for body, name in functions(tree).items():
                if body in hidden.bodies:
                    found[f"{page.where}: {name} is {hidden.bodies[body]} renamed."] = None
        for line in page.text.split("\n"):
            for secret in (s for s in hidden.lines if s in "".join(line.split())):
                found[f"{page.where} shows {hidden.lines[secret]}: {line.strip()}"] = None
    return list(found)


def _trees(page: Page, least: int) -> Iterator[tuple[str, str]]:
    for tree in _code(page):
        yield from pieces(tree, least).items()


def _code(page: Page) -> Iterator[ast.Module]:
    sources = [page.text] if page.code else [*code_in_prose(page.text), *page.text.split("\n")]
    for source in sources:
        tree = parse(source)
        if tree is not None:
            yield tree
