"""Demo of unit 06: how large weights begin, and what becomes of signal and gradient on the way.

Left a histogram for each layer, of what leaves it; right one for each layer, of the gradient that
each sample sends to its weights. Both come from the student's two functions: the first is watched
through the activation that it is handed, the second is asked for one sample after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpers.sliders.controls import Choice, Control, Slider
from helpers.sliders.demo import Demo, Plan, Values
from helpers.sliders.layers import Frame, Goal, Image, Layer, Line, Points
from helpers.sliders.scene import Panel, Scene
from helpers.sliders.student import Student

Floats = NDArray[np.float64]
Function = Callable[[Floats], Floats]
SAMPLES, WIDTH, DEEPEST, ALONE = 160, 48, 10, 24  # ALONE: samples whose gradients are asked for
LEFT, RIGHT = (-1.3, 3.0), (-14.0, 10.0)  # activations; powers of ten
EDGES = np.linspace(*LEFT, 61), np.linspace(*RIGHT, 61)
BY_SCALE = "by the slider"
FORWARD, BACKWARD = 3.0, 30.0  # the goal: how far layers may be apart


@dataclass(frozen=True)
class Activation:
    """An activation and its slope at z."""

    value: Function
    slope: Function


def _gate(z: Floats) -> Floats:
    return 0.5 + 0.5 * np.tanh(z / 2)


ACTIVATIONS: Mapping[str, Activation] = {
    "tanh": Activation(np.tanh, lambda z: np.asarray(np.cosh(np.clip(z, -300, 300)) ** -2.0)),
    "sigmoid": Activation(_gate, lambda z: np.asarray(0.25 - (_gate(z) - 0.5) ** 2)),
    "relu": Activation(lambda z: np.maximum(z, 0.0), lambda z: np.where(z > 0, 1.0, 0.0)),
}


class Watched:
    """An activation that remembers what it gave whole layers, the way a student calls it."""

    def __init__(self, function: Function) -> None:
        self.function = function
        self.__name__ = getattr(function, "__name__", "activation")
        self.seen: list[Floats] = []

    def __call__(self, z: Any) -> Any:
        """The activation itself."""
        answer = self.function(np.asarray(z, dtype=np.float64))
        if np.shape(answer) == (SAMPLES, WIDTH):
            self.seen.append(np.array(answer))
        return answer


@dataclass(frozen=True)
class Signals:
    """What the student's functions say of one net.

    Args:
        stats: (L, 2) mean and std of each layer; layers: their entries, if they were seen.
        norms: (L,) of all samples together; alone: (ALONE, L) of single ones.
    """

    stats: Floats
    layers: tuple[Floats, ...]
    norms: Floats
    alone: Floats


def signal(
    activation_stats: object,
    gradient_norms: object,
    normal_init: object,
    xavier_init: object,
    he_init: object,
    depth: int = DEEPEST,
) -> Demo:
    """Sliders for scale and depth, choices of activation and start; histograms for each layer.

    Args:
        activation_stats: (X, weights, activation) -> (L, 2), mean and std of each layer.
        gradient_norms: (X, weights, activation, d_activation) -> (L,).
        normal_init: (n_in, n_out, std, rng) -> weights, for the slider's std.
        xavier_init, he_init: (n_in, n_out, rng) -> weights.
        depth: where its slider begins, 2 to 10.

    Raises:
        ValueError: another depth.
    """
    if not 2 <= depth <= DEEPEST:
        raise ValueError(f"depth is {depth!r}; expected a number from 2 to {DEEPEST}.")
    stats, norms = Student(activation_stats), Student(gradient_norms)
    starts = dict(
        zip(
            (BY_SCALE, "Xavier", "He"),
            map(Student, (normal_init, xavier_init, he_init)),
            strict=True,
        )
    )
    controls: list[Control] = [
        Choice("activation", "Activation", tuple(ACTIVATIONS), "tanh"),
        Choice("start", "Weights", tuple(starts), BY_SCALE),
        Slider("exponent", "log10 of std", -2.5, 0, 0.05, -2),
        Slider("depth", "layers", 2, DEEPEST, 1, depth),
    ]

    def live(values: Values) -> Frame:
        weights = _weights(starts[values["start"]], values)
        return _frame(_ask(stats, norms, weights, ACTIVATIONS[values["activation"]]), values)

    return Demo(Plan(_scene(), controls, live, _rest, [stats, norms, *starts.values()]))


def _scene() -> Scene:
    up = (0.5, DEEPEST + 1.2)
    left = Panel("activation", "layer, the input below", LEFT, up, "forward: the signal")
    right = Panel("log10 of a sample's gradient norm", "layer", RIGHT, up, "backward: the gradient")
    return Scene("Signal and gradient in a deep net, layer by layer.", (left, right), height=430)


def _rest(values: Values) -> Frame:
    """What needs no student."""
    by_scale = values["start"] == BY_SCALE
    scale = f"std {10.0 ** values['exponent']:.3g}" if by_scale else values["start"]
    words = f"{values['depth']:g} layers of {WIDTH} units, {values['activation']}, {scale}."
    return Frame(caption=words)


def _weights(start: Student, values: Values) -> list[Floats]:
    """The student's weights for every layer, drawn anew at each redraw from one seed."""
    rng = np.random.default_rng(6)
    std = () if values["start"] != BY_SCALE else (float(10.0 ** values["exponent"]),)
    shape = (WIDTH, WIDTH)
    return [
        start.numbers(start(*shape, *std, rng), shape, f" for layer {layer + 1}")
        for layer in range(int(values["depth"]))
    ]


def _ask(stats: Student, norms: Student, weights: Sequence[Floats], by: Activation) -> Signals:
    """The student's numbers, and what was seen on the way."""
    X = np.random.default_rng(7).normal(size=(SAMPLES, WIDTH))
    watched, count = Watched(by.value), len(weights)
    table = stats.numbers(stats(X.copy(), list(weights), watched), (count, 2))
    layers = tuple(watched.seen) if len(watched.seen) == count else ()

    def norm(rows: Floats) -> Floats:
        answer = norms(rows, list(weights), by.value, by.slope)
        return norms.numbers(answer, (count,))

    alone = np.array([norm(X[i : i + 1].copy()) for i in range(ALONE)])
    return Signals(table, layers, norm(X.copy()), alone)


def _frame(seen: Signals, values: Values) -> Frame:
    count = len(seen.stats)
    levels = np.arange(1, count + 1)
    layers: list[Layer] = []
    if seen.layers:
        layers += _ridges([entries.ravel() for entries in seen.layers], 0, "blue")
    powers = np.log10(np.maximum(np.abs(seen.alone), 1e-300))
    layers += _ridges(list(powers.T), 1, "orange")
    mean, std = seen.stats.T
    for level, low, high in zip(levels, mean - std, mean + std, strict=True):
        layers.append(Line(np.array([[low, level], [high, level]]), "red", width=3))
    layers.append(Points(np.column_stack([mean, levels]), "red", "diamond", 8))
    middle = np.clip(np.median(powers, axis=0), *RIGHT)
    layers.append(Points(np.column_stack([middle, levels]), "red", "diamond", 8, panel=1))
    caption = (
        f"{_rest(values).caption} Std of layer 1: {std[0]:.2g}, of layer {count}: {std[-1]:.2g}. "
        f"Gradient norm of layer 1: {seen.norms[0]:.1e}, of layer {count}: {seen.norms[-1]:.1e}."
    )
    return Frame(tuple(layers), caption, _goal(std, seen.norms))


def _ridges(samples: Sequence[Floats], panel: int, color: str) -> list[Layer]:
    """A histogram above the line of each layer: its outline, and its weight as shading.

    What lies outside the panel is counted in its first or last bin.
    """
    edges = EDGES[panel]
    width = edges[1] - edges[0]
    rows = np.zeros((len(samples), len(edges) - 1))
    for row, entries in enumerate(samples):
        inside = np.clip(entries, edges[0] + width / 2, edges[-1] - width / 2)
        rows[row] = np.histogram(inside, edges)[0]
    heights = 0.85 * (rows / rows.max(axis=1, keepdims=True)) ** 0.5  # a spike hides nothing else
    lines = []
    for level, height in enumerate(heights, start=1):
        steps = np.column_stack([np.repeat(edges, 2)[1:-1], level + np.repeat(height, 2)])
        lines += [steps, np.full((1, 2), np.nan)]
    extent = (float(edges[0]), float(edges[-1]), 1.0, len(samples) + 1.0)
    shade = Image(heights, extent, color, 0.35, smooth=False, panel=panel)
    return [shade, Line(np.concatenate(lines), color, width=1.4, panel=panel)]


def _goal(std: Floats, norms: Floats) -> Goal:
    """Alive: no layer's signal and no layer's gradient is far from any other's."""
    if len(std) < DEEPEST:
        return Goal(f"Keep {DEEPEST} layers alive: set the number of layers to {DEEPEST}.", 0.0)
    apart = [_apart(std), _apart(norms)]
    words = f"Largest over smallest: {apart[0]:.3g} for the signal, {apart[1]:.3g} for the gradient"
    if apart[0] <= FORWARD and apart[1] <= BACKWARD:
        return Goal(f"{words}: {DEEPEST} layers, all alive.", 1.0)
    limits = f"Bring them to {FORWARD:g} and {BACKWARD:g} at most."
    steps = np.log([max(a / b, 1.0) for a, b in zip(apart, (FORWARD, BACKWARD), strict=True)])
    return Goal(f"{words}. {limits}", float(np.clip(0.99 - steps.sum() / 30, 0.0, 0.99)))


def _apart(sizes: Floats) -> float:
    """The largest size over the smallest; 1e99 where one is 0."""
    small, large = float(np.abs(sizes).min()), float(np.abs(sizes).max())
    return large / small if small > large * 1e-99 else 1e99
