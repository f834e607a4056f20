"""The names that a test cell sees.

Its own, then the locked set-up cells', then the built-ins, and only then a contract name, which is
the candidate's object; anything else is a NameError. So a student who defines `abs` or
`assert_allclose` changes nothing for the test.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import io
import random
from collections.abc import Callable, Collection, Iterator
from functools import _lru_cache_wrapper, lru_cache
from typing import Any

import numpy as np
import numpy.random
import numpy.testing  # both would else be loaded in each examiner anew, by the first test that asks

from .keeping import Keeper

TEST_MODULE = "test"
MOST_KEPT = 20_000  # characters of a source


class Names(dict[str, Any]):
    """Globals of a test cell; a name that nobody has is asked for each time, never kept."""

    def __init__(self) -> None:
        super().__init__(__name__=TEST_MODULE, __builtins__=builtins)
        self._fetch: Callable[[str], Any] | None = None
        self._contract: Collection[str] = ()

    def attach(self, fetch: Callable[[str], Any], contract: Collection[str]) -> None:
        """From now on contract names are the candidate's."""
        self._fetch = fetch
        self._contract = contract

    def __missing__(self, name: str) -> Any:
        if hasattr(builtins, name):
            return getattr(builtins, name)
        if self._fetch is None or name not in self._contract:
            raise KeyError(name)
        return self._fetch(name)


@contextlib.contextmanager
def undisturbed(names: Names, keeper: Keeper) -> Iterator[None]:
    """Afterwards the names, their data and this process's random numbers are as they were."""
    before, floats = dict(names), np.geterr()
    generators = random.getstate(), np.random.get_state()
    keeper.keep_all([value for name, value in before.items() if name != "__builtins__"])
    try:
        yield
    finally:
        keeper.put_back()
        names.clear()
        names.update(before)
        random.setstate(generators[0])
        np.random.set_state(generators[1])
        np.seterr(**floats)


@lru_cache(maxsize=8)
def prepared(setup: tuple[str, ...]) -> Names:
    """A namespace in which these set-up cells have run, once a process.

    Every examiner is forked from the process that holds it. The cells are the instructor's; lines
    with magics are left out.
    """
    names = Names()
    with contextlib.redirect_stdout(io.StringIO()):
        for number, source in enumerate(setup):
            code = compile(without_magics(source), f"<setup {number}>", "exec", dont_inherit=True)
            exec(code, names)
    return names


def without_magics(source: str) -> str:
    """The cell with IPython's lines blanked where it is not Python; line numbers stay."""
    try:
        ast.parse(source)
    except SyntaxError:
        pass
    else:
        return source
    lines = source.splitlines()
    return "\n".join("" if line.lstrip().startswith(("%", "!")) else line for line in lines)


def used(source: str, contract: Collection[str]) -> list[str]:
    """Contract names that a test cell reads, in order of appearance."""
    return [name for name in _remembered(_read, source) if name in contract]


def bound(source: str, contract: Collection[str]) -> list[str]:
    """Contract names that a student's cell would bind; by likeness where it does not parse."""
    return [name for name in _remembered(_bound, source) if name in contract]


def _remembered(find: _lru_cache_wrapper[tuple[str, ...]], source: str) -> tuple[str, ...]:
    """What is found in a cell: most are the same in every submission. Giants are not kept."""
    return find(source) if len(source) <= MOST_KEPT else find.__wrapped__(source)


@lru_cache(maxsize=1024)
def _read(source: str) -> tuple[str, ...]:
    try:
        tree = ast.parse(without_magics(source))
    except SyntaxError:
        return ()
    found = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1024)
def _bound(source: str) -> tuple[str, ...]:
    try:
        tree = ast.parse(without_magics(source))
    except SyntaxError:
        words = source.replace("(", " ").replace(":", " ").replace("=", " ").split()
        return tuple(dict.fromkeys(words))
    return tuple(dict.fromkeys(_stored(tree)))


def _stored(node: ast.AST) -> Iterator[str]:
    """Names that running this binds, not looking into functions and classes."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield child.name
        elif isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store):
            yield child.id
        elif not isinstance(child, ast.Lambda):
            yield from _stored(child)
