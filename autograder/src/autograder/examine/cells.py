"""Runs a notebook's code cells in the candidate: by exec, by IPython only where a cell needs it.

Magics and top-level await need IPython (which costs about 2 ms a cell); everything else is
compiled here, so that a traceback names the cell and the line. The value of a last expression is
shown, as in a notebook; figures are closed after each cell.
"""

from __future__ import annotations

import ast
import base64
import builtins
import io
import linecache
import re
import subprocess
import sys
from types import CodeType, ModuleType
from typing import Any

from .errors import place, trace
from .faults import Stop
from .output import Buffer

_PERHAPS = re.compile(r"[%!?]|\bawait\b|\basync\b")  # there is no other reason to load IPython
MAX_RESULT = 20_000
MAX_PICTURE = 2**20
Output = tuple[str, str, str]  # stream, name, text | result, "", text | picture, "", base64
Failure = tuple[str, str, str, int, str]  # class, text, cell, line, traceback


class Cells:
    """The student's namespace, a module of its own."""

    def __init__(self, buffer: Buffer) -> None:
        self._buffer = buffer
        self._module = ModuleType("__main__")
        self._shell: Any = None
        self.names: dict[str, Any] = vars(self._module)
        self.names["display"] = _display
        self.names["__builtins__"] = builtins
        sys.modules["__main__"] = self._module  # where dataclasses and pickle look names up

    def run(
        self, cell: str, source: str, pictures: bool
    ) -> tuple[tuple[Output, ...], Failure | None]:
        """Run one cell: what it showed, and how it failed (None if it did not)."""
        failure: Failure | None = None
        shown: Any = None
        self.names.pop("__warningregistry__", None)  # a notebook warns again in each cell
        try:
            shown = self._execute(cell, source)
        except Stop:
            raise
        except BaseException as error:  # SystemExit, asyncio.CancelledError, a class of their own
            failure = describe(error)
        outputs = [("stream", name, text) for name, text in _streams(self._buffer.drain())]
        if shown is not None:
            outputs.append(("result", "", shown))
        return (*outputs, *_figures(pictures)), failure

    def _execute(self, cell: str, source: str) -> str | None:
        name = f"<cell {cell}>"
        linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
        try:
            tree = ast.parse(source, name)
            body, last = _split(tree, name)
        except SyntaxError:
            if not _needs_ipython(source):
                raise
            self._by_ipython(source)
            return None
        if "get_ipython" in source:
            self._by_ipython(source)
            return None
        exec(body, self.names)
        if last is None:
            return None
        value = eval(last, self.names)
        if value is None:
            return None
        self.names["_"] = value
        return repr(value)[:MAX_RESULT]

    def _by_ipython(self, source: str) -> None:
        if self._shell is None:
            self._shell = _shell(self._module)
        result = self._shell.run_cell(source)
        error = result.error_before_exec or result.error_in_exec
        if error is not None:
            raise error


def _shell(module: ModuleType) -> Any:
    """IPython without history, screen and tracebacks of its own: the failure has those."""
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    shell = InteractiveShell.instance(user_module=module, config=config)
    shell.enable_matplotlib = lambda gui=None: (None, None)
    shell.enable_gui = lambda gui=None: None
    shell.showtraceback = lambda *args, **kwargs: None
    shell.showsyntaxerror = lambda *args, **kwargs: None
    shell.system = lambda command: _system(shell.var_expand(command, depth=1))
    return shell


def _system(command: str) -> None:
    """A line that begins with `!`. IPython's own way needs a terminal, which is not here."""
    done = subprocess.run(command, shell=True, stdin=subprocess.DEVNULL, capture_output=True)
    for stream, raw in ((sys.stdout, done.stdout), (sys.stderr, done.stderr)):
        if raw:
            stream.write(raw.decode(errors="replace"))


def describe(error: BaseException) -> Failure:
    """Class, text, cell, line and traceback of an exception in a cell."""
    try:
        text = str(error)[:2000]
    except Exception:  # a student's __str__
        text = ""
    return (type(error).__name__[:100], text, *place(error), trace(error))


def _split(tree: ast.Module, name: str) -> tuple[CodeType, CodeType | None]:
    """The statements, and the expression at the end whose value is shown."""
    last: CodeType | None = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        expression = tree.body.pop()
        assert isinstance(expression, ast.Expr)
        last = compile(ast.Expression(expression.value), name, "eval", dont_inherit=True)
    return compile(tree, name, "exec", dont_inherit=True), last


def _needs_ipython(source: str) -> bool:
    """Whether a cell that is not Python is one with magics or top-level await."""
    if not _PERHAPS.search(source):
        return False
    from IPython.core.inputtransformer2 import TransformerManager

    try:
        changed = TransformerManager().transform_cell(source)
        compile(changed, "", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    except SyntaxError:
        return False
    return True


def _display(*values: Any, **_: Any) -> None:
    for value in values:
        print(repr(value)[:MAX_RESULT])


def _streams(pieces: list[list[str]]) -> list[tuple[str, str]]:
    """Output as notebook streams: a warning is text on stderr."""
    return [
        (name, text) if name.startswith("std") else ("stderr", f"{name}: {text}\n")
        for name, text in pieces
    ]


def _figures(wanted: bool) -> list[Output]:
    """The open figures as PNG, if wanted; they are closed either way."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is None:
        return []
    pictures: list[Output] = []
    try:
        for number in pyplot.get_fignums()[:10] if wanted else ():
            png = io.BytesIO()
            pyplot.figure(number).savefig(png, format="png", dpi=72)
            if png.tell() <= MAX_PICTURE:
                pictures.append(("picture", "", base64.b64encode(png.getvalue()).decode()))
        pyplot.close("all")
    except Exception:  # a figure that cannot be drawn is not shown
        return pictures
    return pictures
