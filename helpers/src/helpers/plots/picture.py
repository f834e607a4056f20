"""A finished figure as output of a notebook cell, with its alt text."""

from __future__ import annotations

import base64
import html
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray


@dataclass(frozen=True)
class Picture:
    """A figure as PNG, with the words for those who cannot see it."""

    png: bytes
    alt: str

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        data = base64.b64encode(self.png).decode("ascii")
        image = f'<img alt="{html.escape(self.alt)}" src="data:image/png;base64,{data}">'
        formats = {"text/html": image, "image/png": data, "text/plain": self.alt}
        return formats, {"image/png": {"alt": self.alt}}


def show(ax: Axes | Sequence[Axes] | NDArray[Any], alt: str) -> Picture:
    """The figure that `ax` belongs to, to stand as the last expression of a cell.

    Args:
        ax: what a plot function returned: one axes, or several of one figure.
        alt: what there is to see, in one or two sentences.

    Returns:
        The picture. The figure itself is closed, so it is not shown a second time.

    Raises:
        ValueError: alt is empty, or the axes have been taken off their figure.
    """
    first = ax if isinstance(ax, Axes) else np.ravel(np.asarray(ax, dtype=object))[0]
    figure = first.get_figure(root=True)
    if figure is None:
        raise ValueError("these axes belong to no figure any more: draw them again")
    if not alt.strip():
        raise ValueError("a picture needs alt text: say what there is to see")
    stream = io.BytesIO()
    figure.savefig(stream, format="png", bbox_inches="tight", metadata={"Description": alt})
    plt.close(figure)
    return Picture(stream.getvalue(), alt)
