"""Fixtures for tests in a browser; skipped, with the reason, where there is no Chromium."""

from collections.abc import Iterator

import pytest
from browser.lab import CHROMIUM, Lab, start_browser, start_lab


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: apt install chromium")
    return CHROMIUM


@pytest.fixture(scope="module")
def lab(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab on an empty folder, in the light theme."""
    with start_lab(tmp_path_factory.mktemp("lab")) as running:
        yield running


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[object]:
    """A browser context of 1200 by 1400 CSS pixels."""
    with start_browser(height=1400) as context:
        yield context
