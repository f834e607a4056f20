"""The anywidget that shows a picture in the notebook; canvas.js is its other half.

Python sends a background (scene.py) and frames (layers.py); the browser sends its width, pixel
ratio and theme (`view`) and where the student pressed or dragged (`pointer`).
"""

from pathlib import Path
from typing import Any

import anywidget
import traitlets


class Canvas(anywidget.AnyWidget):  # type: ignore[misc]  # anywidget ships no types
    """A picture of a background and layers in data coordinates."""

    _esm = Path(__file__).with_name("canvas.js").read_text(encoding="utf-8")

    background: Any = traitlets.Dict().tag(sync=True)
    frame: Any = traitlets.Dict().tag(sync=True)
    view: Any = traitlets.Dict().tag(sync=True)
    pointer: Any = traitlets.Dict().tag(sync=True)
    widest: Any = traitlets.Int().tag(sync=True)
    touchable: Any = traitlets.List().tag(sync=True)
