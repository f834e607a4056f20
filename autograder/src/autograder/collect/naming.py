"""Finds a unit's notebook among files that were renamed, copied or packed on their way."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

MOST_FILES = 500  # looked at in one student's folder
DEEPEST = 3  # folders in it
BACKUPS = ".ipynb_checkpoints"


def is_like(name: str, notebook: str, *, alone: bool) -> bool:
    """Whether a file's name is a notebook's, with things put before or behind it.

    Args:
        name: the file's name.
        notebook: the name that it should have, without .ipynb.
        alone: False where problem1a may be another notebook than problem1.
    """
    parts = map(re.escape, _key(notebook).split("-"))
    pattern = rf"(?<!\d){'-?'.join(parts)}{'' if alone else '(?![^-])'}"
    return bool(_key(notebook)) and re.search(pattern, _key(name)) is not None


def _key(name: str) -> str:
    """A name's letters and digits: "copy-of-01-perceptron-1" for "Copy of 01_Perceptron (1)"."""
    plain = unicodedata.normalize("NFKC", name).casefold().removesuffix(".ipynb")
    return re.sub(r"[\W_]+", "-", plain).strip("-")


def notebooks_in(folder: Path) -> list[Path]:
    """The notebooks in a student's folder and the folders in it; links are not followed."""
    found: list[Path] = []
    looked = 0
    for place, folders, files in os.walk(folder):
        depth = len(Path(place).relative_to(folder).parts)
        folders[:] = sorted(f for f in folders if depth < DEEPEST and _is_open(f))
        looked += len(files) + len(folders)
        found += [
            Path(place, name)
            for name in sorted(files)
            if name.lower().endswith((".ipynb", ".ipynb.json", ".ipynb.txt"))
            and not name.startswith("._")  # what macOS puts beside each file
            and not Path(place, name).is_symlink()
        ]
        if looked > MOST_FILES:
            break
    return found


def _is_open(folder: str) -> bool:
    return folder == BACKUPS or not folder.startswith((".", "__MACOSX"))


def choose(paths: Sequence[Path], notebook: str, *, alone: bool) -> tuple[Path | None, str]:
    """The file that most likely is the notebook, and a sentence on why; None if none is.

    Args:
        paths: the notebooks that there are, none of which has the right name and place.
        notebook: the name that it should have, without .ipynb.
        alone: whether the assignment has only this notebook, so that any name will do.
    """
    ours = [path for path in paths if BACKUPS not in path.parts]
    alike = [path for path in ours if is_like(path.name, notebook, alone=alone)]
    if not alike and alone and len(ours) == 1:
        alike = ours
    if alike:
        best = max(alike, key=lambda path: (_changed(path), path.name))
        rest = f", the newest of {len(alike)} files like it" if len(alike) > 1 else ""
        return best, f"The file was called {best.name}{rest}; it was graded as {notebook}.ipynb."
    backups = [p for p in paths if BACKUPS in p.parts and is_like(p.name, notebook, alone=alone)]
    if backups and not ours:
        best = max(backups, key=lambda path: (_changed(path), path.name))
        return best, "Only Jupyter's automatic backup of the notebook was there; it was graded."
    return None, ""


def _changed(path: Path) -> float:
    try:
        return path.stat(follow_symlinks=False).st_mtime
    except OSError:
        return 0.0
