"""The settings of a training, looked at without training: keys, kinds, and sizes that can work.

Only what cannot work is refused: how well the rest does, a training has to show.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from helpers.checks import show
from helpers.checks.cases import Case
from helpers.checks.plain import numeric, plain
from helpers.checks.symptom import Fine, Symptom

KEYS = ("sizes", "epochs", "batch_size", "lr", "optimizer")
LARGEST = 5  # a learning rate beyond it throws a net off, unless the steps are scaled
UNSCALED = ("sgd", "momentum")  # their steps are as long as the slope says; the others' are not
NARROWEST = 4  # hidden units; fewer cannot hold ten classes apart
LEAST = 0.05  # steps times learning rate: how far the weights can get with slopes of size 1
Words = dict[str, str]


def settings(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: inputs, classes, samples (to train with), optimizers (the names there are)."""
    value = plain(target)
    words = {"name": case.object, "call": case.object, "want": ", ".join(KEYS)}
    if not isinstance(value, Mapping):
        return Symptom("config.no-dict", words | {"got": show.thing(value)})
    missing = [key for key in KEYS if key not in value]
    extra = [str(key) for key in value if key not in KEYS]
    if missing or extra:
        names = ", ".join(map(str, value)) or "no keys"
        return Symptom("config.keys", words | {"got": names}, " ".join(missing or extra))
    ends = int(case.params["inputs"]), int(case.params["classes"])
    known = [str(name) for name in case.params["optimizers"]]
    wrong = _sizes(value["sizes"], ends, words) or _rest(value, known, words)
    return wrong or _hopeless(value, int(case.params["samples"]), words) or Fine()


def _sizes(value: object, ends: tuple[int, int], words: Words) -> Symptom | None:
    words = words | {"part": "sizes", "got": show.value(value)}
    listed = list(value) if isinstance(value, (tuple, list, np.ndarray)) else []
    if len(listed) < 2 or not all(_whole(size) for size in listed):
        return Symptom("config.sizes", words)
    if (int(listed[0]), int(listed[-1])) != ends:
        swapped = (int(listed[-1]), int(listed[0])) == ends
        words |= {"inputs": str(ends[0]), "classes": str(ends[1])}
        return Symptom("config.ends", words, "turned" if swapped else "other")
    return None


def _rest(value: Mapping[object, object], known: list[str], words: Words) -> Symptom | None:
    for name in ("epochs", "batch_size"):
        if not _whole(value[name]):
            return Symptom(
                "config.whole", words | {"part": name, "got": show.value(value[name])}, name
            )
    lr = numeric(value["lr"])
    if lr is None or lr.shape != () or not 0 < float(lr) < np.inf:
        return Symptom("config.lr", words | {"part": "lr", "got": show.value(value["lr"])})
    if value["optimizer"] not in known:
        words = words | {"got": show.value(value["optimizer"]), "want": ", ".join(known)}
        lower = str(value["optimizer"]).lower() in known
        return Symptom("config.optimizer", words, "capitals" if lower else "other")
    return None


def _hopeless(value: Mapping[object, object], samples: int, words: Words) -> Symptom | None:
    numbers = {name: float(np.asarray(value[name])) for name in ("epochs", "batch_size", "lr")}
    inner = [int(size) for size in np.asarray(value["sizes"])[1:-1]]
    if inner and min(inner) < NARROWEST:
        return Symptom("config.narrow", words | {"got": str(min(inner))})
    lr = numbers["lr"]
    words = words | {"got": show.number(lr), "part": "lr"}
    if lr > LARGEST and value["optimizer"] in UNSCALED:
        return Symptom("config.far", words)
    steps = int(numbers["epochs"] * np.ceil(samples / numbers["batch_size"]))
    if steps * lr < LEAST:
        words = words | {"steps": str(steps), "reach": show.number(steps * lr)}
        return Symptom("config.near", words, "lr" if steps > 100 else "steps")
    return None


def _whole(value: object) -> bool:
    array = numeric(value)
    if array is None or array.shape != () or array.dtype.kind not in "iu":
        return False
    return int(array) > 0
