"""Mutants change one thing, keep what students are given, and have labels of their own."""

from __future__ import annotations

import ast

import pytest
from autograder.bank.mutants import mutants


def sources(source: str) -> list[str]:
    return [mutant.source for mutant in mutants(source, "1.1")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x + 1", "x - 1"),
        ("x - y", "y - x"),
        ("x * y", "x / y"),
        ("x / y", "x * y"),
        ("-x", "x"),
        ("x > 0", "x >= 0"),
        ("x == y", "x != y"),
        ("x and y", "x or y"),
        ("x + 2", "x + 4"),
        ("x + 2", "x + 1"),
        ("np.sum(x, axis=0)", "np.sum(x, axis=1)"),
        ("np.sum(x, axis=0)", "np.sum(x)"),
        ("np.exp(x)", "x"),
        ("x.copy()", "x"),
        ("x.T", "x"),
        ("x @ y", "x.T @ y"),
        ("x @ y", "y @ x"),
        ("f(x, y)", "f(y, x)"),
        ("range(n)", "range(n - 1)"),
        ("range(n)", "range(1, n)"),
        ("x if y else z", "z if y else x"),
        ("x", "-x"),
    ],
)
def test_expression_is_mutated(before: str, after: str) -> None:
    assert f"def f(x, y):\n    return {after}" in sources(f"def f(x, y):\n    return {before}")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x += y", "x -= y"),
        ("x = y", "pass"),
        ("if x:\n        y()", "if not x:\n        y()"),
        ("for i in x:\n        break", "for i in x:\n        pass"),
        ("return (x, y)", "return (y, x)"),
        ("return x", "return"),
    ],
)
def test_statement_is_mutated(before: str, after: str) -> None:
    assert f"def f(x, y):\n    {after}" in sources(f"def f(x, y):\n    {before}")


def test_signature_and_docstring_are_given_and_stay() -> None:
    source = 'def f(x, h=2):\n    """Doubles."""\n    return x * 3'
    for mutated in sources(source):
        assert mutated.startswith('def f(x, h=2):\n    """Doubles."""\n')


def test_every_mutant_is_python_and_differs_from_the_model_and_the_others() -> None:
    source = "weights = {'and': (3, 3, -4)}\n\ndef f(x):\n    return np.where(x > 0, x, 0.0) + 1"
    trees = [ast.dump(ast.parse(mutated)) for mutated in sources(source)]
    assert len(set(trees)) == len(trees) > 10
    assert ast.dump(ast.parse(source)) not in trees


def test_labels_say_where_and_what_and_are_unique() -> None:
    source = "def f(x):\n    for i in range(3):\n        x = x + 3 + 3\n    return x"
    labels = [mutant.label for mutant in mutants(source, "1.1")]
    assert len(set(labels)) == len(labels)
    assert "x = x + 3 + 3: 3 -> 4" in labels
    assert "x = x + 3 + 3: 3 -> 4 (2)" in labels
    assert "for i in range(3): 3 -> 4" in labels
