"""Hints in three steps, each folded away until it is wanted; opening them costs nothing.

The words are in data/hints/<unit>.toml: ["1.2"] with idea, example and steps, in a little
Markdown: paragraphs, "- " lists, `code`, **bold**, indented or fenced code, $maths$.
"""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from helpers import messages

LEVELS = ("idea", "example", "steps")


@dataclass(frozen=True)
class Hint:
    """The three hints of an exercise; a notebook shows them as folds, one inside the other."""

    exercise: str
    texts: tuple[str, ...]
    level: int = 1  # how many of them plain text shows

    def __repr__(self) -> str:
        shown = [
            f"{self.exercise}  {messages.text(f'hint.{name}')}\n{text.strip()}"
            for name, text in zip(LEVELS[: self.level], self.texts, strict=False)
        ]
        if self.level < len(self.texts):
            more = {"exercise": self.exercise, "level": str(self.level + 1)}
            shown.append(messages.text("hint.more", **more))
        return "\n\n".join(shown)

    def _repr_html_(self) -> str:
        inner = ""
        for name, text in reversed(list(zip(LEVELS, self.texts, strict=False))):
            title = html.escape(f"{self.exercise}  {messages.text(f'hint.{name}')}")
            inner = (
                '<details class="nnbh-hint" style="margin: 0.3em 0; padding-left: 0.8em; '
                'border-left: 3px solid #3A87C8; color: inherit; line-height: 1.5">'
                f'<summary style="cursor: pointer">{title}</summary>'
                f"{as_html(text)}{inner}</details>"
            )
        return inner


@dataclass(frozen=True)
class NoHint:
    """What hint says of an exercise that it does not know."""

    message: str

    def __repr__(self) -> str:
        return self.message


def hint(exercise: str, level: int = 1) -> Hint | NoHint:
    """Three hints for an exercise: the idea, a smaller example, the steps in words.

    Args:
        exercise: the exercise's number, "1.2".
        level: where no folds can be shown (a terminal), how many of the three to print.
    """
    found = hints().get(str(exercise))
    if found is None:
        listed = ", ".join(hints()) or "none"
        return NoHint(messages.text("hint.unknown", got=str(exercise), want=listed))
    return Hint(str(exercise), found, min(max(level, 1), len(found)))


@cache
def hints() -> Mapping[str, tuple[str, ...]]:
    """All hints, by exercise."""
    found: dict[str, tuple[str, ...]] = {}
    folder = files("helpers").joinpath("data", "hints")
    for entry in sorted(folder.iterdir() if folder.is_dir() else (), key=str):
        if entry.name.endswith(".toml"):
            table = tomllib.loads(entry.read_text(encoding="utf-8"))
            found |= {name: tuple(fold[key] for key in LEVELS) for name, fold in table.items()}
    return found


def as_html(text: str) -> str:
    """The HTML of a hint's text; anything that is no Markdown stays as it was written."""
    parts = re.split(r"^```.*?\n(.*?)^```\s*$", text.strip("\n"), flags=re.M | re.S)
    shown = []
    for index, part in enumerate(parts):
        shown.append(_code(part) if index % 2 else _blocks(part))
    return "".join(shown)


def _blocks(text: str) -> str:
    shown = []
    for block in re.split(r"\n\s*\n", text.strip("\n")):
        lines = block.splitlines()
        if not block.strip():
            continue
        if all(line.startswith("    ") for line in lines):
            shown.append(_code("\n".join(line[4:] for line in lines)))
        else:
            shown.append(_prose(lines))
    return "".join(shown)


def _prose(lines: list[str]) -> str:
    """A paragraph, and the list that may follow it."""
    first = next((i for i, line in enumerate(lines) if _item(line)), len(lines))
    head, items = lines[:first], "\n".join(lines[first:])
    shown = f"<p>{_inline(' '.join(head))}</p>" if head else ""
    if items:
        ordered = bool(re.match(r"\s*\d", items))
        entries = re.split(r"^\s*(?:[-*]|\d+[.)])\s+", items, flags=re.M)[1:]
        tag = "ol" if ordered else "ul"
        listed = "".join(f"<li>{_inline(' '.join(e.split()))}</li>" for e in entries)
        shown += f"<{tag}>{listed}</{tag}>"
    return shown


def _item(line: str) -> bool:
    return re.match(r"\s*(?:[-*]|\d+[.)])\s+", line) is not None


def _code(text: str) -> str:
    code = html.escape(text.rstrip())
    return f'<pre style="color: inherit; background: none; margin: 0.3em 1em">{code}</pre>'


def _inline(text: str) -> str:
    """Code and maths are left alone; **bold** and *stress* only outside of them."""
    parts = re.split(r"(`[^`]+`|\$[^$]+\$)", text)
    return "".join(_span(part) for part in parts)


def _span(part: str) -> str:
    safe = html.escape(part, quote=False)
    if part.startswith("`") and part.endswith("`") and len(part) > 2:
        return f"<code>{safe[1:-1]}</code>"
    if part.startswith("$"):
        return safe
    safe = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", safe)
    return re.sub(r"(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])", r"<em>\1</em>", safe)
