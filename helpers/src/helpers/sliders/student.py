"""The student's function inside a demo: found anew at each redraw, its failures put into sentences.

A function written at top level is looked up by name in the namespace it was defined in, so that
a demo follows when its cell is run again. Lambdas, methods and inner functions stay what they are.
"""

import math
import re
import traceback
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray


class Trouble(Exception):
    """A calm sentence about the student's function, to be shown in the demo."""


class Student:
    """The student's function as a demo calls it.

    Args:
        function: what the student passed.
        limit_s: seconds all calls of one redraw may take, for the sentence only.
    """

    def __init__(self, function: object) -> None:
        self.given = function
        self.name = getattr(function, "__name__", type(function).__name__)
        self.drawn: object = None

    def current(self) -> object:
        """The object that now bears the function's name."""
        namespace = getattr(self.given, "__globals__", None)
        top_level = getattr(self.given, "__qualname__", "") == self.name
        if namespace is None or not top_level or self.name == "<lambda>":
            return self.given
        return namespace.get(self.name)

    def changed(self) -> bool:
        """Whether the name has been bound to something else since the last call."""
        return self.current() is not self.drawn

    def function(self) -> Callable[..., Any]:
        """The student's function of this moment.

        Raises:
            Trouble: the name is gone or is bound to something that cannot be called.
        """
        self.drawn = self.current()
        if self.drawn is None:
            raise Trouble(f"{self.name} is not defined any more: run the cell that defines it.")
        if not callable(self.drawn):
            kind = type(self.drawn).__name__
            raise Trouble(f"{self.name} is now an object of type {kind}, not a function.")
        return self.drawn

    def __call__(self, *args: object) -> Any:
        """Call it; whatever it raises becomes Trouble."""
        function = self.function()
        try:
            return function(*args)
        except NotImplementedError as error:
            inner = re.search(r": ([\w.]+) is not written yet", str(error))  # it may call another
            name = inner[1] if inner else self.name
            words = f"{name} is not written yet: the picture comes alive once it is."
            raise Trouble(words) from error
        except (Exception, SystemExit) as error:
            raise Trouble(f"{self.name} raised {_words(error)}") from error

    def numbers(
        self, value: object, shape: tuple[int, ...], where: str = ""
    ) -> NDArray[np.float64]:
        """What the function returned, as finite floats of the wanted shape.

        Raises:
            Trouble: None, not numbers, another shape, NaN or infinity.
        """
        if value is None:
            raise Trouble(f"{self.name} returned None{where}: is there a return in every case?")
        try:
            array = np.array(value, dtype=np.float64)  # a copy: it may go on changing
        except (TypeError, ValueError) as error:
            kind = type(value).__name__
            raise Trouble(
                f"{self.name} returned a {kind}{where}; numbers were expected."
            ) from error
        if array.shape != shape:
            expected = f"shape {shape}" if shape else "one number"
            raise Trouble(f"{self.name} returned shape {array.shape}{where}; expected {expected}.")
        # The dot product, finite if all are, is a quick first look: a run asks 400 times a redraw.
        if not math.isfinite(np.vdot(array, array)) and not np.isfinite(array).all():
            found = "nan" if np.isnan(array).any() else "infinity"
            raise Trouble(f"{self.name} returned {found}{where}.")
        return array


def _words(error: BaseException) -> str:
    """The error in a line: class, message, and the line of the student's own code it came from."""
    own = [
        frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename != __file__
    ]
    line = f" (line {own[0].lineno} of its cell)" if own else ""
    message = str(error).strip().split("\n")[0]
    return (
        f"{type(error).__name__}: {message}{line}" if message else f"{type(error).__name__}{line}"
    )
