"""Pictures of unit 08: digits, what a net says of them, how it learned, where it errs.

Images are rows of 64 numbers, probabilities `P` are (N, 10), labels `t` are (N,).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike, NDArray

Axs = NDArray[Any]
COLUMNS = 10
MARKS = "os^vDPX*<>"  # a mark for each class beside its colour: colours alone tell too little
CLOSE = 0.5  # darker than this share of the largest number, its text is white


def digits(images: ArrayLike, titles: Sequence[object]) -> Axs:
    """Square images in rows of ten, each with a title.

    Args:
        images: (n, side * side) one image a row.
        titles: n of them, such as the labels.

    Returns:
        (n,) the axes.

    Raises:
        ValueError: the images are not square, or there are not as many titles.
    """
    rows = np.atleast_2d(np.asarray(images, dtype=np.float64))
    side = round(float(np.sqrt(rows.shape[1])))
    if side**2 != rows.shape[1] or len(titles) != len(rows):
        raise ValueError(f"{len(rows)} images of {rows.shape[1]} pixels and {len(titles)} titles.")
    lines = -(-len(rows) // COLUMNS)
    columns = min(COLUMNS, len(rows))
    size = (max(1.05 * columns, 3.0), 1.35 * lines)
    _, grid = plt.subplots(lines, columns, figsize=size, squeeze=False, layout="constrained")
    for panel in grid.flat:
        panel.axis("off")
    axes = grid.ravel()[: len(rows)]
    for panel, row, title in zip(axes, rows, titles, strict=True):
        panel.imshow(row.reshape(side, side), cmap="Greys")
        panel.set_title(str(title), fontsize=11)
    return np.asarray(axes)


def answer(image: ArrayLike, probabilities: ArrayLike) -> Axs:
    """An image beside the probabilities that a net gives to its ten classes.

    Args:
        image: (side * side,); probabilities: (classes,).

    Returns:
        (2,) the axes.
    """
    said = np.asarray(probabilities, dtype=np.float64)
    pixels = np.asarray(image, dtype=np.float64)
    side = round(float(np.sqrt(pixels.size)))
    _, axes = plt.subplots(1, 2, figsize=(7.2, 2.6), width_ratios=(1, 2.2), layout="constrained")
    axes[0].imshow(pixels.reshape(side, side), cmap="Greys")
    axes[0].axis("off")
    colours = ["C1" if k == said.argmax() else "C0" for k in range(said.size)]
    axes[1].bar(range(said.size), said, color=colours)
    axes[1].set(xlabel="class", ylabel="probability", ylim=(0, 1), xticks=range(said.size))
    return np.asarray(axes)


def learning_curves(histories: Mapping[str, Mapping[str, Sequence[float]]]) -> Axs:
    """Loss and accuracy over the epochs, one line a training.

    Args:
        histories: legend entry -> {"loss": [...], "accuracy": [...]}, one value an epoch.

    Returns:
        (2,) the axes.
    """
    _, axes = plt.subplots(1, 2, figsize=(10, 3.4), layout="constrained")
    for name, history in histories.items():
        for panel, part in zip(axes, ("loss", "accuracy"), strict=True):
            values = np.asarray(history[part], dtype=np.float64)
            panel.plot(np.arange(1, len(values) + 1), values, label=name)
            panel.set(xlabel="epoch", ylabel=part)
            panel.xaxis.get_major_locator().set_params(integer=True)
    axes[0].set_yscale("log")
    axes[0].legend()
    return np.asarray(axes)


def confusion(P: ArrayLike, t: ArrayLike) -> Axes:
    """How often each digit (row) was taken for each (column); the diagonal is right.

    Args:
        P: (N, K) probabilities; t: (N,) labels.
    """
    said, labels = np.asarray(P), np.asarray(t)
    kinds = said.shape[1]
    counts = np.zeros((kinds, kinds), dtype=np.int64)
    np.add.at(counts, (labels, said.argmax(axis=1)), 1)
    ax: Axes = plt.subplots(figsize=(5.6, 5.0), layout="constrained")[1]
    shade = np.sqrt(counts / max(1, counts.max()))  # so that single errors can be seen
    ax.imshow(shade, cmap="Blues", vmin=0, vmax=1)
    for row, column in np.argwhere(counts):
        colour = "white" if shade[row, column] > CLOSE else "black"
        text = str(counts[row, column])
        ax.text(column, row, text, ha="center", va="center", color=colour, fontsize=10)
    ax.set(xlabel="read as", ylabel="is", xticks=range(kinds), yticks=range(kinds))
    ax.grid(False)
    return ax


def errors(images: ArrayLike, P: ArrayLike, t: ArrayLike, most: int = 10) -> Axs:
    """The images that are read wrongly, the surest errors first.

    Args:
        images: (N, side * side); P: (N, K) probabilities; t: (N,) labels.
        most: how many to show.

    Returns:
        The axes, one an image, each titled "8 as 1, 0.93": the label, what was read, how surely.
        Without any error one empty axes that says so.
    """
    said, labels = np.asarray(P, dtype=np.float64), np.asarray(t)
    read, sure = said.argmax(axis=1), said.max(axis=1)
    wrong = np.flatnonzero(read != labels)
    wrong = wrong[np.argsort(-sure[wrong], kind="stable")][:most]
    if not wrong.size:
        ax = plt.subplots(figsize=(4, 1))[1]
        ax.axis("off")
        ax.text(0, 0.5, "no image is read wrongly")
        return np.array([ax], dtype=object)
    titles = [f"{labels[i]} as {read[i]}\n{sure[i]:.2f}" for i in wrong]
    return digits(np.asarray(images)[wrong], titles)


def principal(X: ArrayLike, t: ArrayLike) -> Axes:
    """All samples in the plane of their two principal components, a mark and colour a class.

    The components are the first right singular vectors of the centred data: no other plane keeps
    more of the samples' variance.

    Args:
        X: (N, d) samples; t: (N,) labels 0 to 9.
    """
    rows, labels = np.asarray(X, dtype=np.float64), np.asarray(t)
    centred = rows - rows.mean(axis=0)
    directions = np.linalg.svd(centred, full_matrices=False)[2]
    flat = centred @ directions[:2].T
    ax: Axes = plt.subplots(figsize=(7.2, 5.2), layout="constrained")[1]
    colours = plt.get_cmap("tab10")
    for kind in np.unique(labels):
        mine = flat[labels == kind]
        mark = MARKS[int(kind) % len(MARKS)]
        ax.scatter(
            mine[:, 0],
            mine[:, 1],
            s=14,
            marker=mark,
            color=colours(int(kind) % 10),
            label=str(kind),
        )
    ax.set(xlabel="first component", ylabel="second component")
    ax.legend(title="digit", markerscale=1.8, ncols=2, loc="center left", bbox_to_anchor=(1, 0.5))
    return ax


def one_feature(p: ArrayLike, t: ArrayLike) -> Axs:
    """Points with three coordinates: two of them in the plane, and the length of all three.

    Args:
        p: (n, 3) points; t: (n,) their classes, 0 or 1.

    Returns:
        (2,) the axes.
    """
    points, classes = np.asarray(p, dtype=np.float64), np.asarray(t)
    length = np.sqrt((points**2).sum(axis=1))
    bins = np.linspace(0, float(length.max()), 30)
    _, axes = plt.subplots(1, 2, figsize=(9, 3.6), layout="constrained")
    for kind, (mark, colour, hatch) in enumerate([("o", "C1", "//"), ("s", "C0", "")]):
        mine = classes == kind
        axes[0].scatter(*points[mine, :2].T, s=16, marker=mark, color=colour)
        axes[1].hist(
            length[mine], bins, color=colour, hatch=hatch, alpha=0.7, label=f"class {kind}"
        )
    axes[0].set(xlabel="$p_1$", ylabel="$p_2$", aspect="equal")
    axes[1].set(xlabel="$p$, the length of $(p_1, p_2, p_3)$", ylabel="points")
    axes[1].legend()
    return np.asarray(axes)
