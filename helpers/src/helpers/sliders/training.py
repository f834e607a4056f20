"""Demo of unit 04: a net of two layers learns, seen in the plane and in its hidden layer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from contourpy import contour_generator
from numpy.typing import ArrayLike, NDArray

from helpers.sliders.controls import Button, Control, Slider, Steps
from helpers.sliders.demo import Demo, Plan, Values
from helpers.sliders.layers import Frame, Goal, Image, Layer, Line, Points
from helpers.sliders.scene import Panel, Scene
from helpers.sliders.student import Student, Trouble

Floats = NDArray[np.float64]
Params = Mapping[str, Floats]
SHAPES: Mapping[str, tuple[int, ...]] = {"W1": (2, 2), "b1": (2,), "W2": (2, 2), "b2": (2,)}
CELLS, WIRES, REACH = 41, 11, 1.15  # of the shading; of the grid; of the hidden plane


@dataclass(frozen=True)
class Lesson:
    """The samples, X (n, 2) and t (n,), the square they lie in, and what is asked for."""

    X: Floats
    t: NDArray[np.int64]
    limits: tuple[tuple[float, float], tuple[float, float]]
    epochs: int
    within: int
    seed: int


@dataclass(frozen=True)
class Run:
    """One training: params, loss and number of right answers after 0, 1, ... epochs."""

    params: tuple[Params, ...]
    losses: tuple[float, ...]
    right: tuple[int, ...]

    def first(self, total: int) -> int | None:
        """The first epoch after which every answer is right."""
        return next((epoch for epoch, count in enumerate(self.right) if count == total), None)


def training(
    two_layer_forward: object,
    two_layer_gradients: object,
    X: ArrayLike,
    t: ArrayLike,
    epochs: int = 150,
    within: int = 40,
    lr: float = 0.3,
    seed: int = 3,
) -> Demo:
    """Train with the student's two functions; sliders for the epoch and the learning rate.

    Args:
        two_layer_forward: (X, params) -> dict with A1 (n, 2) and P (n, 2).
        two_layer_gradients: (X, t, params) -> (loss, grads); params and grads are dicts of
            W1 (2, 2), b1 (2,), W2 (2, 2), b2 (2,).
        X: (n, 2), t: (n,) of 0 and 1: the samples.
        epochs: how long a training lasts; within: by when every answer should be right.
        lr: where the slider begins; seed: of the first start.

    Raises:
        ValueError: X or t of another shape.
    """
    lesson = _lesson(X, t, epochs, within, seed)
    forward, gradients = Student(two_layer_forward), Student(two_layer_gradients)
    controls: list[Control] = [
        Slider("lr", "learning rate", 0.1, 6, 0.1, lr),
        Steps("epoch", "epoch", epochs),
        Button("start", "Another start", "Draw other weights to begin with"),
    ]
    last: dict[tuple[object, ...], Run] = {}  # a slider over epochs must not train anew

    def live(values: Values) -> Frame:
        made_of = (values["lr"], values["start"], forward.current(), gradients.current())
        if made_of not in last:
            last.clear()
            last[made_of] = _train(forward, gradients, lesson, values["lr"], values["start"])
        return _frame(forward, lesson, last[made_of], values)

    def rest(values: Values) -> Frame:
        nobody = np.zeros(len(lesson.t), dtype=np.bool_)
        points = tuple(_samples(lesson.X, lesson.t, nobody, 0))
        return Frame(points, "Circles are class 0, squares class 1.")

    return Demo(Plan(_scene(lesson), controls, live, rest, [forward, gradients]))


def _lesson(X: ArrayLike, t: ArrayLike, epochs: int, within: int, seed: int) -> Lesson:
    rows, classes = np.array(X, dtype=np.float64), np.array(t)
    if rows.ndim != 2 or rows.shape[1] != 2 or classes.shape != (len(rows),):
        raise ValueError(f"X has shape {rows.shape}, t {classes.shape}; expected (n, 2) and (n,).")
    if not np.isin(classes, (0, 1)).all():
        raise ValueError(f"t holds {set(classes.tolist())}; expected 0 and 1.")
    low, high = rows.min(axis=0), rows.max(axis=0)
    half, (x, y) = 0.6 * float((high - low).max()), (low + high) / 2
    limits = ((float(x - half), float(x + half)), (float(y - half), float(y + half)))
    return Lesson(rows, classes.astype(np.int64), limits, epochs, within, seed)


def _scene(lesson: Lesson) -> Scene:
    plane = Panel("x1", "x2", *lesson.limits, title="what the net says", equal=True)
    reach = (-REACH, REACH)
    hidden = Panel("a1", "a2", reach, reach, title="the plane behind the hidden layer", equal=True)
    return Scene("A net of two layers learns.", (plane, hidden), height=400)


def _train(forward: Student, gradients: Student, lesson: Lesson, lr: float, presses: int) -> Run:
    """Plain gradient descent on all samples, from random weights and biases 0."""
    rng = np.random.default_rng(lesson.seed + presses)
    params: Params = {
        name: rng.normal(size=shape) if name.startswith("W") else np.zeros(shape)
        for name, shape in SHAPES.items()
    }
    kept, losses, right = [params], [], [_count(forward, lesson, params)]
    for epoch in range(lesson.epochs):
        loss, grads = _slopes(gradients, lesson, params, f" in epoch {epoch + 1}")
        losses.append(loss)
        params = {name: value - lr * grads[name] for name, value in params.items()}
        kept.append(params)
        right.append(_count(forward, lesson, params))
    losses.append(_slopes(gradients, lesson, params, " at the end")[0])
    return Run(tuple(kept), tuple(losses), tuple(right))


def _copy(params: Params) -> dict[str, Floats]:
    return {name: value.copy() for name, value in params.items()}


def _slopes(
    gradients: Student, lesson: Lesson, params: Params, where: str
) -> tuple[float, dict[str, Floats]]:
    """The student's loss and gradients, their shapes checked."""
    answer = gradients(lesson.X.copy(), lesson.t.copy(), _copy(params))
    if not isinstance(answer, (tuple, list)) or len(answer) != 2:
        raise Trouble(f"{gradients.name} should return two things, (loss, grads).")
    loss, grads = answer
    if not isinstance(grads, Mapping) or not set(SHAPES) <= set(grads):
        raise Trouble(f"grads of {gradients.name} should be a dict with the keys of params.")
    found = {
        name: gradients.numbers(grads[name], shape, f" for {name}{where}")
        for name, shape in SHAPES.items()
    }
    return float(gradients.numbers(loss, (), f" as loss{where}")), found


def _values(forward: Student, params: Params, points: Floats) -> tuple[Floats, Floats]:
    """A1 (n, 2) and the probabilities of class 1 (n,) at some points."""
    seen = forward(points.copy(), _copy(params))
    if not isinstance(seen, Mapping) or not {"A1", "P"} <= set(seen):
        raise Trouble(f"{forward.name} should return a dict with the keys Z1, A1, Z2 and P.")
    shape = (len(points), 2)
    hidden = forward.numbers(seen["A1"], shape, " for A1")
    return hidden, forward.numbers(seen["P"], shape, " for P")[:, 1]


def _count(forward: Student, lesson: Lesson, params: Params) -> int:
    _, said = _values(forward, params, lesson.X)
    return int(((said > 0.5) == (lesson.t == 1)).sum())


def _frame(forward: Student, lesson: Lesson, run: Run, values: Values) -> Frame:
    """The net of one epoch: its boundary, its bent grid, the samples in both planes."""
    epoch, total = min(values["epoch"], lesson.epochs), len(lesson.t)
    params = run.params[epoch]
    wires, cells = _wires(lesson), _cells(lesson)
    everything = np.concatenate([lesson.X, cells.reshape(-1, 2), wires.reshape(-1, 2)])
    hidden, said = _values(forward, params, everything)
    shade = said[total : total + CELLS**2].reshape(CELLS, CELLS)
    bent = hidden[total + CELLS**2 :].reshape(wires.shape)
    wrong = (said[:total] > 0.5) != (lesson.t == 1)
    layers = [
        *_boundary(shade, lesson),
        Line(_joined(bent), "ink", width=0.7, alpha=0.45, panel=1),
        *_output_line(params),
        *_samples(lesson.X, lesson.t, wrong, 0),
        *_samples(hidden[:total], lesson.t, wrong, 1),
    ]
    caption = (
        f"After {epoch} epoch{'s' * (epoch != 1)} at learning rate {values['lr']:.1f}: "
        f"loss {run.losses[epoch]:.3f}, {run.right[epoch]} of {total} points right."
    )
    return Frame(tuple(layers), caption, _goal(lesson, run))


def _goal(lesson: Lesson, run: Run) -> Goal:
    wish = f"Every point right within {lesson.within} epochs"
    first = run.first(len(lesson.t))
    if first is None:
        best = max(run.right) / len(lesson.t)
        return Goal(f"{wish}: this run never gets there.", min(0.6 * best, 0.6))
    if first <= lesson.within:
        return Goal(f"{wish}: done, after epoch {first}.", 1.0)
    return Goal(f"{wish}: this run needs {first}.", min(lesson.within / first, 0.95))


def _cells(lesson: Lesson) -> Floats:
    """(CELLS, CELLS, 2): the middles of the cells that are shaded."""
    (left, right), (low, high) = lesson.limits
    x1, x2 = np.meshgrid(np.linspace(left, right, CELLS), np.linspace(low, high, CELLS))
    return np.stack([x1, x2], axis=2)


def _wires(lesson: Lesson) -> Floats:
    """(2 WIRES, CELLS, 2): level and upright lines over the plane."""
    (left, right), (low, high) = lesson.limits
    x1, x2 = np.meshgrid(np.linspace(left, right, CELLS), np.linspace(low, high, WIRES))
    y1, y2 = np.meshgrid(np.linspace(left, right, WIRES), np.linspace(low, high, CELLS))
    level, upright = np.stack([x1, x2], axis=2), np.stack([y1, y2], axis=2)
    return np.concatenate([level, upright.swapaxes(0, 1)])


def _joined(lines: Iterable[Floats]) -> Floats:
    """Several lines as one, with a gap after each."""
    gap = np.full((1, 2), np.nan)
    parts = [part for line in lines for part in (np.asarray(line, dtype=np.float64), gap)]
    return np.concatenate(parts)


def _boundary(shade: Floats, lesson: Lesson) -> list[Layer]:
    """The side of class 1, and the line where both classes are equally likely."""
    (left, right), (low, high) = lesson.limits
    side = Image(shade, (left, right, low, high), "sky", alpha=0.45)
    places = _cells(lesson)
    lines = contour_generator(places[0, :, 0], places[:, 0, 1], shade).lines(0.5)
    return [side, *(Line(np.asarray(line), "ink", width=2.2) for line in lines)]


def _output_line(params: Params) -> list[Layer]:
    """The output's boundary in the hidden plane: a straight line, where both scores are equal."""
    normal = params["W2"][:, 1] - params["W2"][:, 0]
    shift = float(params["b2"][1] - params["b2"][0])
    length = float(np.hypot(*normal))
    if not length:
        return []
    foot = -shift * normal / length**2
    along = 10 * np.array([-normal[1], normal[0]]) / length
    return [Line(np.array([foot - along, foot + along]), "ink", width=2.2, panel=1)]


def _samples(
    places: Floats, classes: NDArray[np.int64], wrong: NDArray[np.bool_], panel: int
) -> list[Layer]:
    """Circles and squares by their classes, and a ring around what is answered wrongly."""
    return [
        Points(places[classes == 0], "orange", "circle", 8, panel=panel),
        Points(places[classes == 1], "blue", "square", 8, panel=panel),
        Points(places[wrong], "red", "ring", 15, panel=panel),
    ]
