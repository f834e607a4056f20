"""Unit 08: model answers against other people's libraries, and what the notebook promises."""

from __future__ import annotations

import contextlib
import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from helpers.datasets import load_digits

from helpers import progress

ROOT = Path(__file__).resolve().parents[1]
BANK = ROOT / "course" / "answers" / "08-digits"
SOURCE = ROOT / "source" / "08-digits" / "08-digits.ipynb"
PROVIDED = ("momentum", "rmsprop", "adam", "optimizers")
SIZES = [(6, 4), (6, 5, 4), (6, 7, 5, 4)]


@cache
def given(name: str) -> str:
    cells = json.loads(SOURCE.read_text(encoding="utf-8"))["cells"]
    return next("".join(cell["source"]) for cell in cells if cell["id"] == f"provided-{name}")


@cache
def answers() -> dict[str, Any]:
    """Everything that a solved notebook defines."""
    namespace: dict[str, Any] = {"np": np, "progress": progress}
    for name in PROVIDED:
        exec(given(name), namespace)
    for number in range(1, 6):
        exec((BANK / f"8.{number}" / "model.py").read_text(encoding="utf-8"), namespace)
    return namespace


def quietly(function: Any, *args: Any) -> Any:
    with contextlib.redirect_stdout(io.StringIO()):
        return function(*args)


@pytest.mark.parametrize("name", PROVIDED)
def test_what_is_provided_is_what_the_checks_know(name: str) -> None:
    assert given(name).strip() in (BANK / "checks.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("sizes", SIZES)
def test_probabilities_loss_and_gradients_agree_with_torch(sizes: tuple[int, ...]) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed; it is no requirement")
    rng = np.random.default_rng(0)
    net = answers()["MLP"](sizes, rng)
    X, t = rng.normal(size=(9, 6)), rng.integers(0, 4, size=9)
    held = {name: torch.tensor(W, requires_grad=True) for name, W in net.params.items()}
    A = torch.tensor(X)
    for k in range(1, len(sizes)):
        Z = A @ held[f"W{k}"] + held[f"b{k}"]
        A = torch.relu(Z)
    loss = torch.nn.functional.cross_entropy(Z, torch.tensor(t))
    loss.backward()
    np.testing.assert_allclose(net.forward(X), torch.softmax(Z, dim=1).detach(), rtol=1e-12)
    np.testing.assert_allclose(net.loss(X, t), loss.item(), rtol=1e-12)
    for name, grad in net.gradients(X, t).items():
        np.testing.assert_allclose(grad, held[name].grad, rtol=1e-9, atol=1e-12, err_msg=name)


@pytest.mark.parametrize("name", ["sgd", "momentum", "adagrad", "rmsprop", "adam"])
def test_optimizers_agree_with_torch(name: str) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed; it is no requirement")
    kind = {"sgd": "SGD", "momentum": "SGD", "adagrad": "Adagrad", "rmsprop": "RMSprop"}
    more = {"momentum": {"momentum": 0.9}, "adagrad": {"eps": 1e-8}, "rmsprop": {"alpha": 0.9}}
    theirs = torch.zeros(3, dtype=torch.float64, requires_grad=True)
    other = getattr(torch.optim, kind.get(name, "Adam"))([theirs], lr=0.05, **more.get(name, {}))
    own, params = answers()["OPTIMIZERS"][name](0.05), {"W1": np.zeros(3)}
    for step in range(12):
        grad = np.random.default_rng(step).normal(size=3)
        own.step(params, {"W1": grad})
        theirs.grad = torch.tensor(grad)
        other.step()
    np.testing.assert_allclose(params["W1"], theirs.detach(), rtol=1e-6)


def test_the_split_standardises_as_scikit_learn_does() -> None:
    scaling = pytest.importorskip("sklearn.preprocessing")
    X, _ = load_digits()
    numbered = np.column_stack([X, np.arange(len(X))])
    parts = answers()["prepare"](numbered, np.arange(len(X)), np.random.default_rng(3))
    X_train, rows, X_test, held = parts
    scaler = scaling.StandardScaler().fit(numbered[rows])
    np.testing.assert_allclose(X_train, scaler.transform(numbered[rows]), atol=1e-9)
    np.testing.assert_allclose(X_test, scaler.transform(numbered[held]), atol=1e-9)
    assert abs(len(held) - len(X) / 5) < 1


def test_a_loud_last_layer_starts_above_log_ten_and_the_course_s_does_not() -> None:
    X, t = load_digits()
    rng = np.random.default_rng(1)
    Z, labels, _, _ = answers()["prepare"](X, t, rng)
    net = answers()["MLP"]((64, 64, 10), rng)
    assert abs(net.loss(Z, labels) - np.log(10)) < 0.02
    net.params["W2"] *= 100
    assert net.loss(Z, labels) > 2.6


def test_the_settings_of_the_bank_read_more_than_95_of_100_with_room() -> None:
    names = answers()
    X, t = load_digits()
    shares = []
    for seed in range(4):
        rng = np.random.default_rng(seed)
        X_train, t_train, X_test, t_test = names["prepare"](X, t, rng)
        config = names["config"]
        net = names["MLP"](config["sizes"], rng)
        optimizer = names["OPTIMIZERS"][config["optimizer"]](config["lr"])
        sizes = config["epochs"], config["batch_size"]
        history = quietly(names["train"], net, X_train, t_train, optimizer, *sizes, rng)
        shares.append(names["accuracy"](net.forward(X_test), t_test))
        assert history["loss"][-1] < history["loss"][0]
    assert np.mean(shares) > 0.965
    assert min(shares) > 0.95
