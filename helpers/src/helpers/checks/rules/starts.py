"""The start of a network: names, shapes, sizes and origin of its parameters. For unit 08's MLP."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from helpers.checks import show
from helpers.checks.blame import blame_raised
from helpers.checks.cases import Case
from helpers.checks.guard import TimeUp
from helpers.checks.plain import numeric, plain
from helpers.checks.raised import told
from helpers.checks.symptom import Fine, Symptom

Floats = NDArray[np.float64]
Words = dict[str, str]
LARGE = 0.2  # of the He start: from here on the last layer is not small


def starts(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: sizes, the numbers of units, inputs first."""
    sizes = [int(size) for size in case.params["sizes"]]
    words = {"name": case.object, "call": f"{case.object}({tuple(sizes)}, rng)", "got": "no answer"}
    words["want"] = ", ".join(f"W{k}, b{k}" for k in range(1, len(sizes)))
    found: list[Mapping[str, Floats]] = []
    for seed in (1, 1, 2):
        try:
            made = cast(Any, target)(tuple(sizes), np.random.default_rng(seed))
            params = plain(made.params)
        except TimeUp:
            return Symptom("hung", words)
        except (Exception, SystemExit) as error:
            return blame_raised(told(error), words, exercise)
        arrays = _arrays(params, sizes, words)
        if isinstance(arrays, Symptom):
            return arrays
        found.append(arrays)
    return _sizes(found[0], sizes, words) or _origin(found, words) or Fine()


def _arrays(params: object, sizes: Sequence[int], words: Words) -> Mapping[str, Floats] | Symptom:
    """The parameters by name, each of its own shape."""
    wanted: dict[str, tuple[int, ...]] = {}
    for k, (n_in, n_out) in enumerate(pairwise(sizes), start=1):
        wanted |= {f"W{k}": (n_in, n_out), f"b{k}": (n_out,)}
    if not isinstance(params, Mapping):
        return Symptom("net.no-dict", words | {"got": show.thing(params)})
    if set(params) != set(wanted):
        names = ", ".join(map(str, params)) or "no names"
        return Symptom("net.names", words | {"got": names}, str(len(params) - len(wanted)))
    arrays: dict[str, Floats] = {}
    for name, shape in wanted.items():
        array = numeric(params[name])
        told_as = "no array" if array is None else str(array.shape)
        if array is None or array.shape != shape:
            turned = array is not None and array.shape == shape[::-1] and len(shape) == 2
            words = words | {"part": name, "got": told_as, "want": str(shape)}
            return Symptom("net.turned" if turned else "net.shape", words, f"{name} {told_as}")
        arrays[name] = array.astype(np.float64)
    return arrays


def _sizes(params: Mapping[str, Floats], sizes: Sequence[int], words: Words) -> Symptom | None:
    """Biases 0, hidden weights by He, the last ones small."""
    depth = len(sizes) - 1
    for k, (n_in, n_out) in enumerate(pairwise(sizes), start=1):
        W, he = params[f"W{k}"], float(np.sqrt(2 / n_in))
        std = float(W.std())
        words = words | {"part": f"W{k}", "got": f"{std:.2g}", "want": f"{he:.2g}"}
        if k < depth and not 0.9 * he < std < 1.1 * he:
            return Symptom("net.std", words, _known(std, n_in, n_out))
        if k < depth and abs(float(W.mean())) > 0.2 * he:
            return Symptom("net.mean", words)
        if k == depth and std > LARGE * he:
            return Symptom("net.last", words, "He" if 0.8 * he < std < 1.2 * he else "other")
        if params[f"b{k}"].any():
            return Symptom("net.bias", words | {"part": f"b{k}"})
    return None


def _known(std: float, n_in: int, n_out: int) -> str:
    """Which other recipe gives this spread."""
    recipes = {
        "Xavier": 1 / np.sqrt(n_in),
        "variance": 2 / n_in,
        "fan out": np.sqrt(2 / n_out),
        "one": 1.0,
        "one hundredth": 0.01,
        "one hundredth of He": 0.01 * np.sqrt(2 / n_in),
    }
    near = [name for name, value in recipes.items() if abs(std - value) < 0.06 * value]
    return near[0] if near else "zero" if std == 0 else "other"


def _origin(found: Sequence[Mapping[str, Floats]], words: Words) -> Symptom | None:
    """Drawn by the generator that was given, each layer anew."""
    first, again, other = found
    if any((first[name] != again[name]).any() for name in first):
        return Symptom("net.own-chance", words)
    if all((first[name] == other[name]).all() for name in first):
        return Symptom("net.seeded", words)
    weights = [(n, W.ravel()) for n, W in first.items() if n.startswith("W") and W.std() > 0]
    for (one, W), (two, V) in pairwise(weights):
        n = min(len(W), len(V))
        if abs(float(np.corrcoef(W[:n], V[:n])[0, 1])) > 0.9:
            return Symptom("net.alike", words | {"part": f"{one} and {two}"})
    return None
