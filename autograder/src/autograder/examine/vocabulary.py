"""Types and functions that both processes have and that cross by name, from fixed tables."""

from __future__ import annotations

import builtins
import math
from types import ModuleType
from typing import Any

import numpy as np

# Exact NumPy scalar types of plain dtypes.
SCALARS = frozenset(
    {np.bool_, np.str_, np.bytes_} | {np.dtype(code).type for code in "bBhHiIlLqQefdgFDG"}
)


def _types() -> dict[str, type]:
    found = {
        f"builtins.{name}": value
        for name, value in vars(builtins).items()
        if isinstance(value, type) and not name.startswith("_")
    }
    for kind in (*SCALARS, np.ndarray, np.generic, np.number, np.integer, np.floating):
        found[f"numpy.{kind.__name__}"] = kind
    return found


def _functions() -> dict[str, Any]:
    """Public functions of numpy, numpy.linalg and math; built-ins stay out (`open`, `exec`)."""
    found: dict[str, Any] = {}
    for module in (math, np, np.linalg):
        for name, value in vars(module).items():
            ours = callable(value) and not isinstance(value, type | ModuleType)
            if ours and not name.startswith("_") and not hasattr(builtins, name):
                found[f"{module.__name__}.{name}"] = value
    for name in ("abs", "max", "min", "sum", "round", "pow"):  # numpy's own of these names
        found[f"numpy.{name}"] = getattr(np, name)
    return found


TYPES = _types()
NAME_OF_TYPE = {kind: name for name, kind in TYPES.items()}
FUNCTIONS = _functions()
NAME_OF_FUNCTION = {id(value): name for name, value in FUNCTIONS.items()}
for _name in ("abs", "len", "max", "min", "sum", "round", "sorted", "pow", "divmod"):
    FUNCTIONS[f"builtins.{_name}"] = getattr(builtins, _name)
    NAME_OF_FUNCTION[id(getattr(builtins, _name))] = f"builtins.{_name}"
