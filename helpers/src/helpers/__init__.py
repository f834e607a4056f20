"""Checks, hints, plots, data and sliders for Neural Networks by Hand.

Names are loaded when first used: `import helpers` itself loads nothing, and no widget code is
loaded before a slider is made.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpers import datasets as datasets
    from helpers import plots as plots
    from helpers import sliders as sliders
    from helpers.checks import check as check
    from helpers.hints import hint as hint
    from helpers.progress_line import progress as progress

__all__ = ["check", "datasets", "hint", "plots", "progress", "sliders"]

_FUNCTIONS = {"check": "checks", "hint": "hints", "progress": "progress_line"}
_MODULES = frozenset({"datasets", "plots", "sliders"})


def __getattr__(name: str) -> object:
    """Load a public name on first use (PEP 562)."""
    if name in _FUNCTIONS:
        return getattr(import_module(f"helpers.{_FUNCTIONS[name]}"), name)
    if name in _MODULES:
        return import_module(f"helpers.{name}")
    raise AttributeError(f"module 'helpers' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
