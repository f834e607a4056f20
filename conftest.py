"""Imports the two packages before pytest does: the folders of the same names are not packages."""

import pytest

import autograder
import helpers

__all__ = ["autograder", "helpers"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that fork this process a hundred times come first, while it is small."""
    items.sort(key=lambda item: "crash" not in item.path.parts)
