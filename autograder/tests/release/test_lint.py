"""Every rule for test authors finds its planted violation and leaves good tests alone."""

from __future__ import annotations

import pytest
from autograder.release.lint import RULES, lint_test

CONTRACT = frozenset({"f", "weights", "Momentum"})


def rules_broken(source: str) -> list[str]:
    return [finding.rule for finding in lint_test(source, "test-1-1-a", CONTRACT)]


GOOD = [
    "x = np.array([1.0, 2.0])\nexpected = 2 * x\ngot = f(x)\n"
    'assert got.shape == expected.shape, "its shape"\n'
    'assert np.max(np.abs(got - expected)) < 1e-9, "its values"',
    # an input left alone is seen by comparing it with its copy
    "x = np.ones(3)\nbefore = x.copy()\nf(x)\nassert np.array_equal(x, before), 'x was changed'",
    "w = np.zeros(3)\ngot = np.array(f(w))\nassert got.shape == (3,), 'm'\n"
    "assert np.abs(w - np.zeros(3)).max() < 1e-12, 'w was changed'",
    # a read-only input may be used afterwards
    "x = np.ones(3)\nx.flags.writeable = False\nassert np.allclose(f(x), 2 * x), 'doubles'",
    "x = np.ones(3)\nx.setflags(write=False)\nassert np.allclose(f(x), 2 * x), 'doubles'",
    # numbers cannot be changed by anybody
    "for x in (0.0, 2.5):\n    assert abs(f(x) - 2 * x) < 1e-9, f'doubles {x}'",
    "got = f(3)\nassert isinstance(got, int), 'an int'\nassert got == 6, 'twice three'",
    "np.testing.assert_allclose(f(2.0), 4.0, err_msg='twice two')",
    "o = Momentum(0.1)\nfor g in (1.0, 2.0):\n    o.step(g)\nv = o.v\n"
    "assert v is not None and abs(v - 2.0) < 1e-9, 'velocity'",
    "calls = []\ndef gate(a, b):\n    calls.append((a, b))\n    return 1\ngot = f(gate)\n"
    "assert len(calls) <= 4 and got == 1, 'at most four'",
    "rng = np.random.default_rng(3)\nx = rng.normal(size=4)\nexpected = x + 1\n"
    "assert np.allclose(f(x), expected), 'adds one'",
]


@pytest.mark.parametrize("source", GOOD)
def test_good_tests_pass(source: str) -> None:
    assert rules_broken(source) == []


PLANTED = [
    ("expected-first", "x = np.ones(3)\ngot = f(x)\nassert np.allclose(got, 2 * x), 'm'"),
    ("expected-first", "x = np.ones(3)\nassert np.allclose(f(x), np.exp(x)), 'm'"),
    ("expected-first", "x = [1, 2]\ngot = f(x)\nwanted = sum(x)\nassert got == wanted, 'm'"),
    ("expected-first", "X = np.ones((3, 2))\ngot = f(X.T)\nassert got == np.sum(X), 'm'"),
    (
        "expected-first",
        "X = np.ones((3, 2))\nw = np.array(f(X)[0])\nassert (X @ w).max() < 0, 'm'",
    ),
    (
        "expected-first",
        "x = np.ones(3)\nfor k in (1, 2):\n    expected = k * x\n    got = f(x, k)\n"
        "    assert np.allclose(got, expected), 'm'",
    ),
    ("negated-order", "assert not abs(f(1) - 2) > 1e-9, 'm'"),
    ("negated-order", "assert not np.any(np.abs(f(1) - 2) > 1e-9), 'm'"),
    (
        "negated-order",
        "got = f(1)\nif abs(got - 2) > 1e-9:\n    raise AssertionError('m')\nassert got == 2, 'm'",
    ),
    ("legacy-random", "np.random.seed(0)\nassert f(1) == 2, 'm'"),
    ("legacy-random", "x = np.random.randn()\nassert f(1) == 2, 'm'"),
    ("legacy-random", "import random\nassert f(1) == 2, 'm'"),
    ("patched-library", "np.exp = lambda x: x\nassert f(1) == 2, 'm'"),
    ("patched-library", "setattr(np.linalg, 'norm', None)\nassert f(1) == 2, 'm'"),
    ("patched-library", "with mock.patch('numpy.exp'):\n    assert f(1) == 2, 'm'"),
    ("errstate", "with np.errstate(all='raise'):\n    assert f(1) == 2, 'm'"),
    ("magic", "%timeit f(1)\nassert f(1) == 2, 'm'"),
    ("magic", "display(f(1))\nassert f(1) == 2, 'm'"),
    ("binds-contract-name", "f = abs\nassert f(1) == 2, 'm'"),
    ("binds-contract-name", "def f(x):\n    return 2\nassert f(1) == 2, 'm'"),
    ("binds-contract-name", "for weights in (1, 2):\n    assert weights == 2, 'm'"),
    ("binds-contract-name", "import numpy as weights\nassert f(1) == 2, 'm'"),
    ("no-message", "assert f(1) == 2"),
    ("no-message", "assert (f(1) == 2, 'm'), 'n'"),
    ("no-message", "np.testing.assert_allclose(f(1), 2)"),
    ("claims-only", "assert isinstance(f(1), float), 'm'"),
    ("claims-only", "assert hasattr(Momentum(1), 'v') and len(weights) == 4, 'm'"),
    ("claims-only", "got = f(1)"),
    ("truth-of-object", "assert f(1), 'm'"),
    ("truth-of-object", "got = f(1)\nif got:\n    pass\nassert got == 2, 'm'"),
    ("truth-of-object", "got, n = f(1)\nassert n == 1 and not got, 'm'"),
    ("read-twice", "o = Momentum(1)\nassert o.v != 4 and o.v == 4, 'm'"),
    ("trailing-value", "got = f(1)\nassert got == 2, 'm'\ngot"),
    (
        "assert-in-callback",
        "def g(a):\n    assert a == 1, 'm'\n    return a\ngot = f(g)\nassert got == 2, 'm'",
    ),
]


@pytest.mark.parametrize(("rule", "source"), PLANTED)
def test_planted_violation_is_found(rule: str, source: str) -> None:
    assert rule in rules_broken(source)


def test_every_rule_has_a_planted_violation() -> None:
    assert set(RULES) <= {rule for rule, _ in PLANTED}


def test_unreadable_test_cell_is_a_finding() -> None:
    assert rules_broken("assert f(1 ==") == ["syntax"]
