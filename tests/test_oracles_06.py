"""Unit 06: model answers against other libraries, the six nets against the seeds they came from."""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[1]
BANK = ROOT / "course" / "answers" / "06-initialization"
SOURCE = ROOT / "source" / "06-initialization" / "06-initialization.ipynb"
PROVIDED = ("two_layer_gradients", "sigmoid", "activation_slopes")


@cache
def given(cell_id: str) -> str:
    """The source of a cell of the notebook."""
    cells = json.loads(SOURCE.read_text(encoding="utf-8"))["cells"]
    return next("".join(cell["source"]) for cell in cells if cell["id"] == cell_id)


@cache
def answers() -> dict[str, Any]:
    """Everything that a solved notebook defines."""
    namespace: dict[str, Any] = {"np": np}
    for name in PROVIDED:
        exec(given(f"provided-{name.replace('_', '-')}"), namespace)
    for number in range(1, 8):
        exec((BANK / f"6.{number}" / "model.py").read_text(encoding="utf-8"), namespace)
    return namespace


@pytest.mark.parametrize("name", PROVIDED)
def test_what_is_provided_has_one_home(name: str) -> None:
    home = (ROOT / "course" / "provided" / f"{name}.py").read_text(encoding="utf-8").strip()
    assert given(f"provided-{name.replace('_', '-')}").strip() == home


def test_the_checks_train_with_the_gradients_that_the_notebook_provides() -> None:
    assert given("provided-two-layer-gradients").strip() in (BANK / "checks.toml").read_text(
        "utf-8"
    )


# ---- other people's libraries


def test_the_density_is_that_of_scipy_and_its_area_is_one() -> None:
    stats = pytest.importorskip("scipy.stats")
    x = np.linspace(-9, 12, 50)
    for mean, std in [(0.0, 1.0), (1.5, 3.0), (-2.0, 0.4)]:
        found = answers()["normal_pdf"](x, mean, std)
        np.testing.assert_allclose(found, stats.norm.pdf(x, mean, std), rtol=1e-12)
    quad = pytest.importorskip("scipy.integrate").quad
    assert quad(lambda u: answers()["normal_pdf"](u, 1.0, 2.0), -30, 30)[0] == pytest.approx(1)


def test_weights_pass_scipys_test_for_normal_numbers() -> None:
    stats = pytest.importorskip("scipy.stats")
    draws = {
        0.5: answers()["normal_init"](100, 80, 0.5, np.random.default_rng(1)),
        0.1: answers()["xavier_init"](100, 80, np.random.default_rng(2)),
        math.sqrt(0.02): answers()["he_init"](100, 80, np.random.default_rng(3)),
    }
    for std, W in draws.items():
        assert stats.kstest(W.ravel(), stats.norm(0, std).cdf).pvalue > 0.01


def test_starts_have_the_spread_of_torch_where_the_definitions_agree() -> None:
    # torch's W is (n_out, n_in). Its Xavier averages over both sides: the same for a square layer.
    torch = pytest.importorskip("torch", reason="torch is not installed: its spreads are untested")
    torch.manual_seed(0)
    rng, init = np.random.default_rng(4), torch.nn.init
    square, wide, plain = torch.empty(300, 300), torch.empty(150, 400), torch.empty(150, 400)
    pairs = [
        (answers()["xavier_init"](300, 300, rng), init.xavier_normal_(square)),
        (answers()["he_init"](400, 150, rng), init.kaiming_normal_(wide, nonlinearity="relu")),
        (answers()["xavier_init"](400, 150, rng), init.kaiming_normal_(plain, a=1.0)),
    ]
    for mine, theirs in pairs:
        assert mine.std() == pytest.approx(float(theirs.std()), rel=0.02)
    spread = float(init.xavier_normal_(wide).std())
    assert answers()["xavier_init"](400, 150, rng).std() < 0.9 * spread


@pytest.mark.parametrize("name", ["tanh", "relu", "sigmoid"])
def test_norms_are_those_of_the_gradients_of_torch(name: str) -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed: its autograd is untested")
    space, rng = answers(), np.random.default_rng(5)
    X = rng.normal(size=(12, 4))
    weights = [rng.normal(size=shape) for shape in [(4, 6), (6, 5), (5, 3)]]
    leaves = [torch.tensor(W, requires_grad=True) for W in weights]
    A = torch.tensor(X)
    for leaf in leaves:
        A = getattr(torch, name)(A @ leaf)
    A.sum().backward()
    value = np.tanh if name == "tanh" else space[name]
    found = space["gradient_norms"](X, weights, value, space[f"d_{name}"])
    wanted = [float(torch.linalg.norm(leaf.grad)) for leaf in leaves]
    np.testing.assert_allclose(found, wanted, rtol=1e-9)


def test_norms_are_those_of_slopes_that_scipy_measures() -> None:
    optimize = pytest.importorskip("scipy.optimize")
    space, rng = answers(), np.random.default_rng(6)
    X, weights = rng.normal(size=(7, 3)), [rng.normal(size=(3, 3)) for _ in range(4)]
    found = space["gradient_norms"](X, weights, space["sigmoid"], space["d_sigmoid"])
    for layer, wanted in enumerate(found):

        def total(flat: np.ndarray, layer: int = layer) -> float:
            A = X
            for index, W in enumerate(weights):
                A = space["sigmoid"](A @ (flat.reshape(3, 3) if index == layer else W))
            return float(A.sum())

        slopes = optimize.approx_fprime(weights[layer].ravel(), total, 1e-7)
        assert np.linalg.norm(slopes) == pytest.approx(wanted, rel=1e-4)


def test_distinct_units_are_those_of_numpy_where_copies_are_exact() -> None:
    rng = np.random.default_rng(7)
    for _ in range(20):
        W = rng.integers(0, 2, size=(3, 9)).astype(float)
        assert answers()["distinct_units"](W) == np.unique(W, axis=1).shape[1]


# ---- what the notebook promises


def test_one_distinct_unit_remains_of_a_constant_start_however_long_it_trains() -> None:
    from helpers import datasets

    X, t = datasets.make_clouds(np.random.default_rng(4), 20)
    for value, steps in [(0.5, 1000), (-1.0, 300), (0.0, 50)]:
        W1 = answers()["train_constant"](X, t, 5, value, 0.5, steps)
        assert answers()["distinct_units"](W1) == 1
    assert abs(answers()["train_constant"](X, t, 5, 0.5, 0.5, 300) - 0.5).max() > 0.1


@pytest.mark.parametrize(("start", "relu"), [("xavier_init", False), ("he_init", True)])
def test_the_law_predicts_every_layer_of_a_net(start: str, relu: bool) -> None:
    space, rng = answers(), np.random.default_rng(8)
    A = rng.normal(size=(600, 200))
    std = {"xavier_init": 1, "he_init": 2}[start] ** 0.5 / 200**0.5
    for _ in range(4):
        rms = float(np.sqrt((A**2).mean()))
        Z = A @ space[start](200, 200, rng)
        assert Z.std() == pytest.approx(space["predicted_std"](200, std, rms), rel=0.05)
        A = np.maximum(0, Z) if relu else np.tanh(Z)


def test_the_six_nets_are_what_the_answer_says() -> None:
    from helpers import datasets

    space = answers()
    edges, counts = datasets.load_six_nets()
    values = {"tanh": np.tanh, "sigmoid": space["sigmoid"], "relu": space["relu"]}
    stds = {"0.01": 0.01, "1": 1.0, "xavier": 100**-0.5, "he": 50**-0.5}
    for seed, (letter, (activation, start)) in enumerate(space["diagnosis"].items(), start=600):
        rng = np.random.default_rng(seed)
        A = rng.normal(size=(500, 100))
        for layer in range(5):
            A = values[activation](A @ rng.normal(0, stds[start], (100, 100)))
            inside = np.clip(A, edges[0] + 0.01, edges[-1] - 0.01)
            drawn = np.histogram(inside, edges)[0]
            # An entry on an edge may fall on its other side on another machine.
            assert np.abs(drawn - counts[letter][layer]).sum() <= 50
