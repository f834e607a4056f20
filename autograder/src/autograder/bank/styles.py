"""Whether the bank's right styles are really different, and whether each exercise has enough.

Two answers are one style when their syntax trees are equal after renaming. That is a lower bound:
that they use another algorithm or data structure is for the author's eye.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from itertools import combinations

from autograder.bank.entries import Entry

LEAST_STYLES = 3
LEAST_SPECIFIC = 0.8  # of the mistakes have a message of their own


def demands(entries: Sequence[Entry]) -> list[str]:
    """What a course's own bank lacks, one sentence each."""
    told: list[str] = []
    for exercise in dict.fromkeys(entry.exercise for entry in entries):
        mine = [entry for entry in entries if entry.exercise == exercise and not entry.fault]
        told += _of_exercise(exercise, mine)
    mistakes = [entry for entry in entries if entry.kind == "mistake"]
    share = specific_share(mistakes)
    if mistakes and share < LEAST_SPECIFIC:
        told.append(f"Only {share:.0%} of the mistakes have a message of their own; 80 % must.")
    return told


def specific_share(mistakes: Sequence[Entry]) -> float:
    """The share of mistakes whose header asks for a message that is not general."""
    own = [m for m in mistakes if m.expected.message and not m.expected.general]
    return len(own) / len(mistakes) if mistakes else 1.0


def _of_exercise(exercise: str, entries: Sequence[Entry]) -> Iterator[str]:
    model = next((entry for entry in entries if entry.kind == "model"), None)
    if model is None:
        yield f"Exercise {exercise} has no model.py."
        return
    if not any(entry.kind == "mistake" for entry in entries):
        yield f"Exercise {exercise} has no mistake-*.py."
    styles = [entry for entry in entries if entry.kind == "style"]
    if not _defines(model.source):
        return  # values and choices need mistakes, not styles
    if len(styles) < LEAST_STYLES:
        yield f"Exercise {exercise} has {len(styles)} styles beside the model; three at least."
    for one, other in combinations([model, *styles], 2):
        if nameless(one.source) == nameless(other.source):
            yield f"Exercise {exercise}: {one.file} and {other.file} differ in names only."


def _defines(source: str) -> bool:
    kinds = (ast.FunctionDef, ast.ClassDef)
    return any(isinstance(node, kinds) for node in ast.parse(source).body)


def nameless(source: str) -> str:
    """A source's tree as text, docstrings gone and every name of its own numbered."""
    tree = ast.parse(source)
    numbers: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            numbers.setdefault(node.arg, f"v{len(numbers)}")
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            numbers.setdefault(node.id, f"v{len(numbers)}")
        elif isinstance(node, ast.FunctionDef | ast.ClassDef) and node not in tree.body:
            numbers.setdefault(node.name, f"v{len(numbers)}")
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.id = numbers.get(node.id, node.id)
        elif isinstance(node, ast.arg):
            node.arg, node.annotation = numbers[node.arg], None
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            node.name = numbers.get(node.name, node.name)
            _drop_docstring(node)
    return ast.dump(tree)


def _drop_docstring(node: ast.FunctionDef | ast.ClassDef) -> None:
    first = node.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        node.body = node.body[1:] or [ast.Pass()]
