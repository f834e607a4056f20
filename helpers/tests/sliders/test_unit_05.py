"""The demos that a student's optimizer classes drive: downhill, the race, batches and noise.

Their runs are those of the class, and what a class does wrong becomes a sentence.
"""

import sys
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from helpers.sliders.downhill import Stepper
from helpers.sliders.layers import Frame, Line, Text
from helpers.sliders.optimizers import Optimizer
from helpers.sliders.paths import descend
from helpers.sliders.student import Trouble

from helpers import sliders


class SGD:
    def __init__(self, lr: float) -> None:
        self.lr = lr

    def step(self, params: Any, grads: Any) -> None:
        for name in params:
            params[name] -= self.lr * grads[name]


class Momentum(SGD):
    """Replaces the entries of the dict, where SGD changes its arrays."""

    def __init__(self, lr: float, momentum: float = 0.9) -> None:
        super().__init__(lr)
        self.momentum = momentum
        self.moves: dict[str, Any] = {}

    def step(self, params: Any, grads: Any) -> None:
        for name in params:
            push = -self.lr * grads[name]
            self.moves[name] = push + self.momentum * self.moves.get(name, 0.0)
            params[name] = params[name] + self.moves[name]


class Forgetful(Momentum):
    """Begins every step without a velocity."""

    def step(self, params: Any, grads: Any) -> None:
        self.moves = {}
        super().step(params, grads)


class Unwritten:
    def __init__(self, lr: float, momentum: float = 0.9) -> None:
        self.lr = lr

    def step(self, params: Any, grads: Any) -> None:
        raise NotImplementedError("Exercise 5.4: Unwritten.step is not written yet.")


class NotANumber(SGD):
    def step(self, params: Any, grads: Any) -> None:
        params["p"] = params["p"] * np.nan


class LosesNames(SGD):
    def step(self, params: Any, grads: Any) -> None:
        params.clear()


class Stepless:
    def __init__(self, lr: float) -> None:
        self.lr = lr


def reached(frame: Frame) -> bool:
    assert frame.goal is not None
    return frame.goal.reached


# ---- downhill, and the class itself


@pytest.mark.parametrize(
    ("lr", "momentum", "steps"), [(0.95, 0, 89), (0.1, 0.9, 160), (1.2, 0.45, 20)]
)
def test_the_class_takes_the_known_number_of_steps(lr: float, momentum: float, steps: int) -> None:
    start = np.array(sliders.bowl.start)
    run = descend(Stepper(Momentum), sliders.bowl, start, (lr, momentum), 200)
    assert run.reached == steps


def test_the_quartic_repeats_the_lectures_digits() -> None:
    run = descend(Stepper(Momentum), sliders.quartic, np.array([3.0]), (0.02, 0.9), 40)
    wanted = [3, 1.4, 0.3132799999999998, -0.4360994561759646]
    np.testing.assert_allclose(run.points[:4, 0], wanted, rtol=1e-15)
    assert abs(run.points[40, 0] + 3.1894392208702786) < 1e-12


def test_the_goals_are_for_the_right_class_alone() -> None:
    right = sliders.downhill(Momentum, at=(1.2, 0.45)).frame
    wrong = sliders.downhill(Forgetful, at=(1.2, 0.45)).frame
    assert reached(right)
    assert not reached(wrong)


def test_the_low_minimum_of_the_quartic_can_be_reached_in_time_with_momentum_only() -> None:
    demo = sliders.downhill(Momentum, sliders.quartic)
    found = {
        momentum: any(
            reached(demo.set(lr=float(lr), momentum=momentum))
            for lr in np.arange(0.01, 0.08, 0.0025)
        )
        for momentum in (0.0, 0.5, 0.6, 0.7, 0.8)
    }
    assert not found[0.0]
    assert any(found.values())


def test_a_stub_is_told_calmly() -> None:
    assert "not written yet" in sliders.downhill(Unwritten).frame.note


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (NotANumber, "nan"),
        (LosesNames, "took 'p' out of params at step 1"),
        (Stepless, "no method called step"),
    ],
)
def test_what_a_class_does_wrong_is_a_sentence(made: Any, words: str) -> None:
    with pytest.raises(Trouble, match=words):
        Optimizer(made).walk(sliders.bowl.gradient, sliders.bowl.start, (0.1,), 3)


def test_a_class_whose_cell_ran_again_is_found_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    student = Optimizer(Momentum)
    student.function()
    assert not student.changed()
    monkeypatch.setattr(sys.modules[__name__], "Momentum", SGD)
    assert student.changed()
    assert student.function() is SGD


# ---- the race


def test_the_goal_wants_all_of_them_below() -> None:
    demo = sliders.race([SGD, Momentum])
    assert not reached(demo.frame)
    assert reached(demo.set(lr=0.9))
    assert "Not yet: SGD" in demo.set(lr=1.5).alt("")


def test_heights_are_those_of_the_students_runs() -> None:
    caption = sliders.race([SGD]).set(lr=0.95).caption
    assert "SGD 0.0017" in caption


def test_one_that_is_not_written_is_told_and_the_others_run() -> None:
    frame = sliders.race([SGD, Unwritten]).frame
    assert "not written yet" in frame.note
    assert "SGD 0.21" in frame.caption
    assert not reached(frame)


def test_names_beside_the_heights_keep_apart() -> None:
    class Same(SGD):
        pass

    frame = sliders.race([SGD, Same, Momentum]).frame
    places = [layer.xy[0, 1] for layer in frame.layers if isinstance(layer, Text)]
    assert np.diff(np.sort(np.log10(places))).min() > 0.5


def test_more_than_there_are_looks_is_refused() -> None:
    with pytest.raises(ValueError, match="at most 6"):
        sliders.race([SGD] * 7)


# ---- batches and noise


def minibatches(X: Any, t: Any, batch_size: int, rng: np.random.Generator) -> Iterator[Any]:
    order = rng.permutation(len(t))
    for piece in np.split(order, range(batch_size, len(t), batch_size)):
        yield X[piece], t[piece]


def steps_of(demo: Any, **values: Any) -> int:
    path = next(layer for layer in demo.set(**values).layers if isinstance(layer, Line))
    return len(path.xy) - 1


def test_an_epoch_has_a_step_for_each_batch() -> None:
    demo = sliders.batch_noise(minibatches, SGD)
    assert [steps_of(demo, size=size, epoch=2) for size in ("1", "20", "120")] == [240, 12, 2]


def test_small_batches_reach_the_goal_and_all_data_at_once_do_not() -> None:
    demo = sliders.batch_noise(minibatches, SGD)
    assert not reached(demo.frame)
    assert reached(demo.set(size="4", lr=0.1))


def test_a_run_that_runs_away_is_a_picture() -> None:
    frame = sliders.batch_noise(minibatches, SGD).set(size="1", lr=1.0, epoch=10)
    assert frame.note == ""
    assert not reached(frame)


def unwritten(X: Any, t: Any, batch_size: int, rng: Any) -> Any:
    raise NotImplementedError("Exercise 5.7: minibatches is not written yet.")


def begun(X: Any, t: Any, batch_size: int, rng: Any) -> Iterator[Any]:
    yield from ()
    raise NotImplementedError


def numbers_only(X: Any, t: Any, batch_size: int, rng: Any) -> Iterator[Any]:
    yield from rng.permutation(len(X))


def broken(X: Any, t: Any, batch_size: int, rng: Any) -> Iterator[Any]:
    yield X[:3], t[:2]


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (unwritten, "not written yet"),
        (begun, "not written yet"),
        (numbers_only, "pairs (X_batch, t_batch)"),
        (broken, "shape (3, 1); expected shape (2, 1)"),
    ],
)
def test_what_the_batches_lack_is_told(function: Any, words: str) -> None:
    assert words in sliders.batch_noise(function, SGD).frame.note
