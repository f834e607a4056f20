"""The model answers of unit 03 beside what others compute: SciPy, NumPy, torch where it is."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from course_files import ROOT
from numpy.polynomial import Polynomial
from scipy.special import expit

BANK = ROOT / "course" / "answers" / "03-chain-rule"
STEP = 1e-20  # of the complex step: f(x + ih) has h f'(x) as imaginary part, to the last digit


@pytest.fixture(scope="module")
def model() -> dict[str, Any]:
    names: dict[str, Any] = {"np": np, "sigmoid": expit}
    for path in sorted(BANK.glob("3.*/model.py")):
        exec(path.read_text(encoding="utf-8"), names)  # the course's own code
    return names


def slope(f: Any, x: float) -> float:
    return float(np.imag(f(x + 1j * STEP)) / STEP)


@pytest.mark.parametrize("x", [-2.3, -0.4, 0.7, 3.1])
def test_slopes_are_those_of_a_complex_step_and_of_numpys_polynomials(
    model: dict[str, Any], x: float
) -> None:
    assert model["d_exp"](x) == pytest.approx(slope(np.exp, x))
    assert model["d_log"](abs(x)) == pytest.approx(slope(np.log, abs(x)))
    assert model["d_tanh"](x) == pytest.approx(slope(np.tanh, x))
    assert model["d_sigmoid"](x) == pytest.approx(slope(lambda z: 1 / (1 + np.exp(-z)), x))
    assert model["d_power"](x, 5) == pytest.approx(Polynomial.basis(5).deriv()(x))


@pytest.mark.parametrize("x", [-1.1, 0.0, 0.5, 1.0])
def test_compositions_are_those_of_a_complex_step(model: dict[str, Any], x: float) -> None:
    assert model["composite"](x)[2] == pytest.approx(slope(lambda s: np.exp(3 * s * s), x))
    z, dz_dx, dz_dy = model["square_of_sum"](x, 2.5)
    assert (z, dz_dx) == pytest.approx(((x + 2.5) ** 2, slope(lambda s: (s + 2.5) ** 2, x)))
    assert dz_dy == pytest.approx(dz_dx)


def test_the_lectures_recurrence_and_norm(model: dict[str, Any]) -> None:
    assert [model["coupled_recurrence"](1, 1, n) for n in (1, 2, 3)] == [(1, 1), (5, 6), (19, 29)]
    rng = np.random.default_rng(1)
    W, t = rng.normal(size=(2, 2))
    norm = lambda h: np.sqrt(np.sum((t - h * W) ** 2))  # noqa: E731  # one line says it
    loss, gradient = model["two_paths"](0.3, W, t)
    assert loss == pytest.approx(np.linalg.norm(t - 0.3 * W))
    assert gradient == pytest.approx(slope(norm, 0.3))


@pytest.mark.parametrize("t", [0, 1])
@pytest.mark.parametrize("z", [-15.0, -1.2, 0.4, 15.0])
def test_the_product_of_both_links_is_output_minus_target(
    model: dict[str, Any], z: float, t: int
) -> None:
    dL_dy, dy_dz, dL_dz = model["bce_sigmoid"](z, t)
    assert dL_dz == pytest.approx(expit(z) - t, rel=1e-6)
    assert dL_dy * dy_dz == pytest.approx(expit(z) - t, rel=1e-6)


def layer(kind: Any, h: Any, W1: Any, b1: Any, w2: Any) -> Any:
    """The loss of 3.7, for numbers, arrays and tensors alike."""
    return -(w2 * kind.tanh(h @ W1 + b1)).sum()


def test_the_deep_weights_are_those_of_torch(model: dict[str, Any]) -> None:
    torch = pytest.importorskip("torch", reason="torch is no part of the course's environment")
    rng = np.random.default_rng(2)
    h, b1, w2 = rng.normal(size=(3, 2))
    W1 = torch.tensor(rng.normal(size=(2, 2)), requires_grad=True)
    layer(torch, torch.tensor(h), W1, torch.tensor(b1), torch.tensor(w2)).backward()
    gradient = model["deep_weight_gradient"](h, W1.detach().numpy(), b1, w2)
    assert np.allclose(gradient, W1.grad.numpy())


def test_the_deep_weights_are_those_of_a_complex_step(model: dict[str, Any]) -> None:
    rng = np.random.default_rng(3)
    h, b1, w2 = rng.normal(size=(3, 2))
    W1 = rng.normal(size=(2, 2))
    gradient = model["deep_weight_gradient"](h, W1, b1, w2)
    for place in np.ndindex(2, 2):
        nudged = W1.astype(complex)
        nudged[place] += 1j * STEP
        assert gradient[place] == pytest.approx(np.imag(layer(np, h, nudged, b1, w2)) / STEP)


def tangle(x: Any, y: Any) -> Any:
    """A computation with shared nodes, for a Value, a number and a tensor."""
    tanh = np.tanh if isinstance(x, (float, complex)) else type(x).tanh
    s = x * y + x
    p = tanh(s) * s
    return p * y + s * x + p


def test_backward_gives_what_a_complex_step_gives(model: dict[str, Any]) -> None:
    x, y = model["Value"](0.6), model["Value"](-1.3)
    tangle(x, y).backward()
    assert x.grad == pytest.approx(slope(lambda s: tangle(s, -1.3), 0.6))
    assert y.grad == pytest.approx(slope(lambda s: tangle(0.6, s), -1.3))


def test_backward_gives_what_torch_gives(model: dict[str, Any]) -> None:
    torch = pytest.importorskip("torch", reason="torch is no part of the course's environment")
    numbers = [torch.tensor(v, dtype=torch.float64, requires_grad=True) for v in (0.6, -1.3)]
    tangle(*numbers).backward()
    x, y = model["Value"](0.6), model["Value"](-1.3)
    tangle(x, y).backward()
    assert (x.grad, y.grad) == pytest.approx(tuple(float(n.grad) for n in numbers))
