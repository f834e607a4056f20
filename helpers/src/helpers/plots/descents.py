"""How a loss falls while gradients lead the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike, NDArray

Gradients = Callable[[Any, Any, Any], Any]


def loss_curves(
    gradients: Mapping[str, Gradients],
    X: ArrayLike,
    t: ArrayLike,
    start: Mapping[str, NDArray[Any]],
    lr: float,
    epochs: int,
) -> Axes:
    """The losses of several functions that train one net from one start, by plain descent.

    Args:
        gradients: legend entry -> function of X, t and params, giving (loss, grads).
        X: (n, d) samples; t: (n,) their classes.
        start: name -> array, the parameters that every training begins with.
        lr: learning rate; epochs: how many steps, each on all samples.

    Returns:
        The axes, one line a function, in the given order.
    """
    # All runs first: a function that raises leaves no half-drawn figure behind.
    runs = {name: _losses(f, (X, t), start, lr, epochs) for name, f in gradients.items()}
    ax = plt.subplots(layout="constrained")[1]
    for name, losses in runs.items():
        ax.plot(losses, label=name)
    ax.set(xlabel="epoch", ylabel="loss")
    ax.legend()
    return ax


def _losses(
    f: Gradients,
    data: tuple[ArrayLike, ArrayLike],
    start: Mapping[str, NDArray[Any]],
    lr: float,
    epochs: int,
) -> list[float]:
    """The loss before each step."""
    params, losses = {name: np.array(value) for name, value in start.items()}, []
    for _ in range(epochs):
        loss, grads = f(*data, {name: value.copy() for name, value in params.items()})
        params = {name: params[name] - lr * np.asarray(grads[name]) for name in params}
        losses.append(float(loss))
    return losses
