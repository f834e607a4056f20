"""The learning demo: every step comes from the student's update."""

from typing import Any

import numpy as np
import pytest
from helpers.sliders.layers import Frame, Line

from helpers import sliders

X = np.array([[1, 0, 0], [1, 0, 1], [1, 1, 0], [1, 1, 1.0]])
AND, XOR = np.array([0, 0, 0, 1]), np.array([0, 1, 1, 0])
# Two samples on which the lecture's chain (-12, 2, 3) -> (-11, 4, 5) -> (-12, 0, 5) -> (-11, 2, 7)
# takes its updates: (2, 2) and (2, 2) with target 1, (4, 0) with target 0.
LECTURE = np.array([[1, 2, 2], [1, 4, 0], [1, 2, 2.0]])
LECTURE_TARGETS = np.array([1, 0, 1])


def perceptron_update(w: Any, x: Any, t: int) -> Any:
    return w + (t - int(w @ x >= 0)) * x


def at(demo: Any, step: int) -> Frame:
    frame = demo.set(step=step)
    assert isinstance(frame, Frame)
    return frame


def test_the_lectures_updates_are_shown_one_by_one() -> None:
    demo = sliders.learning(perceptron_update, LECTURE, LECTURE_TARGETS, (-12, 2, 3))
    captions = [at(demo, step).caption for step in range(4)]
    assert "w = (-12, 2, 3)" in captions[0]
    assert "from (-12, 2, 3) to (-11, 4, 5)" in captions[1]
    assert "from (-11, 4, 5) to (-12, 0, 5)" in captions[2]


def test_and_is_learned_at_the_last_step_and_not_before() -> None:
    demo = sliders.learning(perceptron_update, X, AND, (0.5, -1, 0.5))
    last = demo.frame.last["step"]
    reached = [goal.reached for step in range(last + 1) if (goal := at(demo, step).goal)]
    assert reached == [False] * last + [True]


def test_xor_is_given_up() -> None:
    demo = sliders.learning(perceptron_update, X, XOR, (0, 0, 0))
    frame = at(demo, demo.frame.last["step"])
    assert frame.goal is not None
    assert "Given up after 20 epochs" in frame.goal.words
    assert not frame.goal.reached


def test_an_update_that_changes_nothing_does_not_reach_the_goal() -> None:
    def idle(w: Any, x: Any, t: int) -> Any:
        return w

    frame = sliders.learning(idle, X, AND, (0, 0, 0)).frame
    assert "changes nothing any more, but 3 samples lie on the wrong side" in frame.note
    assert frame.goal is not None
    assert not frame.goal.reached


def test_a_wrong_sign_shows_another_run() -> None:
    def against(w: Any, x: Any, t: int) -> Any:
        return w - (t - int(w @ x >= 0)) * x

    right = sliders.learning(perceptron_update, X, AND, (0.5, -1, 0.5))
    wrong = sliders.learning(against, X, AND, (0.5, -1, 0.5))
    assert at(right, 2).caption != at(wrong, 2).caption


def test_a_student_who_updates_in_place_does_not_disturb_the_demo() -> None:
    def in_place(w: Any, x: Any, t: int) -> Any:
        w += (t - int(w @ x >= 0)) * x
        return w

    one = sliders.learning(perceptron_update, X, AND, (0.5, -1, 0.5))
    other = sliders.learning(in_place, X, AND, (0.5, -1, 0.5))
    assert [at(one, k).caption for k in range(9)] == [at(other, k).caption for k in range(9)]


def test_line_before_is_dashed_and_line_after_solid() -> None:
    demo = sliders.learning(perceptron_update, X, AND, (0.5, -1, 0.5))
    lines = [layer.dash for layer in at(demo, 2).layers if isinstance(layer, Line)]
    assert lines == ["dashed", "solid"]


def test_samples_without_the_leading_one_are_refused() -> None:
    with pytest.raises(ValueError, match="the leading 1 goes with the bias"):
        sliders.learning(perceptron_update, X[:, 1:], AND, (0, 0))
