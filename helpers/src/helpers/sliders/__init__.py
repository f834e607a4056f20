"""Live demos: sliders that redraw the student's own computation at once.

A demo is a function that takes the student's functions and a goal and returns what a notebook
cell shows. The goal is reached through the student's functions alone. Importing this package
loads no widgets; making the first demo does.
"""

from helpers.sliders.gates import gate_line
from helpers.sliders.grid import moving_grid
from helpers.sliders.live_graph import live_graph
from helpers.sliders.pad import drawing_pad
from helpers.sliders.paths import descent
from helpers.sliders.secant import secant
from helpers.sliders.signal import signal
from helpers.sliders.steps import learning
from helpers.sliders.surfaces import bowl, quartic
from helpers.sliders.training import training

__all__ = [
    "bowl",
    "descent",
    "drawing_pad",
    "gate_line",
    "learning",
    "live_graph",
    "moving_grid",
    "quartic",
    "secant",
    "signal",
    "training",
]
