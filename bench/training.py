"""How fast the course's own network learns, beside two libraries: `python bench/training.py`.

The model answers of unit 08 (MLP, train) with unit 05's Adam, scikit-learn's MLPClassifier and
PyTorch on the CPU train the same network on the same digits: same split, sizes, batches, epochs,
learning rate, one core. Prints samples a second (the median of some runs, which take turns) and
the accuracy over ten seeds. What is not installed is said to be missing.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from helpers.datasets import load_digits
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from helpers import progress

ROOT = Path(__file__).resolve().parents[1]
BANK = ROOT / "course" / "answers" / "08-digits"
Split = tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]
Trainer = Callable[[Split, int], float]  # data and seed -> accuracy on the test part


def model_answers() -> dict[str, Any]:
    """What a solved notebook of unit 08 defines."""
    names: dict[str, Any] = {"np": np, "progress": progress}
    provided = [ROOT / "course" / "provided" / f"{name}.py" for name in ("momentum", "adam")]
    for path in (*provided, *(BANK / f"8.{number}" / "model.py" for number in range(1, 6))):
        exec(path.read_text(encoding="utf-8"), names)  # the course's own code
    return names


def course(names: dict[str, Any]) -> Trainer:
    """The model answers, history and all."""
    config = names["config"]

    def run(data: Split, seed: int) -> float:
        X, t, X_test, t_test = data
        rng = np.random.default_rng(seed)
        net, optimizer = names["MLP"](config["sizes"], rng), names["Adam"](config["lr"])
        with contextlib.redirect_stdout(io.StringIO()):
            names["train"](net, X, t, optimizer, config["epochs"], config["batch_size"], rng)
        return float(names["accuracy"](net.forward(X_test), t_test))

    return run


def scikit_learn(config: dict[str, Any]) -> Trainer:
    """MLPClassifier without its own brakes and early stopping."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier
    from sklearn.utils._testing import ignore_warnings

    @ignore_warnings(category=ConvergenceWarning)  # it is told to end after so many epochs
    def run(data: Split, seed: int) -> float:
        X, t, X_test, t_test = data
        epochs = config["epochs"]
        net = MLPClassifier(
            config["sizes"][1:-1],
            alpha=0,
            batch_size=config["batch_size"],
            learning_rate_init=config["lr"],
            max_iter=epochs,
            n_iter_no_change=epochs + 1,
            random_state=seed,
        )
        return float(net.fit(X, t).score(X_test, t_test))

    return run


def pytorch(config: dict[str, Any]) -> Trainer:
    """torch.nn.Sequential and the usual loop, in float32, its default."""
    import torch

    torch.set_num_threads(1)

    def run(data: Split, seed: int) -> float:
        torch.manual_seed(seed)
        X, X_test = (torch.tensor(data[part], dtype=torch.float32) for part in (0, 2))
        t, t_test = torch.tensor(data[1]), torch.tensor(data[3])
        layers: list[Any] = []
        for n_in, n_out in zip(config["sizes"][:-1], config["sizes"][1:], strict=True):
            layers += [torch.nn.Linear(n_in, n_out), torch.nn.ReLU()]
        net = torch.nn.Sequential(*layers[:-1])
        optimizer = torch.optim.Adam(net.parameters(), lr=config["lr"])
        loss_of = torch.nn.CrossEntropyLoss()
        for _ in range(config["epochs"]):
            order = torch.randperm(len(X))
            for start in range(0, len(X), config["batch_size"]):
                batch = order[start : start + config["batch_size"]]
                optimizer.zero_grad()
                loss_of(net(X[batch]), t[batch]).backward()
                optimizer.step()
        with torch.no_grad():
            return float((net(X_test).argmax(dim=1) == t_test).double().mean())

    return run


def runners(names: dict[str, Any]) -> dict[str, Trainer]:
    """The course's network and the libraries that are installed; says which are not."""
    found = {"this course (NumPy)": course(names)}
    for label, make in {"scikit-learn": scikit_learn, "PyTorch (CPU)": pytorch}.items():
        try:
            found[label] = make(names["config"])
        except ImportError as missing:
            print(f"{label}: not measured, {missing.name} is not installed")
    return found


def speeds(found: dict[str, Trainer], data: Split, samples: int, times: int) -> dict[str, float]:
    """Samples a second of processor time; every round all take one turn, after one to warm up."""
    seconds: dict[str, list[float]] = {label: [] for label in found}
    for turn in range(times + 1):
        for label, run in found.items():
            start = time.process_time()
            run(data, turn)
            if turn:
                seconds[label].append(time.process_time() - start)
    return {label: samples / statistics.median(taken) for label, taken in seconds.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--times", type=int, default=7, help="timed runs of each (7)")
    parser.add_argument("--seeds", type=int, default=10, help="splits and starts (10)")
    chosen = parser.parse_args()
    names = model_answers()
    config, (X, t) = names["config"], load_digits()
    splits = [names["prepare"](X, t, np.random.default_rng(seed)) for seed in range(chosen.seeds)]
    found = runners(names)
    print("  ".join(f"{key} {value}" for key, value in config.items()))
    fast = speeds(found, splits[0], config["epochs"] * len(splits[0][0]), chosen.times)
    print(f"{'':22}{'samples/s':>11}{'accuracy':>10}{'lowest':>9}   over {len(splits)} seeds")
    for label, run in found.items():
        shares = [run(split, seed) for seed, split in enumerate(splits)]
        print(f"{label:22}{fast[label]:>11.0f}{np.mean(shares):>10.4f}{min(shares):>9.4f}")
    own, *others = fast.values()
    if others:
        verdict = "yes" if own >= max(others) else "NO"
        print(f"at least as fast as the fastest of the others: {verdict} ({own / max(others):.2f})")


if __name__ == "__main__":
    with threadpool_limits(1):  # one core for everybody
        main()
