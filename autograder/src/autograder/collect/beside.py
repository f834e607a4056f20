"""Reads what lies beside a notebook: data files and modules, as bytes, of a student or the course.

nbgrader copies such files to where the notebook is graded. Nothing is believed of them: no links
are followed, and what is too much is left out.
"""

from __future__ import annotations

import os
from pathlib import Path

from autograder.collect.reading import Unusable, read_file

MOST_FILES = 500
MOST_BYTES = 48 * 2**20  # the candidate's scratch folder holds 64 MiB
LARGEST = 16 * 2**20
IGNORED = (".ipynb", ".pyc", ".html")
NOT_FILES = frozenset({"timestamp.txt", "feedback", "__pycache__", ".ipynb_checkpoints"})


def read_beside(folder: Path) -> dict[str, bytes]:
    """The regular files in a folder by their path in it; notebooks are left out. Never raises."""
    files: dict[str, bytes] = {}
    left = MOST_BYTES
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in NOT_FILES)
        for name in sorted(names):
            if name.endswith(IGNORED) or name in NOT_FILES or len(files) == MOST_FILES:
                continue
            path = Path(place, name)
            try:
                data = read_file(path, min(left, LARGEST)).data
                files[path.relative_to(folder).as_posix().encode().decode()] = data
            except (Unusable, OSError, UnicodeError):
                continue
            left -= len(data)
    return files
