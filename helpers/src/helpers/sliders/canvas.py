"""The anywidget that shows a demo in the notebook; the .js files beside it are the browser's half.

Python sends the background (scene.py) as a trait and each frame (layers.py) as one message with
one buffer. The browser sends one message at a time and waits for the frame that answers it: its
size and theme (`view`), where the controls stand (`places`), or where the student pressed
(`press`). So a move is one round trip, and of moves that come faster than answers the newest wins.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import anywidget
import traitlets

FILES = ("draw.js", "controls.js", "pad.js", "canvas.js")  # joined into one module, in this order
Message = Mapping[str, Any]


class Canvas(anywidget.AnyWidget):  # type: ignore[misc]  # anywidget ships no types
    """A demo's controls and picture in the browser.

    Args:
        background, controls, widest, touchable: what does not change with a move.
        frame: the first frame and its numbers, from wire_frame.
        receive: is called with every message from the browser.
    """

    _esm = "\n".join(Path(__file__).with_name(name).read_text("utf-8") for name in FILES)

    background: Any = traitlets.Dict().tag(sync=True)
    controls: Any = traitlets.List().tag(sync=True)
    widest: Any = traitlets.Int().tag(sync=True)
    touchable: Any = traitlets.List().tag(sync=True)

    def __init__(
        self, frame: tuple[Message, bytes], receive: Callable[[Message], None], **traits: Any
    ) -> None:
        self.frame, self.numbers = frame
        super().__init__(**traits)
        self.on_msg(lambda _, message, __: receive(message))

    def show(self, frame: Message, numbers: bytes) -> None:
        """Send a frame to every view of this demo."""
        self.frame, self.numbers = frame, numbers
        self.send(frame, [numbers])

    def get_state(self, key: Any = None, drop_defaults: bool = False) -> dict[str, Any]:
        """The state of the traits, and of all of them the frame: for a page that is reloaded."""
        state: dict[str, Any] = super().get_state(key, drop_defaults)
        if key is None:
            state["frame"] = {**self.frame, "numbers": self.numbers}
        return state
