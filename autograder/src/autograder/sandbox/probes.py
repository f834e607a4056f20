"""Small attacks that a candidate of `autograder doctor` and of the tests runs on its own sandbox.

Each takes plain values and returns what it managed to do. None reaches for anything but what the
examiner's side prepared as a target: a listener on the loopback device, a file to read.
"""

from __future__ import annotations

import json
import os
import socket


def serve(sock: socket.socket) -> None:
    """Answer {"probe": name, "arguments": {...}} lines with {"found": ...} lines."""
    with sock, sock.makefile("rw") as lines:
        for line in lines:
            request = json.loads(line)
            found = globals()["probe_" + request["probe"]](**request["arguments"])
            lines.write(json.dumps({"found": found}) + "\n")
            lines.flush()


def probe_identity() -> dict[str, object]:
    """Who and where this is."""
    return {"pid": os.getpid(), "uid": os.getuid(), "cwd": os.getcwd()}
