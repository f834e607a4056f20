"""Demo of unit 05: batch size and noise, by the student's minibatches and SGD.

A line is fitted to points by descent on batches; the path of its two parameters is drawn over the
cost of all points.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any, cast

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from helpers.sliders.controls import Button, Choice, Control, Slider, Steps
from helpers.sliders.demo import Demo, Plan, Values
from helpers.sliders.layers import Frame, Goal, Layer, Line, Points
from helpers.sliders.optimizers import FAR, Optimizer
from helpers.sliders.palette import Theme
from helpers.sliders.scene import POINTS, Panel, Scene
from helpers.sliders.student import Student, Trouble

Floats = NDArray[np.float64]
SAMPLES, EPOCHS = 120, 10
START = (-1.0, 3.5)
SIZES = ("1", "4", "20", str(SAMPLES))
LOW, HIGH = 1e-5, 1e2  # relative excess of the cost: drawn between these


@dataclass(frozen=True)
class Cloud:
    """The points, X (n, 1) and t (n,), the best line through them and its cost."""

    X: Floats
    t: Floats
    best: Floats
    least: float

    def cost(self, line: Floats) -> float:
        """Mean squared error of a line (a, b)."""
        return float(np.mean((self.X[:, 0] * line[0] + line[1] - self.t) ** 2))


def batch_noise(minibatches: object, optimizer: object, within: int = 3, lr: float = 0.1) -> Demo:
    """Sliders for batch size, learning rate and epochs, driven by two of the student's objects.

    Args:
        minibatches: function, (X, t, batch_size, rng) -> pairs (X_batch, t_batch).
        optimizer: class, made with a learning rate; step(params, grads).
        within: the epochs after which the cost should be within 1 % of the lowest.
        lr: where the slider begins.
    """
    data, batches, walker = _points(), Student(minibatches), Optimizer(optimizer)
    controls: list[Control] = [
        Choice("size", "batch size", SIZES, SIZES[-1]),
        Slider("lr", "learning rate", 0.01, 1, 0.01, lr),
        Steps("epoch", "epochs", EPOCHS, within),
        Button("shuffle", "Another order", "Draw the batches with another generator"),
    ]

    def live(values: Values) -> Frame:
        lines, marks = _train(batches, walker, data, values)
        return _frame(data, lines, marks, values, within)

    def rest(values: Values) -> Frame:
        caption = f"batches of {values['size']}, learning rate {values['lr']:g}."
        return Frame(_ends(data), caption)

    return Demo(Plan(_scene(data), controls, live, rest, [batches, walker]))


def _points() -> Cloud:
    rng = np.random.default_rng(14)
    X = rng.uniform(-0.5, 2.0, size=(SAMPLES, 1))
    t = 1.5 * X[:, 0] + 0.5 + rng.normal(scale=0.8, size=SAMPLES)
    table = np.column_stack([X[:, 0], np.ones(SAMPLES)])
    best = np.asarray(np.linalg.lstsq(table, t, rcond=None)[0], dtype=np.float64)
    return Cloud(X, t, best, float(np.mean((table @ best - t) ** 2)))


def _scene(data: Cloud) -> Scene:
    def paint(axes: Axes, theme: Theme) -> None:
        a, b = np.meshgrid(np.linspace(-2, 4, 121), np.linspace(-2, 5, 121))
        height = np.array([data.cost(line) for line in np.stack([a.ravel(), b.ravel()], axis=1)])
        levels = data.least * np.array([1.01, 1.1, 1.5, 2.5, 5, 10, 20])
        axes.contour(
            a,
            b,
            height.reshape(a.shape),
            levels=levels,
            colors=[theme.ink],
            linewidths=0.8 * POINTS,
            alpha=0.5,
        )

    path = Panel("a", "b", (-2, 4), (-2, 5), "path over the cost of all points", paint=paint)
    over = Panel(
        "epoch", "cost over the lowest", (0, EPOCHS), (LOW, HIGH), "after each epoch", ylog=True
    )
    return Scene("Fitting a line on batches.", (path, over), height=380)


def _train(
    batches: Student, walker: Optimizer, data: Cloud, values: Values
) -> tuple[Floats, list[int]]:
    """The lines (steps + 1, 2) on the way, and which of them stand at the ends of epochs."""
    rng = np.random.default_rng(5 + values["shuffle"])
    step = walker.make(values["lr"])
    params = {"a": np.array([START[0]]), "b": np.array([START[1]])}
    lines, marks = [np.array(START)], [0]
    for epoch in range(1, min(values["epoch"], EPOCHS) + 1):
        for X, t in _pairs(batches, data, int(values["size"]), rng):
            miss = X[:, 0] * params["a"] + params["b"] - t
            grads = {"a": np.array([2 * np.mean(miss * X[:, 0])]), "b": np.array([2 * miss.mean()])}
            walker.move(step, params, grads, f" in epoch {epoch}")
            lines.append(np.array([params["a"][0], params["b"][0]]))
            if not np.abs(lines[-1]).max() < FAR:
                return np.array(lines), marks
        marks.append(len(lines) - 1)
    return np.array(lines), marks


def _pairs(
    batches: Student, data: Cloud, size: int, rng: np.random.Generator
) -> list[tuple[Floats, Floats]]:
    """The batches of one epoch, their shapes checked."""
    answer = batches(data.X.copy(), data.t.copy(), size, rng)
    try:
        found = list(islice(cast(Iterable[Any], answer), 2 * SAMPLES))
    except NotImplementedError as error:
        words = f"{batches.name} is not written yet: the picture comes alive once it is."
        raise Trouble(words) from error
    except Exception as error:
        raise Trouble(f"{batches.name} raised {type(error).__name__}: {error}") from error
    pairs = []
    for batch in found:
        if not isinstance(batch, (tuple, list)) or len(batch) != 2:
            raise Trouble(f"{batches.name} should give pairs (X_batch, t_batch).")
        rows = len(batch[1]) if np.ndim(batch[1]) else 0
        if rows == 0:
            raise Trouble(f"{batches.name} gave a batch without samples.")
        X, t = (batches.numbers(p, s) for p, s in zip(batch, ((rows, 1), (rows,)), strict=True))
        pairs.append((X, t))
    return pairs


def _ends(data: Cloud) -> tuple[Layer, ...]:
    return (
        Points(np.array([START]), "ink", "square", 10),
        Points(data.best[None], "green", "star", 18),
    )


def _excess(data: Cloud, line: Floats) -> float:
    return data.cost(line) / data.least - 1


def _frame(data: Cloud, lines: Floats, marks: list[int], values: Values, within: int) -> Frame:
    excess = np.array([_excess(data, lines[mark]) for mark in marks])
    over = np.column_stack([np.arange(len(marks)), np.clip(excess, LOW, HIGH)])
    goal_line = np.array([[0.0, 0.01], [float(EPOCHS), 0.01]])
    layers: tuple[Layer, ...] = (
        Line(np.clip(lines, -1e4, 1e4), "blue", "solid", 1.2, 0.7),
        Points(np.clip(lines[marks], -1e4, 1e4), "blue", "circle", 8),
        *_ends(data),
        Line(goal_line, "green", "dashed", 1.5, panel=1),
        Line(over, "blue", "solid", 2.0, panel=1),
        Points(over, "blue", "circle", 8, panel=1),
    )
    steps = len(lines) - 1
    caption = (
        f"batches of {values['size']}, learning rate {values['lr']:g}: {steps} steps in "
        f"{values['epoch']} epochs, cost {excess[-1]:.1%} above the lowest."
    )
    return Frame(layers, caption, _goal(excess, within))


def _goal(excess: Floats, within: int) -> Goal:
    wish = f"Goal: within 1 % of the lowest cost after at most {within} epochs."
    best = float(excess[: within + 1].min())
    if best < 0.01:
        epoch = int(np.argmax(excess < 0.01))
        return Goal(f"{wish} Done, after epoch {epoch}.", 1.0)
    return Goal(f"{wish} So far {best:.1%}.", min(0.01 / best, 0.95))
