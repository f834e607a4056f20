"""The model answers of unit 00 agree with NumPy's own products and with SymPy's and torch's."""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any

import numpy as np
import pytest
from course_files import ROOT

BANK = ROOT / "course" / "answers" / "00-warm-up"
SHAPES = [(1, 1, 1, 1), (4, 2, 3, 5), (3, 5, 1, 2), (6, 4, 4, 4)]  # samples, in, hidden, out


@cache
def model() -> dict[str, Any]:
    names: dict[str, Any] = {"np": np}
    for path in sorted(BANK.glob("*/model.py")):
        exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)
    return names


@cache
def drawn(shape: tuple[int, int, int, int]) -> tuple[np.ndarray, ...]:
    rng = np.random.default_rng(sum(shape))
    n, n_in, m, n_out = shape
    sizes = [(n, n_in), (n_in, m), (m,), (m, n_out), (n_out,)]
    return tuple(rng.normal(size=size) for size in sizes)


@pytest.mark.parametrize("shape", SHAPES)
def test_neuron_and_matmul_agree_with_numpy(shape: tuple[int, int, int, int]) -> None:
    X, W1, b1, _, _ = drawn(shape)
    product = model()["matmul"](X, W1)
    np.testing.assert_allclose(product, np.matmul(X, W1), rtol=1e-12)
    neuron = model()["neuron"](X[0], W1[:, 0], b1[0])
    np.testing.assert_allclose(neuron, np.inner(X[0], W1[:, 0]) + b1[0], rtol=1e-12)


def test_the_lectures_neuron_gives_six_tenths() -> None:
    answer = model()["neuron"](np.array([1, 0, 1, 1]), np.array([0.2, 0.1, 0.5, 0.2]), -0.3)
    assert answer == pytest.approx(0.6, abs=1e-15)


def test_the_lectures_coupled_recurrence_is_a_layer_applied_twice() -> None:
    W, b = np.array([[1, 2], [2, 3]]), np.array([2, 1])
    once = model()["linear"](np.array([[1, 1]]), W, b)
    twice = model()["linear"](np.array([[1, 1]]), *model()["collapse"](W, b, W, b))
    assert once.tolist() == [[5, 6]]
    assert twice.tolist() == [[19, 29]]


@pytest.mark.parametrize("shape", SHAPES)
def test_linear_agrees_with_torch(shape: tuple[int, int, int, int]) -> None:
    torch = pytest.importorskip("torch")
    X, W1, b1, _, _ = drawn(shape)
    wanted = torch.nn.functional.linear(*map(torch.from_numpy, (X, W1.T.copy(), b1))).numpy()
    np.testing.assert_allclose(model()["linear"](X, W1, b1), wanted, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("shape", SHAPES)
def test_collapsed_layers_do_what_both_layers_do(shape: tuple[int, int, int, int]) -> None:
    X, W1, b1, W2, b2 = drawn(shape)
    linear, collapse = model()["linear"], model()["collapse"]
    both = linear(linear(X, W1, b1), W2, b2)
    np.testing.assert_allclose(linear(X, *collapse(W1, b1, W2, b2)), both, rtol=1e-9, atol=1e-12)


def test_collapse_agrees_with_algebra_in_letters() -> None:
    if importlib.util.find_spec("sympy") is None:
        pytest.skip("sympy is not installed")
    sympy = importlib.import_module("sympy")
    W1, W2 = (sympy.MatrixSymbol(n, *k).as_explicit() for n, k in (("U", (2, 3)), ("V", (3, 2))))
    b1, b2 = (sympy.MatrixSymbol(n, 1, k).as_explicit() for n, k in (("b", 3), ("c", 2)))
    x = sympy.MatrixSymbol("x", 1, 2).as_explicit()
    arrays = [np.array(M.tolist(), dtype=object) for M in (W1, b1, W2, b2)]
    W, b = model()["collapse"](arrays[0], arrays[1][0], arrays[2], arrays[3][0])
    one = x * sympy.Matrix(W) + sympy.Matrix([list(b)])
    assert sympy.expand((x * W1 + b1) * W2 + b2 - one) == sympy.zeros(1, 2)


@pytest.mark.parametrize("shape", SHAPES)
def test_rows_give_the_columns_result_turned_over(shape: tuple[int, int, int, int]) -> None:
    X, W1, b1, _, _ = drawn(shape)
    X_col, W_col, b_col = X.T.copy(), W1.T.copy(), b1[:, None].copy()
    there = W_col @ X_col + b_col
    here = model()["linear"](*model()["to_rows"](W_col, b_col, X_col))
    np.testing.assert_allclose(here, there.T, rtol=1e-12)
