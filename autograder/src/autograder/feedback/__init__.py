"""Feedback: one self-contained, sanitised HTML page for each submission.

Takes a Grade and draws it; judging, recording and the class page are other stages' work.
Test cells are never read here, so no page can show a hidden test.
"""

from autograder.feedback.page import render, write_feedback

__all__ = ["render", "write_feedback"]
