"""Demo of unit 08: draw a digit, and the student's own network says what it reads."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from helpers.sliders.controls import Drawing, Pad
from helpers.sliders.demo import Demo, Plan, Values
from helpers.sliders.ink import reduce
from helpers.sliders.layers import Bars, Frame, Goal, Image, Layer, Text
from helpers.sliders.palette import Theme
from helpers.sliders.scene import Panel, Scene
from helpers.sliders.student import Student

Floats = NDArray[np.float64]
WANTED = 3  # different digits to be read
SUM_OFF = 0.01  # probabilities may miss a sum of 1 by this much
# Where the demo begins: a 3 in one stroke, by hand.
THREE = """.30 .27  .36 .20  .45 .16  .55 .17  .63 .22  .67 .30  .65 .39  .58 .46  .48 .49
.57 .51  .66 .56  .70 .65  .68 .75  .60 .82  .50 .85  .39 .83  .31 .76"""
EXAMPLE = Drawing((tuple(map(float, THREE.split())),))


def drawing_pad(
    predict: object,
    size: int = 8,
    labels: Sequence[object] = range(10),
    threshold: float = 0.9,
) -> Demo:
    """A pad to draw digits on, read by predict(image) -> probabilities.

    Args:
        predict: the student's function. image is (size * size,), 0..16, row by row from the top
            left, as in `datasets.load_digits`; the answer one probability for each label.
        size: rows and columns of the image.
        labels: what the probabilities stand for, in their order.
        threshold: a digit counts as read from this probability on.
    """
    reader = Reader(Student(predict), size, tuple(map(str, labels)), threshold)
    controls = [Pad("pad", "Drawing pad", EXAMPLE)]
    scene = _scene(size, reader.labels)
    return Demo(Plan(scene, controls, reader.live, reader.rest, [reader.student]))


@dataclass(frozen=True)
class Reader:
    """A demo's fixed parts, and the labels read so far from drawings of one's own."""

    student: Student
    size: int
    labels: tuple[str, ...]
    threshold: float
    read: set[str] = field(default_factory=set)

    def rest(self, values: Values) -> Frame:
        """The picture alone."""
        image = reduce(values["pad"].strokes, self.size)
        empty = "The pad is empty: draw a digit." if not values["pad"].strokes else ""
        return Frame((self._grey(image),), empty, self._goal(), details=_in_words(image, self.size))

    def live(self, values: Values) -> Frame:
        """The picture and what the student's function reads in it."""
        drawing, rest = values["pad"], self.rest(values)
        if not drawing.strokes:
            return rest
        image = reduce(drawing.strokes, self.size)
        answer = self.student.numbers(self.student(image), (len(self.labels),))
        best = int(answer.argmax())
        sure = answer[best] >= self.threshold
        off = abs(float(answer.sum()) - 1) > SUM_OFF or float(answer.min()) < 0
        if sure and not off and not drawing.pen_down and drawing != EXAMPLE:
            self.read.add(self.labels[best])
        layers = (*rest.layers, *self._bars(answer, best))
        note = self._off(answer) if off else ""
        return Frame(layers, self._caption(answer, drawing), self._goal(), note, rest.details)

    def _grey(self, image: Floats) -> Image:
        """The image as shades of ink; layers have their first row at the bottom."""
        shades = image.reshape(self.size, self.size)[::-1] / 16
        return Image(shades, (0, self.size, 0, self.size), "ink", 1.0, smooth=False)

    def _bars(self, answer: Floats, best: int) -> list[Layer]:
        edges = np.arange(len(answer) + 1) - 0.5
        heights = np.clip(answer, 0, 1)
        around = slice(best, best + 2)
        return [
            Bars(edges, heights, "blue", alpha=0.35, panel=1),
            Bars(edges[around], heights[best : best + 1], "orange", "solid", 0.8, panel=1),
            Text(
                np.array([[best, heights[best]]]), (_percent(answer[best]),), "ink", 13, (-14, 5), 1
            ),
        ]

    def _caption(self, answer: Floats, drawing: Drawing) -> str:
        """The three likeliest labels in a sentence."""
        first, *others = np.argsort(-answer, kind="stable")[:3]
        rest = ", ".join(f"{self.labels[i]} with {_percent(answer[i])}" for i in others)
        what = "The example" if drawing == EXAMPLE else "Your drawing"
        return f"{what} reads as {self.labels[first]} with {_percent(answer[first])}; then {rest}."

    def _off(self, answer: Floats) -> str:
        if answer.min() < 0:
            found = f"{self.student.name} returned {answer.min():.3g}"
            return f"{found}; a probability is never below 0: is a softmax missing?"
        return f"The probabilities sum to {answer.sum():.3g}, not to 1: is a softmax missing?"

    def _goal(self) -> Goal:
        """How many different labels have been read from drawings of one's own."""
        words = f"Goal: {WANTED} different digits read with at least {_percent(self.threshold)}."
        if not self.read:
            return Goal(words, 0.0)
        return Goal(f"{words} So far: {', '.join(sorted(self.read))}.", len(self.read) / WANTED)


def _percent(part: float) -> str:
    return f"{100 * part:.0f} %"


def _in_words(image: Floats, size: int) -> str:
    """Which part of the picture is inked, for those who do not see it."""
    if not image.any():
        return ""
    rows = image.reshape(size, size) >= 8
    shown = "; ".join("".join("#" if on else "." for on in row) for row in rows)
    return f"The network's picture, row by row, # for ink: {shown}."


def _scene(size: int, labels: tuple[str, ...]) -> Scene:
    """The picture on the left, the probabilities on the right."""

    def no_ticks(axes: Axes, _: Theme) -> None:
        axes.set(xticks=[], yticks=[])
        axes.grid(False)

    def one_tick_a_label(axes: Axes, _: Theme) -> None:
        axes.set_xticks(range(len(labels)), labels)
        axes.grid(False, axis="x")

    title = f"what the network reads, {size} x {size}"
    side = (0.0, float(size))
    image = Panel("", "", side, side, title, equal=True, paint=no_ticks, share=1.0)
    reach = (-0.5, len(labels) - 0.5)
    bars = Panel("digit", "probability", reach, (0, 1.1), paint=one_tick_a_label, share=1.7)
    return Scene("A drawn digit, read by your network.", (image, bars), height=280, widest=700)
