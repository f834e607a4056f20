"""Is a set of samples split and standardised as a test deserves? For a `prepare` of unit 08.

Whatever draws the order, the rows can be told: the first column numbers them, and so do the labels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
NEAR = 1e-6


def splits(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: rows, columns, ask ("rows" or "pixels"), and fraction unless it is the default."""
    rows, columns = int(case.params["rows"]), int(case.params["columns"])
    X, t = _samples(rows, columns)
    more = (float(case.params["fraction"]),) if "fraction" in case.params else ()
    words = {"name": case.object, "rows": str(rows), "got": "something else", "want": "4 arrays"}
    words["call"] = f"{case.object}(X, t, rng{''.join(f', {part}' for part in more)})"
    answers: list[list[Floats]] = []
    for seed in (1, 1, 2):
        mine, labels = X.copy(), t.copy()
        try:
            answer = cast(Any, target)(mine, labels, np.random.default_rng(seed), *more)
        except TimeUp:
            return Symptom("hung", words)
        except (Exception, SystemExit) as error:
            return blame_raised(told(error), words, exercise)
        if not (np.array_equal(mine, X) and np.array_equal(labels, t)):
            return Symptom("input-changed", words | {"input": "X or t"})
        found = _parts(plain(answer), columns, words)
        if isinstance(found, Symptom):
            return found
        answers.append(found)
    if case.params["ask"] == "rows":
        return _rows(answers, more[0] if more else 0.2, words) or Fine()
    return _pixels(answers[0], X, words) or Fine()


def _samples(rows: int, columns: int) -> tuple[Floats, NDArray[np.int64]]:
    """Column 0 numbers the rows, the last column never changes, the others are pixels."""
    X = np.random.default_rng(columns).integers(0, 17, (rows, columns)).astype(np.float64)
    X[:, 0], X[:, -1] = np.arange(rows), 5
    return X, np.arange(rows)


def _parts(answer: object, columns: int, words: Words) -> list[Floats] | Symptom:
    """The four arrays, each as wide and as long as its neighbours say."""
    if not isinstance(answer, (tuple, list)) or len(answer) != 4:
        count = str(len(answer)) if isinstance(answer, (tuple, list)) else show.thing(answer)
        return Symptom("split.four", words | {"got": count}, count)
    arrays = [numeric(part) for part in answer]
    shapes = ["no array" if one is None else str(one.shape) for one in arrays]
    X_train, t_train, X_test, t_test = arrays
    if X_train is None or t_train is None or X_test is None or t_test is None:
        return Symptom("split.shapes", words | {"got": ", ".join(shapes)}, "no array")
    if t_train.ndim == 2 and X_test.ndim == 1:
        return Symptom("split.order", words | {"got": ", ".join(shapes)})
    flat = X_train.shape[1:] == X_test.shape[1:] == (columns,)
    long = t_train.shape == X_train.shape[:1] and t_test.shape == X_test.shape[:1]
    if not (flat and long):
        return Symptom("split.shapes", words | {"got": ", ".join(shapes)}, "shapes")
    return [np.asarray(one, dtype=np.float64) for one in (X_train, t_train, X_test, t_test)]


# ---- which rows went where


def _rows(answers: Sequence[Sequence[Floats]], fraction: float, words: Words) -> Symptom | None:
    X_train, t_train, X_test, t_test = answers[0]
    rows, count = int(words["rows"]), len(t_test)
    wanted = int(rows * fraction)
    words = words | {"got": str(count), "want": str(wanted)}
    if abs(count - wanted) > 1:
        swapped = abs(len(t_train) - wanted) <= 1
        return Symptom("split.swapped" if swapped else "split.count", words)
    together = np.concatenate([t_train, t_test])
    if not np.array_equal(np.sort(together), np.arange(rows)):
        return Symptom("split.twice", words)
    for X, t in ((X_train, t_train), (X_test, t_test)):
        if not np.array_equal(np.argsort(X[:, 0]), np.argsort(t)):
            return Symptom("split.apart", words)
    if _in_order(t_train) or _in_order(t_test):
        whole = _in_order(t_train) and _in_order(t_test)
        return Symptom("split.unshuffled" if whole else "split.half-shuffled", words)
    if not np.array_equal(together, np.concatenate([answers[1][1], answers[1][3]])):
        return Symptom("split.own-chance", words)
    if np.array_equal(together, np.concatenate([answers[2][1], answers[2][3]])):
        return Symptom("split.seeded", words)
    return None


def _in_order(t: Floats) -> bool:
    return bool((np.diff(t) == 1).all())


# ---- what became of the pixels


def _pixels(answer: Sequence[Floats], X: Floats, words: Words) -> Symptom | None:
    X_train, _, X_test, _ = answer
    if not (np.isfinite(X_train).all() and np.isfinite(X_test).all()):
        return Symptom("split.constant", words)
    by_row = np.concatenate([X_train, X_test])
    if np.abs(by_row.mean(axis=1)).max() < NEAR:
        return Symptom("split.statistics", words | {"got": "each image"}, "each image")
    train = _numbers(X_train[:, 0], X_test[:, 0], len(X))
    if train is None:
        own = max(abs(float(part[:, 0].mean())) for part in (X_train, X_test)) < NEAR
        return Symptom("split.own-statistics" if own else "split.unlike", words)
    test = np.setdiff1d(np.arange(len(X)), train)
    tried = {name: (X[train] - m) / s for name, (m, s) in _ways(X, train, test).items()}
    order = np.argsort(train)
    for name, Z in tried.items():
        if np.abs(Z - X_train).max() < NEAR:
            words = words | {"got": name}
            return None if name == "right" else Symptom("split.statistics", words, name)
    column = int(np.argmax(np.abs(tried["right"] - X_train).max(axis=0)))
    entry = {"column": str(column), "entry": show.number(float(X_train[order[0], column]))}
    wanted = show.number(float(tried["right"][order[0], column]))
    return Symptom("split.value", words | entry | {"want": wanted})


def _numbers(train: Floats, test: Floats, rows: int) -> NDArray[np.int64] | None:
    """The numbers of the training rows, from a column that stands for them on one common scale."""
    whole = np.sort(np.concatenate([train, test]))
    gap = float(np.diff(whole).mean())
    even = gap > 0 and np.abs(np.diff(whole) - gap).max() < NEAR * max(1.0, gap) * rows
    if not even:
        return None
    return np.asarray(np.rint((train - whole[0]) / gap), dtype=np.int64)


def _ways(
    X: Floats, train: NDArray[np.int64], test: NDArray[np.int64]
) -> Mapping[str, tuple[Any, Any]]:
    """Mean and spread as they should be, and as they are often taken."""

    def spread(part: Floats, **how: Any) -> Floats:
        found = part.std(axis=0, **how)
        return np.where(found > 0, found, 1)

    mean = X[train].mean(axis=0)
    return {
        "right": (mean, spread(X[train])),
        "the test rows": (X[test].mean(axis=0), spread(X[test])),
        "all rows": (X.mean(axis=0), spread(X)),
        "all pixels at once": (X[train].mean(), X[train].std()),
        "n - 1": (mean, spread(X[train], ddof=1)),
        "the variance": (mean, spread(X[train]) ** 2),
        "the mean alone": (mean, np.ones(X.shape[1])),
        "the spread alone": (np.zeros(X.shape[1]), spread(X[train])),
        "nothing": (np.zeros(X.shape[1]), np.ones(X.shape[1])),
    }
