"""A deep net trained with and without batch norm, by the student's functions, as loss curves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Params = dict[str, Floats]
SIZES = (2, 20, 20, 20, 20, 20, 1)
Pair = tuple[Callable[..., Any], Callable[..., Any]]


def batchnorm_race(
    forward: Callable[..., Any],
    backward: Callable[..., Any],
    X: ArrayLike,
    t: ArrayLike,
    stds: Sequence[float] = (0.05, 0.3, 1.0),
    lr: float = 0.3,
    steps: int = 250,
) -> list[Axes]:
    """Losses of a tanh net of six layers, plain and with batch norm, for some starting weights.

    Args:
        forward: batchnorm_forward(Z, gamma, beta, running) -> (out, cache).
        backward: batchnorm_backward(dout, cache) -> (dZ, dgamma, dbeta).
        X: (n, 2), t: (n,) of 0 and 1.
        stds: standard deviations of the starting weights, one panel each.
        lr, steps: of plain gradient descent on all samples.

    Returns:
        One axes a standard deviation, two lines in each.
    """
    rows, target = np.asarray(X, dtype=np.float64), np.where(np.asarray(t), 1.0, -1.0)[:, None]
    runs: Mapping[str, Pair | None] = {"plain": None, "batch norm": (forward, backward)}
    losses = [
        {name: _train(pair, rows, target, std, lr, steps) for name, pair in runs.items()}
        for std in stds
    ]
    _, row = plt.subplots(
        1, len(stds), figsize=(3.6 * len(stds), 3.4), sharey=True, layout="constrained"
    )
    every = list(np.atleast_1d(row))
    for ax, std, found in zip(every, stds, losses, strict=True):
        for name, values in found.items():
            ax.plot(values, label=name)
        ax.set(xlabel="step", title=f"weights with std {std:g}", ylim=(0, 2.2))
    every[0].set_ylabel("loss")
    every[-1].legend()
    return every


def _train(
    pair: Pair | None, X: Floats, t: Floats, std: float, lr: float, steps: int
) -> list[float]:
    rng = np.random.default_rng(0)
    params: Params = {}
    for layer, (n_in, n_out) in enumerate(pairwise(SIZES)):
        params |= {f"W{layer}": rng.normal(0, std, size=(n_in, n_out))}
        params |= {f"gamma{layer}": np.ones(n_out), f"beta{layer}": np.zeros(n_out)}
    losses = []
    for _ in range(steps):
        loss, grads = _slopes(pair, X, t, params)
        losses.append(loss)
        params = {name: value - lr * grads[name] for name, value in params.items()}
    return losses


def _slopes(pair: Pair | None, X: Floats, t: Floats, params: Params) -> tuple[float, Params]:
    """Mean squared error and gradients; the last layer is never normalised."""
    layers, end = _through(pair, X, params)
    slopes, grads = 2 * (end - t) / len(X), dict(params)
    for layer in reversed(range(len(layers))):
        before, after, cache = layers[layer]
        slopes = slopes * (1 - after**2)
        if pair is None or cache is None:
            grads[f"gamma{layer}"] = np.zeros_like(params[f"gamma{layer}"])
            grads[f"beta{layer}"] = slopes.sum(axis=0)
        else:
            slopes, grads[f"gamma{layer}"], grads[f"beta{layer}"] = pair[1](slopes, cache)
        grads[f"W{layer}"] = np.matmul(before.T, slopes)
        slopes = np.matmul(slopes, params[f"W{layer}"].T)
    return float(np.mean((end - t) ** 2)), grads


def _through(
    pair: Pair | None, X: Floats, params: Params
) -> tuple[list[tuple[Floats, Floats, Any]], Floats]:
    """What enters and leaves each layer, with the cache of its batch norm; and the output."""
    kept, inner, last = [], X, len(SIZES) - 2
    for layer in range(last + 1):
        gamma, beta = params[f"gamma{layer}"], params[f"beta{layer}"]
        Z, cache = np.matmul(inner, params[f"W{layer}"]), None
        if pair is None or layer == last:
            Z = Z + beta
        else:
            running = {"mean": np.zeros_like(beta), "var": np.ones_like(beta)}
            Z, cache = pair[0](Z, gamma, beta, running)
        kept.append((inner, np.tanh(Z), cache))
        inner = kept[-1][1]
    return kept, inner
