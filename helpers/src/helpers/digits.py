"""Handwritten digits: the small set that comes with scikit-learn, and the large one of MNIST.

`helpers.datasets` shows both functions. scikit-learn itself is never imported (that takes a
second); only the table that it brings along is read.
"""

from __future__ import annotations

import gzip
import importlib.util
import math
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

TABLE = Path("datasets", "data", "digits.csv.gz")  # inside the package sklearn
GZIP = b"\x1f\x8b"
UNSIGNED_BYTES = 8  # IDX's code for them; MNIST uses no other
IMAGES = ("train-images", "t10k-images")
ENDINGS = ("-idx3-ubyte", ".idx3-ubyte")


def load_digits() -> tuple[Floats, Ints]:
    """1797 handwritten digits of 8 by 8 pixels.

    Returns:
        X: (1797, 64) float, one image a row, its pixels row by row from the top left, 0 (paper)
            to 16 (ink); `X[i].reshape(8, 8)` shows it.
        t: (1797,) int, the digit, 0 to 9.

    Raises:
        FileNotFoundError: scikit-learn, which brings the images along, is not installed.
    """
    found = importlib.util.find_spec("sklearn")
    table = Path(found.origin).parent / TABLE if found and found.origin else None
    if table is None or not table.is_file():
        raise FileNotFoundError(
            "the digits come with scikit-learn, which is not installed here: pip install "
            "scikit-learn"
        )
    rows = np.loadtxt(table, delimiter=",")
    return rows[:, :-1].copy(), rows[:, -1].astype(np.int64)


def load_mnist(path: str | Path) -> tuple[Floats, Ints]:
    """MNIST's images and labels from its IDX files, packed by gzip or not.

    Args:
        path: the file of images, such as data/train-images-idx3-ubyte.gz, or the folder that it
            lies in (then the training images). The labels lie beside it, under the same name
            with `labels` for `images` and `idx1` for `idx3`.

    Returns:
        X: (N, rows * columns) float, one image a row, 0 to 255; of MNIST (60000, 784).
        t: (N,) int, the digit.

    Raises:
        FileNotFoundError: images or labels are missing; says where they were looked for.
        ValueError: a file is no IDX file, is cut short, or there are not as many labels as images.
    """
    images = _images(Path(path))
    name = images.name.replace("images", "labels").replace("idx3", "idx1")
    labels = _present(images.with_name(name), f"the labels of {images.name}")
    X, t = _read_idx(images, 3), _read_idx(labels, 1)
    if len(X) != len(t):
        raise ValueError(f"{images.name} holds {len(X)} images, {labels.name} {len(t)} labels.")
    return X.reshape(len(X), -1).astype(np.float64), t.astype(np.int64)


def _images(path: Path) -> Path:
    """The file of images that a path means."""
    if not path.is_dir():
        return _present(path, "the images")
    for name in IMAGES:
        for ending in ENDINGS:
            for packed in ("", ".gz"):
                if (path / f"{name}{ending}{packed}").is_file():
                    return path / f"{name}{ending}{packed}"
    raise FileNotFoundError(
        f"{path} holds no {IMAGES[0]}{ENDINGS[0]}, packed (.gz) or not: which folder are MNIST's "
        "four files in?"
    )


def _present(path: Path, what: str) -> Path:
    """The file itself, or the same one packed or unpacked."""
    other = path.with_suffix("") if path.suffix == ".gz" else path.with_name(path.name + ".gz")
    for found in (path, other):
        if found.is_file():
            return found
    raise FileNotFoundError(f"{what} should be in {path}, or in {other.name}, and are not.")


def _read_idx(path: Path, axes: int) -> NDArray[np.uint8]:
    """The array in an IDX file: two zeros, type, number of axes, their lengths, the bytes.

    The format is MNIST's own; lengths are big-endian integers of four bytes.
    """
    data = path.read_bytes()
    if data.startswith(GZIP):
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError) as error:
            raise ValueError(f"{path.name} is cut short or damaged: {error}.") from error
    if data[:3] != bytes([0, 0, UNSIGNED_BYTES]) or len(data) < 4 + 4 * axes:
        raise ValueError(f"{path.name} is no IDX file of bytes: it begins with {data[:4]!r}.")
    if data[3] != axes:
        wanted = "images (3 axes)" if axes == 3 else "labels (1 axis)"
        raise ValueError(f"{path.name} has {data[3]} axes; {wanted} were expected.")
    shape = struct.unpack(f">{axes}I", data[4 : 4 + 4 * axes])
    body = data[4 + 4 * axes :]
    if len(body) != math.prod(shape):
        raise ValueError(f"{path.name} should hold {math.prod(shape)} bytes, and has {len(body)}.")
    return np.frombuffer(body, np.uint8).reshape(shape)
