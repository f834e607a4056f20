"""Demo of unit 03: a computation graph of the student's own nodes, live, and its slope as a line.

On the left the graph, values forward and gradients backward; on the right the loss along one
input with the tangent that the student's gradient gives. The goal is to bring the loss down.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from helpers.plots.graph import titles
from helpers.plots.layered import Layout, arrange
from helpers.sliders.controls import Choice, Control, Slider
from helpers.sliders.demo import Demo, Plan, Values
from helpers.sliders.layers import Arrows, Frame, Goal, Layer, Line, Points, Text
from helpers.sliders.palette import Theme
from helpers.sliders.scene import Panel, Scene
from helpers.sliders.student import Student, Trouble

STEP, GOAL = 0.1, 1e-3  # of the sliders; a loss below this is the goal
WIDE, HIGH = 0.84, 0.78  # of a box, in columns and rows
SAMPLES = 61  # points of the curve
SIZE, LETTER = 10.5, 2.8  # of the words in a box; half the width of a letter, about
LEGEND = "\u2192 value, forward     \u2190 gradient, backward"


@dataclass(frozen=True)
class Walk:
    """One run of the student's graph: its nodes by name, the last of them, and its layout."""

    names: Mapping[str, Any]
    root: Any
    layout: Layout


def live_graph(
    build: object, inputs: Mapping[str, float], reach: tuple[float, float] = (-2.0, 2.0)
) -> Demo:
    """Sliders for the inputs of a graph that the student's Value makes and walks back.

    Args:
        build: a function of numbers, one for each input in their order, that gives a dict of
            named nodes; the inputs are among them, and the last one is the loss.
        inputs: name -> where its slider begins.
        reach: from where to where the sliders go.

    Raises:
        ValueError: no inputs, or a start outside the reach.
    """
    if not inputs or not all(reach[0] <= x <= reach[1] for x in inputs.values()):
        low, high = reach
        raise ValueError(f"inputs is {dict(inputs)}; expected some between {low} and {high}.")
    first = next(iter(inputs))
    controls: list[Control] = [Choice("along", "Right picture along", tuple(inputs), first)]
    controls += [Slider(name, name, *reach, STEP, start) for name, start in inputs.items()]
    student = Student(build)
    names = tuple(inputs)

    def live(values: Values) -> Frame:
        return _live(student, names, values, reach)

    def rest(values: Values) -> Frame:
        return Frame(caption=_said(names, values) + ".")

    curve = Panel("chosen input", "", reach, (-0.1, 2.4), "loss and tangent")
    graph = Panel("", "", (0.0, 1.0), (0.0, 1.0), LEGEND, paint=_bare, share=2.9)
    scene = Scene("A computation graph, and its loss along one input.", (graph, curve), 340, 960)
    return Demo(Plan(scene, controls, live, rest, [student]))


def _bare(axes: Axes, _: Theme) -> None:
    axes.axis("off")


def _live(
    student: Student, names: tuple[str, ...], values: Values, reach: tuple[float, float]
) -> Frame:
    """The graph of these inputs, the curve along the chosen one, and its tangent."""
    numbers = [float(values[name]) for name in names]
    walk = _walk(student, names, numbers)
    _backward(walk.root)
    loss = _read(walk.root, "data")
    gradients = {name: _read(walk.names[name], "grad") for name in names}
    along = names.index(values["along"])
    here, slope = numbers[along], gradients[values["along"]]
    moved = _along(student, names, numbers, along, np.array([here + STEP]))[0] - loss
    told = (
        f"{_said(names, values)}: loss {loss:.4f}. A step of +{STEP:g} in {values['along']}: "
        f"by the gradient {slope * STEP:+.3f}, in truth {moved:+.3f}."
    )
    said = ", ".join(f"d loss / d {name} = {value:.3f}" for name, value in gradients.items())
    xs = np.linspace(*reach, SAMPLES)
    curve = np.column_stack([xs, _along(student, names, numbers, along, xs)])
    layers = (*_graph_layers(walk), *_curve_layers(curve, here, loss, slope))
    return Frame(layers, told, _goal(loss, gradients), details=f"{said}.")


def _curve_layers(
    curve: NDArray[np.float64], here: float, loss: float, slope: float
) -> tuple[Layer, ...]:
    """The loss along one input, where we are on it, and the line that the gradient promises."""
    ends = np.array([here - 0.6, here + 0.6])
    tangent = np.column_stack([ends, loss + slope * (ends - here)])
    return (
        Line(curve, "blue", "solid", panel=1),
        Line(tangent, "red", "dashed", 2.4, panel=1),
        Points(np.array([[here, loss]]), "ink", "circle", 11, panel=1),
    )


def _said(names: tuple[str, ...], values: Values) -> str:
    return ", ".join(f"{name} = {values[name]:.1f}" for name in names)


def _walk(student: Student, names: tuple[str, ...], numbers: list[float]) -> Walk:
    """The student's graph for these inputs; Trouble if it is none."""
    built = _built(student, names, numbers)
    root = list(built.values())[-1]
    try:
        return Walk(built, root, arrange(root))
    except (AttributeError, TypeError, ValueError) as error:
        raise Trouble(f"the graph cannot be drawn: {error}") from error


def _built(student: Student, names: tuple[str, ...], numbers: list[float]) -> Mapping[str, Any]:
    """What the student's function gives: named nodes, the inputs among them."""
    built = student(*numbers)
    if not isinstance(built, Mapping) or not built:
        kind = type(built).__name__
        raise Trouble(f"{student.name} returned a {kind}; expected a dict of named nodes.")
    missing = [name for name in names if name not in built]
    if missing:
        raise Trouble(f"{student.name} gave no node called {missing[0]}.")
    return built


def _backward(root: Any) -> None:
    if not hasattr(root, "backward"):
        raise Trouble(f"a {type(root).__name__} has no backward.")
    Student(root.backward)()


def _read(node: Any, what: str) -> float:
    """A number that a node keeps."""
    if not hasattr(node, what):
        raise Trouble(f"a {type(node).__name__} has no {what}.")
    array = np.asarray(getattr(node, what), dtype=object)
    if array.shape != () or not isinstance(array.item(), (int, float, np.number)):
        raise Trouble(f"{what} of a node is no plain number.")
    if not np.isfinite(float(array.item())):
        raise Trouble(f"{what} of a node is {array.item()}.")
    return float(array.item())


def _along(
    student: Student,
    names: tuple[str, ...],
    numbers: list[float],
    along: int,
    xs: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The loss along one input, the others held."""
    ys = []
    for x in xs:
        at = [float(x) if i == along else number for i, number in enumerate(numbers)]
        ys.append(_read(list(_built(student, names, at).values())[-1], "data"))
    return np.array(ys)


def _graph_layers(walk: Walk) -> list[Layer]:
    """Boxes, arrows and words of the graph, scaled into the unit square of its panel."""
    places = np.array(walk.layout.places)
    columns = max(float(places[:, 0].max()), 1.0) + 1
    low, high = float(places[:, 1].min()), float(places[:, 1].max())
    rows = max(high - low, 1.0) + 1
    scale = np.array([1.0 / columns, 1.0 / rows])

    def put(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray((points + np.array([0.5, 0.5 - low])) * scale)

    half = np.array([WIDE, HIGH]) / 2
    frame = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1], [np.nan, np.nan]]) * half
    boxes = np.concatenate([put(place + frame) for place in places])
    ways = []
    for edge in walk.layout.edges:
        way = np.array(edge.way)
        way[0, 0] += half[0]
        way[-1, 0] -= half[0]
        ways += [np.concatenate(pair) for pair in pairwise(put(way))]
    layers: list[Layer] = [Line(boxes, "ink", "solid", 1.4)]
    if ways:
        layers.append(Arrows(np.array(ways), "ink", 1.3))
    return layers + _words(walk, put(places))


def _words(walk: Walk, middles: NDArray[np.float64]) -> list[Layer]:
    """Name, value and gradient in the middle of each box, one below the other."""
    layers: list[Layer] = []
    for node, title, middle in zip(
        walk.layout.nodes, titles(walk.layout.nodes, walk.names), middles, strict=True
    ):
        lines = (
            (title.replace(":  ", " "), "ink", 14.0),
            (f"\u2192 {_two(_read(node, 'data'))}", "blue", -4.0),
            (f"\u2190 {_two(_read(node, 'grad'))}", "red", -22.0),
        )
        for words, color, shift in lines:
            left = -LETTER * len(words)
            layers.append(Text(middle[None], (words,), color, SIZE, (left, shift)))
    return layers


def _two(x: float) -> str:
    return f"{x:.2f}".replace("-", "\u2212")


def _goal(loss: float, gradients: Mapping[str, float]) -> Goal:
    """How far the loss has come down, and which way the student's gradients point."""
    aim = f"Goal: loss below {GOAL:g}."
    if loss < GOAL:
        return Goal(f"{aim} It is {loss:.1e}, and the tangent is flat.", 1.0)
    ways = [
        f"{name} {'to the left' if slope > 0 else 'to the right'}"
        for name, slope in gradients.items()
        if abs(slope) > 1e-3
    ]
    advice = f" Your gradients say: {', '.join(ways)}." if ways else " Your gradients are all 0."
    fraction = np.log(2.0 / max(loss, GOAL)) / np.log(2.0 / GOAL)
    return Goal(f"{aim} Now {loss:.4f}.{advice}", float(np.clip(fraction, 0.02, 0.97)))
