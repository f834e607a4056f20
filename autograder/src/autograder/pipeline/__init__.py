"""The whole line: collect, rebuild, examine, record, feedback, report.

The only place that knows all stages; they know nothing of one another.
"""

from autograder.pipeline.journal import as_json
from autograder.pipeline.line import Graded, Order, grade_unit, grade_units
from autograder.pipeline.lock import WorkspaceError, single_writer
from autograder.pipeline.plan import Settings, plan
from autograder.pipeline.workers import Unavailable, grade_all

__all__ = [
    "Graded",
    "Order",
    "Settings",
    "Unavailable",
    "WorkspaceError",
    "as_json",
    "grade_all",
    "grade_unit",
    "grade_units",
    "plan",
    "single_writer",
]
