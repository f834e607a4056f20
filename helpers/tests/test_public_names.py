"""What `from helpers import ...` gives, and what it does not load."""

from __future__ import annotations

import subprocess
import sys

import pytest

import helpers


@pytest.mark.parametrize("name", ["check", "hint", "progress"])
def test_functions_are_functions_even_after_their_modules_are_loaded(name: str) -> None:
    import helpers.checks
    import helpers.hints
    import helpers.progress_line

    assert callable(getattr(helpers, name))
    assert name in dir(helpers)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'cheque'"):
        helpers.cheque  # noqa: B018  # only the exception matters


def test_importing_helpers_and_checking_load_no_widgets() -> None:
    code = (
        "import sys; from helpers import check, hint, progress; check('1.1', abs); hint('1.1'); "
        "heavy = ('ipywidgets', 'anywidget', 'matplotlib', 'IPython'); "
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
