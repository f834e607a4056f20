"""The pictures of the course: each takes data and an optional `ax`, draws, and returns the `ax`.

What is drawn comes from the functions and numbers handed in, so a learner's picture shows the
learner's own code. `show(ax, alt)` makes a finished picture the output of a notebook cell.
The look is the style sheet beside this package: `plt.style.use("helpers.course")`.
"""

from helpers.plots.chain import stretched, with_slopes
from helpers.plots.deep import batchnorm_race
from helpers.plots.descents import loss_curves
from helpers.plots.diagram import network
from helpers.plots.digits import (
    answer,
    confusion,
    digits,
    errors,
    learning_curves,
    one_feature,
    principal,
)
from helpers.plots.fits import margins, polynomials
from helpers.plots.graph import computation_graph
from helpers.plots.hidden import hidden_layer, regions
from helpers.plots.images import pixels
from helpers.plots.lines import curves
from helpers.plots.paths import line_fits, paths
from helpers.plots.picture import Picture, show
from helpers.plots.plane import gate_plane, half_planes, learning_steps
from helpers.plots.slopes import error_curves, gradient_arrows, rise_and_run, tangents
from helpers.plots.spread import bell, signals, units
from helpers.plots.warp import warped

__all__ = [
    "Picture",
    "answer",
    "batchnorm_race",
    "bell",
    "computation_graph",
    "confusion",
    "curves",
    "digits",
    "error_curves",
    "errors",
    "gate_plane",
    "gradient_arrows",
    "half_planes",
    "hidden_layer",
    "learning_curves",
    "learning_steps",
    "line_fits",
    "loss_curves",
    "margins",
    "network",
    "one_feature",
    "paths",
    "pixels",
    "polynomials",
    "principal",
    "regions",
    "rise_and_run",
    "show",
    "signals",
    "stretched",
    "tangents",
    "units",
    "warped",
    "with_slopes",
]
