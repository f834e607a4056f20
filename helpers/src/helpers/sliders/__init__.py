"""Live demos: sliders that redraw the student's own computation at once.

A demo is a function that takes the student's functions and a goal and returns what a notebook
cell shows. The goal is reached through the student's functions alone. Importing this package
loads no widgets; making the first demo does.
"""

from helpers.sliders.downhill import downhill
from helpers.sliders.gates import gate_line
from helpers.sliders.grid import moving_grid
from helpers.sliders.live_graph import live_graph
from helpers.sliders.noise import batch_noise
from helpers.sliders.overfitting import overfitting
from helpers.sliders.pad import drawing_pad
from helpers.sliders.paths import descent
from helpers.sliders.racing import race
from helpers.sliders.rates import learning_rate, parabola
from helpers.sliders.secant import secant
from helpers.sliders.signal import signal
from helpers.sliders.steps import learning
from helpers.sliders.surfaces import bowl, quartic
from helpers.sliders.thin_nets import thin_nets
from helpers.sliders.training import training

__all__ = [
    "batch_noise",
    "bowl",
    "descent",
    "downhill",
    "drawing_pad",
    "gate_line",
    "learning",
    "learning_rate",
    "live_graph",
    "moving_grid",
    "overfitting",
    "parabola",
    "quartic",
    "race",
    "secant",
    "signal",
    "thin_nets",
    "training",
]
