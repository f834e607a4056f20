"""The controls of a demo: small descriptions, turned into ipywidgets only when a demo is made."""

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

    def places(self) -> list[float]:
        """Every place the slider can stand on."""
        count = round((self.high - self.low) / self.step)
        return [round(self.low + tick * self.step, 10) for tick in range(count + 1)]

    def nearest(self, value: float) -> float:
        """The nearest place of the slider."""
        tick = round((min(max(value, self.low), self.high) - self.low) / self.step)
        return self.places()[tick]


@dataclass(frozen=True)
class Choice:
    """One of a few words."""

    name: str
    label: str
    options: tuple[str, ...]
    value: str


@dataclass(frozen=True)
class Steps:
    """A slider over 0..last with buttons back and next."""

    name: str
    label: str
    last: int
    value: int = 0


@dataclass(frozen=True)
class Button:
    """A button; pressing it raises its count by one."""

    name: str
    label: str
    tooltip: str = ""
    value: int = 0


Control = Slider | Choice | Steps | Button


def build(control: Control) -> tuple[Any, Any]:
    """The control as (what is shown, the widget that has a `value` to observe)."""
    import ipywidgets as widgets

    match control:
        case Slider():
            slider = _slider(control)
            return slider, slider
        case Choice():
            chooser = widgets.ToggleButtons(
                options=control.options,
                value=control.value,
                description=control.label,
                style={"description_width": "initial", "button_width": "auto"},
            )
            return chooser, chooser
        case Steps():
            return _steps(control)
        case Button():
            return _button(control)


def _slider(control: Slider) -> Any:
    """A slider that counts places: with floats the browser's rounding would move it by itself."""
    import ipywidgets as widgets

    digits = len(f"{control.step:g}".partition(".")[2])
    return widgets.SelectionSlider(
        options=[(f"{place:.{digits}f}", place) for place in control.places()],
        value=control.nearest(control.value),
        description=control.label,
        style={"description_width": "96px"},
        layout={"width": "330px"},
    )


def _steps(control: Steps) -> tuple[Any, Any]:
    import ipywidgets as widgets

    slider = widgets.IntSlider(
        value=control.value,
        min=0,
        max=control.last,
        description=control.label,
        style={"description_width": "96px"},
        layout={"width": "330px"},
    )
    back = widgets.Button(description="Back", tooltip="One step back", layout={"width": "72px"})
    ahead = widgets.Button(description="Next", tooltip="One step on", layout={"width": "72px"})
    back.on_click(lambda _: slider.set_trait("value", max(0, slider.value - 1)))
    ahead.on_click(lambda _: slider.set_trait("value", min(slider.max, slider.value + 1)))
    buttons = widgets.HBox([back, ahead], layout={"margin": "0 0 0 104px"})
    return widgets.VBox([slider, buttons]), slider


def _button(control: Button) -> tuple[Any, Any]:
    import ipywidgets as widgets
    import traitlets

    button = widgets.Button(
        description=control.label,
        tooltip=control.tooltip,
        layout={"width": "auto", "margin": "2px 0 2px 104px"},
    )
    button.add_traits(value=traitlets.Int(control.value))
    button.on_click(lambda _: button.set_trait("value", button.value + 1))
    return button, button
