"""Looks into zip archives that strangers packed: nothing in them is believed or left unbounded."""

from __future__ import annotations

import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO

from autograder.collect.naming import is_like
from autograder.collect.outputs import TooLarge
from autograder.collect.reading import MAX_BYTES, MAX_FILE, Unusable, read_bounded, too_large

MOST_ENTRIES = 20_000
MOST_INDEX = 4 * 2**20  # bytes of the archive's table of contents
MOST_RATIO = 200  # unpacked to packed, over MAX_BYTES: text packs to a tenth, bombs to a thousandth
_END = b"PK\5\6"
_ENCRYPTED, _UTF8 = 0x1, 0x800  # flags of an entry
# What zipfile raises for entries that are damaged or packed in ways it does not know.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,  # names that are not encoded as they say
)


@dataclass(frozen=True)
class Entry:
    """One file in an archive; `refused` says why it is not to be opened."""

    parts: tuple[str, ...]  # its path
    info: zipfile.ZipInfo
    packed_at: datetime | None
    refused: str = ""


def is_archive(data: bytes) -> bool:
    """Whether a file's first bytes are those of a zip archive."""
    return data.startswith((b"PK\3\4", _END))


@contextmanager
def opened(file: IO[bytes], name: str) -> Iterator[zipfile.ZipFile]:
    """An archive whose table of contents is of bearable size.

    Raises:
        Unusable: it is damaged or holds too much.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - 2**16 - 64))
    tail = file.read()
    at = tail.rfind(_END)
    count = int.from_bytes(tail[at + 10 : at + 12], "little")
    index = int.from_bytes(tail[at + 12 : at + 16], "little")
    too_many = f"{name} holds more than {MOST_ENTRIES} files; unpack it and give the folder."
    if at < 0:
        raise Unusable(f"{name} is a damaged zip archive (an upload broken off?).")
    if count > MOST_ENTRIES or index > MOST_INDEX or tail[max(0, at - 20) : at][:4] == b"PK\6\7":
        raise Unusable(too_many)
    try:
        archive = zipfile.ZipFile(file)
    except DAMAGED as error:
        raise Unusable(f"{name} is a damaged zip archive ({error}).") from None
    with archive:
        if len(archive.infolist()) > MOST_ENTRIES:  # the count that was read above may be a lie
            raise Unusable(too_many)
        yield archive


def entries(archive: zipfile.ZipFile) -> Iterator[Entry]:
    """The files in an archive, folders left out, in its order."""
    for info in archive.infolist():
        name = _name(info)
        if not name.endswith(("/", "\\")):
            parts = tuple(part for part in re.split(r"[/\\]+", name) if part not in ("", "."))
            yield Entry(parts or (name,), info, _moment(info), _refusal(info, name, parts))


def _refusal(info: zipfile.ZipInfo, name: str, parts: tuple[str, ...]) -> str:
    kind = stat.S_IFMT(info.external_attr >> 16)
    ratio = info.file_size / max(1, info.compress_size)
    if kind and kind != stat.S_IFREG:
        return "it is a link or a device, not a file"
    if name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name):
        return "its path is absolute"
    if ".." in parts:
        return "its path leads out of the archive (..)"
    if info.flag_bits & _ENCRYPTED:
        return "it is encrypted"
    if info.file_size > MAX_FILE:
        return f"it is larger than {MAX_FILE // 2**20} MiB"
    if info.file_size > MAX_BYTES and ratio > MOST_RATIO:
        return f"it unpacks to {ratio:.0f} times its size, as no notebook does"
    return ""


def _name(info: zipfile.ZipInfo) -> str:
    """The entry's path; many programs write UTF-8 or a country's own code without saying so."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        for encoding in ("utf-8", "cp949"):
            try:
                name = info.filename.encode("cp437").decode(encoding)
                break
            except UnicodeError:
                continue
    return unicodedata.normalize("NFC", name)


def _moment(info: zipfile.ZipInfo) -> datetime | None:
    """When the entry was packed, in this machine's time zone; None where nobody knows."""
    if info.date_time[0] <= 1980:
        return None
    try:
        return datetime(*info.date_time).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None


def read_entry(archive: zipfile.ZipFile, entry: Entry) -> bytes:
    """An entry's bytes, a notebook's outputs left out where there are many.

    Raises:
        Unusable: it is refused, damaged or too large.
    """
    name = PurePosixPath(*entry.parts).name
    if entry.refused:
        raise Unusable(f"{name} was not opened: {entry.refused}.")
    try:
        with archive.open(entry.info) as file:
            return read_bounded(file)
    except TooLarge:
        raise Unusable(too_large(name, MAX_BYTES)) from None
    except DAMAGED as error:
        raise Unusable(f"{name} in the zip archive is damaged ({error}).") from None


def notebook_in(data: bytes, notebook: str) -> tuple[bytes, str]:
    """The notebook in an archive that one student handed in, and its name there.

    Raises:
        Unusable: there is none, or several that may be it.
    """
    with opened(BytesIO(data), "The zip archive") as archive:
        found = [entry for entry in entries(archive) if is_notebook(entry.parts)]
        alike = [entry for entry in found if is_like(entry.parts[-1], notebook, alone=True)]
        chosen = alike or found
        if not chosen:
            raise Unusable("The file is a zip archive without a notebook in it.")
        if len(chosen) > 1 and not alike:
            names = ", ".join(entry.parts[-1] for entry in chosen[:3])
            raise Unusable(f"The file is a zip archive with several notebooks in it: {names}.")
        best = max(chosen, key=lambda entry: (entry.info.date_time, entry.parts))
        return read_entry(archive, best), "/".join(best.parts)


def is_notebook(parts: tuple[str, ...]) -> bool:
    """Whether a path is a notebook's and not a backup or what macOS packs beside each file."""
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return not hidden and parts[-1].lower().endswith(".ipynb")
