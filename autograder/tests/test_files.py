"""A file is there complete or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from autograder.files import digest, holds, write_whole


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


def test_unfinished_file_goes_when_the_right_one_is_there(tmp_path) -> None:
    path = tmp_path / "file.json"
    write_whole(path, b"one")
    path.with_name(".file.json.new").write_bytes(b"tw")
    assert not holds(path, digest(b"two"))
    assert holds(path, digest(b"one"))
    assert [found.name for found in tmp_path.iterdir()] == ["file.json"]


def test_link_in_the_way_is_not_followed(tmp_path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"theirs")
    path = tmp_path / "file.json"
    path.with_name(".file.json.new").symlink_to(elsewhere)
    write_whole(path, b"ours")
    assert (path.read_bytes(), elsewhere.read_bytes()) == (b"ours", b"theirs")
    assert not path.is_symlink()
