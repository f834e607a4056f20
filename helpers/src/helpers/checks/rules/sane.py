"""Two questions to a fresh model, asked of models whose answers are known. For unit 08's sanity.

They are single layers that can learn 20 samples by heart, or carry a fault that prevents it.
"""

from __future__ import annotations

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

Array = NDArray[Any]
ROWS, PIXELS, CLASSES, FEW = 400, 64, 10, 20
# faults -> how the model is told of, and the two right answers; few models, for each costs calls
MODELS = {
    "": ("a healthy model", (True, True)),
    "loud scant": ("a model with large weights that learns two classes only", (False, False)),
    "decimal biases": (
        "a model with the decimal logarithm in its loss that learns its biases only",
        (False, False),
    ),
    "stubborn": ("a model that learns two samples of each batch wrong", (True, False)),
}


class Layer:
    """One layer of scores with a softmax behind it, and perhaps a fault."""

    __exports__ = ("params", "forward", "loss", "gradients")

    def __init__(self, fault: str, rng: np.random.Generator) -> None:
        self.faults = fault.split()
        self.learned: list[int] = []  # how many rows came with each call of gradients
        self.early = False  # whether it was asked anything before it learned
        self.asked = 0  # rows of the last call of forward or loss by the student
        spread = 0.4 if "loud" in self.faults else 0.002
        self.params = {"W1": spread * rng.normal(size=(PIXELS, CLASSES)), "b1": np.zeros(CLASSES)}

    def forward(self, X: Any) -> Array:
        """Probabilities (N, CLASSES)."""
        self.asked = len(X)
        self.early |= not self.learned
        scores = np.clip(np.dot(X, self.params["W1"]) + self.params["b1"], -1e6, 1e6)
        powers = np.exp(np.subtract(scores, scores.max(1)[:, np.newaxis]))
        return np.asarray(powers / np.add.reduce(powers, 1)[:, np.newaxis])

    def loss(self, X: Any, t: Any) -> float:
        """Mean cross-entropy."""
        own = np.take_along_axis(self.forward(X), np.reshape(t, (-1, 1)), 1)
        found = float(np.log(1 / np.clip(own, 1e-12, 1)).sum() / own.size)
        return found / float(np.log(10)) if "decimal" in self.faults else found

    def gradients(self, X: Any, t: Any) -> dict[str, Array]:
        """As they should be, but for the fault."""
        self.learned.append(len(X))
        targets = np.equal.outer(np.ravel(t), np.arange(CLASSES))
        if "stubborn" in self.faults:
            wrong = np.argsort(np.reshape(X, (len(X), -1))[:, 0])[-2:]
            targets[wrong] = np.roll(targets[wrong], 1, axis=1)
        gap = self.forward(X) - targets
        if "scant" in self.faults:
            gap[:, 2:] = 0
        slopes = np.einsum("np,nc->pc", X, gap) / len(gap)
        return {"W1": slopes * ("biases" not in self.faults), "b1": np.average(gap, 0)}

    def story(self, start: Array) -> str:
        """What was done with it: how many rows it learned, for how long, and was asked of."""
        count = {1: "one row", FEW: "twenty rows", ROWS: "all rows"}
        rows = count.get(max(self.learned, default=0), "other rows")
        still = np.array_equal(start, self.params["b1"])
        long = "never moved" if still else "briefly" if len(self.learned) < 10 else "long"
        asked = "the same" if self.asked == max(self.learned, default=0) else "others"
        return f"{rows}, {long}, {asked}"


def sane(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: fault, one of MODELS."""
    fault = str(case.params["fault"])
    model, right = MODELS[fault]
    rng = np.random.default_rng(8)
    X, t = rng.normal(size=(ROWS, PIXELS)), rng.integers(0, CLASSES, size=ROWS)
    words = {"name": case.object, "call": f"{case.object} of {model}", "got": "no answer"}
    words |= {"model": model, "want": _both(right)}
    layer = Layer(fault, rng)
    start = layer.params["b1"].copy()
    try:
        answer = plain(cast(Any, target)(layer, X.copy(), t.copy(), rng))
    except TimeUp:
        return Symptom("hung", words)
    except (Exception, SystemExit) as error:
        return blame_raised(told(error), words, exercise)
    given = _truths(answer)
    if given is None:
        return Symptom("sanity.form", words | {"got": show.thing(answer)})
    words["got"] = _both(given)
    if given == right[::-1] and right[0] != right[1]:
        return Symptom("sanity.order", words)
    if given[0] != right[0]:
        when = "first" if layer.early else "late"
        loss = np.log(CLASSES) if right[0] else Layer(fault, np.random.default_rng(8)).loss(X, t)
        return Symptom("sanity.start", words | {"start": f"{loss:.2f}"}, f"{_both(given)} {when}")
    if given[1] != right[1]:
        return Symptom("sanity.learns", words, f"{_both(given)} {layer.story(start)}")
    return Fine()


def _truths(answer: object) -> tuple[bool, bool] | None:
    """Two truth values, however they are written."""
    parts = list(answer) if isinstance(answer, (tuple, list, np.ndarray)) else []
    arrays = [numeric(part) for part in parts]
    if len(arrays) != 2 or any(a is None or a.shape != () or a not in (0, 1) for a in arrays):
        return None
    return bool(arrays[0]), bool(arrays[1])


def _both(pair: tuple[bool, bool]) -> str:
    return f"({pair[0]}, {pair[1]})"
