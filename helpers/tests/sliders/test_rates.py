"""The slider for one learning rate: the trace in it is the student's."""

from typing import Any

import numpy as np
import pytest
from helpers.sliders.layers import Points

from helpers import sliders


def gradient_descent(grad: Any, x0: Any, lr: float, steps: int) -> Any:
    trace = [x0]
    for _ in range(steps):
        slope = grad(trace[-1])
        trace.append(trace[-1] - slope * lr)
    return np.array(trace)


def uphill(grad: Any, x0: Any, lr: float, steps: int) -> Any:
    return gradient_descent(grad, x0, -lr, steps)


def test_one_step_is_enough_at_one_half_and_for_no_other_rate() -> None:
    demo = sliders.learning_rate(gradient_descent)
    reached = [lr for lr in np.arange(1, 161) / 100 if demo.set(lr=float(lr)).goal.reached]  # type: ignore[union-attr]  # x² has a goal
    assert reached == [0.5]
    assert not any(sliders.learning_rate(uphill).set(lr=lr).goal.reached for lr in (0.4, 0.5))  # type: ignore[union-attr]  # as above


@pytest.mark.parametrize(
    ("lr", "words"),
    [(0.02, "rests in the higher minimum"), (0.045, "not come to rest"), (0.08, "runs away")],
)
def test_the_quartic_tells_where_a_run_ends_and_has_no_goal(lr: float, words: str) -> None:
    frame = sliders.learning_rate(gradient_descent, sliders.quartic).set(lr=lr)
    assert words in frame.caption
    assert frame.goal is None


@pytest.mark.parametrize(
    ("curve", "lr", "told"),
    [
        (sliders.parabola, 1.5, "x_20 = 2097152.0"),
        (sliders.parabola, 0.4, "x_20 = 2.0971519999999888e-14"),
        (sliders.parabola, 0.001, "x_20 = 1.9215019140526859"),
        (sliders.quartic, 0.045, "x_40 = -2.642164452730028"),
    ],
)
def test_the_lectures_numbers_are_told_to_the_last_digit(curve: Any, lr: float, told: str) -> None:
    assert told in sliders.learning_rate(gradient_descent, curve).set(lr=lr).caption


def test_the_slider_stands_on_every_rate_of_the_lecture() -> None:
    demo = sliders.learning_rate(gradient_descent)
    for lr in (1.5, 0.4, 0.001, 0.01):
        demo.set(lr=lr)
        assert demo.values["lr"] == lr


def test_no_rate_leads_from_3_into_the_low_minimum() -> None:
    demo = sliders.learning_rate(gradient_descent, sliders.quartic)
    told = [demo.set(lr=lr / 2000).caption for lr in range(1, 161)]
    assert not any("lower minimum" in caption for caption in told)


def test_the_points_are_those_of_the_trace() -> None:
    frame = sliders.learning_rate(gradient_descent).set(lr=0.25)
    over_time = next(x for x in frame.layers if isinstance(x, Points) and x.panel == 1)
    np.testing.assert_allclose(over_time.xy[:, 1], 2 * 0.5 ** np.arange(41))


def test_a_trace_of_another_length_is_named() -> None:
    short = sliders.learning_rate(lambda grad, x0, lr, steps: np.zeros(steps))
    assert "shape (40,); expected shape (41,)" in short.frame.note


def test_a_surface_is_no_curve() -> None:
    with pytest.raises(ValueError, match="two variables"):
        sliders.learning_rate(gradient_descent, sliders.bowl)
