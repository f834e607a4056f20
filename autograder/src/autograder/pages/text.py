"""Make text that a student wrote safe to look at.

HTML escaping is the template's work (autoescape). What is left is text that would deceive the
eye or break a file: terminal colours, control and bidirectional characters, half characters
(lone surrogates), and far too much of it.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

# CSI sequences (colours, cursor), OSC sequences (titles, links), then two-character escapes.
_TERMINAL = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?"
    r"|\x1b[ -/]*[0-Z\\^_`a-z{|}~]"
)
# Characters that show nothing, or turn the characters around them: a reader has to see them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b"
    "\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff0-\uffff\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)


def clean(text: str) -> str:
    """Drop terminal codes and spell out every character that could not be seen.

    >>> clean("a\\x1b[31mb\\u202ec")
    'ab⟨U+202E⟩c'
    """
    return spelled(_plain(text))


def capped(text: str, limit: int) -> str:
    """Clean text, cut after `limit` characters, with a last line that says how many are missing."""
    plain = _plain(text)
    missing = len(plain) - limit
    if missing <= 0:
        return spelled(plain)
    return f"{spelled(plain[:limit])}\n... {missing:,} more characters"


def _plain(text: str) -> str:
    lines = _TERMINAL.sub("", text).replace("\r\n", "\n").split("\n")
    # A carriage return goes back to the line's start, as progress bars do: the last write stays.
    return "\n".join(line.rstrip("\r").rpartition("\r")[2] for line in lines)


def spelled(text: str) -> str:
    """Every character that could not be seen as its number, in brackets."""
    return _UNSEEN.sub(lambda hit: f"⟨U+{ord(hit[0]):04X}⟩", text)


def with_code(text: str) -> Markup:
    """Escaped text in which `names between backticks` are set as code."""
    return Markup(re.sub(r"`([^`\n]{1,120})`", r"<code>\1</code>", str(escape(text))))


def number(points: float) -> str:
    """Points without needless zeros: 2, 1.5, 0.25."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 point", "3 points"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def duration(seconds: float) -> str:
    """A time span in its two largest units: "2 days 3 hours", "5 minutes"."""
    minutes = max(1, int(seconds // 60))
    days, rest = divmod(minutes, 24 * 60)
    hours, rest = divmod(rest, 60)
    parts = [(days, "day"), (hours, "hour"), (0 if days else rest, "minute")]
    return " ".join(plural(count, name) for count, name in parts if count)
