"""The demo of the step: secant, error curve and goal come from the student's functions alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from helpers.sliders.demo import Demo
from helpers.sliders.layers import Frame, Line
from helpers.sliders.secant import AT, SLOPE, cubic

from helpers import sliders


def forward_difference(f: Any, x: float, h: float = 1e-4) -> Any:
    return (f(x + h) - f(x)) / h


def backward_difference(f: Any, x: float, h: float = 1e-4) -> Any:
    return (f(x) - f(x - h)) / h


def central_difference(f: Any, x: float, h: float = 1e-4) -> Any:
    return (f(x + h) - f(x - h)) / (2 * h)


def written(central: Any = central_difference) -> Demo:
    return sliders.secant(forward_difference, backward_difference, central)


def reached(frame: Frame) -> bool:
    assert frame.goal is not None
    return frame.goal.reached


def test_the_central_difference_reaches_the_goal_in_the_valley_of_its_u() -> None:
    demo = written()
    assert reached(demo.set(kind="central", exponent=-5.25))
    assert not reached(demo.set(kind="central", exponent=-2))
    assert not reached(demo.set(kind="central", exponent=-12))


@pytest.mark.parametrize("kind", ["forward", "backward"])
def test_one_sided_differences_reach_it_nowhere(kind: str) -> None:
    demo = written()
    for exponent in np.arange(-16, 0.25, 0.25):
        assert not reached(demo.set(kind=kind, exponent=exponent))


def test_a_wrong_function_misses_the_goal_that_the_right_one_reaches() -> None:
    demo = written(lambda f, x, h: 2 * central_difference(f, x, h))
    frame = demo.set(kind="central", exponent=-5.25)
    assert not reached(frame)
    assert frame.goal is not None
    assert frame.goal.fraction < 0.1


def test_the_dashed_line_is_the_secant_through_the_two_points() -> None:
    frame = written().set(kind="central", exponent=0)
    line = next(part for part in frame.layers if isinstance(part, Line) and part.panel == 0)
    (x0, y0), (x1, y1) = line.xy
    slope = (y1 - y0) / (x1 - x0)
    assert slope == pytest.approx((cubic(AT + 1) - cubic(AT - 1)) / 2)
    assert y0 + slope * (AT + 1 - x0) == pytest.approx(cubic(AT + 1))


def test_the_error_curve_is_a_u() -> None:
    frame = written().set(kind="central", exponent=-5)
    curve = next(part for part in frame.layers if isinstance(part, Line) and part.panel == 1)
    errors = curve.xy[:, 1]
    best = int(errors.argmin())
    assert 1e-7 < curve.xy[best, 0] < 1e-4
    assert errors[0] == pytest.approx(SLOPE)  # 1.3 + 1e-16 is 1.3
    assert errors[-1] > 1
    assert "smallest" in frame.details


def test_functions_that_are_not_written_leave_a_sentence_and_the_points() -> None:
    def stub(f: Any, x: float, h: float = 1e-4) -> Any:
        raise NotImplementedError("Exercise 2.1")

    frame = sliders.secant(stub, stub, stub).redraw()
    assert "not written yet" in frame.note
    assert frame.goal is None
    assert frame.layers


def test_a_goal_that_is_no_error_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        sliders.secant(forward_difference, backward_difference, central_difference, goal=2)
