"""The judgements of unit 08: what each says of right code, and of code that goes wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from helpers.checks.cases import Case
from helpers.checks.rules import RULES
from helpers.checks.symptom import Fine, Symptom

from helpers import messages

Answer = Fine | Symptom


def ask(rule: str, target: object, **params: Any) -> Answer:
    return RULES[rule](target, Case(object="thing", rule=rule, params=params), "8.0")


def found(answer: Answer) -> tuple[str, str]:
    """Key and place of a symptom whose sentence can be written."""
    assert isinstance(answer, Symptom), answer
    assert "{" not in messages.sentence(answer)
    return answer.key, answer.where


# ---- splits


def split(X: Any, t: Any, rng: Any, fraction: float = 0.2, **how: Any) -> Any:
    order = how.get("order", rng.permutation)(len(X))
    cut = int(fraction * len(X))
    rows, held = order[cut:], order[:cut]
    measured = how.get("measured", lambda rows, held: rows)(rows, held)
    spread = X[measured].std(axis=0)
    spread[spread == 0] = how.get("constant", 1)
    Z = (X - X[measured].mean(axis=0)) / spread
    return Z[rows], t[rows], Z[held], t[held]


def splits(ask_for: str, **how: Any) -> Answer:
    def target(X: Any, t: Any, rng: Any, fraction: float = 0.2) -> Any:
        with np.errstate(all="ignore"):
            return split(X, t, rng, fraction, **how)

    return ask("splits", target, rows=25, columns=5, ask=ask_for)


def test_a_right_split_is_fine() -> None:
    assert isinstance(splits("rows"), Fine)
    assert isinstance(splits("pixels"), Fine)


@pytest.mark.parametrize(
    ("ask_for", "how", "key", "where"),
    [
        ("rows", {"order": np.arange}, "split.unshuffled", ""),
        ("rows", {"order": np.random.default_rng(0).permutation}, "split.own-chance", ""),
        ("rows", {"order": lambda n: np.random.default_rng(0).permutation(n)}, "split.seeded", ""),
        ("rows", {"order": lambda n: np.arange(n) // 2}, "split.twice", ""),
        ("pixels", {"measured": lambda rows, held: held}, "split.statistics", "the test rows"),
        ("pixels", {"measured": np.append}, "split.statistics", "all rows"),
        ("pixels", {"constant": 0.0}, "split.constant", ""),
    ],
)
def test_what_is_wrong_with_a_split_is_told(
    ask_for: str, how: dict[str, Any], key: str, where: str
) -> None:
    assert found(splits(ask_for, **how)) == (key, where)


def test_images_and_labels_shuffled_apart_are_noticed() -> None:
    def target(X: Any, t: Any, rng: Any) -> Any:
        return split(rng.permutation(X), t, rng)

    answer = ask("splits", target, rows=25, columns=5, ask="rows")
    assert found(answer)[0] == "split.apart"


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ((1, 2, 3), "split.four"),
        ((np.ones((5, 5)), np.ones((2, 5)), np.ones(5), np.ones(2)), "split.order"),
        ((np.ones((5, 5)), np.ones(4), np.ones((2, 5)), np.ones(2)), "split.shapes"),
        (("a", "b", "c", "d"), "split.shapes"),
        (None, "split.four"),
    ],
)
def test_four_arrays_in_their_order_are_asked_for(answer: object, key: str) -> None:
    got = ask("splits", lambda X, t, rng: answer, rows=7, columns=5, ask="rows")
    assert found(got)[0] == key


def test_an_exception_and_a_changed_input_are_told() -> None:
    def spoils(X: Any, t: Any, rng: Any) -> Any:
        X[:] = 0
        return split(X, t, rng)

    assert found(ask("splits", spoils, rows=7, columns=5, ask="rows"))[0] == "input-changed"
    broken = ask("splits", lambda X, t, rng: X / "a", rows=7, columns=5, ask="rows")
    assert found(broken)[0] == "raised"


# ---- starts


def net(scale: Any = lambda k, n: np.sqrt(2 / n), **more: Any) -> Any:
    class Net:
        def __init__(self, sizes: Any, rng: Any) -> None:
            own = more.get("rng") or rng
            self.params: dict[str, Any] = {}
            for k in range(1, len(sizes)):
                small = 0.01 if k == len(sizes) - 1 and not more.get("loud") else 1
                W = own.normal(size=(sizes[k - 1], sizes[k])) * scale(k, sizes[k - 1]) * small
                self.params |= {f"W{k}": W, f"b{k}": np.full(sizes[k], more.get("bias", 0.0))}
            self.params |= more.get("extra", {})

    return Net


@pytest.mark.parametrize(
    ("target", "key", "where"),
    [
        (net(lambda k, n: np.sqrt(1 / n)), "net.std", "Xavier"),
        (net(lambda k, n: 2 / n), "net.std", "variance"),
        (net(lambda k, n: 0.0), "net.std", "zero"),
        (net(loud=True), "net.last", "He"),
        (net(bias=0.1), "net.bias", ""),
        (net(extra={"W9": np.ones(2)}), "net.names", "1"),
        (net(extra={"W1": np.ones((60, 40))}), "net.turned", "W1 (60, 40)"),
        (net(extra={"b1": np.zeros((1, 60))}), "net.shape", "b1 (1, 60)"),
        (net(rng=np.random.default_rng(0)), "net.own-chance", ""),
    ],
)
def test_what_is_wrong_with_a_start_is_told(target: object, key: str, where: str) -> None:
    assert found(ask("starts", target, sizes=[40, 60, 50, 10])) == (key, where)


def test_a_start_by_he_with_a_small_last_layer_is_fine() -> None:
    assert isinstance(ask("starts", net(), sizes=[40, 60, 50, 10]), Fine)


# ---- trains


def loop(**how: Any) -> Any:
    def train(model: Any, X: Any, t: Any, opt: Any, epochs: int, size: int, rng: Any) -> Any:
        history: dict[str, list[float]] = {"loss": [], "accuracy": []}
        for _ in range(epochs):
            order = how.get("order", rng.permutation)(len(X))
            for start in range(0, len(X) - how.get("short", 0), size):
                rows = order[start : start + size]
                grads = model.gradients(X[rows], t[rows])
                opt.step(model.params if not how.get("copy") else {"steps": np.zeros(1)}, grads)
            history["loss"].append(how.get("scale", 1) * model.loss(X, t))
            history["accuracy"].append(np.mean(model.forward(X).argmax(axis=1) == t))
        return how.get("answer", history)

    return train


@pytest.mark.parametrize("asked", ["batches", "order", "steps", "history"])
def test_a_right_training_loop_is_fine(asked: str) -> None:
    answer = ask("trains", loop(), rows=11, size=4, epochs=3, ask=asked)
    assert isinstance(answer, Fine)


@pytest.mark.parametrize(
    ("asked", "how", "key", "where"),
    [
        ("batches", {"short": 3}, "training.last-dropped", ""),
        ("batches", {"order": lambda n: np.zeros(n, dtype=int)}, "training.again", ""),
        ("order", {"order": np.arange}, "training.unshuffled", ""),
        ("steps", {"copy": True}, "training.copied", ""),
        ("history", {"scale": 11}, "training.history", "sum of samples"),
        ("history", {"answer": {"loss": [1.0], "accuracy": [1.0]}}, "training.length", "one"),
        ("history", {"answer": [1, 2]}, "training.no-dict", ""),
        ("history", {"answer": {"loss": []}}, "training.keys", "loss"),
    ],
)
def test_what_is_wrong_with_a_training_loop_is_told(
    asked: str, how: Mapping[str, Any], key: str, where: str
) -> None:
    answer = ask("trains", loop(**how), rows=11, size=4, epochs=3, ask=asked)
    assert found(answer) == (key, where)


# ---- sane


@pytest.mark.parametrize("fault", ["", "loud scant", "decimal biases", "stubborn"])
def test_a_claim_that_every_model_is_healthy_is_right_of_the_healthy_one_only(fault: str) -> None:
    answer = ask("sane", lambda model, X, t, rng: (True, True), fault=fault)
    assert isinstance(answer, Fine) is (fault == "")


def test_answers_that_are_no_truths_are_told_apart_from_wrong_ones() -> None:
    assert found(ask("sane", lambda *_: (2.3, 0.9), fault=""))[0] == "sanity.form"
    assert found(ask("sane", lambda *_: None, fault=""))[0] == "sanity.form"
    assert found(ask("sane", lambda *_: (False, True), fault="stubborn"))[0] == "sanity.order"


# ---- settings

GOOD = {"sizes": (64, 32, 10), "epochs": 9, "batch_size": 32, "lr": 0.01, "optimizer": "adam"}


def settings(value: object) -> Answer:
    return ask("settings", value, inputs=64, classes=10, samples=1438, optimizers=["sgd", "adam"])


def test_settings_that_can_work_are_fine() -> None:
    assert isinstance(settings(GOOD), Fine)
    assert isinstance(settings(GOOD | {"sizes": [64, 10], "lr": np.float64(0.1)}), Fine)


@pytest.mark.parametrize(
    ("change", "key", "where"),
    [
        ({"sizes": (32,)}, "config.sizes", ""),
        ({"sizes": "64, 10"}, "config.sizes", ""),
        ({"sizes": (10, 32, 64)}, "config.ends", "turned"),
        ({"sizes": (8, 10)}, "config.ends", "other"),
        ({"epochs": 0}, "config.whole", "epochs"),
        ({"batch_size": 32.0}, "config.whole", "batch_size"),
        ({"lr": "0.1"}, "config.lr", ""),
        ({"lr": float("nan")}, "config.lr", ""),
        ({"lr": 9.0, "optimizer": "sgd"}, "config.far", ""),
        ({"lr": 1e-7}, "config.near", "lr"),
        ({"epochs": 1, "batch_size": 999, "lr": 0.001}, "config.near", "steps"),
        ({"sizes": (64, 2, 10)}, "config.narrow", ""),
        ({"optimizer": "Adam"}, "config.optimizer", "capitals"),
        ({"optimizer": 3}, "config.optimizer", "other"),
        ({"momentum": 0.9}, "config.keys", "momentum"),
    ],
)
def test_settings_that_cannot_work_are_refused(
    change: dict[str, Any], key: str, where: str
) -> None:
    assert found(settings(GOOD | change)) == (key, where)


def test_settings_without_names_are_refused() -> None:
    assert found(settings((64, 10)))[0] == "config.no-dict"
    assert found(settings({"lr": 0.1}))[0] == "config.keys"
