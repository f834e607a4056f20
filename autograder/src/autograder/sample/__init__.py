"""A class of invented students, made from the answer bank, to try the grader on.

Nothing here depends on the clock or on chance: the same course gives the same files.
"""

from autograder.sample.writing import SampleError, write_class

__all__ = ["SampleError", "write_class"]
