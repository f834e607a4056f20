"""Probe inputs and expected numbers as JSON (and TOML) and back.

Numbers, text, lists and tables stand for themselves. What JSON has no form for is a table with
one of these keys: array (with dtype), tuple, set, pairs (a dict in its order, any keys),
float ("nan", "inf", "-inf"), complex, rng (a seed), function (a name in helpers.checks.given),
ref (a value that the case named), odd, raised, hung.
In checks.toml also normal = [shape] and uniform = [shape], with seed: arrays drawn at build.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from helpers.checks import given
from helpers.checks.plain import Odd
from helpers.checks.raised import Hung, Raised

Json = Any  # what json.loads returns
DIGITS = 12  # expected numbers keep this many: tighter than any tolerance, same on every machine
DRAWN = frozenset({"normal", "uniform"})
PLAIN = frozenset({"array", "tuple", "set", "pairs", "float", "complex"})
MARKS = DRAWN | PLAIN | {"rng", "function", "ref", "odd", "raised", "hung"}


def decode(data: Json, named: Mapping[str, object] | None = None) -> object:
    """A fresh value from its JSON form; named holds what {ref = ...} may point to."""
    if isinstance(data, list):
        return [decode(item, named) for item in data]
    if not isinstance(data, dict):
        return data
    marks = [key for key in data if key in MARKS]
    if len(marks) != 1:
        return {key: decode(item, named) for key, item in data.items()}
    return _decode_marked(marks[0], data, named or {})


def _decode_marked(mark: str, data: dict[str, Json], named: Mapping[str, object]) -> object:
    body = data[mark]
    match mark:
        case "array":
            return np.array(decode(body), dtype=data.get("dtype", "float64"))
        case "normal":
            return np.random.default_rng(data.get("seed", 0)).normal(size=body)
        case "uniform":
            return np.random.default_rng(data.get("seed", 0)).uniform(-1, 1, size=body)
        case "tuple":
            return tuple(decode(item, named) for item in body)
        case "set":
            return {decode(item, named) for item in body}
        case "pairs":
            return {decode(key): decode(item, named) for key, item in body}
        case "float":
            return float(body)
        case "complex":
            return complex(*body)
        case "rng":
            return np.random.default_rng(body)
        case "function":
            return given.Given(given.FUNCTIONS[body])
        case "ref":
            return named[body]
        case "odd":
            return Odd(*body)
        case "raised":
            return Raised(*body)
        case _:
            return Hung()


def encode(value: object) -> Json:
    """The JSON form of a plain value (of helpers.checks.plain), floats to DIGITS digits."""
    if isinstance(value, np.ndarray):
        return {"array": encode(value.tolist()), "dtype": value.dtype.name}
    if isinstance(value, np.generic):
        return encode(value.item())
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}") if math.isfinite(value) else {"float": str(value)}
    if isinstance(value, complex):
        return {"complex": [encode(value.real), encode(value.imag)]}
    if isinstance(value, list):
        return [encode(item) for item in value]
    if isinstance(value, tuple):
        return {"tuple": [encode(item) for item in value]}
    if isinstance(value, (set, frozenset)):
        return {"set": sorted((encode(item) for item in value), key=str)}
    if isinstance(value, Mapping):  # as pairs: the order of its parts must outlive sorted JSON
        return {"pairs": [[encode(key), encode(item)] for key, item in value.items()]}
    return _encode_other(value)


def _encode_other(value: object) -> Json:
    if isinstance(value, Odd):
        return {"odd": [value.kind, value.name]}
    if isinstance(value, Raised):
        return {"raised": [value.error, value.text]}
    if isinstance(value, Hung):
        return {"hung": True}
    if value is ...:
        return {"odd": ["ellipsis", "ellipsis"]}
    return value


def settled(data: Json) -> Json:
    """The same data with every drawn array replaced by its numbers (done once, at build)."""
    if isinstance(data, list):
        return [settled(item) for item in data]
    if isinstance(data, dict):
        if DRAWN & data.keys():
            return encode(decode(data))
        return {key: settled(item) for key, item in data.items()}
    return data
