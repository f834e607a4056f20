"""Files beside a notebook: read as bytes, without being led elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

from autograder.collect.beside import LARGEST, read_beside


def test_regular_files_are_read_by_their_path(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "data.csv").write_text("1")
    (tmp_path / "helper.py").write_text("2")
    for name in ("ps1.ipynb", "timestamp.txt", "page.html"):
        (tmp_path / name).write_text("no")
    assert read_beside(tmp_path) == {"helper.py": b"2", "more/data.csv": b"1"}


def test_links_pipes_and_giants_are_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret").write_text("x")
    (folder / "link").symlink_to(tmp_path / "secret")
    (folder / "folder").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe")
    with (folder / "giant").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert read_beside(folder) == {}


def test_no_folder_is_no_files(tmp_path: Path) -> None:
    assert read_beside(tmp_path / "nowhere") == {}
