"""Demo of unit 01: the perceptron's learning algorithm, one update at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from helpers.sliders.controls import Steps
from helpers.sliders.demo import Demo, Plan, Values
from helpers.sliders.layers import Dash, Frame, Goal, Layer, Points
from helpers.sliders.lines import line_and_arrow, samples, verdicts
from helpers.sliders.scene import Panel, Scene
from helpers.sliders.student import Student

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Update:
    """One change of the weights: before and after, and the sample that caused it."""

    before: Vector
    after: Vector
    sample: int
    epoch: int


@dataclass(frozen=True)
class Lesson:
    """The given samples, X (n, 3) with a leading 1 and t (n,), and the weights to start from."""

    X: Vector
    t: Vector
    w0: Vector
    max_epochs: int


def learning(
    perceptron_update: object,
    X: ArrayLike,
    t: ArrayLike,
    w0: ArrayLike,
    max_epochs: int = 20,
) -> Demo:
    """Step through the learning algorithm with the student's perceptron_update(w, x, t).

    Args:
        X: (n, 3), rows (1, x1, x2).
        t: (n,), targets 0 or 1.
        w0: (3,), the weights to start from.
        max_epochs: rounds over the samples after which learning is given up.

    Raises:
        ValueError: X, t or w0 of another shape.
    """
    lesson = _lesson(X, t, w0, max_epochs)
    student = Student(perceptron_update)
    controls = [Steps("step", "Updates", 10)]

    def live(values: Values) -> Frame:
        updates, settled = _learn(student, lesson)
        return _frame(lesson, updates, settled, values["step"], student.name)

    def rest(values: Values) -> Frame:
        return Frame(samples(lesson.X[:, 1:], lesson.t), "Circles should give 0, squares 1.")

    return Demo(Plan(_scene(lesson.X), controls, live, rest, [student]))


def _lesson(X: ArrayLike, t: ArrayLike, w0: ArrayLike, max_epochs: int) -> Lesson:
    """The arguments as float arrays, their shapes checked."""
    rows, targets, weights = (np.array(a, dtype=np.float64) for a in (X, t, w0))
    if rows.ndim != 2 or rows.shape[1] != 3 or weights.shape != (3,):
        found = f"X has shape {rows.shape} and w0 {weights.shape}"
        raise ValueError(f"{found}; expected (n, 3) and (3,): the leading 1 goes with the bias.")
    if targets.shape != (len(rows),) or not np.isin(targets, (0, 1)).all():
        raise ValueError(f"t is {targets}; expected {len(rows)} targets, each 0 or 1.")
    return Lesson(rows, targets, weights, max_epochs)


def _scene(X: Vector) -> Scene:
    """Axes around the samples."""
    low, high = X[:, 1:].min(axis=0), X[:, 1:].max(axis=0)
    margin = max(float((high - low).max()), 1.0) * 0.35
    xlim, ylim = ((float(a) - margin, float(b) + margin) for a, b in zip(low, high, strict=True))
    panel = Panel("x1", "x2", xlim, ylim, equal=True)
    return Scene("The perceptron's learning algorithm.", (panel,), height=400, widest=480)


def _learn(student: Student, lesson: Lesson) -> tuple[list[Update], bool]:
    """Go through the samples in order, epoch after epoch, until one changes nothing.

    Returns the updates, and whether an epoch without any was reached.
    """
    w = lesson.w0
    updates: list[Update] = []
    for epoch in range(1, lesson.max_epochs + 1):
        before_epoch = len(updates)
        for sample, (x, target) in enumerate(zip(lesson.X, lesson.t, strict=True)):
            answer = student(w.copy(), x.copy(), int(target))
            after = student.numbers(answer, (3,), f" for sample {sample + 1}")
            if not np.array_equal(after, w):
                updates.append(Update(w, after, sample, epoch))
            w = after
        if len(updates) == before_epoch:
            return updates, True
    return updates, False


def _frame(lesson: Lesson, updates: Sequence[Update], settled: bool, step: int, name: str) -> Frame:
    """The picture after `step` updates: this line, the one before, the sample between them."""
    step = min(step, len(updates))
    w = updates[step - 1].after if step else lesson.w0
    right = (lesson.X @ w >= 0) == (lesson.t == 1)
    layers: list[Layer] = []
    if step:
        last = updates[step - 1]
        layers += _boundary(last.before, lesson, "purple", "dashed")[:1]
        layers.append(Points(lesson.X[[last.sample], 1:], "purple", "ring", 34))
    layers += _boundary(w, lesson, "ink", "solid")
    layers += samples(lesson.X[:, 1:], lesson.t)
    layers += verdicts(lesson.X[:, 1:], (lesson.X @ w >= 0).astype(int).tolist(), right)
    note = ""
    if settled and step == len(updates) and not right.all():
        note = (
            f"{name} changes nothing any more, but {_count(~right)} on the wrong side of the line."
        )
    return Frame(
        tuple(layers),
        _caption(lesson, updates, step),
        _goal(lesson, right, settled and step == len(updates), step == len(updates)),
        note,
        last={"step": len(updates)},
    )


def _count(which: NDArray[np.bool_]) -> str:
    count = int(which.sum())
    return f"{count} sample lies" if count == 1 else f"{count} samples lie"


def _caption(lesson: Lesson, updates: Sequence[Update], step: int) -> str:
    """The weights, and which sample changed them."""
    if not step:
        return f"At the start w = {_vector(lesson.w0)}; {len(updates)} updates follow."
    last = updates[step - 1]
    where = _vector(lesson.X[last.sample, 1:])
    cause = f"sample {last.sample + 1} at {where} with target {lesson.t[last.sample]:.0f} was wrong"
    return (
        f"Update {step} of {len(updates)}, epoch {last.epoch}: {cause}; "
        f"w goes from {_vector(last.before)} to {_vector(last.after)}."
    )


def _vector(values: Vector) -> str:
    return f"({', '.join(f'{value:.4g}' for value in values)})"


def _goal(lesson: Lesson, right: NDArray[np.bool_], settled: bool, at_end: bool) -> Goal:
    """How many samples lie on their side of the line, and how it ended."""
    count, total = int(right.sum()), len(right)
    if settled and count == total:
        return Goal(f"Learned: all {total} samples are right and an epoch changed nothing.", 1.0)
    gave_up = f" Given up after {lesson.max_epochs} epochs." if at_end and not settled else ""
    fraction = min(count / total, (total - 0.5) / total)
    return Goal(f"{count} of {total} samples are right.{gave_up}", fraction)


def _boundary(w: Vector, lesson: Lesson, color: str, dash: Dash) -> list[Layer]:
    """The line of the weights w = (b, w1, w2) over the samples."""
    middle = lesson.X[:, 1:].mean(axis=0)
    return line_and_arrow(w, middle, 0.15 * float(np.ptp(lesson.X[:, 1:])), color, dash)
