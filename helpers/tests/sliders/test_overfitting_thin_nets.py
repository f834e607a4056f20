"""The demos of unit 07: errors over degree and penalty, and dropout as many thin nets."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from helpers.datasets import load_curve, make_curve
from helpers.sliders.demo import Demo
from helpers.sliders.layers import Frame, Line

from helpers import sliders

TRAIN, VALIDATION = load_curve(), make_curve(np.random.default_rng(7))


def fit(x: Any, t: Any, degree: int, lam: float = 0.0) -> Any:
    table = np.vander(x, degree + 1, increasing=True)
    longer = np.vstack([table, np.sqrt(lam) * np.eye(degree + 1)])
    return np.linalg.lstsq(longer, np.append(t, np.zeros(degree + 1)), rcond=None)[0]


def choose(x: Any, t: Any, x_val: Any, t_val: Any, degree: int, lams: Any) -> Any:
    errors = [np.mean((np.polyval(fit(x, t, degree, s)[::-1], x_val) - t_val) ** 2) for s in lams]
    return lams[int(np.argmin(errors))]


def forward(A: Any, keep: float, rng: np.random.Generator) -> Any:
    mask = rng.random(A.shape) < keep
    return A * mask / keep, mask


def stub(*_: object) -> Any:
    raise NotImplementedError("Exercise 7.3: stub is not written yet.")


def reached(frame: Frame) -> bool:
    assert frame.goal is not None
    return frame.goal.reached


def overfitting(f: Any = fit, g: Any = choose) -> Demo:
    return sliders.overfitting(f, g, TRAIN, VALIDATION)


def test_degree_nine_needs_a_penalty_to_reach_the_goal() -> None:
    demo = overfitting()
    assert not reached(demo.set(degree=9, strength=-40))
    assert reached(demo.set(degree=9, strength=-15))
    assert not reached(demo.set(degree=9, strength=3))
    assert not reached(demo.set(degree=3, strength=-40))


def test_a_fit_that_ignores_the_penalty_reaches_it_nowhere() -> None:
    demo = overfitting(lambda x, t, degree, lam: fit(x, t, degree))
    assert not any(reached(demo.set(degree=9, strength=s)) for s in range(-40, 5))


def test_the_chosen_penalty_is_a_line_in_the_last_panel() -> None:
    frame = overfitting().set(degree=9, strength=-40)
    [line] = [part for part in frame.layers if isinstance(part, Line) and part.color == "green"]
    assert -22 < line.xy[0, 0] < -8


def test_a_missing_choice_leaves_the_curves_and_a_sentence() -> None:
    frame = overfitting(g=stub).frame
    assert "not written yet" in frame.note
    assert sum(isinstance(part, Line) for part in frame.layers) == 5
    none = overfitting(g=lambda *given: 0.123).frame
    assert "none of the given" in none.note
    assert "not written yet" in overfitting(stub, stub).frame.note


def test_the_average_of_thin_nets_reaches_the_whole_net() -> None:
    demo = sliders.thin_nets(forward)
    assert reached(demo.set(keep=0.5, nets=400))
    assert not reached(demo.set(keep=0.8, nets=400))
    assert not reached(demo.set(keep=0.5, nets=20))


@pytest.mark.parametrize(
    "wrong",
    [
        lambda A, keep, rng: (A * (rng.random(A.shape) < keep),) * 2,
        lambda A, keep, rng: (A * (rng.random(6) < keep) / keep, np.ones(A.shape)),
        lambda A, keep, rng: A,
        stub,
    ],
)
def test_wrong_dropouts_miss_it_or_get_a_sentence(wrong: Any) -> None:
    frame = sliders.thin_nets(wrong).set(keep=0.5, nets=400)
    assert frame.note or not reached(frame)


def test_points_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="equal shapes"):
        sliders.overfitting(fit, choose, TRAIN, (VALIDATION[0], VALIDATION[1][:3]))
