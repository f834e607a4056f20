"""Unit 05: model answers against torch.optim, closed forms and the lecture's printed runs."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[1]
BANK = ROOT / "course" / "answers" / "05-optimizers"
SOURCE = ROOT / "source" / "05-optimizers" / "05-optimizers.ipynb"
EXERCISES = [f"5.{number}" for number in range(1, 9)]
SHAPES = {"W1": (3, 4), "b1": (4,), "W2": (4, 2)}
STEPS = 25


@cache
def answers() -> dict[str, Any]:
    """Everything that a solved notebook defines."""
    cells = json.loads(SOURCE.read_text(encoding="utf-8"))["cells"]
    given = next("".join(c["source"]) for c in cells if c["id"] == "provided-surfaces")
    namespace: dict[str, Any] = {"np": np}
    exec(given, namespace)
    for exercise in EXERCISES:
        exec((BANK / exercise / "model.py").read_text(encoding="utf-8"), namespace)
    return namespace


# ---- torch


def beside_torch(ours: Any, theirs: str, **settings: float) -> float:
    """The largest gap between our optimizer and torch's over the same gradients."""
    torch = pytest.importorskip("torch", reason="torch is not installed: no torch.optim to compare")
    rng = np.random.default_rng(5)
    params = {name: rng.normal(size=shape) for name, shape in SHAPES.items()}
    tensors = {name: torch.tensor(value, requires_grad=True) for name, value in params.items()}
    other = getattr(torch.optim, theirs)(list(tensors.values()), **settings)
    gap = 0.0
    for _ in range(STEPS):
        grads = {name: rng.normal(size=shape) for name, shape in SHAPES.items()}
        for name, tensor in tensors.items():
            tensor.grad = torch.tensor(grads[name])
        ours.step(params, grads)
        other.step()
        gaps = [np.abs(params[n] - t.detach().numpy()).max() for n, t in tensors.items()]
        gap = max(gap, *map(float, gaps))
    return gap


def test_sgd_is_torchs() -> None:
    assert beside_torch(answers()["SGD"](0.1), "SGD", lr=0.1) < 1e-12


@pytest.mark.parametrize("momentum", [0.0, 0.5, 0.9])
def test_momentum_is_torchs_whose_velocity_is_ours_over_minus_the_rate(momentum: float) -> None:
    """Torch keeps b = momentum b + g and moves by -lr b: with one rate the same path."""
    ours = answers()["Momentum"](0.1, momentum)
    assert beside_torch(ours, "SGD", lr=0.1, momentum=momentum) < 1e-12


def test_adagrad_is_torchs() -> None:
    assert beside_torch(answers()["AdaGrad"](0.1), "Adagrad", lr=0.1, eps=1e-8) < 1e-12


def test_rmsprop_is_torchs() -> None:
    ours = answers()["RMSProp"](0.1, 0.8)
    assert beside_torch(ours, "RMSprop", lr=0.1, alpha=0.8, eps=1e-8) < 1e-12


def test_adam_is_torchs() -> None:
    assert beside_torch(answers()["Adam"](0.1), "Adam", lr=0.1, eps=1e-8) < 1e-10


# ---- the lecture


def test_runs_on_the_square_are_the_closed_form_to_the_last_digit() -> None:
    descent = answers()["gradient_descent"]
    n = np.arange(21)
    np.testing.assert_array_equal(descent(lambda x: 2 * x, 2, 1.5, 20), 2 * (-2.0) ** n)
    assert repr(float(descent(lambda x: 2 * x, 2, 0.4, 20)[20])) == "2.0971519999999888e-14"
    slow = descent(lambda x: 2 * x, 2, 0.001, 20)
    assert [float(slow[i]) for i in (14, 20)] == [1.9447222079042557, 1.9215019140526859]


def test_runs_on_the_quartic_are_the_lectures_to_the_last_digit() -> None:
    given = answers()
    wild = given["gradient_descent"](given["quartic_slope"], 3, 0.045, 40)
    printed = {1: -0.5999999999999996, 20: -3.209179142181531, 40: -2.642164452730028}
    assert {n: float(wild[n]) for n in printed} == printed
    calm = given["gradient_descent"](given["quartic_slope"], 3, 0.02, 20)
    assert [float(x) for x in calm[[15, 16, 17]]] == [1.9999999999999944, 1.9999999999999996, 2.0]
    place, optimizer = {"x": np.array([3.0])}, given["Momentum"](0.02, 0.9)
    for _ in range(40):
        optimizer.step(place, {"x": given["quartic_slope"](place["x"])})
    assert float(place["x"][0]) == -3.1894392208702786


FORTY = [  # name, settings, first step, point after 40 steps
    ("SGD", (0.1,), (0.07, -0.4), (-4.68280231, 0.000265845599)),
    ("SGD", (0.95,), (0.665, -3.8), (-0.12913418, 0.0295617659)),
    ("Momentum", (0.1, 0.9), (0.07, -0.4), (0.960882506, 0.232058677)),
    ("AdaGrad", (0.01,), (0.00999999986, -0.00999999998), (-6.88766966, 1.88854931)),
    ("AdaGrad", (0.95,), (0.949999986, -0.949999998), (-0.525410172, 2.40090721e-09)),
    ("RMSProp", (0.01,), (0.0316227752, -0.0316227764), (-6.5135538, 1.52547784)),
    ("RMSProp", (0.3,), (0.948683255, -0.948683291), (-0.00656269149, 8.05111161e-16)),
    ("Adam", (0.3,), (0.299999996, -0.299999999), (0.701473935, -0.096019718)),
]


@pytest.mark.parametrize(("name", "settings", "first", "last"), FORTY)
def test_runs_on_the_bowl_are_those_of_the_golden_table(
    name: str, settings: tuple[float, ...], first: Any, last: Any
) -> None:
    given = answers()
    place, optimizer = {"p": np.array([-7.0, 2.0])}, given[name](*settings)
    optimizer.step(place, {"p": given["bowl_gradient"](place["p"])})
    np.testing.assert_allclose(place["p"] - [-7, 2], first, rtol=1e-7)
    for _ in range(39):
        optimizer.step(place, {"p": given["bowl_gradient"](place["p"])})
    np.testing.assert_allclose(place["p"], last, rtol=1e-7, atol=1e-12)


def test_the_limits_told_in_the_text() -> None:
    limit = answers()["stable_lr"]
    assert [round(limit(c), 4) for c in (2, 46, 68.523)] == [1.0, 0.0435, 0.0292]


def test_provided_gradients_are_the_slopes_of_the_provided_functions() -> None:
    given, h = answers(), 1e-6
    for x in np.linspace(-4, 3, 15):
        slope = (given["quartic"](x + h) - given["quartic"](x - h)) / (2 * h)
        assert abs(slope - given["quartic_slope"](x)) < 1e-5
    for p in np.random.default_rng(0).normal(size=(5, 2)):
        ups = [given["bowl"](p + h * e) - given["bowl"](p - h * e) for e in np.eye(2)]
        np.testing.assert_allclose(given["bowl_gradient"](p), np.array(ups) / (2 * h), atol=1e-8)
