"""Imports nbgrader's database without its server extensions: in one second instead of three.

`import nbgrader` loads the formgrader and with it a web server, of which grading uses nothing. Here
the package is put in place without running its `__init__`; that runs as soon as anybody asks the
package for anything, so for all others it is what it always is.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

# jsonschema compiles a grammar of web addresses at import, where it finds this; 0.7 seconds.
GRAMMAR = "rfc3987_syntax"


def import_nbgrader() -> None:
    """Import `nbgrader.api`, by the short way if nbgrader is not imported yet."""
    package = None if "nbgrader" in sys.modules else _unopened("nbgrader")
    spared = GRAMMAR not in sys.modules
    if spared:
        sys.modules[GRAMMAR] = None  # type: ignore[assignment]  # Python's sign for "not there"
    try:
        import nbgrader.api  # noqa: F401  # for the modules it brings
    finally:
        if spared:
            del sys.modules[GRAMMAR]
        if package:
            _open_when_asked(package)


def _unopened(name: str) -> ModuleType:
    """A package in its place, with nothing in it."""
    spec = find_spec(name)
    if spec is None:
        raise ModuleNotFoundError(f"The package {name} is not installed.")
    sys.modules[name] = module_from_spec(spec)
    return sys.modules[name]


def _open_when_asked(package: ModuleType) -> None:
    """Let the package run its `__init__` when it is first asked for a name it does not have."""

    def ask(name: str) -> Any:
        spec = package.__spec__
        if (name.startswith("__") and name != "__version__") or not (spec and spec.loader):
            raise AttributeError(name)  # Python's own questions
        del package.__getattr__
        spec.loader.exec_module(package)
        return getattr(package, name)

    package.__getattr__ = ask  # type: ignore[method-assign]  # PEP 562
