"""Demo of unit 07: dropout makes many thin nets of one; their average speaks like the whole net.

Left one thin net, units that the student's mask dropped drawn hollow; right the average answer of
the first 1, 2, 3, ... thin nets. All masks come from one call of the student's function.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from helpers.sliders.controls import Button, Control, Slider
from helpers.sliders.demo import Demo, Plan, Values
from helpers.sliders.layers import Frame, Goal, Layer, Line, Points
from helpers.sliders.palette import Theme
from helpers.sliders.scene import POINTS, Panel, Scene
from helpers.sliders.student import Student, Trouble

Floats = NDArray[np.float64]
HIDDEN = np.array([1.2, 0.4, 2.0, 0.9, 1.6, 0.7])  # what the hidden units say for one sample
WEIGHTS = np.array([1.0, 2.0, 0.6, 1.5, 0.8, 1.3])  # from each of them to the output
WHOLE = float(HIDDEN @ WEIGHTS)
INPUTS, MOST, SEED = 3, 400, 7
NEAR, SHARE, LEAST = 0.05, 0.6, 100  # how near the average of how many nets, by which keep_prob
HEIGHTS = np.linspace(1.0, -1.0, len(HIDDEN))


def thin_nets(dropout_forward: object) -> Demo:
    """Sliders for keep_prob and for how many thin nets are averaged.

    Args:
        dropout_forward: (A, keep_prob, rng) -> (out, mask), all of one shape.
    """
    student = Student(dropout_forward)
    controls: list[Control] = [
        Slider("keep", "keep_prob", 0.1, 1, 0.1, 0.8),
        Slider("nets", "thin nets", 1, MOST, 1, 1),
        Button("draw", "Other masks", "Draw all masks anew"),
    ]

    def live(values: Values) -> Frame:
        return _live(student, values)

    def rest(values: Values) -> Frame:
        return Frame(tuple(_net(np.ones(len(HIDDEN)))), f"The whole net answers {WHOLE:.2f}.")

    return Demo(Plan(_scene(), controls, live, rest, [student]))


def _scene() -> Scene:
    net = Panel("layer", "", (-0.4, 2.4), (-1.3, 1.3), "the last of the thin nets")
    answers = Panel(
        "thin nets averaged",
        "answer",
        (0, MOST + 5),
        (0, 2 * WHOLE),
        "their average answer",
        paint=_whole(),
        share=1.3,
    )
    return Scene("A net of six hidden units, thinned by dropout.", (net, answers), height=340)


def _whole() -> Callable[[Axes, Theme], None]:
    def paint(axes: Axes, theme: Theme) -> None:
        axes.axhline(WHOLE, color=theme.ink, linewidth=1.6 * POINTS, linestyle="--")
        axes.text(250, WHOLE * 1.06, "the whole net", color=theme.ink, fontsize=10.5 * POINTS)

    return paint


def _live(student: Student, values: Values) -> Frame:
    keep, nets = float(values["keep"]), int(values["nets"])
    layers = np.tile(HIDDEN, (MOST, 1))
    rng = np.random.default_rng(SEED + int(values["draw"]))
    answer = student(layers.copy(), keep, rng)
    if not isinstance(answer, (tuple, list)) or len(answer) != 2:
        raise Trouble(f"{student.name} should return two things, (out, mask).")
    out = student.numbers(answer[0], layers.shape, " as out")
    mask = student.numbers(answer[1], layers.shape, " as mask")
    said = out @ WEIGHTS
    means = np.cumsum(said) / np.arange(1, MOST + 1)
    average, each = float(means[nets - 1]), np.column_stack([np.arange(1, nets + 1), said[:nets]])
    drawn: list[Layer] = [
        *_net(mask[nets - 1]),
        Points(each, "sky", "circle", 4, alpha=0.6, panel=1),
        Line(np.column_stack([each[:, 0], means[:nets]]), "blue", width=2.4, panel=1),
        Points(np.array([[nets, average]]), "red", "diamond", 12, panel=1),
    ]
    kept = int((mask[nets - 1] != 0).sum())
    caption = (
        f"keep_prob {keep:.1f}: this thin net has {kept} of {len(HIDDEN)} units and answers "
        f"{said[nets - 1]:.2f}; {nets} of them average {average:.2f}, the whole net {WHOLE:.2f}."
    )
    return Frame(tuple(drawn), caption, _goal(keep, nets, average, _different(mask[:nets])))


def _different(masks: Floats) -> int:
    """How many different nets there are among them."""
    return len(np.unique(masks, axis=0))


def _net(mask: Floats) -> list[Layer]:
    """Three inputs, six hidden units, one output; a dropped unit has no lines."""
    inputs = np.column_stack([np.zeros(INPUTS), np.linspace(0.6, -0.6, INPUTS)])
    units = np.column_stack([np.ones(len(HIDDEN)), HEIGHTS])
    end = np.array([[2.0, 0.0]])
    kept = mask != 0
    pairs = [(one, unit) for unit in units[kept] for one in inputs]
    pairs += [(unit, end[0]) for unit in units[kept]]
    gap = np.full(2, np.nan)
    lines = np.array([point for pair in pairs for point in (*pair, gap)]).reshape(-1, 2)
    return [
        Line(lines, "ink", width=1.0, alpha=0.5),
        Points(np.concatenate([inputs, end]), "orange", "square", 16),
        Points(units[kept], "blue", "circle", 18),
        Points(units[~kept], "faint", "ring", 18),
    ]


def _goal(keep: float, nets: int, average: float, different: int) -> Goal:
    wish = f"keep_prob at most {SHARE:g}, the average within {NEAR:.0%} of the whole net"
    off = abs(average / WHOLE - 1)
    if keep > SHARE:
        return Goal(f"{wish}: lower keep_prob first.", 0.0)
    if nets < LEAST:
        return Goal(f"{wish}: average at least {LEAST} nets.", 0.1)
    if off < NEAR and different > 10:
        return Goal(f"{wish}: reached by {different} different nets.", 1.0)
    return Goal(f"{wish}: now {off:.0%} off.", min(NEAR / max(off, NEAR), 0.95))
