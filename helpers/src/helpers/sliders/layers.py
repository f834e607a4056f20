"""What a demo draws: frozen layers, and the frame that holds one redraw of them.

Numbers travel to the browser in one float32 buffer a frame, everything else as JSON. The same
layers are drawn by draw.js in a notebook and by still.py where there are no widgets.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Dash = Literal["solid", "dashed", "dotted", "dashdot"]
Marker = Literal["circle", "square", "triangle", "diamond", "cross", "plus", "star", "ring"]


@dataclass(frozen=True)
class Line:
    """A polyline through xy (n, 2); a row of NaN lifts the pen."""

    xy: Floats
    color: str = "blue"
    dash: Dash = "solid"
    width: float = 2.0
    alpha: float = 1.0
    panel: int = 0


@dataclass(frozen=True)
class Points:
    """Markers at xy (n, 2); size is the diameter in CSS pixels."""

    xy: Floats
    color: str = "blue"
    marker: Marker = "circle"
    size: float = 8.0
    hollow: bool = False
    alpha: float = 1.0
    panel: int = 0


@dataclass(frozen=True)
class Arrows:
    """Arrows, one per row of xyxy (n, 4): tail x, tail y, head x, head y."""

    xyxy: Floats
    color: str = "ink"
    width: float = 2.0
    panel: int = 0


@dataclass(frozen=True)
class Bars:
    """A histogram: edges (n + 1,) and heights (n,), outlined in its own line style."""

    edges: Floats
    heights: Floats
    color: str = "blue"
    dash: Dash = "solid"
    alpha: float = 0.45
    panel: int = 0


@dataclass(frozen=True)
class Image:
    """values (rows, columns) between 0 and 1 as the opacity of one colour, first row at the bottom.

    extent is (left, right, bottom, top) in data coordinates; NaN is clear.
    """

    values: Floats
    extent: tuple[float, float, float, float]
    color: str = "sky"
    alpha: float = 0.35
    smooth: bool = True
    panel: int = 0
    columns: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", int(self.values.shape[1]))


@dataclass(frozen=True)
class Text:
    """words[i] beside xy[i], shifted by offset (right, up) in CSS pixels."""

    xy: Floats
    words: tuple[str, ...]
    color: str = "ink"
    size: float = 13.0
    offset: tuple[float, float] = (8.0, 8.0)
    panel: int = 0


Layer = Line | Points | Arrows | Bars | Image | Text


@dataclass(frozen=True)
class Goal:
    """How near the student is: a sentence, and a fraction of 1 (1 only when it is reached)."""

    words: str
    fraction: float

    @property
    def reached(self) -> bool:
        """Whether the goal is reached."""
        return self.fraction >= 1.0


@dataclass(frozen=True)
class Frame:
    """One redraw of a demo.

    Args:
        caption: the values in a line.
        note: what is the matter with the student's function, if anything is.
        details: more words for the alt text.
        last: new last places of controls, by name, where the frame decides them.
    """

    layers: tuple[Layer, ...] = ()
    caption: str = ""
    goal: Goal | None = None
    note: str = ""
    details: str = ""
    last: Mapping[str, int] = field(default_factory=dict)

    def alt(self, title: str) -> str:
        """The picture in words, for readers who do not see it."""
        goal = self.goal.words if self.goal else ""
        return " ".join(
            part for part in (title, self.caption, self.details, goal, self.note) if part
        )


class Numbers:
    """The arrays of a frame, one after another in a single float32 buffer."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.count = 0

    def add(self, array: Floats) -> tuple[int, int]:
        """Put an array behind the others: the place of its first number, and how many they are."""
        place = self.count, array.size
        self.parts.append(array.astype(np.float32).tobytes())
        self.count += array.size
        return place

    def buffer(self) -> bytes:
        """All the numbers."""
        return b"".join(self.parts)


def wire(layer: Layer, numbers: Numbers) -> dict[str, Any]:
    """A layer as the browser receives it: its kind, its options, where its arrays stand."""
    message: dict[str, Any] = {"kind": type(layer).__name__.lower()}
    for name, value in vars(layer).items():
        message[name] = numbers.add(value) if isinstance(value, np.ndarray) else value
    return message


def wire_frame(frame: Frame, title: str) -> tuple[dict[str, Any], bytes]:
    """A frame as the browser receives it: a message, and the numbers of its layers."""
    numbers = Numbers()
    message = {
        "layers": [wire(layer, numbers) for layer in frame.layers],
        "caption": frame.caption,
        "goal": frame.goal and {"words": frame.goal.words, "fraction": frame.goal.fraction},
        "note": frame.note,
        "alt": frame.alt(title),
    }
    return message, numbers.buffer()
