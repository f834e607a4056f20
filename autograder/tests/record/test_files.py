"""A file is there complete or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from autograder.record import notebook_path, write_whole


def test_file_is_replaced_whole_and_nothing_else_is_left(tmp_path) -> None:
    path = tmp_path / "new" / "folder" / "file.json"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [found.name for found in path.parent.iterdir()] == ["file.json"]


def test_what_a_killed_run_left_behind_is_overwritten(tmp_path) -> None:
    path = tmp_path / "file.json"
    path.with_name(".file.json.new").write_bytes(b"half a fi")
    write_whole(path, b"whole")
    assert path.read_bytes() == b"whole"
    assert [found.name for found in tmp_path.iterdir()] == ["file.json"]


def test_failure_leaves_the_old_file_and_no_other(tmp_path, monkeypatch) -> None:
    path = tmp_path / "file.json"
    write_whole(path, b"one")

    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"two")
    assert path.read_bytes() == b"one"
    assert [found.name for found in tmp_path.iterdir()] == ["file.json"]


@pytest.mark.parametrize(
    ("unit", "place"),
    [("01-tiny", "01-tiny/01-tiny.ipynb"), ("ps1/problem1", "ps1/problem1.ipynb")],
)
def test_graded_notebook_lies_where_nbgrader_looks_for_it(unit, place) -> None:
    assert notebook_path(Path("/w"), "a", unit) == Path("/w/autograded/a") / place
