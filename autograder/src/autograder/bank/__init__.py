"""The answer bank: runs every answer of a folder through the grader and compares with its header.

It proves the tests: every right style gets all points, every known mistake loses some and is
named, the untouched stub gets nothing, and no small change of a model answer stays unnoticed.
"""

from autograder.bank.options import choices

__all__ = ["choices"]
