"""The controls of a demo: small descriptions; controls.js makes them in the browser.

A control stands on one of its places, counted from 0. Places are what travels to the browser and
back: with floats the browser's rounding would move a slider by itself. A pad's place is a drawing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Slider:
    """A number between low and high in equal steps."""

    name: str
    label: str
    low: float
    high: float
    step: float
    value: float

    @property
    def last(self) -> int:
        """The last place."""
        return round((self.high - self.low) / self.step)

    def at(self, place: int) -> float:
        """The number at a place."""
        return round(self.low + place * self.step, 10)

    def place(self, value: float) -> int:
        """The place nearest to a number."""
        return round((min(max(value, self.low), self.high) - self.low) / self.step)

    def wire(self) -> dict[str, Any]:
        """The slider as the browser receives it, with the words for its places."""
        digits = len(f"{self.step:g}".partition(".")[2])
        words = [f"{self.at(place):.{digits}f}" for place in range(self.last + 1)]
        return {"kind": "slider", "last": self.last, "words": words}


@dataclass(frozen=True)
class Choice:
    """One of a few words."""

    name: str
    label: str
    options: tuple[str, ...]
    value: str

    @property
    def last(self) -> int:
        """The last place."""
        return len(self.options) - 1

    def at(self, place: int) -> str:
        """The word at a place."""
        return self.options[place]

    def place(self, value: str) -> int:
        """The place of a word."""
        return self.options.index(value)

    def wire(self) -> dict[str, Any]:
        """The choice as the browser receives it."""
        return {"kind": "choice", "words": list(self.options)}


@dataclass(frozen=True)
class Steps:
    """A slider over 0..last with buttons back and next."""

    name: str
    label: str
    last: int
    value: int = 0

    def at(self, place: int) -> int:
        """The step itself."""
        return place

    def place(self, value: int) -> int:
        """The step itself, from 0 on."""
        return max(int(value), 0)

    def wire(self) -> dict[str, Any]:
        """The steps as the browser receives them."""
        return {"kind": "steps", "last": self.last}


@dataclass(frozen=True)
class Button:
    """A button; pressing it raises its count by one."""

    name: str
    label: str
    tooltip: str = ""
    value: int = 0

    def at(self, place: int) -> int:
        """The count itself."""
        return place

    def place(self, value: int) -> int:
        """The count itself."""
        return int(value)

    def wire(self) -> dict[str, Any]:
        """The button as the browser receives it."""
        return {"kind": "button", "tooltip": self.tooltip}


@dataclass(frozen=True)
class Drawing:
    """Strokes, each the pen's positions x0, y0, x1, y1, ... on a pad of side 1, y downwards.

    Args:
        pen_down: whether the last stroke is still being drawn.
    """

    strokes: Sequence[Sequence[float]] = ()
    pen_down: bool = False


@dataclass(frozen=True)
class Pad:
    """A square to draw on, with a pen for mouse, touch and keyboard, and a clear button."""

    name: str
    label: str
    value: Drawing

    def at(self, place: Mapping[str, Any]) -> Drawing:
        """The drawing that the browser sent."""
        return Drawing(tuple(map(tuple, place["strokes"])), place["pen_down"])

    def place(self, value: Drawing) -> dict[str, Any]:
        """The drawing as the browser receives it."""
        return {"strokes": [list(stroke) for stroke in value.strokes], "pen_down": value.pen_down}

    def wire(self) -> dict[str, Any]:
        """The empty pad."""
        return {"kind": "pad"}


Control = Slider | Choice | Steps | Button | Pad


def wire_control(control: Control) -> dict[str, Any]:
    """A control as the browser receives it: name, label, and what its kind adds."""
    return {"name": control.name, "label": control.label, **control.wire()}
