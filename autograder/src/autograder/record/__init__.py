"""Writes grades into nbgrader's gradebook and the graded notebooks beside it.

The only stage that knows nbgrader's database. nbgrader takes three seconds to import, so it is
imported when `record` runs; call `prepare` in another thread to have that done in time.
"""

from autograder.record.entry import Entry, RecordError
from autograder.record.recording import prepare, record

__all__ = ["Entry", "RecordError", "prepare", "record"]
