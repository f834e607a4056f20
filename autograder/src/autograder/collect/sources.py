"""Lists the notebooks in a folder or a zip archive; each is read when it is its turn."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from autograder.collect.archive import entries, opened, read_entry
from autograder.collect.found import CollectError
from autograder.collect.reading import Unusable, read_file, read_notebook

MOST_FILES = 20_000
DEEPEST = 6  # folders in folders
MOST_UNPACKED = 4 * 2**30  # bytes of one archive, in all


@dataclass(frozen=True)
class Candidate:
    """One file that may be a submission."""

    parts: tuple[str, ...]  # its path inside what is collected
    load: Callable[[], bytes]  # raises Unusable, OSError
    came_at: datetime | None = None  # as the file says
    written_at: datetime | None = None  # by this machine's clock
    refused: str = ""


def candidates(source: Path, stack: ExitStack) -> list[Candidate]:
    """All notebooks and archives of students in a source; `stack` keeps its archive open.

    Raises:
        CollectError: the source is not there, or is neither folder, archive nor notebook.
    """
    try:
        if source.is_dir():
            return list(_in_folder(source))
        changed_at = datetime.fromtimestamp(source.stat().st_mtime, UTC)
    except FileNotFoundError:
        raise CollectError(f"There is no {source}.") from None
    except OSError as error:
        raise CollectError(f"{source} cannot be read: {error.strerror}.") from None
    if source.suffix.lower() == ".ipynb":
        return [_of_file(source, (source.name,))]
    try:
        archive = stack.enter_context(opened(stack.enter_context(source.open("rb")), source.name))
    except (Unusable, OSError) as error:
        raise CollectError(f"{error}") from None
    return list(_in_archive(archive, changed_at))


def _in_folder(folder: Path) -> Iterator[Candidate]:
    looked = 0
    for place, folders, files in os.walk(folder):
        inside = Path(place).relative_to(folder).parts
        for name in sorted(folders):
            if Path(place, name).is_symlink():
                yield Candidate((*inside, name), _nothing, refused="it is a link to another folder")
        folders[:] = sorted(f for f in folders if len(inside) < DEEPEST and _is_open(f))
        looked += len(files) + len(folders)
        if looked > MOST_FILES:
            raise CollectError(
                f"{folder} holds more than {MOST_FILES} files: name the folder with the "
                "submissions of this unit alone."
            )
        for name in sorted(files):
            if _is_wanted(name):
                yield _of_file(Path(place, name), (*inside, name))


def _of_file(path: Path, parts: tuple[str, ...]) -> Candidate:
    if path.is_symlink():
        return Candidate(parts, _nothing, refused="it is a link to another file")
    status = path.stat(follow_symlinks=False)
    # mtime can be set by who owns a file, and a folder of an exchange is its student's; ctime not.
    came_at, written_at = (
        datetime.fromtimestamp(moment, UTC) for moment in (status.st_mtime, status.st_ctime)
    )
    is_zip = path.suffix.lower() == ".zip"
    load = (lambda: read_file(path).data) if is_zip else (lambda: read_notebook(path).data)
    return Candidate(parts, load, came_at, written_at)


def _in_archive(archive: zipfile.ZipFile, changed_at: datetime) -> Iterator[Candidate]:
    unpacked = 0
    for entry in entries(archive):
        name = entry.parts[-1]
        if not (_is_wanted(name) and all(map(_is_open, entry.parts))) and not entry.refused:
            continue
        unpacked += entry.info.file_size
        refused = entry.refused
        if not refused and unpacked > MOST_UNPACKED:
            refused = f"the archive unpacks to more than {MOST_UNPACKED // 2**30} GiB"
        yield Candidate(
            entry.parts,
            lambda entry=entry: read_entry(archive, entry),  # type: ignore[misc]  # bound now
            entry.packed_at or changed_at,
            refused=refused,
        )


def _is_wanted(name: str) -> bool:
    return _is_open(name) and name.lower().endswith((".ipynb", ".ipynb.json", ".ipynb.txt", ".zip"))


def _is_open(name: str) -> bool:
    return not name.startswith((".", "__MACOSX"))


def _nothing() -> bytes:
    return b""
