"""Writes grades into nbgrader's gradebook, a batch a transaction, and other files in one piece.

The only stage that knows nbgrader's database. nbgrader takes seconds to import, so it is imported
when a gradebook is written; call `prepare` in another thread to have that done in time.
"""

from autograder.record.entry import Entry, RecordError, make_entry
from autograder.record.files import notebook_path
from autograder.record.recording import Save, gradebook, prepare, record
from autograder.record.standing import outstanding

__all__ = [
    "Entry",
    "RecordError",
    "Save",
    "gradebook",
    "make_entry",
    "notebook_path",
    "outstanding",
    "prepare",
    "record",
]
