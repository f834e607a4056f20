"""What can lie in submitted/, and that none of it stops the others."""

from __future__ import annotations

import json
import os
import resource
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

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


@pytest.mark.parametrize(
    "name",
    [
        "01-tiny (1).ipynb",
        "Copy of 01-tiny.ipynb",
        "01_Tiny.ipynb",
        "01-tiny-Copy1.ipynb",
        "김하늘_01-tiny_최종.ipynb",
        unicodedata.normalize("NFD", "과제 01-tiny 사본.ipynb"),
        "Untitled.ipynb",
        "inner/01-tiny.ipynb",
        "01-tiny.ipynb.txt",
        "01-TINY.IPYNB",
    ],
)
def test_renamed_file_is_read_and_told(tmp_path, name) -> None:
    put(tmp_path, "a", b"mine", name=name)
    [found] = collect_submitted(tmp_path, UNIT)
    assert found.submission.data == b"mine"
    [note] = found.submission.notes
    assert note.startswith(f"The file was called {Path(name).name}")


def test_of_several_renamed_files_the_newest_is_read(tmp_path) -> None:
    for n, name in enumerate(("01-tiny (2).ipynb", "01-tiny (1).ipynb")):
        os.utime(put(tmp_path, "a", name.encode(), name), (1_800_000_000 + n,) * 2)
    [found] = collect_submitted(tmp_path, UNIT)
    assert found.submission.data == b"01-tiny (1).ipynb"
    assert "the newest of 2" in found.submission.notes[0]


def test_copy_beside_the_notebook_is_told_and_not_read(tmp_path) -> None:
    for name in ("01-tiny.ipynb", "01-tiny-Copy1.ipynb", "scratch.ipynb", "._01-tiny.ipynb"):
        put(tmp_path, "a", name.encode(), name)
    [found] = collect_submitted(tmp_path, UNIT)
    assert found.submission.data == b"01-tiny.ipynb"
    assert found.submission.notes == (
        "The folder also holds 01-tiny-Copy1.ipynb; 01-tiny.ipynb was graded.",
    )


def test_unrelated_files_are_named_and_none_is_guessed(tmp_path) -> None:
    for name in ("one.ipynb", "two.ipynb"):
        put(tmp_path, "a", name=name)
    assert "no file 01-tiny.ipynb. The folder holds one.ipynb, two.ipynb" in problem(tmp_path)


def test_automatic_backup_is_read_only_when_nothing_else_is_there(tmp_path) -> None:
    put(tmp_path, "a", b"old", name=".ipynb_checkpoints/01-tiny-checkpoint.ipynb")
    [found] = collect_submitted(tmp_path, UNIT)
    assert (found.submission.data, "automatic backup" in found.submission.notes[0]) == (
        b"old",
        True,
    )
    put(tmp_path, "a", b"new", name="01-tiny (1).ipynb")
    assert collect_submitted(tmp_path, UNIT)[0].submission.data == b"new"


def test_second_notebook_of_an_assignment_is_no_copy_of_the_first(tmp_path) -> None:
    folder = tmp_path / "submitted" / "a" / "ps1"
    folder.mkdir(parents=True)
    (folder / "problem10.ipynb").write_bytes(b"ten")
    [found] = collect_submitted(tmp_path, "ps1/problem1")
    assert "no file problem1.ipynb" in found.problem
    (folder / "problem1 (1).ipynb").write_bytes(b"one")
    [found] = collect_submitted(tmp_path, "ps1/problem1")
    assert (found.submission.data, found.submission.unit) == (b"one", "ps1/problem1")


def test_zip_under_the_notebooks_name_is_unpacked(tmp_path) -> None:
    path = put(tmp_path, "a")
    with ZipFile(path, "w") as archive:
        archive.writestr("home/01-tiny.ipynb", b"inside")
        archive.writestr("__MACOSX/home/._01-tiny.ipynb", b"noise")
    [found] = collect_submitted(tmp_path, UNIT)
    assert found.submission.data == b"inside"
    assert "zip archive; the notebook home/01-tiny.ipynb" in found.submission.notes[0]


def test_outputs_of_a_hundred_megabytes_are_left_out(tmp_path) -> None:
    path = put(tmp_path, "a")
    cell = {"cell_type": "code", "source": 'x = "\\"outputs\\": ["', "outputs": []}
    start, end = json.dumps({"cells": [cell]}).encode().split(b'"outputs": []')
    with path.open("wb") as file:
        file.write(start + b'"outputs": [{"text": [')
        for _ in range(100):
            file.write(b'"' + b"]}\\\\" * (2**18 - 2) + b'",')
        file.write(b'""]}]' + end)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    [found] = collect_submitted(tmp_path, UNIT)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert json.loads(found.submission.data) == {"cells": [cell]}
    assert found.submission.notes == ("The file has 99 MiB; its outputs were not read.",)
    assert grown < 40 * 1024  # KiB


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
    assert "larger than 20 MiB" in problem(tmp_path)


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
