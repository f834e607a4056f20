"""A drawing's strokes as the small grey image that a network of the digits reads.

As the digits of scikit-learn were made: a bitmap four times as fine, the ink filling its height,
then counted in blocks of 4x4, which gives 0..16. Their ink covers about 30 % whatever the digit,
so a pen is chosen that gives the same (E. Alpaydin, C. Kaynak, "Optical Recognition of
Handwritten Digits", UCI, 1998).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

BLOCK = 4
COVERED = 0.30  # of the bitmap, in each digit of the data
PEN = (0.045, 0.13)  # thinnest and thickest pen, as a radius relative to the bitmap's side
LEAST = 0.15  # drawings smaller than this part of the pad are not blown up any further
Strokes = Sequence[Sequence[float]]
Floats = NDArray[np.float64]


def reduce(strokes: Strokes, size: int = 8) -> Floats:
    """The image of a drawing: (size * size,) values 0..16, row by row, the top left first.

    Args:
        strokes: for each the pen's positions x0, y0, x1, y1, ... on a pad of side 1, y downwards.
        size: rows and columns of the image.
    """
    if not strokes:
        return np.zeros(size * size)
    side = BLOCK * size
    ends = segments(strokes)
    radius = 0.08 * side
    for _ in range(2):  # how far the ink may reach depends on the pen, and the pen on the ink
        distance = distances(fitted(ends, side, radius), side)
        radius = float(np.clip(np.quantile(distance, COVERED), PEN[0] * side, PEN[1] * side))
    bitmap = distance <= radius
    return np.asarray(bitmap.reshape(size, BLOCK, size, BLOCK).sum(axis=(1, 3)), float).ravel()


def segments(strokes: Strokes) -> Floats:
    """Every straight piece of the strokes, rows (x0, y0, x1, y1); a dot ends where it begins."""
    pieces = []
    for stroke in strokes:
        points = np.reshape(np.asarray(stroke, float), (-1, 2))
        points = points if len(points) > 1 else np.repeat(points, 2, axis=0)
        pieces.append(np.hstack([points[:-1], points[1:]]))
    return np.vstack(pieces)


def fitted(ends: Floats, side: int, radius: float) -> Floats:
    """The pieces moved and scaled so that a pen of this radius fills the bitmap's height."""
    points = ends.reshape(-1, 2)
    low, high = points.min(axis=0), points.max(axis=0)
    scale = (side - 2 * radius) / max(*(high - low), LEAST)
    shifted = (points - (low + high) / 2) * scale + side / 2
    return np.asarray(shifted.reshape(-1, 4))


def distances(ends: Floats, side: int) -> Floats:
    """How far each pixel of the bitmap, (side, side), lies from the nearest piece."""
    centre = np.arange(side) + 0.5
    pixels = np.stack(np.meshgrid(centre, centre), axis=-1).reshape(-1, 1, 2)
    start, along = ends[:, :2], ends[:, 2:] - ends[:, :2]
    squared = np.maximum((along**2).sum(axis=1), 1e-12)
    part = np.clip(((pixels - start) * along).sum(axis=-1) / squared, 0, 1)
    apart = pixels - (start + part[..., None] * along)
    return np.asarray(np.sqrt((apart**2).sum(axis=-1).min(axis=1)).reshape(side, side))
