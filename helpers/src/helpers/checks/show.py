"""Numbers, values and calls as a student would write them, short enough for one line."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from helpers.checks.plain import Odd, numeric
from helpers.checks.raised import Hung, Raised

ENTRIES = 8  # an array with more is told by its shape
WIDTH = 80


def number(x: complex, digits: int = 6) -> str:
    """A number with so many digits: 0.845535, 1.0, 3, True."""
    if isinstance(x, (bool, np.bool_)):
        return str(bool(x))
    if isinstance(x, (int, np.integer)):
        return str(int(x)) if abs(int(x)) < 10**15 else f"{float(x):.{digits}g}"
    if isinstance(x, (float, np.floating)):
        text = f"{float(x):.{digits}g}"
        return text if any(mark in text for mark in ".ena") else f"{text}.0"
    return f"{complex(x):.{digits}g}"


def value(x: object, digits: int = 6) -> str:
    """A plain value; a long one by its kind and size."""
    array = numeric(x)
    if array is not None and array.shape == ():
        return number(array.item(), digits)
    if array is not None:
        return _array(array, digits)
    if isinstance(x, Odd):
        return thing(x)
    if isinstance(x, Raised):
        return x.error
    if isinstance(x, Hung):
        return "no answer"
    return _container(x, digits)


def _array(array: np.ndarray, digits: int) -> str:
    if array.size > ENTRIES:
        return f"an array of shape {array.shape}"
    return _nested(array.tolist(), digits)


def _nested(items: object, digits: int) -> str:
    if isinstance(items, list):
        return "[" + ", ".join(_nested(item, digits) for item in items) + "]"
    return number(items, digits)  # type: ignore[arg-type]  # tolist() gives numbers in lists


def _container(x: object, digits: int) -> str:
    if isinstance(x, Mapping):
        text = "{" + ", ".join(f"{k!r}: {value(v, digits)}" for k, v in x.items()) + "}"
    elif isinstance(x, (list, tuple)):
        inner = ", ".join(value(item, digits) for item in x)
        text = f"[{inner}]" if isinstance(x, list) else f"({inner}{',' * (len(x) == 1)})"
    else:
        text = repr(x)
    return text if len(text) <= WIDTH else f"{article(type(x).__name__)} of {_size(x)}"


def _size(x: object) -> str:
    return f"{len(x)} items" if isinstance(x, (Mapping, list, tuple, set, str)) else "its own"


def thing(x: object) -> str:
    """What something is, in words: "the number 1", "a function", "an object of class Tensor"."""
    if isinstance(x, Odd):
        plain = {
            "object": f"an object of class {x.name}",
            "subarray": f"an object of class {x.name}",
            "class": "a class",
        }
        return plain.get(x.kind, article(x.kind))
    if x is None:
        return "None"
    array = numeric(x)
    if array is not None:
        return f"the number {value(x)}" if array.shape == () else f"an array {array.shape}"
    return f"the text {value(x)}" if isinstance(x, str) else article(type(x).__name__)


def article(word: str) -> str:
    """a list, an array"""
    return f"{'an' if word[:1].lower() in 'aeio' else 'a'} {word}"


def pair(got: object, want: object) -> tuple[str, str]:
    """Both values with as many digits as it takes to tell them apart."""
    for digits in (6, 9, 12, 17):
        texts = value(got, digits), value(want, digits)
        if texts[0] != texts[1]:
            break
    return texts


def call(name: str, args: tuple[object, ...], kwargs: Mapping[str, object]) -> str:
    """A call as it could be typed: perceptron(1, 0, b=-2.0)."""
    parts = [argument(item) for item in args]
    parts += [f"{key}={argument(item)}" for key, item in kwargs.items()]
    return f"{name}({', '.join(parts)})"


def argument(x: object) -> str:
    """One argument: an array as the code that makes it, a function by its name."""
    if isinstance(x, np.ndarray) and x.ndim > 0 and x.size <= ENTRIES:
        return f"np.array({value(x)})"
    if isinstance(x, np.random.Generator):
        return "rng"
    if callable(x):
        return str(getattr(x, "__name__", "f"))
    return value(x)
