"""Examines a rebuilt submission: tests here, the student's code elsewhere, typed frames between.

Theory of operation
-------------------
Three processes take part. The *grading process* calls `examine` and drives. The *candidate* lives
in a sandbox and runs the student's cells in order (candidate, cells). The *examiner* is forked from
the grading process, limited in memory and killed by the clock (supervisor), and runs the test cells
with ordinary asserts (examiner).

Where a test cell stands in the notebook, the candidate forks a copy of itself and goes on; when all
cells have run, and their output is known, each copy in turn is woken and serves over the
candidate's socket (wire has the format, channel the turns). So a test sees the notebook as it was
at its place, and nothing that a test shows the student's code can end up in a cell's output. Tests
that stand together are put to one copy, one after the other (sitting); what does not pass so is
tried again in a copy of its own before it costs a point (again). After each test the examiner puts
back what the test and the candidate changed in it (keeping); where it cannot, or where anything
goes wrong, another is forked.

A name of the exercise's contract is looked up in the candidate (namespace). Plain values cross with
their exact type (codec); lists, dicts, sets, arrays and random generators are shared, which means
equal on both sides after every frame (share, arrays, randomness); everything else stays where it is
and is a handle (handles), seen by a test as a proxy (proxy, verbs) and by the student's code as a
stub (stub, lending). Exceptions, prints and warnings cross as text (errors, output).

The grading process takes from the candidate only plain values about the student's own cells
(session); a candidate that hangs, dies or talks nonsense is killed with all that it started, and a
new one replays the cells without the one that broke it. How a test cell ended becomes an outcome
and words (verdicts, diagnosis), and all of it a notebook with outputs (outputs, notebook). A test
that ends in a number gives that many points (credit). With isolation="shared" there is no
examiner: the tests run in the candidate, among the student's cells (shared), and nothing of what
follows is promised.

What is promised: student code cannot read a test, run in its process, or make it pass otherwise
than by giving values that satisfy it. What is not: that a value is honest. Tests compare with what
the examiner computes or holds, never with what the candidate claims about itself. Of an array that
a test hands over, the candidate sees the bytes between the first and the last element, no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .examination import examine

__all__ = ["examine"]


def __getattr__(name: str) -> Any:
    """Load the examiner when it is asked for: the candidate, in this package too, never does."""
    if name != "examine":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .examination import examine

    return examine
