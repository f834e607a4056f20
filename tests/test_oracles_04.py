"""Unit 04: model answers against other libraries, the bug hunt against its promise."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[1]
BANK = ROOT / "course" / "answers" / "04-backprop"
SOURCE = ROOT / "source" / "04-backprop" / "04-backprop.ipynb"
EXERCISES = [f"4.{number}" for number in range(1, 9)]
Params = dict[str, np.ndarray]


@cache
def given(cell_id: str) -> str:
    """The source of a cell of the notebook."""
    cells = json.loads(SOURCE.read_text(encoding="utf-8"))["cells"]
    return next("".join(cell["source"]) for cell in cells if cell["id"] == cell_id)


@cache
def answers() -> dict[str, Any]:
    """Everything that a solved notebook defines."""
    namespace: dict[str, Any] = {"np": np}
    for cell_id in ("provided-sigmoid", "provided-relative-error", "provided-buggy"):
        exec(given(cell_id), namespace)
    for exercise in EXERCISES:
        exec((BANK / exercise / "model.py").read_text(encoding="utf-8"), namespace)
    return namespace


@pytest.mark.parametrize("name", ["sigmoid", "relative_error"])
def test_what_is_provided_has_one_home(name: str) -> None:
    home = (ROOT / "course" / "provided" / f"{name}.py").read_text(encoding="utf-8").strip()
    assert given(f"provided-{name.replace('_', '-')}").strip() == home
    assert home in (BANK / "checks.toml").read_text(encoding="utf-8")


def test_the_given_code_of_the_bug_hunt_is_the_one_that_the_checks_know() -> None:
    assert given("provided-buggy").strip() in (BANK / "checks.toml").read_text(encoding="utf-8")


def net(rng: np.random.Generator, sizes: tuple[int, ...]) -> Params:
    params: Params = {}
    for layer, (n_in, n_out) in enumerate(pairwise(sizes), start=1):
        params[f"W{layer}"] = rng.normal(size=(n_in, n_out)) / np.sqrt(n_in)
        params[f"b{layer}"] = rng.normal(size=n_out) / 2
    return params


# ---- other people's libraries


def test_softmax_and_cross_entropy_are_those_of_scipy_and_scikit_learn() -> None:
    special = pytest.importorskip("scipy.special")
    metrics = pytest.importorskip("sklearn.metrics")
    rng = np.random.default_rng(0)
    scores, t = rng.normal(0, 3, size=(50, 4)), np.append(np.arange(4), rng.integers(0, 4, 46))
    P = answers()["softmax"](scores)
    np.testing.assert_allclose(P, special.softmax(scores, axis=1), rtol=1e-12)
    assert answers()["cross_entropy"](P, t) == pytest.approx(metrics.log_loss(t, P), rel=1e-9)


def test_one_neuron_has_the_slopes_that_scipy_measures() -> None:
    optimize = pytest.importorskip("scipy.optimize")
    rng = np.random.default_rng(1)
    X, t = rng.normal(size=(30, 4)), rng.integers(0, 2, size=30)
    neuron = answers()["neuron_gradients"]

    def loss(v: np.ndarray) -> float:
        return float(neuron(X, t, v[1:], v[0])[0])

    def slopes(v: np.ndarray) -> np.ndarray:
        _, dw, db = neuron(X, t, v[1:], v[0])
        return np.append(db, dw)

    assert optimize.check_grad(loss, slopes, rng.normal(size=5)) < 1e-6


def test_the_slope_of_the_sigmoid_is_that_of_sympy() -> None:
    sympy = pytest.importorskip("sympy")
    z = sympy.symbols("z")
    slope = sympy.diff(1 / (1 + sympy.exp(-z)), z)
    at = np.array([[-2.0, 0.3, 0.7]])
    _, kept = answers()["sigmoid_forward"](at)
    found = answers()["sigmoid_backward"](np.ones((1, 3)), kept)
    np.testing.assert_allclose(found[0], [float(slope.subs(z, x)) for x in at[0]], rtol=1e-12)


def test_the_slope_of_softmax_with_cross_entropy_is_that_of_sympy() -> None:
    sympy = pytest.importorskip("sympy")
    scores = sympy.symbols("z0:3")
    loss = sympy.log(sum(map(sympy.exp, scores))) - scores[1]
    at = dict(zip(scores, (1.0, 2.0, 0.0), strict=True))
    wanted = [float(sympy.diff(loss, z).subs(at)) for z in scores]
    P = answers()["softmax"](np.array([[1.0, 2.0, 0.0]]))
    found = answers()["softmax_cross_entropy_backward"](P, np.array([1]))
    np.testing.assert_allclose(found[0], wanted, rtol=1e-12)


@pytest.mark.parametrize("deep", [False, True], ids=["two_layer_gradients", "fixed_backward"])
def test_nets_have_the_gradients_of_torch(deep: bool) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(2)
    params = net(rng, (3, 5, 5, 4) if deep else (3, 5, 4))
    X, t = rng.normal(size=(12, 3)), rng.integers(0, 4, size=12)
    leaves = {name: torch.tensor(value, requires_grad=True) for name, value in params.items()}
    A = torch.tensor(X)
    for layer in range(1, len(params) // 2 + 1):
        A = A @ leaves[f"W{layer}"] + leaves[f"b{layer}"]
        if layer < len(params) // 2:
            A = torch.relu(A) if deep else torch.tanh(A)
    wanted = torch.nn.functional.cross_entropy(A, torch.tensor(t))
    wanted.backward()
    loss, grads = answers()["fixed_backward" if deep else "two_layer_gradients"](X, t, params)
    assert loss == pytest.approx(wanted.item(), rel=1e-9)
    for name, leaf in leaves.items():
        np.testing.assert_allclose(grads[name], leaf.grad.numpy(), rtol=1e-7, atol=1e-12)


def test_every_gradient_passes_the_units_own_check_and_the_planted_ones_do_not() -> None:
    space, rng = answers(), np.random.default_rng(3)
    X, t = rng.normal(size=(9, 2)), rng.integers(0, 3, size=9)
    shallow, deep = net(rng, (2, 4, 3)), net(rng, (2, 4, 4, 3))
    for name, params in [("two_layer_gradients", shallow), ("fixed_backward", deep)]:
        errors = space["check_gradients"](
            lambda p, f=space[name]: f(X, t, p)[0], params, space[name](X, t, params)[1]
        )
        assert max(errors.values()) < 1e-8, name
    buggy = space["buggy_backward"]
    errors = space["check_gradients"](lambda p: buggy(X, t, p)[0], deep, buggy(X, t, deep)[1])
    assert {name for name, error in errors.items() if error > 1e-4} == space["broken"]


# ---- the bug hunt: every bug keeps the shapes and lets the first step lower the loss

REPAIRS = {
    "bias": ('"b3": dZ3.mean(axis=0)', '"b3": dZ3.sum(axis=0)'),
    "slope": ('"W2": A1.T @ dA2', '"W2": A1.T @ dZ2'),
    "weights": ('dZ2 @ params["W2"] *', 'dZ2 @ params["W2"].T *'),
}
SPOILT = {"bias": {"b3"}, "slope": {"W2"}, "weights": {"W1", "b1"}}


def with_bugs(*kept: str) -> Any:
    """The given code with only these of its three bugs."""
    code = given("provided-buggy")
    for name, (wrong, right) in REPAIRS.items():
        assert code.count(wrong) == 1
        code = code if name in kept else code.replace(wrong, right)
    namespace: dict[str, Any] = {"np": np}
    exec(code, namespace)
    return namespace["buggy_backward"]


@pytest.mark.parametrize("kept", [["bias"], ["slope"], ["weights"], list(REPAIRS)], ids="-".join)
def test_each_bug_keeps_the_shapes_and_the_first_step_still_lowers_the_loss(
    kept: list[str],
) -> None:
    from helpers import datasets

    X, t = datasets.make_spiral(np.random.default_rng(0))
    backward, right = with_bugs(*kept), answers()["fixed_backward"]
    wrong = set().union(*(SPOILT[name] for name in kept))
    for seed in range(20):
        rng = np.random.default_rng(seed)
        sizes = {"W1": (2, 8), "b1": 8, "W2": (8, 8), "b2": 8, "W3": (8, 2), "b3": 2}
        params = {name: rng.normal(0, 0.5, size) for name, size in sizes.items()}
        loss, grads = backward(X, t, params)
        true_loss, true = right(X, t, params)
        assert loss == true_loss
        assert {name: grad.shape for name, grad in grads.items()} == {
            name: grad.shape for name, grad in true.items()
        }
        assert {name for name in true if not np.allclose(grads[name], true[name])} == wrong
        stepped = {name: params[name] - 0.1 * grads[name] for name in params}
        assert right(X, t, stepped)[0] < loss, f"start {seed}"
