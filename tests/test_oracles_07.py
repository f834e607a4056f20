"""The model answers of unit 07 agree with torch, with NumPy's polyfit and scikit-learn's Ridge."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest
from course_files import ROOT
from helpers.datasets import load_curve

BANK = ROOT / "course" / "answers" / "07-regularization"
BATCHES = [(4, 1), (6, 3), (32, 5)]
batches = pytest.mark.parametrize(("N", "D"), BATCHES)


@cache
def model() -> dict[str, Any]:
    names: dict[str, Any] = {"np": np}
    for path in sorted(BANK.glob("*/model.py")):
        exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)
    return names


def drawn(N: int, D: int) -> tuple[np.ndarray, ...]:
    """Z, dout (N, D); gamma, beta, running mean and variance (D,)."""
    rng = np.random.default_rng(100 * N + D)
    Z, dout = rng.normal(2, 3, size=(N, D)), rng.normal(size=(N, D))
    gamma, beta, mean = (rng.normal(size=D) for _ in range(3))
    return Z, dout, gamma, beta, mean, rng.uniform(0.5, 2, size=D)


@batches
def test_batch_norm_in_training_agrees_with_torch_there_and_back(N: int, D: int) -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed")
    Z, dout, gamma, beta, mean, var = drawn(N, D)
    running = {"mean": mean.copy(), "var": var.copy()}
    out, cache = model()["batchnorm_forward"](Z, gamma, beta, running)
    slopes = model()["batchnorm_backward"](dout, cache)
    leaves = [torch.tensor(part, requires_grad=True) for part in (Z, gamma, beta)]
    kept = torch.tensor(mean), torch.tensor(var)
    wanted = torch.nn.functional.batch_norm(
        leaves[0], *kept, leaves[1], leaves[2], training=True, momentum=0.1, eps=1e-5
    )
    wanted.backward(torch.tensor(dout))
    np.testing.assert_allclose(out, wanted.detach().numpy(), rtol=1e-9, atol=1e-12)
    for mine, leaf in zip(slopes, leaves, strict=True):
        np.testing.assert_allclose(mine, leaf.grad.numpy(), rtol=1e-8, atol=1e-10)
    np.testing.assert_allclose(running["mean"], kept[0].numpy(), rtol=1e-12)
    # torch feeds its running variance with division by N - 1; the course divides by N.
    share = 0.9 * var + (kept[1].numpy() - 0.9 * var) * (N - 1) / N
    np.testing.assert_allclose(running["var"], share, rtol=1e-9)


@batches
def test_batch_norm_in_use_agrees_with_torch(N: int, D: int) -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed")
    Z, _, gamma, beta, mean, var = drawn(N, D)
    running = {"mean": mean, "var": var}
    out, _ = model()["batchnorm_forward"](Z, gamma, beta, running, training=False)
    given = [torch.tensor(part) for part in (Z, mean, var, gamma, beta)]
    wanted = torch.nn.functional.batch_norm(*given, training=False, eps=1e-5).numpy()
    np.testing.assert_allclose(out, wanted, rtol=1e-9, atol=1e-12)


@batches
def test_batch_norm_backward_agrees_with_measured_slopes(N: int, D: int) -> None:
    Z, dout, gamma, beta, mean, var = drawn(N, D)
    forward = model()["batchnorm_forward"]

    def total(Z: np.ndarray, gamma: np.ndarray, beta: np.ndarray) -> float:
        kept = {"mean": mean.copy(), "var": var.copy()}
        return float((forward(Z, gamma, beta, kept)[0] * dout).sum())

    _, cache = forward(Z, gamma, beta, {"mean": mean.copy(), "var": var.copy()})
    given = [Z, gamma, beta]
    for index, mine in enumerate(model()["batchnorm_backward"](dout, cache)):
        for place in np.ndindex(mine.shape):
            ends = []
            for h in (1e-6, -1e-6):
                moved = [part.copy() for part in given]
                moved[index][place] += h
                ends.append(total(*moved))
            assert mine[place] == pytest.approx((ends[0] - ends[1]) / 2e-6, rel=1e-5, abs=1e-6)


def test_dropout_means_what_it_means_in_torch() -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed")
    A = np.random.default_rng(7).uniform(1, 2, size=(200, 300))
    out, mask = model()["dropout_forward"](A, 0.7, np.random.default_rng(8))
    torch.manual_seed(9)
    leaf = torch.tensor(A, requires_grad=True)
    theirs = torch.nn.functional.dropout(leaf, p=0.3, training=True)
    theirs.sum().backward()
    share = (theirs.detach().numpy() != 0).mean()
    assert mask.mean() == pytest.approx(share, abs=0.01)
    assert out[mask].max() == pytest.approx(theirs.max().item(), rel=1e-3)
    kept = (theirs.detach().numpy() != 0).astype(float)
    back = model()["dropout_backward"](np.ones_like(A), kept, 0.7)
    np.testing.assert_allclose(back, leaf.grad.numpy(), rtol=1e-9)
    at_rest = torch.nn.functional.dropout(torch.tensor(A), p=0.3, training=False).numpy()
    rest, ones = model()["dropout_forward"](A, 0.7, np.random.default_rng(8), training=False)
    np.testing.assert_array_equal(rest, at_rest)
    assert ones.min() == ones.max() == 1


def test_dropout_keeps_the_mean_over_many_masks() -> None:
    rng, A = np.random.default_rng(3), np.full((1, 8), 2.0)
    outs = [model()["dropout_forward"](A, 0.4, rng)[0] for _ in range(4000)]
    assert np.mean(outs) == pytest.approx(2, abs=0.06)


@pytest.mark.parametrize(("degree", "rtol"), [(0, 1e-6), (1, 1e-6), (3, 1e-6), (9, 1e-2)])
def test_polynomials_agree_with_numpy_on_the_lectures_points(degree: int, rtol: float) -> None:
    x, t = load_curve()
    wanted = np.polyfit(x, t, degree)[::-1]
    np.testing.assert_allclose(model()["polynomial_fit"](x, t, degree), wanted, rtol=rtol)


def test_the_lectures_column_of_six_is_the_cubic() -> None:
    x, t = load_curve()
    fit = model()["polynomial_fit"]
    assert fit(x, t, 3).round(2).tolist() == [0.31, 7.99, -25.43, 17.37]
    six = fit(x, t, 6).round(2).tolist()
    assert six == [0.35, 2.62, 32.10, -206.27, 399.00, -332.71, 105.16]


@pytest.mark.parametrize(("degree", "lam"), [(1, 0.5), (4, 1e-3), (9, np.exp(-18.0)), (9, 1.0)])
def test_penalised_polynomials_agree_with_ridge(degree: int, lam: float) -> None:
    linear_model = pytest.importorskip("sklearn.linear_model")
    x, t = load_curve()
    table = x[:, None] ** np.arange(degree + 1)
    ridge = linear_model.Ridge(alpha=lam, fit_intercept=False, solver="svd").fit(table, t)
    mine = model()["polynomial_fit"](x, t, degree, lam)
    np.testing.assert_allclose(mine, ridge.coef_, rtol=1e-4, atol=1e-4)


def test_gradients_of_both_penalties_agree_with_torch() -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed")
    rng = np.random.default_rng(5)
    params = {
        "W1": rng.normal(size=(3, 4)),
        "b1": rng.normal(size=4),
        "W2": rng.normal(size=(4, 2)),
    }
    leaves = {name: torch.tensor(array, requires_grad=True) for name, array in params.items()}
    weights = [leaves["W1"], leaves["W2"]]
    for name, total in [
        ("l2", sum((W**2).sum() for W in weights)),
        ("l1", sum(W.abs().sum() for W in weights)),
    ]:
        penalty = 0.7 / (2 * 9) * total
        wanted = torch.autograd.grad(penalty, weights)
        assert model()[f"{name}_penalty"](params, 0.7, 9) == pytest.approx(penalty.item())
        grads = model()[f"{name}_gradient"](params, 0.7, 9)
        assert sorted(grads) == ["W1", "W2"]
        for W, slopes in zip(("W1", "W2"), wanted, strict=True):
            np.testing.assert_allclose(grads[W], slopes.numpy(), rtol=1e-12)
