"""A demo: controls, a picture, and a function that computes the picture with the student's code.

A demo never fails. What the student's function does wrong becomes a sentence under the picture,
and the next move tries again. Widgets are made here and nowhere earlier.
"""

import base64
import threading
import weakref
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from helpers.sliders.controls import Control, Slider, build
from helpers.sliders.layers import Frame, wire_frame
from helpers.sliders.limit import TookTooLong, time_limit
from helpers.sliders.palette import LIGHT, THEMES
from helpers.sliders.scene import Scene, png, render
from helpers.sliders.still import WIDTH, still
from helpers.sliders.student import Student, Trouble

LIMIT_S = 2.0
BESIDE = 500  # CSS pixels: the widest picture that has its controls beside it
Values = Mapping[str, Any]
Touch = Callable[[int, float, float], Values]


@dataclass(frozen=True)
class Plan:
    """What a demo is made of.

    Args:
        scene: the background.
        controls: sliders, choices, buttons.
        live: values of the controls -> frame, computed by the student's functions.
        rest: values -> frame without the student's functions, shown when those fail.
        students: the functions that live calls.
        touch: (panel, x, y) in data coordinates -> new values of some controls.
        touchable: numbers of the panels that may be pressed or dragged on.
    """

    scene: Scene
    controls: Sequence[Control]
    live: Callable[[Values], Frame]
    rest: Callable[[Values], Frame]
    students: Sequence[Student]
    touch: Touch | None = None
    touchable: tuple[int, ...] = ()
    limit_s: float = LIMIT_S


def compute(plan: Plan, values: Values) -> Frame:
    """The frame for these values: the student's, or the resting one with a sentence."""
    try:
        # A diverging run is a picture, not a warning.
        with time_limit(plan.limit_s), np.errstate(all="ignore"):
            return plan.live(values)
    except Trouble as trouble:
        note = str(trouble)
    except TookTooLong:
        names = " and ".join(student.name for student in plan.students)
        note = f"{names} took longer than {plan.limit_s:g} s here: does a loop never end?"
    return replace(plan.rest(values), note=note)


class Demo:
    """The running demo that a notebook cell shows."""

    def __init__(self, plan: Plan) -> None:
        from helpers.sliders.canvas import Canvas

        self.plan = plan
        self.lock = threading.RLock()  # callbacks and cells may run in different threads
        self.number = 0
        self.hold = False
        self.width = min(WIDTH, plan.scene.widest)
        self.canvas = Canvas(touchable=list(plan.touchable), widest=plan.scene.widest)
        self.controls: dict[str, Any] = {}
        self.places = {c.name: c for c in plan.controls if isinstance(c, Slider)}
        self.shown = []
        for control in plan.controls:
            shown, widget = build(control)
            self.shown.append(shown)
            self.controls[control.name] = widget
            widget.observe(self._moved, "value")
        self.canvas.observe(self._viewed, "view")
        self.canvas.observe(self._touched, "pointer")
        self.canvas.background = render(plan.scene, self.width, LIGHT).wire()
        self.frame = self.redraw()
        _follow(self)

    @property
    def values(self) -> dict[str, Any]:
        """What the controls say now."""
        return {name: widget.value for name, widget in self.controls.items()}

    def redraw(self) -> Frame:
        """Compute and show the frame of the present values."""
        with self.lock:
            self.frame = compute(self.plan, self.values)
            self._stretch(self.frame.last)
            self.number += 1
            self.canvas.frame = wire_frame(self.frame, self.plan.scene.title, self.number)
            return self.frame

    def set(self, **values: Any) -> Frame:
        """Move several controls, sliders to the nearest place, and redraw once."""
        with self.lock:
            self.hold = True
            try:
                for name, value in values.items():
                    place = self.places[name].nearest if name in self.places else _same
                    self.controls[name].value = place(value)
            finally:
                self.hold = False
            return self.redraw()

    def _stretch(self, last: Mapping[str, int]) -> None:
        self.hold = True
        for name, place in last.items():
            self.controls[name].max = max(place, 1)
        self.hold = False

    def _moved(self, _: object) -> None:
        if not self.hold:
            self.redraw()

    def _viewed(self, change: Mapping[str, Any]) -> None:
        view = change["new"]
        if view.get("width"):
            theme = THEMES[view["theme"]]
            width = min(int(view["width"]), self.plan.scene.widest)
            ratio = min(max(float(view["dpr"]), 1.0), 4.0)
            self.canvas.background = render(self.plan.scene, width, theme, ratio).wire()

    def _touched(self, change: Mapping[str, Any]) -> None:
        press = change["new"]
        if self.plan.touch and press:
            wanted = self.plan.touch(press["panel"], press["x"], press["y"])
            self.set(**wanted)

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, Any], dict[str, Any]]:
        """The widget for notebooks, and a picture and words for all other places."""
        import ipywidgets as widgets

        flow = {"flex_flow": "row wrap", "align_items": "center"}
        if self.plan.scene.widest > BESIDE:
            self.canvas.layout = {"width": "100%"}
            box = widgets.VBox([widgets.HBox(self.shown, layout=flow), self.canvas])
        else:  # a small picture leaves room for the controls at its side
            self.canvas.layout = {"flex": f"0 1 {self.plan.scene.widest}px", "min_width": "260px"}
            box = widgets.HBox([self.canvas, widgets.VBox(self.shown)], layout=flow)
        box.add_class("nnbh-demo")
        bundle: dict[str, Any] = dict(box._repr_mimebundle_())
        picture = png(still(self.plan.scene, self.frame))
        bundle["image/png"] = base64.b64encode(picture).decode("ascii")
        bundle["text/plain"] = self.frame.alt(self.plan.scene.title)
        return bundle, {"image/png": {"width": self.width}}


def _same(value: Any) -> Any:
    return value


def _follow(demo: Demo) -> None:
    """Redraw after a cell that redefined one of the demo's functions, as long as the demo lives."""
    from IPython import get_ipython

    shell = get_ipython()
    if shell is None:
        return
    known = weakref.ref(demo)

    def after_cell(_: object = None) -> None:
        living = known()
        if living is None:
            shell.events.unregister("post_run_cell", after_cell)
        elif any(student.changed() for student in living.plan.students):
            living.redraw()

    shell.events.register("post_run_cell", after_cell)
