"""Report: what an instructor wants to know about a class, as one page and two CSV files.

Takes the grades of one unit; it neither judges nor records, and reads no notebook.
"""

from autograder.report.page import render, write_report

__all__ = ["render", "write_report"]
