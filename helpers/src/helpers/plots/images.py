"""Rows of numbers shown as pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from numpy.typing import ArrayLike, NDArray


def pixels(
    pictures: ArrayLike, titles: Sequence[str], side: int = 20, signed: bool = False
) -> NDArray[Any]:
    """Square pictures side by side.

    Args:
        pictures: (n, side * side) one picture a row.
        titles: n words, one above each picture.
        side: pixels along an edge.
        signed: numbers below zero blue, above zero red, zero white (for weights, with a colour
            bar); otherwise white to black.

    Returns:
        (n,) the axes.
    """
    rows = np.atleast_2d(np.asarray(pictures, dtype=np.float64))
    edge = 2.2 if len(rows) > 1 else 3.4  # inches
    size = (edge * len(rows) + signed, edge + 0.4)
    figure, axes = plt.subplots(1, len(rows), figsize=size, squeeze=False, layout="constrained")
    reach = float(np.abs(rows).max()) or 1.0
    colours, lowest = ("RdBu_r", -reach) if signed else ("Greys", 0.0)
    for panel, row, title in zip(axes[0], rows, titles, strict=True):
        image = panel.imshow(row.reshape(side, side), cmap=colours, vmin=lowest, vmax=reach)
        panel.set(title=title, xlabel="column", ylabel="row")
        panel.set(xticks=[0, side - 1], yticks=[0, side - 1])
        panel.label_outer()
        panel.grid(False)
        if signed:
            figure.colorbar(image, ax=panel, label="weight")
    return np.asarray(axes[0])
