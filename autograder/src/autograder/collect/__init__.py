"""Finds submissions and reads each once, as bytes; runs, unpacks and believes nothing in them.

One module per place that submissions come from; each gives back `Found` values.
"""

from autograder.collect.beside import read_beside
from autograder.collect.found import CollectError, Found
from autograder.collect.submitted import collect_submitted

__all__ = ["CollectError", "Found", "collect_submitted", "read_beside"]
