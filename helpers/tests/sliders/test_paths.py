"""The flagship: runs are the student's, and agree with the lecture's printed numbers."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from helpers.sliders.layers import Frame, Image
from helpers.sliders.paths import descend, survey
from helpers.sliders.plane import limit_lr, shrinkage
from helpers.sliders.student import Student
from helpers.sliders.surfaces import Surface

from helpers import sliders


def momentum_step(x: Any, v: Any, g: Any, lr: float, momentum: float) -> Any:
    v = momentum * v - lr * g
    return x + v, v


def uphill(x: Any, v: Any, g: Any, lr: float, momentum: float) -> Any:
    return momentum_step(x, v, -g, lr, momentum)


def no_velocity(x: Any, v: Any, g: Any, lr: float, momentum: float) -> Any:
    return x - lr * g, v


def in_place(x: Any, v: Any, g: Any, lr: float, momentum: float) -> Any:
    v *= momentum
    v -= lr * g
    x += v
    return x, v


def reached(step: Callable[..., Any], surface: Surface, lr: float, momentum: float) -> int | None:
    start = np.array(surface.start)
    return descend(Student(step), surface, start, (lr, momentum), 200).reached


@pytest.mark.parametrize(
    ("lr", "momentum", "steps"), [(0.95, 0, 89), (0.1, 0.9, 160), (1.2, 0.45, 20), (1.0, 0, None)]
)
def test_bowl_takes_the_known_number_of_steps(lr: float, momentum: float, steps: int) -> None:
    assert reached(momentum_step, sliders.bowl, lr, momentum) == steps
    assert reached(in_place, sliders.bowl, lr, momentum) == steps


def test_quartic_repeats_the_lectures_runs() -> None:
    student, start = Student(momentum_step), np.array([3.0])
    plain = descend(student, sliders.quartic, start, (0.02, 0), 40)
    np.testing.assert_allclose(plain.points[:3, 0], [3.0, 1.4, 1.75328], atol=1e-12)
    assert abs(plain.points[-1, 0] - 2) < 1e-6
    heavy = descend(student, sliders.quartic, start, (0.02, 0.9), 300)
    assert abs(heavy.points[300, 0] + 3.3507813324) < 1e-9
    assert abs(heavy.points[100, 0] + 3.3611189711) < 1e-9


@pytest.mark.parametrize("surface", [sliders.bowl, sliders.quartic], ids=["bowl", "quartic"])
def test_gradient_is_the_slope_of_the_surface_and_zero_in_its_valleys(surface: Surface) -> None:
    rng = np.random.default_rng(2)
    size, h = len(surface.start), 1e-6
    for x in rng.uniform(-3, 3, (20, size)):
        point = x if size > 1 else float(x[0])
        slopes = [
            (surface.f(point + h * e) - surface.f(point - h * e)) / (2 * h)
            for e in (np.eye(size) if size > 1 else [1.0])
        ]
        np.testing.assert_allclose(np.atleast_1d(surface.gradient(point)), slopes, atol=1e-6)
    for valley in surface.valleys:
        place = np.array(valley.place) if size > 1 else valley.place[0]
        assert np.abs(surface.gradient(place)).max() < 1e-9


def test_theory_and_the_students_runs_agree_on_where_the_bowl_converges() -> None:
    (valley,) = sliders.bowl.valleys
    np.testing.assert_allclose(limit_lr(np.array([0.0, 0.9]), valley), [1.0, 1.9])
    rng = np.random.default_rng(3)
    for lr, momentum in zip(rng.uniform(0.05, 1.95, 40), rng.uniform(0, 0.95, 40), strict=True):
        rate = max(float(shrinkage(lr, momentum, h)) for h in valley.curvatures)
        student, start = Student(momentum_step), np.array(sliders.bowl.start)
        run = descend(student, sliders.bowl, start, (lr, momentum), 400)
        distance = float(np.linalg.norm(run.points[-1]))
        if abs(rate - 1) > 0.03:
            assert (distance < 1) == (rate < 1), (lr, momentum, rate, distance)


def test_goal_is_reached_by_the_right_step_and_by_no_broken_one() -> None:
    frames = {
        step.__name__: sliders.descent(step=step, at=(1.2, 0.45)).frame
        for step in (momentum_step, uphill, no_velocity)
    }
    goals = {name: frame.goal for name, frame in frames.items()}
    assert goals["momentum_step"] is not None
    assert goals["momentum_step"].reached
    for name in ("uphill", "no_velocity"):
        goal = goals[name]
        assert goal is not None
        assert not goal.reached, name


def test_a_run_that_runs_away_is_told_calmly() -> None:
    frame = sliders.descent(step=momentum_step, at=(2.0, 0.0)).frame
    assert "Ran away" in frame.caption
    assert frame.note == ""


def test_quartics_higher_minimum_is_named() -> None:
    frame = sliders.descent(step=momentum_step, surface=sliders.quartic).frame
    assert "Rests in the higher minimum" in frame.caption


def test_pressing_on_the_plane_moves_the_sliders_to_the_nearest_places() -> None:
    demo = sliders.descent(step=momentum_step)
    demo.receive({"turn": "t", "press": {"panel": 1, "x": 1.2049, "y": 0.4499}})
    assert (demo.values["lr"], demo.values["momentum"]) == (1.2, 0.45)
    assert demo.frame.goal is not None
    assert demo.frame.goal.reached


def test_map_of_the_plane_is_the_students_and_is_hidden_by_a_second_press() -> None:
    demo = sliders.descent(step=momentum_step)

    def images(frame: Frame) -> int:
        return sum(isinstance(layer, Image) for layer in frame.layers)

    assert [images(demo.set(map=presses)) for presses in (1, 2, 3)] == [1, 0, 1]
    start = np.array(sliders.bowl.start)
    right = survey(Student(momentum_step), sliders.bowl, start)
    wrong = survey(Student(uphill), sliders.bowl, start)
    assert np.isfinite(right).sum() > 50
    assert not np.isfinite(wrong).any()


def test_another_kind_of_answer_is_named() -> None:
    def forgot_v(x: Any, v: Any, g: Any, lr: float, momentum: float) -> Any:
        return x - lr * g

    note = sliders.descent(step=forgot_v).frame.note
    assert note == "forgot_v returned a ndarray at step 1; expected a pair (x, v)."


def test_a_start_of_the_wrong_size_is_refused() -> None:
    with pytest.raises(ValueError, match=r"wants 2 number"):
        sliders.descent(step=momentum_step, start=3.0)


def test_a_function_that_works_in_place_runs_the_same() -> None:
    def in_place(x: Any, v: Any, g: Any, lr: float, momentum: float) -> Any:
        v *= momentum
        v -= lr * g
        x += v
        g[:] = 0
        return x, v

    plain, same = sliders.descent(step=momentum_step), sliders.descent(step=in_place)
    assert same.frame.caption == plain.frame.caption
    assert same.frame.goal == plain.frame.goal
