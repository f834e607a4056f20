"""What comes out of exchanges, archives and folders of strangers, and what stays in them."""

from __future__ import annotations

import io
import json
import os
import stat
import struct
import unicodedata
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from autograder.cli import app
from autograder.collect import CollectError, collect_submitted
from autograder.collect.gathering import Line, gather
from typer.testing import CliRunner

UNIT = "01-tiny"
IDS = {UNIT: frozenset({"ex-1-1", "test-1-1-a"}), "02-other": frozenset({"ex-2-1", "test-2-1-a"})}
Files = Mapping[str | zipfile.ZipInfo, bytes]


def notebook(mark: str = "", exercise: str = "ex-1-1") -> bytes:
    nbgrader = {"grade_id": exercise, "solution": True}
    cell = {"cell_type": "code", "metadata": {"nbgrader": nbgrader}, "source": f"# {mark}"}
    return json.dumps({"cells": [cell], "nbformat": 4, "nbformat_minor": 4}).encode()


def packed(path: Path, files: Files, method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def entry(name: str, moment: tuple[int, ...] = (2027, 3, 1, 12, 0, 0), mode: int = 0) -> Any:
    info = zipfile.ZipInfo(name, moment)  # type: ignore[arg-type]  # six numbers
    info.external_attr = mode << 16
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def tree(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def fates(lines: list[Line]) -> dict[str, str]:
    return {line.file: line.fate for line in lines}


def taken(workspace: Path, unit: str = UNIT) -> dict[str, bytes]:
    return {f.submission.student: f.submission.data for f in collect_submitted(workspace, unit)}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "course").mkdir()
    return tmp_path / "course"


STAMP = "2027-03-01 12:30:00.000000 UTC"
STYLES = {
    "canvas": {
        "kimminsu_1001_90001_01-tiny.ipynb": "kimminsu",
        "parkjia_LATE_1002_90002_01-tiny-2.ipynb": "parkjia",
        "leeseo_1003_90003_Untitled (1).ipynb": "leeseo",
    },
    "moodle": {
        "Kim Minsu_2001_assignsubmission_file_/01-tiny.ipynb": "Kim Minsu",
        "Zoë Ørsted_2002_assignsubmission_file_/sub/01-tiny (1).ipynb": "Zoë Ørsted",
        "박지아_2003_assignsubmission_file_01-tiny.ipynb": "박지아",
        "Participant_2004_assignsubmission_file_/01-tiny.ipynb": "Participant 2004",
    },
    "classroom": {
        "Kim Minsu - 01-tiny.ipynb": "Kim Minsu",
        "Park Jia - Copy of 01-tiny (2).ipynb": "Park Jia",
    },
    "exchange": {
        f"kim+{UNIT}+{STAMP}/01-tiny.ipynb": "kim",
        f"a+b+{UNIT}+2027-03-01 12:31:00.000000 Asia-Seoul+cmFuZG9t/01-tiny.ipynb": "a+b",
    },
    "submitted": {
        "submitted/kim/01-tiny/01-tiny.ipynb": "kim",
        "submitted/lee/01-tiny/01-tiny.ipynb": "lee",
    },
    "around": {"Group A/kim/01-tiny.ipynb": "kim", "Group A/lee/work.ipynb": "lee"},
    "loose": {
        "kim.ipynb": "kim",
        "01-tiny_lee (1).ipynb": "lee",
        "김하늘 01-tiny 최종.ipynb": "김하늘",
        "Copy of 01_Tiny - 20270001.ipynb": "20270001",
    },
}


@pytest.mark.parametrize("source", ["folder", "zip"])
@pytest.mark.parametrize("style", STYLES)
def test_files_are_found_under_their_students_names(tmp_path, place, style, source) -> None:
    files = {name: notebook(who) for name, who in STYLES[style].items()}
    made = tmp_path / "x"
    made = tree(made, files) if source == "folder" else packed(made.with_suffix(".zip"), files)
    lines = gather(made, UNIT, place, IDS)
    assert set(fates(lines).values()) == {"taken"}, lines
    assert taken(place) == {who: notebook(who) for who in STYLES[style].values()}


def test_names_shared_by_two_students_are_told_apart_by_numbers(tmp_path, place) -> None:
    names = [f"kimminsu_{number}_1_01-tiny.ipynb" for number in (7, 8)]
    gather(packed(tmp_path / "c.zip", {n: notebook(n) for n in names}), UNIT, place, IDS)
    assert set(taken(place)) == {"kimminsu-7", "kimminsu-8"}


def test_newest_of_several_wins_and_a_second_run_changes_nothing(tmp_path, place) -> None:
    early, late = (entry(f"kim_1_{n}_01-tiny.ipynb", (2027, 3, 1, n, 0, 0)) for n in (10, 11))
    made = packed(tmp_path / "c.zip", {late: notebook("late"), early: notebook("early")})
    lines = gather(made, UNIT, place, IDS)
    assert fates(lines) == {late.filename: "taken", early.filename: "left"}
    assert taken(place) == {"kim": notebook("late")}
    assert fates(gather(made, UNIT, place, IDS))[late.filename] == "already there"
    older = packed(tmp_path / "d.zip", {early: notebook("early")})
    [line] = gather(older, UNIT, place, IDS)
    assert (line.fate, line.why) == ("left", "what is in submitted/ is newer")
    newer = packed(
        tmp_path / "e.zip", {entry(late.filename, (2027, 3, 2, 0, 0, 0)): notebook("newer")}
    )
    assert [line.fate for line in gather(newer, UNIT, place, IDS)] == ["replaced"]
    assert taken(place) == {"kim": notebook("newer")}


def test_exchanges_stamp_is_kept_unless_the_disk_knows_better(tmp_path, place) -> None:
    future = datetime.now(UTC) + timedelta(minutes=1)
    files = {
        f"honest+{UNIT}+{future:%Y-%m-%d %H:%M:%S.%f} UTC/01-tiny.ipynb": notebook("honest"),
        f"early+{UNIT}+2020-01-01 00:00:00.000000 UTC/01-tiny.ipynb": notebook("early"),
    }
    inbound = tree(tmp_path / "inbound", files)
    for name in files:
        os.utime(inbound / name, (1_577_836_800,) * 2)  # whoever owns a file can do that
    lines = {line.student: line for line in gather(inbound, UNIT, place, IDS)}
    found = {f.submission.student: f.received_at for f in collect_submitted(place, UNIT)}
    assert found["honest"] == future
    assert abs(found["early"] - datetime.now(UTC)) < timedelta(minutes=1)
    assert "2020-01-01 00:00 UTC, the disk says later" in lines["early"].why


def test_other_assignments_and_units_are_refused_with_their_names(tmp_path, place) -> None:
    files = {
        f"kim+02-other+{STAMP}/01-tiny.ipynb": notebook(),
        "lee/01-tiny.ipynb": notebook("", "ex-2-1"),
        "park/essay.ipynb": notebook("", "q1"),
        "01-tiny (3).ipynb": notebook(),
    }
    lines = gather(tree(tmp_path / "x", files), UNIT, place, IDS)
    why = {line.file.split("/")[0].split("+")[0]: line.why for line in lines}
    assert why == {
        "kim": "it was handed in for 02-other",
        "lee": "its cells are those of 02-other",
        "park": "neither its name nor its cells are those of 01-tiny",
        "01-tiny (3).ipynb": "nothing says whose it is: put it into a folder with the student's "
        "name",
    }
    assert not (place / "submitted").exists()


EVIL = {
    "it is a link or a device": entry("kim/01-tiny.ipynb", mode=stat.S_IFLNK | 0o777),
    "its path is absolute": entry("/etc/cron.d/01-tiny.ipynb"),
    "its path leads out of the archive": entry("kim/../../01-tiny.ipynb"),
    "leads out of the archive": entry("kim\\..\\..\\01-tiny.ipynb"),
    "path is absolute": entry("C:\\kim\\01-tiny.ipynb"),
}


@pytest.mark.parametrize("why", EVIL)
def test_entries_that_lead_elsewhere_are_refused_and_the_others_taken(tmp_path, place, why) -> None:
    made = packed(tmp_path / "x.zip", {EVIL[why]: b"/etc/passwd", "lee/01-tiny.ipynb": notebook()})
    lines = gather(made, UNIT, place, IDS)
    assert why in next(line.why for line in lines if line.fate == "refused")
    assert taken(place) == {"lee": notebook()}
    assert sorted(p.name for p in tmp_path.rglob("*.ipynb")) == ["01-tiny.ipynb"]


def test_bombs_are_refused_before_they_are_unpacked(tmp_path, place) -> None:
    made = packed(tmp_path / "x.zip", {"kim/01-tiny.ipynb": b"0" * 120 * 2**20})
    [line] = gather(made, UNIT, place, IDS)
    assert line.why.startswith("it unpacks to ")


def test_entry_that_lies_about_its_size_is_damaged(tmp_path, place) -> None:
    made = packed(tmp_path / "x.zip", {"kim/01-tiny.ipynb": b"0" * 2**20})
    data = bytearray(made.read_bytes())
    at = data.index(b"PK\1\2")
    data[at + 24 : at + 28] = struct.pack("<I", 100)
    made.write_bytes(data)
    [line] = gather(made, UNIT, place, IDS)
    assert "is damaged" in line.why


def test_encrypted_and_unknown_entries_are_refused(tmp_path, place) -> None:
    for flag, method, why in ((1, 8, "it is encrypted"), (0, 99, "is damaged")):
        made = packed(tmp_path / "x.zip", {"kim/01-tiny.ipynb": notebook()})
        data = bytearray(made.read_bytes())
        for sign, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
            at = data.index(sign) + offset
            data[at : at + 4] = struct.pack("<HH", flag, method)
        made.write_bytes(data)
        [line] = gather(made, UNIT, place, IDS)
        assert why in line.why


def test_students_own_zip_is_opened_once_and_no_deeper(tmp_path, place) -> None:
    def zipped(files: Files) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        return made.getvalue()

    files = {
        "kim_1_1_homework.zip": zipped({"home/01-tiny.ipynb": notebook("kim")}),
        "lee_2_2_homework.zip": zipped({"in.zip": zipped({"01-tiny.ipynb": notebook()})}),
    }
    lines = gather(packed(tmp_path / "x.zip", files), UNIT, place, IDS)
    assert taken(place) == {"kim": notebook("kim")}
    assert "zip archive without a notebook" in lines[-1].why


@pytest.mark.parametrize(("number", "told"), [(100_000, 34_464), (60_000, 1), (100_000, 65_535)])
def test_hundred_thousand_entries_are_refused_at_once(tmp_path, place, number, told) -> None:
    """One file that a table of contents names again and again, and how many it says they are."""
    data = packed(tmp_path / "x.zip", {"kim/a.ipynb": b""}).read_bytes()
    start, end = data.index(b"PK\1\2"), data.index(b"PK\5\6")
    index = data[start:end] * number
    last = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, told, told, len(index), start, 0)
    (tmp_path / "x.zip").write_bytes(data[:start] + index + last)
    with pytest.raises(CollectError, match="holds more than 20000 files"):
        gather(tmp_path / "x.zip", UNIT, place, IDS)


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\5\6" + b"\0" * 9, b"\0" * 5000])
def test_what_is_no_archive_is_told(tmp_path, place, data) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(CollectError, match="damaged zip archive"):
        gather(tmp_path / "x.zip", UNIT, place, IDS)


def test_archive_cut_off_is_told(tmp_path, place) -> None:
    made = packed(tmp_path / "x.zip", {f"{n}/01-tiny.ipynb": notebook() for n in range(9)})
    made.write_bytes(made.read_bytes()[:-40])
    with pytest.raises(CollectError, match="damaged zip archive"):
        gather(made, UNIT, place, IDS)


def test_links_in_a_folder_are_refused(tmp_path, place) -> None:
    made = tree(tmp_path / "x", {"kim/01-tiny.ipynb": notebook()})
    secret = tree(tmp_path / "secret", {"01-tiny.ipynb": notebook("secret")})
    (made / "lee").symlink_to(secret)
    (made / "park").mkdir()
    (made / "park" / "01-tiny.ipynb").symlink_to(secret / "01-tiny.ipynb")
    lines = gather(made, UNIT, place, IDS)
    assert taken(place) == {"kim": notebook()}
    assert [line.fate for line in lines] == ["taken", "refused", "refused"]


def test_link_in_submitted_is_not_written_through(tmp_path, place) -> None:
    (tmp_path / "elsewhere").mkdir()
    (place / "submitted").mkdir()
    (place / "submitted" / "kim").symlink_to(tmp_path / "elsewhere")
    made = tree(tmp_path / "x", {f"{who}/01-tiny.ipynb": notebook() for who in ("kim", "lee")})
    lines = {line.student: line for line in gather(made, UNIT, place, IDS)}
    assert (lines["kim"].fate, lines["lee"].fate) == ("refused", "taken")
    assert "cannot be written: a folder of it is a link" in lines["kim"].why
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_names_written_without_utf_8_flag_are_read(tmp_path, place) -> None:
    made = tmp_path / "x.zip"
    name = unicodedata.normalize("NFD", "김하늘")
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("K" * len(name.encode()) + "/01-tiny.ipynb", notebook())
    data = made.read_bytes().replace(b"K" * len(name.encode()), name.encode())
    made.write_bytes(data)
    gather(made, UNIT, place, IDS)
    assert set(taken(place)) == {"김하늘"}


def test_names_that_are_no_folders_become_ones(tmp_path, place) -> None:
    files = {"../x_1_1_01-tiny.ipynb": notebook(), ".hidden_2_2_01-tiny.ipynb": notebook()}
    gather(packed(tmp_path / "x.zip", files), UNIT, place, IDS)
    assert not (place / "submitted").exists() or set(taken(place)) <= {"hidden"}


def test_command_shows_a_table_and_fills_submitted(tiny_course, tmp_path, tiny, copy_of) -> None:
    files = {
        "kim_1_1_01-tiny.ipynb": copy_of(tiny).solve().hand_in().data,
        "lee_2_2_\x1b[31mred.ipynb": b"{}",
    }
    made = packed(tmp_path / "c.zip", files)
    command = ["collect", UNIT, str(made), "--course", str(tiny_course)]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    assert "1 taken, 1 refused" in result.stdout
    assert "\x1b[31m" not in result.stdout
    assert (tiny_course / "submitted" / "kim" / UNIT / f"{UNIT}.ipynb").is_file()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([UNIT, "/nowhere.zip"], "There is no /nowhere.zip"),
        (["99-none", "/tmp"], "There is no unit '99-none'"),
    ],
)
def test_unusable_arguments_end_with_a_sentence_and_status_2(tiny_course, arguments, words) -> None:
    result = CliRunner().invoke(app, ["collect", *arguments, "--course", str(tiny_course)])
    assert result.exit_code == 2
    assert words in result.stderr
