"""How an examination ends early: by a Stop; and the errors that may be caught on the way.

A Stop derives from BaseException so that neither a test's nor a student's `except Exception`
can eat it. Verdicts are made of these by `verdicts`.
"""

from __future__ import annotations


class Stop(BaseException):
    """Ends the cell at once."""


class TimedOut(Stop):
    """The absolute deadline passed."""


class Died(Stop):
    """The candidate's process is gone."""


class Forbidden(Stop):
    """The candidate broke the protocol, or touched what it may not touch."""


class Unavailable(Stop):
    """No candidate could be had: not the student's doing."""


class TooMuchOutput(Stop):
    """The candidate printed more than its limit."""


class Missing(Stop):
    """A contract name is not bound in the candidate; the argument is the name."""


class NotStarted(Stop):
    """A contract name is still `...`; the argument is the name."""


class CannotCross(TypeError):
    """A value has no form in which it could go to the other process."""


class NotAValue(TypeError):
    """A test asked an object of the student's for a truth, a number or a comparison."""


class StudentError(Exception):
    """An exception raised in the candidate.

    The class that a test sees has the student's class name and derives from this and from the
    first built-in exception among its bases, so that `except ValueError` catches it.
    """

    text: str = ""
    trace: str = ""  # the student's own traceback, for the feedback page
    cell: str = ""  # the id of the cell whose line raised
    line: int = 0
    number: int = 0  # the candidate's own name for this exception, 0 if it keeps none

    def __str__(self) -> str:
        return self.text
