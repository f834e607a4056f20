"""Puts a student's answers into the instructor's notebook.

Whatever happened to the cells on the way (deleted, doubled, split, merged, moved, retyped,
re-tagged), the tests and locked cells are the instructor's, the answers are the student's, and
each repair is told in one sentence. Nothing is run here.
"""

from autograder.rebuild.assembly import rebuild

__all__ = ["rebuild"]
