"""The Jupyter server of this environment: it loads the extension that keeps sliders quick."""

import json
import sys
from pathlib import Path

import pytest
from browser.lab import Lab

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_installation_enables_the_extension() -> None:
    found = Path(sys.prefix, "etc/jupyter/jupyter_server_config.d/nnbh-helpers.json")
    assert json.loads(found.read_text())["ServerApp"]["jpserver_extensions"] == {
        "helpers.lab": True
    }


def test_server_loads_the_extension(lab: Lab) -> None:
    log = (lab.folder / ".lab" / "server.log").read_text(encoding="utf-8")
    assert "helpers.lab: kernel messages leave at once" in log
