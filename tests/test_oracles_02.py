"""The model answers of unit 02 agree with SymPy, SciPy, NumPy and the lectures' own numbers."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest
from course_files import ROOT, notebook

BANK = ROOT / "course" / "answers" / "02-numerical-derivative"
STEPS = np.array([0.1, 0.03, 0.01])


@cache
def model() -> dict[str, Any]:
    names: dict[str, Any] = {"np": np}
    for path in sorted(BANK.glob("*/model.py")):
        exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)
    return names


def cubic(x: Any) -> Any:
    return 4 * x**3 - 2 * x**2 - 7 * x + 1


def surface(p: Any) -> Any:
    return 2 * p[0] + 3 * p[0] * p[1] + p[1] ** 3


def test_the_lectures_slope_of_a_square_is_met_to_the_last_digit() -> None:
    assert model()["central_difference"](lambda x: x**2, 3.0, 1e-5) == 6.000000000039306


@pytest.mark.parametrize(
    ("x", "forward", "central", "backward"),
    [  # table B5 of the coverage document, h = 1e-4
        (-1.0, 8.998600040000, 9.000000039996, 9.001400039992),
        (0.0, -7.000199960000, -6.999999960000, -6.999799959999),
        (1.0, 1.001000039995, 1.000000039997, 0.999000039998),
        (2.0, 33.002200040073, 33.000000040024, 32.997800039976),
    ],
)
def test_differences_of_the_lectures_cubic(
    x: float, forward: float, central: float, backward: float
) -> None:
    assert model()["forward_difference"](cubic, x) == pytest.approx(forward, abs=2e-11)
    assert model()["central_difference"](cubic, x) == pytest.approx(central, abs=2e-11)
    assert model()["backward_difference"](cubic, x) == pytest.approx(backward, abs=2e-11)


def test_differences_agree_with_sympys_limit() -> None:
    sympy = pytest.importorskip("sympy")
    z = sympy.symbols("z")
    for f in (cubic(z), sympy.exp(z) * sympy.sin(z), 1 / (1 + z**2)):
        number, slope = sympy.lambdify(z, f), sympy.lambdify(z, sympy.diff(f, z))
        for x in (-0.7, 0.2, 1.3):
            assert model()["central_difference"](number, x) == pytest.approx(slope(x), rel=1e-6)
            assert model()["forward_difference"](number, x, 1e-7) == pytest.approx(
                slope(x), rel=1e-5
            )


@pytest.mark.parametrize(
    ("name", "order"),
    [("forward_difference", 1), ("backward_difference", 1), ("central_difference", 2)],
)
def test_orders_are_those_of_taylors_series(name: str, order: int) -> None:
    found = model()["error_order"](model()[name], np.sin, np.cos, 0.7, STEPS)
    assert found == pytest.approx(order, abs=0.03)
    stats = pytest.importorskip("scipy.stats")
    errors = [abs(model()[name](np.sin, 0.7, h) - np.cos(0.7)) for h in STEPS]
    line = stats.linregress(np.log(STEPS), np.log(errors))
    assert found == pytest.approx(line.slope, rel=1e-9)


@pytest.mark.parametrize("shape", [(3,), (2, 3), (2, 2, 2)])
def test_gradient_agrees_with_scipys(shape: tuple[int, ...]) -> None:
    optimize = pytest.importorskip("scipy.optimize")
    weights, x = np.random.default_rng(2).normal(size=(2, *shape))

    def wavy(p: np.ndarray) -> float:
        return float(np.sum(np.sin(weights * p)) + np.prod(p))

    wanted = optimize.approx_fprime(x.ravel(), lambda v: wavy(v.reshape(shape)), 1e-7)
    found = model()["numerical_gradient"](wavy, x)
    traced, rows = model()["traced_gradient"](wavy, x)
    np.testing.assert_allclose(found.ravel(), wanted, atol=1e-6)
    np.testing.assert_allclose(traced, found)
    assert [row[0] for row in rows] == list(np.ndindex(*shape))


def test_gradient_agrees_with_torch() -> None:
    torch = pytest.importorskip("torch")
    start = np.random.default_rng(3).normal(size=(3, 2))
    point = torch.tensor(start, requires_grad=True)
    torch.logsumexp(point.ravel(), 0).backward()
    found = model()["numerical_gradient"](lambda p: float(np.log(np.sum(np.exp(p)))), start)
    np.testing.assert_allclose(found, point.grad.numpy(), atol=1e-8)


def test_partial_derivatives_and_directions_agree_with_sympy() -> None:
    sympy = pytest.importorskip("sympy")
    p = sympy.symbols("x y")
    slopes = [float(sympy.diff(surface(p), s).subs({p[0]: 1, p[1]: 2})) for s in p]
    x = np.array([1.0, 2.0])
    assert slopes == [8.0, 15.0]
    assert [model()["partial_derivative"](surface, x, i) for i in (0, 1)] == pytest.approx(slopes)
    for u in ([1.0, 0.0], [0.0, 2.0], [3.0, 4.0], [-8.0, 15.0]):
        found = model()["directional_derivative"](surface, x, np.array(u))
        assert found == pytest.approx(np.dot(slopes, u) / np.hypot(*u))
    assert model()["directional_derivative"](surface, x, np.array(slopes)) == pytest.approx(17)


def test_the_matrix_function_has_the_lectures_gradient() -> None:
    sympy = pytest.importorskip("sympy")
    w, x, y, z = letters = sympy.symbols("w x y z")
    M = np.array([[1.0, 2.0], [3.0, 4.0]])
    formula = w * x + x * y * z + 3 * w + z * y**2
    at = dict(zip(letters, M.ravel().tolist(), strict=True))
    wanted = [float(sympy.diff(formula, letter).subs(at)) for letter in letters]
    assert model()["f_matrix"](M) == float(formula.subs(at)) == 65
    found = model()["numerical_gradient"](model()["f_matrix"], M)
    np.testing.assert_allclose(found.ravel(), wanted, rtol=1e-9)
    assert wanted == [5, 13, 32, 15]


def test_the_given_code_of_the_notebook_is_that_of_the_bank() -> None:
    plan = tomllib.loads((BANK / "checks.toml").read_text(encoding="utf-8"))
    book = notebook(ROOT / "source" / BANK.name / f"{BANK.name}.ipynb")
    given = next(c for c in book["cells"] if c["id"] == "provided-lecture-gradient")
    tree = ast.parse("".join(given["source"]))
    tree.body[0].body.pop(0)  # type: ignore[attr-defined]  # the docstring
    assert ast.unparse(tree) == ast.unparse(ast.parse(plan["provided"]["2.6"]))


def test_integers_give_what_the_bank_says() -> None:
    code: dict[str, Any] = {"np": np}
    plan = tomllib.loads((BANK / "checks.toml").read_text(encoding="utf-8"))
    exec(plan["provided"]["2.6"], code)
    lecture: Callable[..., Any] = code["lecture_gradient"]
    assert lecture(lambda x: x[0] ** 2, np.array([3.0])) == pytest.approx(6.0)
    found = lecture(lambda x: x[0] ** 2, np.array([3]))[0]
    assert found == 249999.99999999997
    assert model()["integer_slope"] == pytest.approx(found)


def test_relative_error_is_symmetric_and_has_no_unit() -> None:
    relative_error = model()["relative_error"]
    rng = np.random.default_rng(4)
    for _ in range(20):
        a, b = rng.normal(size=(2, 3, 2))
        assert relative_error(a, b) == relative_error(b, a)
        assert relative_error(1e9 * a, 1e9 * b) == pytest.approx(relative_error(a, b))
        assert 0 <= relative_error(a, b) <= 2
    assert relative_error(np.zeros(2), np.zeros(2)) == 0


def test_the_best_step_is_where_truncation_and_rounding_meet() -> None:
    steps = 10.0 ** -np.arange(1, 16)
    errors = [abs(model()["central_difference"](cubic, 1.3, h) - 8.08) for h in steps]
    assert steps[int(np.argmin(errors))] == pytest.approx(model()["best_h"])
    meets = (3 * 2.7 * np.finfo(float).eps / 24) ** (1 / 3)  # where eps |f| / h is h^2 f''' / 6
    assert abs(np.log10(meets / model()["best_h"])) < 1
