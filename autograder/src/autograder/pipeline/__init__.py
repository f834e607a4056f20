"""The whole line: collect, rebuild, examine, record, feedback, report.

The only place that knows all stages; they know nothing of one another.
"""

from autograder.pipeline.journal import JournalError, as_json
from autograder.pipeline.line import Graded, Order, grade_unit
from autograder.pipeline.plan import Settings, plan
from autograder.pipeline.workers import Unavailable

__all__ = [
    "Graded",
    "JournalError",
    "Order",
    "Settings",
    "Unavailable",
    "as_json",
    "grade_unit",
    "plan",
]
