"""Colours of the demos in a light and a dark theme.

The series colours are those of Okabe and Ito (jfly.uni-koeln.de/color), which readers with any
form of colour blindness can tell apart; layers pair each with a line style or marker of its own.
"""

from dataclasses import dataclass
from typing import Literal

OKABE_ITO = {
    "orange": "#E69F00",
    "sky": "#56B4E9",
    "green": "#009E73",
    "yellow": "#F0E442",
    "blue": "#0072B2",
    "red": "#D55E00",
    "purple": "#CC79A7",
}

ThemeName = Literal["light", "dark"]


@dataclass(frozen=True)
class Theme:
    """The colours of one theme: ink (text, axes), paper (background), faint (grid), the series."""

    name: ThemeName
    ink: str
    paper: str
    faint: str
    series: dict[str, str]

    def color(self, name: str) -> str:
        """Hex colour of a series name, or of "ink", "paper" and "faint"."""
        return self.colors()[name]

    def colors(self) -> dict[str, str]:
        """Every colour name of this theme with its hex value."""
        return {"ink": self.ink, "paper": self.paper, "faint": self.faint, **self.series}


LIGHT = Theme("light", ink="#24292f", paper="#ffffff", faint="#d0d7de", series=OKABE_ITO)
# On a dark ground the pure blue and green are lifted until they reach a contrast of 4.5 to 1.
DARK = Theme(
    "dark",
    ink="#e3e6ea",
    paper="#111111",
    faint="#3a3f46",
    series={**OKABE_ITO, "blue": "#3F9BDC", "green": "#1DBB8E"},
)
THEMES: dict[str, Theme] = {"light": LIGHT, "dark": DARK}
