"""The warm parent: a process that has imported everything and forks a candidate on request.

Runs inside bubblewrap (or beside the examiner for `--sandbox none`), started by `warm.py`. It
never runs a student's code; what it forks does, in `launch`. It ends when the examiner does.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import signal
import site
import socket
from collections.abc import Callable
from typing import Any

from autograder.models import Limits
from autograder.sandbox import contain, filter, launch, linux, pages
from autograder.sandbox.watch import memory_of_this

Entry = Callable[[socket.socket], None]


def main(config: dict[str, Any]) -> None:
    """Import, say so, and serve requests until the examiner closes the control socket.

    Args:
        config: fd (control socket), entry ("module:function"), warm (modules to import),
            imports (statements that import more of the same packages),
            limits (fields of Limits), contained (whether candidates get namespaces),
            in_scratch (Python's folders below /tmp) and spare_user (whether root's other user
            id is there to change to).
    """
    if config["spare_user"]:
        contain.become_student()
    linux.die_with_parent()
    control = socket.socket(fileno=config["fd"])
    try:
        _warm_up(config["warm"], config["imports"])
        entry = _find(config["entry"])
        filter.prepare()
    except Exception as error:  # whatever an import raises is told to the examiner, who refuses
        control.send(json.dumps({"failed": f"{type(error).__name__}: {error}"}).encode())
        return
    limits = Limits(**config["limits"])
    kept = tuple(config["in_scratch"])
    gc.collect()
    pages.collapse()
    resident = memory_of_this()[1]
    recipe = launch.Recipe(entry, limits, config["contained"], resident, kept)
    gc.freeze()  # keeps the collector from copying shared pages into every candidate
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # launchers are reaped by the kernel
    control.send(json.dumps({"warm": True}).encode())
    _serve(control, recipe)


def _warm_up(modules: list[str], statements: list[str]) -> None:
    # Started with -S, so that no .pth file runs code; these are the built-ins that site adds.
    site.setquit()
    site.setcopyright()
    site.sethelper()
    for name in modules:
        importlib.import_module(name)
    packages = {"IPython", *(name.partition(".")[0] for name in modules)}
    for statement in statements:
        if statement.split()[1].partition(".")[0] in packages:
            with contextlib.suppress(ImportError, AttributeError):  # the cell that has it will tell
                exec(statement, {})


def _find(entry: str) -> Entry:
    module, _, function = entry.partition(":")
    found: Entry = getattr(importlib.import_module(module), function)
    return found


def _serve(control: socket.socket, recipe: launch.Recipe) -> None:
    while True:
        message, fds, _, _ = socket.recv_fds(control, 16, 2, socket.MSG_CMSG_CLOEXEC)
        if not message:
            return
        candidate_fd, status_fd = fds
        if os.fork() == 0:
            control.close()
            launch.launch(recipe, candidate_fd, status_fd)
        os.close(candidate_fd)
        os.close(status_fd)
