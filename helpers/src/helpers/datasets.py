"""The course's data: small sets that are written down here or drawn from a generator.

`load_*` gives data that exists, `make_*` draws it (from `rng` where chance is involved). All
return plain arrays: `X` one sample a row, `t` its targets. Where they come from: data/SOURCES.md.
"""

from __future__ import annotations

import json
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from helpers.digits import load_digits as load_digits
from helpers.digits import load_mnist as load_mnist

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

TRUTH_TABLES = {
    "and": (0, 0, 0, 1),
    "nand": (1, 1, 1, 0),
    "or": (0, 1, 1, 1),
    "nor": (1, 0, 0, 0),
    "xor": (0, 1, 1, 0),
}

# Targets of ten points at x = 0, 1/9, ..., 1: Bishop's curve-fitting set (data/SOURCES.md).
CURVE_TARGETS = (
    0.349486, 0.830839, 1.007332, 0.971507, 0.133066,
    0.166823, -0.848307, -0.445686, -0.563567, 0.261502,
)  # fmt: skip

LETTER_SIDE = 20  # the Mark I looked through 20 x 20 photocells

# A sitting cat in hundredths, anticlockwise from the front paw.
CAT = (
    (-56, -100), (40, -100), (82, -98), (102, -72), (104, -36), (93, -10), (94, 6), (80, 6),
    (76, -16), (88, -40), (86, -66), (70, -82), (48, -80), (46, -50), (34, -18), (12, 12),
    (-10, 28), (-12, 52), (-16, 90), (-36, 68), (-52, 68), (-74, 88), (-72, 52), (-82, 36),
    (-78, 22), (-62, 12), (-44, 6), (-48, -18), (-38, -55), (-38, -84), (-58, -90),
)  # fmt: skip


def load_truth_table(name: str) -> tuple[Floats, Ints]:
    """The truth table of a logic gate, as training data.

    Args:
        name: "and", "nand", "or", "nor" or "xor".

    Returns:
        X: (4, 2) float, the inputs in the order 00, 01, 10, 11.
        t: (4,) int, what the gate answers, 0 or 1.

    Raises:
        ValueError: there is no table of that name.
    """
    if name not in TRUTH_TABLES:
        raise ValueError(f"no truth table {name!r}; there are {', '.join(TRUTH_TABLES)}")
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float64)
    return X, np.array(TRUTH_TABLES[name], dtype=np.int64)


def make_lecture_points() -> tuple[Floats, Ints]:
    """Five points on which the perceptron takes the lecture's three steps.

    The lecture prints two of them, (2, 2) and (4, 0), and the weights they lead to:
    (-12, 2, 3), (-11, 4, 5), (-12, 0, 5), (-11, 2, 7). The other three are chosen to fit.

    Returns:
        X: (5, 3) float, rows (1, x1, x2).
        t: (5,) int, 0 or 1.
    """
    points = [(2, 2), (3, 3), (0, 1), (4, 0), (1, 0)]
    X = np.array([(1, x1, x2) for x1, x2 in points], dtype=np.float64)
    return X, np.array([1, 1, 0, 0, 0], dtype=np.int64)


def make_clouds(rng: np.random.Generator, n: int = 30) -> tuple[Floats, Ints]:
    """Four clouds of points around the corners of the unit square, labelled like XOR.

    Args:
        rng: where the points are drawn.
        n: how many points in each cloud.

    Returns:
        X: (4 n, 2) float, each point within 0.2 of its corner.
        t: (4 n,) int, 1 around (0, 1) and (1, 0), else 0.
    """
    corners, classes = load_truth_table("xor")
    angle = rng.uniform(0, 2 * np.pi, size=4 * n)
    distance = 0.2 * np.sqrt(rng.uniform(size=4 * n))
    around = distance[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return np.repeat(corners, n, axis=0) + around, np.repeat(classes, n)


def make_letters(rng: np.random.Generator, n: int = 100) -> tuple[Floats, Ints]:
    """Noisy letters T and C, 20 by 20 pixels, each a little out of place.

    Args:
        rng: where place and noise are drawn.
        n: how many pictures, half of them T (one more C if n is odd).

    Returns:
        X: (n, 400) float, one picture a row, each pixel 0 or 1; `X[i].reshape(20, 20)` shows it.
        t: (n,) int, 1 for a T, 0 for a C, in mixed order.
    """
    t = rng.permutation(np.arange(n) % 2)
    pictures = np.zeros((n, LETTER_SIDE, LETTER_SIDE))
    for picture, is_t in zip(pictures, t, strict=True):
        top, left = rng.integers(1, 8, size=2)
        picture[top : top + 3, left : left + 12] = 1  # the bar that both letters have
        if is_t:
            picture[top : top + 12, left + 5 : left + 8] = 1
        else:
            picture[top : top + 12, left : left + 3] = 1
            picture[top + 9 : top + 12, left : left + 12] = 1
    flipped = rng.random(pictures.shape) < 0.05
    X = np.where(flipped, 1 - pictures, pictures).reshape(n, -1)
    return X, t.astype(np.int64)


def load_cat(between: int = 4) -> Floats:
    """The outline of a sitting cat, closed: a shape whose left and right, up and down differ.

    Args:
        between: pieces into which each of the 31 arcs of the outline is cut.

    Returns:
        (31 * between + 1, 2) float, points (x1, x2) between about -1 and 1, the first one again
        at the end. A Catmull-Rom curve runs through the corners written down above.
    """
    here = np.array(CAT) / 100
    before, after, second = (np.roll(here, -shift, axis=0) for shift in (-1, 1, 2))
    u = np.linspace(0, 1, between, endpoint=False)[:, None, None]
    cubic = 3 * here - before - 3 * after + second
    square = 2 * before - 5 * here + 4 * after - second
    arcs = here + u * (after - before + u * (square + u * cubic)) / 2
    outline = arcs.swapaxes(0, 1).reshape(-1, 2)
    return np.vstack([outline, outline[:1]])


def make_rings(rng: np.random.Generator, n: int = 40) -> tuple[Floats, Ints]:
    """A disc of one class inside a ring of the other: no line and no two lines part them.

    Args:
        rng: where the points are drawn.
        n: how many points in each class.

    Returns:
        X: (2 n, 2) float, at most 0.7 from the origin or between 1.1 and 1.6.
        t: (2 n,) int, 1 in the disc, 0 in the ring.
    """
    inside, outside = 0.7 * np.sqrt(rng.uniform(size=n)), rng.uniform(1.1, 1.6, size=n)
    distance, angle = np.concatenate([inside, outside]), rng.uniform(0, 2 * np.pi, size=2 * n)
    X = distance[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return X, np.repeat(np.array([1, 0], dtype=np.int64), n)


def make_spiral(rng: np.random.Generator, n: int = 60) -> tuple[Floats, Ints]:
    """Two arms of a spiral, one for each class, a little blurred.

    Args:
        rng: where the blur is drawn.
        n: how many points on each arm.

    Returns:
        X: (2 n, 2) float, within about 2.3 of the origin, each arm from the middle outwards.
        t: (2 n,) int, 0 on the first arm, 1 on the second.
    """
    along = np.tile(np.linspace(0.25, 1, n), 2)
    t = np.repeat(np.array([0, 1], dtype=np.int64), n)
    angle = 2.4 * np.pi * along + np.pi * t
    arms = 2 * along[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return arms + rng.normal(0, 0.08, size=arms.shape), t


def load_curve() -> tuple[Floats, Floats]:
    """Ten noisy points of sin(2 pi x), those behind the lecture's table of coefficients.

    Returns:
        x: (10,) float, 0, 1/9, ..., 1, exactly so (the public file has them to six digits).
        t: (10,) float, to six digits.
    """
    return np.arange(10) / 9, np.array(CURVE_TARGETS)


def make_curve(rng: np.random.Generator, n: int = 40) -> tuple[Floats, Floats]:
    """New points of the same kind: sin(2 pi x) and noise of standard deviation 0.3.

    Args:
        rng: where places and noise are drawn.
        n: how many points.

    Returns:
        x: (n,) float between 0 and 1, in rising order.
        t: (n,) float.
    """
    x = np.sort(rng.uniform(size=n))
    return x, np.sin(2 * np.pi * x) + rng.normal(0, 0.3, size=n)


def load_six_nets() -> tuple[Floats, dict[str, Ints]]:
    """Histograms of the activations in six nets, A to F: what was drawn is for you to find out.

    Each net has five layers of 100 units and saw 500 normal samples.

    Returns:
        edges: (46,) float, of the bins; what lies outside is counted in the first or last one.
        counts: letter -> (5, 45) int, how many of a layer's 50 000 activations lie in each bin.
    """
    text = files("helpers").joinpath("data", "six-nets.json").read_text(encoding="utf-8")
    counts = {name: np.array(rows, dtype=np.int64) for name, rows in json.loads(text).items()}
    return np.linspace(-1.25, 3.25, 46), counts
