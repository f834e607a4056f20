"""Handwritten digits: scikit-learn's table as it is, MNIST's files as they may come."""

from __future__ import annotations

import gzip
import importlib.util
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from helpers import datasets

RNG = np.random.default_rng(0)
PICTURES = RNG.integers(0, 256, size=(5, 3, 4)).astype(np.uint8)
LABELS = np.array([7, 2, 1, 0, 4], dtype=np.uint8)


def idx(array: np.ndarray) -> bytes:
    lengths = struct.pack(f">{array.ndim}I", *array.shape)
    return bytes([0, 0, 8, array.ndim]) + lengths + array.tobytes()


def write(folder: Path, packed: bool, kind: str = "train") -> Path:
    pack: Callable[[bytes], bytes] = gzip.compress if packed else bytes
    end = ".gz" if packed else ""
    (folder / f"{kind}-images-idx3-ubyte{end}").write_bytes(pack(idx(PICTURES)))
    (folder / f"{kind}-labels-idx1-ubyte{end}").write_bytes(pack(idx(LABELS)))
    return folder / f"{kind}-images-idx3-ubyte{end}"


def test_digits_are_scikit_learns_own() -> None:
    sklearn = pytest.importorskip("sklearn.datasets")
    X, t = datasets.load_digits()
    known = sklearn.load_digits()
    assert np.array_equal(X, known.data)
    assert np.array_equal(t, known.target)
    assert (X.dtype, t.dtype) == (np.float64, np.int64)


def test_three_pixels_of_the_digits_never_change() -> None:
    X, _ = datasets.load_digits()
    assert np.flatnonzero(np.ptp(X, axis=0) == 0).tolist() == [0, 32, 39]


def test_digits_are_read_without_importing_scikit_learn() -> None:
    code = "import sys; from helpers import datasets; datasets.load_digits(); print([*sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "'helpers.digits'" in out.stdout
    assert "'sklearn'" not in out.stdout


def test_without_scikit_learn_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(FileNotFoundError, match="pip install scikit-learn"):
        datasets.load_digits()


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("whole_folder", [False, True])
def test_mnist_is_read_packed_or_not_by_file_or_folder(
    tmp_path: Path, packed: bool, whole_folder: bool
) -> None:
    images = write(tmp_path, packed)
    X, t = datasets.load_mnist(tmp_path if whole_folder else images)
    assert X.shape == (5, 12)
    assert (X.dtype, t.dtype) == (np.float64, np.int64)
    assert np.array_equal(X.reshape(5, 3, 4), PICTURES)
    assert t.tolist() == [7, 2, 1, 0, 4]


def test_a_file_named_as_packed_is_found_unpacked_and_the_other_way(tmp_path: Path) -> None:
    images = write(tmp_path, packed=False, kind="t10k")
    X, _ = datasets.load_mnist(images.with_name(images.name + ".gz"))
    assert X.shape == (5, 12)
    assert datasets.load_mnist(str(tmp_path))[1].tolist() == LABELS.tolist()


def test_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="holds no train-images-idx3-ubyte"):
        datasets.load_mnist(tmp_path)
    with pytest.raises(FileNotFoundError, match=r"the images should be in .*nothing"):
        datasets.load_mnist(tmp_path / "nothing")
    write(tmp_path, packed=True)
    (tmp_path / "train-labels-idx1-ubyte.gz").unlink()
    with pytest.raises(FileNotFoundError, match=r"the labels of train-images.*gz"):
        datasets.load_mnist(tmp_path)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda data: b"\x89PNG" + data[4:], "no IDX file"),
        (lambda data: data[:9], "no IDX file"),
        (lambda data: data[:-1], "should hold 60 bytes, and has 59"),
        (lambda data: data + b"!", "should hold 60 bytes, and has 61"),
        (lambda data: idx(LABELS) + data, r"has 1 axes; images \(3 axes\)"),
        (lambda data: idx(PICTURES[:4]), "4 images, train-labels-idx1-ubyte 5 labels"),
        (lambda data: gzip.compress(data)[:-9], "cut short or damaged"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(
    tmp_path: Path, damage: Callable[[bytes], bytes], words: str
) -> None:
    images = write(tmp_path, packed=False)
    images.write_bytes(damage(images.read_bytes()))
    with pytest.raises(ValueError, match=words):
        datasets.load_mnist(images)
