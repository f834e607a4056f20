"""The short way to nbgrader's database leaves nbgrader as it is for everybody else."""

from __future__ import annotations

import subprocess
import sys

SHORT = "from autograder.record import prepare; prepare(); import sys; "
REST = (
    "import nbgrader, nbgrader.api; assert nbgrader.__version__; "
    "assert nbgrader._jupyter_server_extension_points()[0]['module'] == 'nbgrader'; "
    "from nbgrader.apps.api import NbGraderAPI, Gradebook; "
    "assert Gradebook is nbgrader.api.Gradebook; "
    "assert nbgrader.utils is sys.modules['nbgrader.utils']"
)


def test_web_server_is_imported_when_somebody_asks_for_it() -> None:
    code = SHORT + "assert not {'jupyter_server', 'rfc3987_syntax'} & set(sys.modules); "
    subprocess.run([sys.executable, "-c", code + REST], check=True)


def test_nbgrader_that_is_imported_already_is_taken_as_it_is() -> None:
    code = (
        "import nbgrader; before = nbgrader.api; "
        + SHORT
        + REST
        + "; assert before is nbgrader.api"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
