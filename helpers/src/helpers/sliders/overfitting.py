"""Demo of unit 07: degree and penalty of a polynomial, its training and its validation error.

Left the points and the student's polynomial; in the middle both errors over the degree, right
over the penalty, all from the student's fits. A line marks the penalty that the student's second
function chooses.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.polynomial.polynomial import polyval
from numpy.typing import ArrayLike, NDArray

from helpers.sliders.controls import Control, Slider
from helpers.sliders.demo import Demo, Plan, Values
from helpers.sliders.layers import Frame, Goal, Layer, Line, Points
from helpers.sliders.scene import Panel, Scene
from helpers.sliders.student import Student, Trouble

Floats = NDArray[np.float64]
HIGHEST = 9
EXPONENTS = np.arange(-40.0, 5.0)  # of e; the first is as good as no penalty
LIMITS = LOW, HIGH = 0.01, 10.0  # of the error axes; what lies outside is drawn at their edge
SCENE = Scene(
    "A polynomial through ten points, its training error and its validation error.",
    (
        Panel("x", "t", (-0.05, 1.05), (-2.2, 2.2), "the fit", share=1.3),
        Panel(
            "degree", "mean squared error", (-0.4, 9.4), (LOW, HIGH), "over the degree", ylog=True
        ),
        Panel("ln of lambda", "", (-41, 5), (LOW, HIGH), "over the penalty", ylog=True),
    ),
    height=360,
)


@dataclass(frozen=True)
class Split:
    """Points to train on and points to judge by, all (n,)."""

    x: Floats
    t: Floats
    x_val: Floats
    t_val: Floats


def overfitting(
    polynomial_fit: object,
    choose_lambda: object,
    train: tuple[ArrayLike, ArrayLike],
    validation: tuple[ArrayLike, ArrayLike],
    goal: float = 0.15,
) -> Demo:
    """Sliders for degree and penalty of the student's fit.

    Args:
        polynomial_fit: (x, t, degree, lam) -> (degree + 1,), lowest power first.
        choose_lambda: (x, t, x_val, t_val, degree, lams) -> one of lams.
        train, validation: (x, t), each (n,), x between 0 and 1.
        goal: the validation error to get below with degree 9.

    Raises:
        ValueError: x and t of different lengths.
    """
    points = _points(train, validation)
    fit, choose = Student(polynomial_fit), Student(choose_lambda)
    controls: list[Control] = [
        Slider("degree", "degree", 0, HIGHEST, 1, HIGHEST),
        Slider("strength", "ln of lambda", EXPONENTS[0], EXPONENTS[-1], 1, EXPONENTS[0]),
    ]

    def live(values: Values) -> Frame:
        return _live(fit, choose, points, values, goal)

    def rest(values: Values) -> Frame:
        return Frame(tuple(_samples(points)), _settings(values))

    return Demo(Plan(SCENE, controls, live, rest, [fit, choose]))


def _points(train: tuple[ArrayLike, ArrayLike], validation: tuple[ArrayLike, ArrayLike]) -> Split:
    every = [np.asarray(part, dtype=np.float64) for part in (*train, *validation)]
    if every[0].shape != every[1].shape or every[2].shape != every[3].shape:
        shapes = ", ".join(str(part.shape) for part in every)
        raise ValueError(f"x and t should have equal shapes; they have {shapes}.")
    return Split(*every)


def _live(fit: Student, choose: Student, points: Split, values: Values, goal: float) -> Frame:
    degree, strength = int(values["degree"]), float(values["strength"])
    w = _fit(fit, points, degree, strength)
    x = np.linspace(-0.05, 1.05, 221)
    over_degree = np.array([_errors(fit, points, d, strength) for d in range(HIGHEST + 1)])
    over_strength = np.array([_errors(fit, points, degree, e) for e in EXPONENTS])
    here = over_degree[degree]
    chosen, note = _chosen(choose, points, degree)
    layers = [
        *_samples(points),
        Line(np.column_stack([x, polyval(x, w)]), "blue", width=2.4),
        *_curves(np.arange(HIGHEST + 1.0), over_degree, 1),
        *_curves(EXPONENTS, over_strength, 2),
        *chosen,
        *_marks(float(degree), here, 1),
        *_marks(strength, here, 2),
    ]
    caption = f"{_settings(values)} Training error {here[0]:.3f}, validation error {here[1]:.3f}."
    return Frame(tuple(layers), caption, _goal(degree, float(here[1]), goal), note, _size(w))


def _settings(values: Values) -> str:
    off = " (as good as none)" if values["strength"] == EXPONENTS[0] else ""
    return f"Degree {int(values['degree'])}, ln of lambda {int(values['strength'])}{off}."


def _size(w: Floats) -> str:
    return f"The largest weight has the size {np.abs(w).max():.3g}."


def _fit(fit: Student, points: Split, degree: int, strength: float) -> Floats:
    answer = fit(points.x.copy(), points.t.copy(), degree, float(np.exp(strength)))
    return fit.numbers(answer, (degree + 1,), f" for degree {degree}")


def _errors(fit: Student, points: Split, degree: int, strength: float) -> tuple[float, float]:
    """The errors on the points to train on and on those to judge by."""
    w = _fit(fit, points, degree, strength)
    gaps = (polyval(points.x, w) - points.t, polyval(points.x_val, w) - points.t_val)
    return float(np.mean(gaps[0] ** 2)), float(np.mean(gaps[1] ** 2))


def _chosen(choose: Student, points: Split, degree: int) -> tuple[list[Layer], str]:
    """A line where the student's choice lies, or a sentence why there is none."""
    lams = np.exp(EXPONENTS)
    given = (points.x.copy(), points.t.copy(), points.x_val.copy(), points.t_val.copy())
    try:
        lam = float(choose.numbers(choose(*given, degree, lams), ()))
    except Trouble as trouble:
        return [], str(trouble)
    if not np.isclose(lams, lam, rtol=1e-9, atol=0).any():
        return [], f"{choose.name} returned {lam:.3g}, which is none of the given strengths."
    at = float(np.log(lam))
    return [Line(np.array([[at, LOW], [at, HIGH]]), "green", "dashdot", 1.8, panel=2)], ""


def _samples(points: Split) -> list[Layer]:
    val = np.column_stack([points.x_val, points.t_val])
    return [
        Points(val, "orange", "square", 5, alpha=0.7),
        Points(np.column_stack([points.x, points.t]), "blue", "circle", 10),
    ]


def _curves(at: Floats, errors: Floats, panel: int) -> list[Layer]:
    """Both error curves, held within the panel."""
    inside = np.clip(errors, LOW, HIGH)
    return [
        Line(np.column_stack([at, inside[:, 0]]), "blue", "solid", 2.0, panel=panel),
        Line(np.column_stack([at, inside[:, 1]]), "orange", "dashed", 2.0, panel=panel),
    ]


def _marks(at: float, errors: Floats, panel: int) -> list[Layer]:
    train, val = np.clip(errors, LOW, HIGH)
    return [
        Points(np.array([[at, train]]), "blue", "circle", 11, panel=panel),
        Points(np.array([[at, val]]), "orange", "square", 11, panel=panel),
    ]


def _goal(degree: int, error: float, goal: float) -> Goal:
    wish = f"Degree {HIGHEST} with a validation error below {goal:g}"
    if degree != HIGHEST:
        return Goal(f"{wish}: set the degree to {HIGHEST} first.", 0.0)
    if error < goal:
        return Goal(f"{wish}: reached, {error:.3f}.", 1.0)
    return Goal(f"{wish}: now {error:.3f}.", min(goal / error, 0.95))
