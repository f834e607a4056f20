"""The controls of a demo: small descriptions, turned into ipywidgets only when a demo is made."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Slider:
    """A number between low and high in equal steps; whole=True for an int."""

    name: str
    label: str
    low: float
    high: float
    step: float
    value: float
    whole: bool = False

    def nearest(self, value: float) -> float:
        """The nearest place of the slider."""
        ticks = round((min(max(value, self.low), self.high) - self.low) / self.step)
        return round(self.low + ticks * self.step, 10)


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

    style = {"description_width": "initial"}
    match control:
        case Slider():
            kind = widgets.IntSlider if control.whole else widgets.FloatSlider
            digits = max(0, len(f"{control.step:g}".partition(".")[2]))
            slider = kind(
                value=control.value,
                min=control.low,
                max=control.high,
                step=control.step,
                description=control.label,
                readout_format="d" if control.whole else f".{digits}f",
                style=style,
                layout={"width": "260px"},
            )
            return slider, slider
        case Choice():
            chooser = widgets.ToggleButtons(
                options=control.options,
                value=control.value,
                description=control.label,
                style={**style, "button_width": "auto"},
            )
            return chooser, chooser
        case Steps():
            return _steps(control)
        case Button():
            return _button(control)


def _steps(control: Steps) -> tuple[Any, Any]:
    import ipywidgets as widgets

    slider = widgets.IntSlider(
        value=control.value,
        min=0,
        max=control.last,
        description=control.label,
        style={"description_width": "initial"},
        layout={"width": "340px"},
    )
    back = widgets.Button(description="Back", tooltip="One step back", layout={"width": "72px"})
    ahead = widgets.Button(description="Next", tooltip="One step on", layout={"width": "72px"})
    back.on_click(lambda _: slider.set_trait("value", max(0, slider.value - 1)))
    ahead.on_click(lambda _: slider.set_trait("value", min(slider.max, slider.value + 1)))
    return widgets.HBox([slider, back, ahead]), slider


def _button(control: Button) -> tuple[Any, Any]:
    import ipywidgets as widgets
    import traitlets

    button = widgets.Button(
        description=control.label, tooltip=control.tooltip, layout={"width": "auto"}
    )
    button.add_traits(value=traitlets.Int(control.value))
    button.on_click(lambda _: button.set_trait("value", button.value + 1))
    return button, button
