"""What can lie in submitted/, and that none of it stops the others."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from autograder.collect import CollectError, collect_submitted
from autograder.collect.reading import MAX_BYTES

UNIT = "01-tiny"


def put(workspace: Path, student: str, data: bytes = b"{}", name: str = f"{UNIT}.ipynb") -> Path:
    path = workspace / "submitted" / student / UNIT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def problem(workspace: Path) -> str:
    [found] = collect_submitted(workspace, UNIT)
    assert found.submission.data == b""
    return found.problem


def test_every_students_bytes_are_read_in_order(tmp_path) -> None:
    for student in ("b", "a"):
        put(tmp_path, student, student.encode())
    found = collect_submitted(tmp_path, UNIT)
    assert [(f.submission.student, f.submission.data) for f in found] == [("a", b"a"), ("b", b"b")]


@pytest.mark.parametrize("student", ["-rf", "Zoë Ørsted", "a b", "*", "$(id)", "日本"])
def test_odd_student_ids_are_fine(tmp_path, student) -> None:
    put(tmp_path, student)
    assert collect_submitted(tmp_path, UNIT, student)[0].submission.student == student


def test_student_id_that_is_no_text_is_made_readable(tmp_path) -> None:
    put(tmp_path, os.fsdecode(b"caf\xe9"))
    assert collect_submitted(tmp_path, UNIT)[0].submission.student == "caf\\xe9"


def test_student_without_this_unit_and_hidden_folders_are_not_listed(tmp_path) -> None:
    put(tmp_path, ".ipynb_checkpoints")
    (tmp_path / "submitted" / "late" / "02-other").mkdir(parents=True)
    (tmp_path / "submitted" / "notes.txt").write_text("no student")
    assert collect_submitted(tmp_path, UNIT) == []


def test_missing_file_is_reported_with_its_likely_new_name(tmp_path) -> None:
    put(tmp_path, "a", name="01-tiny (1).ipynb")
    assert "no file 01-tiny.ipynb" in problem(tmp_path)
    assert "01-tiny (1).ipynb" in problem(tmp_path)


@pytest.mark.parametrize("level", ["file", "unit", "student"])
def test_links_are_refused(tmp_path, level) -> None:
    real = put(tmp_path / "elsewhere", "a", b"secret")
    path = tmp_path / "submitted" / "a" / UNIT / f"{UNIT}.ipynb"
    link, target = {
        "file": (path, real),
        "unit": (path.parent, real.parent),
        "student": (path.parent.parent, real.parent.parent),
    }[level]
    link.parent.mkdir(parents=True)
    link.symlink_to(target)
    assert "link" in problem(tmp_path)


def test_folder_in_the_files_place_is_reported(tmp_path) -> None:
    (tmp_path / "submitted" / "a" / UNIT / f"{UNIT}.ipynb").mkdir(parents=True)
    assert "is a folder" in problem(tmp_path)


def test_file_in_the_folders_place_is_reported(tmp_path) -> None:
    folder = tmp_path / "submitted" / "a"
    folder.mkdir(parents=True)
    (folder / UNIT).write_text("flat")
    assert "not a folder" in problem(tmp_path)


def test_pipe_does_not_make_the_class_wait(tmp_path) -> None:
    path = put(tmp_path, "a")
    path.unlink()
    os.mkfifo(path)
    assert "not a regular file" in problem(tmp_path)


def test_file_over_the_cap_is_not_read(tmp_path) -> None:
    path = put(tmp_path, "a")
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)  # sparse: it takes no room
    assert "larger than 50 MiB" in problem(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_that_this_machine_may_not_read_is_our_problem(tmp_path) -> None:
    put(tmp_path, "a").chmod(0)
    assert collect_submitted(tmp_path, UNIT)[0].ours


def test_nbgraders_timestamp_beats_the_files_own(tmp_path) -> None:
    path = put(tmp_path, "a")
    (path.parent / "timestamp.txt").write_text("2027-03-01 12:30:00.250000 UTC\n")
    [found] = collect_submitted(tmp_path, UNIT)
    assert found.received_at == datetime(2027, 3, 1, 12, 30, 0, 250000, UTC)
    assert found.submission.submitted_at == found.received_at


@pytest.mark.parametrize("words", ["", "yesterday", "2027-13-45", "\ud7ff" * 9])
def test_unreadable_timestamp_gives_way_to_the_files_time(tmp_path, words) -> None:
    path = put(tmp_path, "a")
    os.utime(path, (1_800_000_000, 1_800_000_000))
    (path.parent / "timestamp.txt").write_text(words, encoding="utf-8")
    [found] = collect_submitted(tmp_path, UNIT)
    assert found.received_at is None
    assert found.submission.submitted_at == datetime.fromtimestamp(1_800_000_000, UTC)


def test_missing_folder_is_an_error_that_says_where(tmp_path) -> None:
    with pytest.raises(CollectError, match=r"There is no folder .*submitted"):
        collect_submitted(tmp_path, UNIT)


def test_one_student_alone_can_be_collected(tmp_path) -> None:
    for student in ("a", "b"):
        put(tmp_path, student)
    assert [f.submission.student for f in collect_submitted(tmp_path, UNIT, "b")] == ["b"]
    assert collect_submitted(tmp_path, UNIT, "c") == []
