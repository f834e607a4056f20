"""The decision line of a perceptron and its verdicts as layers, for the demos of unit 01."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from helpers.sliders.layers import Arrows, Dash, Layer, Line, Points, Text


def line_and_arrow(
    w: NDArray[np.float64],
    middle: NDArray[np.float64],
    arrow_length: float,
    color: str = "ink",
    dash: Dash = "dashed",
) -> list[Layer]:
    """The line where b + w1 x1 + w2 x2 = 0, and an arrow along (w1, w2) to its positive side.

    Args:
        w: (3,), b, w1, w2. With w1 = w2 = 0 there is no line.
        middle: (2,), the arrow starts at the point of the line nearest to it.
    """
    b, normal = w[0], w[1:]
    length = float(np.hypot(*normal))
    if not length:
        return []
    along = np.array([-normal[1], normal[0]]) / length
    foot = middle - normal * (normal @ middle + b) / length**2
    reach = 1e3 * arrow_length
    ends = np.array([foot - reach * along, foot + reach * along])
    arrow = np.concatenate([foot, foot + arrow_length * normal / length])
    return [Line(ends, color, dash), Arrows(arrow[None], color)]


def verdicts(
    places: NDArray[np.float64], answers: Sequence[int], right: NDArray[np.bool_]
) -> tuple[Layer, ...]:
    """Beside each place (n, 2) what is answered there, with a tick or a cross."""
    words = [f"{a} \u2713" if ok else f"{a} \u2717" for a, ok in zip(answers, right, strict=True)]
    every = np.array(words)
    return (
        Text(places[right], tuple(every[right]), "ink", 14, (16, -16)),
        Text(places[~right], tuple(every[~right]), "red", 14, (16, -16)),
    )


def samples(places: NDArray[np.float64], targets: NDArray[np.float64]) -> tuple[Layer, ...]:
    """Circles where the target is 0, squares where it is 1; places (n, 2), targets (n,)."""
    return (
        Points(places[targets == 0], "orange", "circle", 18),
        Points(places[targets == 1], "blue", "square", 18),
    )
