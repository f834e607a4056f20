"""Finds submissions and reads each once, as bytes; runs, unpacks and believes nothing in them.

`find_submitted` and `read` serve grading, from nbgrader's submitted/ tree. `gather` fills that tree
from what an exchange, a learning management system or e-mail left.
"""

from autograder.collect.found import CollectError, Found, Place
from autograder.collect.submitted import collect_submitted, find_submitted, read

__all__ = ["CollectError", "Found", "Place", "collect_submitted", "find_submitted", "read"]
