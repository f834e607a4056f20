"""A training loop, watched from both sides: by a model that keeps count and a counting optimizer.

Nothing is learned here. The model's only parameter counts the steps, and its answers get better
with each; every sample carries its own number, so the order of the batches can be read off.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
Words = dict[str, str]
CLASSES = 3
NEAR = 1e-6


class Model:
    """Answers as a network would after `steps` steps; remembers what it is asked."""

    __exports__ = ("params", "forward", "loss", "gradients")

    def __init__(self, t: Array) -> None:
        self.t = t
        self.params = {"steps": np.zeros(1)}
        self.batches: list[tuple[list[int], list[int], int]] = []  # rows, labels, steps before

    def right(self, rows: Array, steps: float) -> Array:
        """The probability of the true class: more for later steps, not the same for all rows."""
        return np.asarray(1 - 0.8 * 0.85**steps * (1 - rows / 40))

    def forward(self, X: Any) -> Array:
        """Probabilities (N, CLASSES); the true class has `right`, the next one the rest."""
        rows = np.asarray(X)[:, 0].astype(int)
        sure = self.right(rows, float(self.params["steps"][0]))
        P = np.zeros((len(rows), CLASSES))
        P[range(len(rows)), self.t[rows]] = sure
        P[range(len(rows)), (self.t[rows] + 1) % CLASSES] = 1 - sure
        return P

    def loss(self, X: Any, t: Any) -> float:
        """The mean of -log P at the labels, P = 0 taken as one in a million."""
        own = self.forward(X)[range(len(X)), np.asarray(t)]
        return float(np.mean(-np.log(np.maximum(own, 1e-6))))

    def gradients(self, X: Any, t: Any) -> dict[str, Array]:
        """The number of this batch, 1, 2, ..., in the shape of the parameter."""
        rows, labels = np.asarray(X)[:, 0].astype(int), np.asarray(t).astype(int)
        self.batches.append((rows.tolist(), labels.tolist(), int(self.params["steps"][0])))
        return {"steps": np.array([float(len(self.batches))])}


@dataclass
class Optimizer:
    """Adds 1 to the parameter in each step, and remembers which gradients it got."""

    __exports__ = ("step",)
    used: list[float] = field(default_factory=list)

    def step(self, params: Any, grads: Any) -> None:
        """One step."""
        self.used.append(float(np.asarray(grads["steps"]).ravel()[0]))
        params["steps"] += 1


@dataclass(frozen=True)
class Run:
    """One training as it was seen, and what was returned."""

    rows: int
    size: int
    epochs: int
    model: Model
    used: list[float]
    history: object

    @property
    def X(self) -> Array:
        """The samples: their numbers, and a second column that means nothing."""
        return np.column_stack([np.arange(self.rows), np.ones(self.rows)]).astype(float)

    def order(self, epoch: int) -> list[int]:
        """The rows of an epoch, in the order they came; a batch number counts the epoch."""
        per = -(-self.rows // self.size)
        mine = self.model.batches[epoch * per : (epoch + 1) * per]
        return [row for batch in mine for row in batch[0]]


def trains(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: rows, size (of a batch), epochs, ask ("batches", "order", "steps", "history")."""
    rows, size, epochs = (int(case.params[name]) for name in ("rows", "size", "epochs"))
    words = {"name": case.object, "got": "no answer", "want": "a dict", "rows": str(rows)}
    words |= {"size": str(size), "epochs": str(epochs)}
    words["call"] = f"{case.object} on {rows} samples, batches of {size}, {epochs} epochs"
    runs: list[Run] = []
    for seed in (3, 3, 4) if case.params["ask"] == "order" else (3,):
        t = np.arange(rows) * 2 % CLASSES
        model, optimizer = Model(t), Optimizer()
        seen = Run(rows, size, epochs, model, optimizer.used, None)
        X, labels, rng = seen.X, t.copy(), np.random.default_rng(seed)
        try:
            answer = cast(Any, target)(model, X, labels, optimizer, epochs, size, rng)
        except TimeUp:
            return Symptom("hung", words)
        except (Exception, SystemExit) as error:
            return blame_raised(told(error), words, exercise)
        if not (np.array_equal(X, seen.X) and np.array_equal(labels, t)):
            return Symptom("input-changed", words | {"input": "X or t"})
        runs.append(Run(rows, size, epochs, model, optimizer.used, plain(answer)))
    judge = {"batches": _batches, "steps": _steps, "history": _history}
    ask = str(case.params["ask"])
    wrong = _order(runs, words) if ask == "order" else judge[ask](runs[0], words)
    return wrong or Fine()


def _batches(run: Run, words: Words) -> Symptom | None:
    """Every sample once an epoch, with its own label, in batches of the size asked for."""
    batches, whole = run.model.batches, divmod(run.rows, run.size)
    sizes = [len(rows) for rows, _, _ in batches]
    wanted = ([run.size] * whole[0] + [whole[1]] * (whole[1] > 0)) * run.epochs
    words = words | {"got": _listed(sizes), "want": _listed(wanted)}
    if not batches:
        return Symptom("training.no-batches", words)
    own = [run.model.t[row] for rows, _, _ in batches for row in rows]
    came = [label for _, labels, _ in batches for label in labels]
    if came != own:
        unmoved = came[: run.rows] == run.model.t.tolist()
        return Symptom("training.apart", words, "unmoved" if unmoved else "moved")
    if whole[1] and sizes == [run.size] * whole[0] * run.epochs:
        return Symptom("training.last-dropped", words)
    if set(sizes) == {run.rows}:
        return Symptom("training.whole", words)
    if sizes == wanted[: len(wanted) // run.epochs]:
        return Symptom("training.one-epoch", words)
    if sizes != wanted:
        return Symptom("training.sizes", words, _listed(sizes))
    for epoch in range(run.epochs):
        missing = sorted(set(range(run.rows)) - set(run.order(epoch)))
        if missing:
            return Symptom("training.again", words | {"missing": str(len(missing))})
    return None


def _listed(sizes: list[int]) -> str:
    shown = ", ".join(map(str, sizes[:8]))
    return f"{shown}, ..." if len(sizes) > 8 else shown or "none"


def _order(runs: list[Run], words: Words) -> Symptom | None:
    """A new order in every epoch, drawn by the generator that was given."""
    first = [runs[0].order(epoch) for epoch in range(runs[0].epochs)]
    if any(order == sorted(order) for order in first):
        always = all(order == sorted(order) for order in first)
        return Symptom("training.unshuffled" if always else "training.first-unshuffled", words)
    if len({tuple(order) for order in first}) < len(first):
        return Symptom("training.one-order", words)
    per = -(-runs[0].rows // runs[0].size)
    packs = [frozenset(rows) for rows, _, _ in runs[0].model.batches]
    if len(set(packs)) == per:
        return Symptom("training.same-batches", words)
    again = [runs[1].order(epoch) for epoch in range(runs[1].epochs)]
    other = [runs[2].order(epoch) for epoch in range(runs[2].epochs)]
    if first != again:
        return Symptom("training.own-chance", words)
    return Symptom("training.seeded", words) if first == other else None


def _steps(run: Run, words: Words) -> Symptom | None:
    """One step for each batch, with that batch's gradients, on the model's own parameters."""
    count, moved = len(run.model.batches), int(run.model.params["steps"][0])
    words = words | {"got": str(len(run.used)), "want": str(count)}
    if not run.used:
        return Symptom("training.no-step", words)
    if moved != len(run.used):
        return Symptom("training.copied", words | {"got": str(moved)})
    if len(run.used) == run.epochs:
        return Symptom("training.step-an-epoch", words)
    if len(run.used) != count:
        return Symptom("training.step-count", words, "more" if len(run.used) > count else "fewer")
    if run.used != [float(number + 1) for number in range(count)]:
        return Symptom("training.stale", words)
    return None


def _history(run: Run, words: Words) -> Symptom | None:
    """One loss and one accuracy an epoch, of all samples after it or of its batches."""
    if not isinstance(run.history, Mapping):
        return Symptom("training.no-dict", words | {"got": show.thing(run.history)})
    if set(run.history) != {"loss", "accuracy"}:
        names = ", ".join(map(str, run.history)) or "none"
        return Symptom("training.keys", words | {"got": names}, names)
    for name in ("loss", "accuracy"):
        listed = run.history[name]
        values = numeric(np.array(listed)) if isinstance(listed, (list, tuple)) else numeric(listed)
        count = 0 if values is None else values.size
        words = words | {"part": name, "got": str(count), "want": str(run.epochs)}
        if values is None or values.shape != (run.epochs,):
            steps, epochs = len(run.model.batches), run.epochs
            where = {steps: "batches", epochs + 1: "start", 1: "one", 0: "none"}.get(count, "other")
            return Symptom("training.length", words, where)
        symptom = _values(run, name, values.astype(float), words)
        if symptom is not None:
            return symptom
    return None


def _values(run: Run, name: str, values: Array, words: Words) -> Symptom | None:
    ways = {way: np.array(found) for way, found in _ways(run, name).items()}
    words = words | {"got": show.value(values), "want": show.value(ways["right"])}
    for way, found in ways.items():
        if np.abs(values - found).max() < NEAR:
            return None if way.startswith("right") else Symptom("training.history", words, way)
    if name == "accuracy" and np.abs(values - 100 * ways["right"]).max() < NEAR:
        return Symptom("training.history", words, "percent")
    turned = _ways(run, "accuracy" if name == "loss" else "loss")["right"]
    where = "exchanged" if np.abs(values - turned).max() < NEAR else "other"
    return Symptom("training.history", words, where)


def _ways(run: Run, name: str) -> Mapping[str, list[float]]:
    """What may stand in history: after the epoch, over its batches; and what is often there."""
    everything = list(range(run.rows))
    per = -(-run.rows // run.size)

    def measured(rows: list[int], steps: int) -> float:
        sure = run.model.right(np.array(rows), steps)
        return float(np.mean(-np.log(sure)) if name == "loss" else np.mean(sure > 0.5))

    found: dict[str, list[float]] = {}
    for epoch in range(run.epochs):
        mine = run.model.batches[epoch * per : (epoch + 1) * per]
        share = [len(rows) / run.rows for rows, _, _ in mine]
        before = [measured(rows, steps) for rows, _, steps in mine]
        after = [measured(rows, steps + 1) for rows, _, steps in mine]
        end = measured(everything, per * (epoch + 1))
        ways = {
            "right": end,
            "right, batches before their steps": float(np.mean(before)),
            "right, batches after their steps": float(np.mean(after)),
            "right, samples before their steps": float(np.dot(share, before)),
            "right, samples after their steps": float(np.dot(share, after)),
            "before": measured(everything, per * epoch),
            "last batch": after[-1] if after else end,
            "last batch before its step": before[-1] if before else end,
            "sum of batches": sum(before),
            "sum of batches after": sum(after),
            "sum of samples": end * run.rows,
        }
        for way, value in ways.items():
            found.setdefault(way, []).append(value)
    return found
