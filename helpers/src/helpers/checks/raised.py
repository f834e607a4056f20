"""A student's exception in one line: its class, its text and their own line, never a traceback."""

from __future__ import annotations

import linecache
import re
import sysconfig
import traceback
from dataclasses import dataclass, field

FOREIGN = (  # where modules are that no student wrote
    *{sysconfig.get_path(name) for name in ("stdlib", "platlib", "purelib")},
    "<frozen",
)
TEXT = 200  # characters of an exception's text that are told
SOURCE = 80  # and of the line that raised it


@dataclass(frozen=True)
class Raised:
    """An exception that came out of a student's function."""

    error: str  # class name
    text: str
    line: str = field(default="", compare=False)  # where in their code, ready to be shown

    def like(self, other: object) -> bool:
        """Same class, and the same text but for names and numbers (a text may be withheld)."""
        if not isinstance(other, Raised) or other.error != self.error:
            return False
        mine, theirs = _shape(self.text), _shape(other.text)
        return not mine or not theirs or mine == theirs


@dataclass(frozen=True)
class Hung:
    """The function did not come back in time."""


def _shape(text: str) -> str:
    return re.sub(r"\d+|'[^']*'", "_", text)


def told(error: BaseException) -> Raised:
    """What there is to say of an exception, asking the exception as little as possible."""
    try:
        text = " ".join(str(error).split())
    except Exception:  # a __str__ of the student's own may fail too
        text = ""
    if len(text) > TEXT:
        text = text[: TEXT - 3] + "..."
    if isinstance(error, SystemExit):
        text = ""  # its argument is an exit status
    return Raised(type(error).__name__, text, _line(error))


def _line(error: BaseException) -> str:
    """The innermost line that is the student's own: no library's, no package's."""
    own = [
        (frame, line)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if not frame.f_globals.get("__package__")
        and not frame.f_code.co_filename.startswith(FOREIGN)
    ]
    if not own:
        return ""
    frame, line = own[-1]
    source = linecache.getline(frame.f_code.co_filename, line).strip()
    where = f"line {line} of {frame.f_code.co_name}"
    return f"{where}: {source[:SOURCE]}" if source else where
