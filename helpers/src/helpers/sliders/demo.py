"""A demo: controls, a picture, and a function that computes the picture with the student's code.

A demo never fails. What the student's function does wrong becomes a sentence under the picture,
and the next move tries again. Widgets are made here and nowhere earlier.
"""

import base64
import html
import threading
import weakref
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from helpers.sliders.controls import Control, Steps, wire_control
from helpers.sliders.layers import Frame, wire_frame
from helpers.sliders.limit import TookTooLong, within
from helpers.sliders.palette import LIGHT, THEMES
from helpers.sliders.scene import Scene, png, render
from helpers.sliders.still import WIDTH, still
from helpers.sliders.student import Student, Trouble

if TYPE_CHECKING:
    from helpers.sliders.canvas import Canvas

LIMIT_S = 2.0
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

    def live() -> Frame:
        with np.errstate(all="ignore"):  # a diverging run is a picture, not a warning
            return plan.live(values)

    try:
        return within(plan.limit_s, live)
    except Trouble as trouble:
        note = str(trouble)
    except TookTooLong as late:
        names = " and ".join(student.name for student in plan.students)
        note = f"{names} took longer than {plan.limit_s:g} s here: does a loop never end?"
        if late.stuck:
            note = "Calls from before are still running and cannot be ended: restart the kernel."
    return replace(plan.rest(values), note=note)


class Demo:
    """The running demo that a notebook cell shows."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.lock = threading.RLock()  # messages and cells may run in different threads
        self.number = 0
        self.controls = {control.name: control for control in plan.controls}
        self.places: dict[str, Any] = {c.name: c.place(c.value) for c in plan.controls}  # type: ignore[arg-type]  # each control takes its own kind of value
        self.last = {name: c.last for name, c in self.controls.items() if isinstance(c, Steps)}
        self.width = min(WIDTH, plan.scene.widest)
        self.view = (self.width, LIGHT, 1.0)
        self.frame = Frame()
        self.canvas: Canvas | None = None
        self._compute()
        if _somebody_watches():
            self.canvas = self._canvas()
            _follow(self)

    def _canvas(self) -> "Canvas":
        from helpers.sliders.canvas import Canvas

        return Canvas(
            self._wired(),
            self.receive,
            background=render(self.plan.scene, *self.view).wire(),
            controls=[wire_control(control) for control in self.plan.controls],
            widest=self.plan.scene.widest,
            touchable=list(self.plan.touchable),
        )

    @property
    def values(self) -> dict[str, Any]:
        """What the controls say now."""
        return {name: control.at(self.places[name]) for name, control in self.controls.items()}

    def redraw(self) -> Frame:
        """Compute and show the frame of the present values."""
        with self.lock:
            self._compute()
            self._show()
            return self.frame

    def set(self, **values: Any) -> Frame:
        """Move several controls, sliders to the nearest place, and redraw once."""
        with self.lock:
            self._move(values)
            return self.redraw()

    def receive(self, message: Mapping[str, Any]) -> None:
        """Do what a message of the browser asks (see canvas.py) and answer it with a frame."""
        with self.lock:
            try:
                if "view" in message:
                    self._look(message["view"])
                if "places" in message or "press" in message:
                    self.places.update(message.get("places", {}))
                    self._press(message.get("press"))
                    self._compute()
            finally:  # the browser waits for its answer, come what may
                self._show(message["turn"])

    def _compute(self) -> None:
        self.frame = compute(self.plan, self.values)
        self.last.update({name: max(last, 1) for name, last in self.frame.last.items()})
        for name, last in self.last.items():
            self.places[name] = min(self.places[name], last)
        self.number += 1

    def _show(self, turn: str = "") -> None:
        """Send the frame; turn names the browser's message that it answers, if it does."""
        if self.canvas:
            self.canvas.show(*self._wired(turn))

    def _move(self, values: Values) -> None:
        for name, value in values.items():
            self.places[name] = self.controls[name].place(value)

    def _press(self, press: Mapping[str, Any] | None) -> None:
        if press and self.plan.touch:
            self._move(self.plan.touch(press["panel"], press["x"], press["y"]))

    def _look(self, view: Mapping[str, Any]) -> None:
        """Paint the background anew for a browser's width, theme and pixel ratio."""
        width = min(int(view["width"]), self.plan.scene.widest)
        ratio = min(max(float(view["dpr"]), 1.0), 4.0)
        wanted = (width, THEMES[view["theme"]], ratio)
        if self.canvas and wanted != self.view:
            self.view = wanted
            self.canvas.background = render(self.plan.scene, *wanted).wire()

    def _wired(self, turn: str = "") -> tuple[dict[str, Any], bytes]:
        """The frame as the browser receives it, with where the controls stand."""
        message, numbers = wire_frame(self.frame, self.plan.scene.title)
        message |= {
            "number": self.number,
            "turn": turn,
            "places": self.places,
            "last": self.last,
        }
        return message, numbers

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, Any], dict[str, Any]]:
        """The widget where somebody watches, and a picture and words for all other places."""
        bundle: dict[str, Any] = {}
        metadata: dict[str, Any] = {}
        if self.canvas:
            bundle, metadata = self.canvas._repr_mimebundle_()
        data = base64.b64encode(png(still(self.plan.scene, self.frame))).decode("ascii")
        words = self.frame.alt(self.plan.scene.title)
        source = f'width="{self.width}" src="data:image/png;base64,{data}"'
        bundle |= {
            "text/html": f'<img alt="{html.escape(words)}" {source}>',
            "image/png": data,
            "text/plain": words,
        }
        return bundle, {**metadata, "image/png": {"width": self.width, "alt": words}}


def _somebody_watches() -> bool:
    """Whether there may be a browser to move the sliders in.

    A run without a person (nbconvert, nbclient, nbgrader) tells the kernel that it cannot be asked
    for input. Widgets would only hide the picture there: an exported page wants to load their
    program from the network.
    """
    from IPython import get_ipython

    shell = get_ipython()
    kernel = getattr(shell, "kernel", None)
    return bool(getattr(kernel, "_allow_stdin", True))


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
