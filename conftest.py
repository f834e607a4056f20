"""Imports the two packages first: their folders here have their names, and pytest would take
autograder/tests for a part of a package `autograder` that is only a folder."""

import autograder  # noqa: F401  # imported for its place in sys.modules
import helpers  # noqa: F401  # likewise
