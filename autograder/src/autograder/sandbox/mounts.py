"""Which folders a candidate may read: Python and its packages, and nothing of the course.

Computed from the running interpreter, so that Debian's, pyenv's, conda's and uv's Pythons and the
environments made from them all work. Editable installs are found by importlib and mounted as the
bare package folder; the folders around it stay out.
"""

from __future__ import annotations

import importlib.util
import os
import site
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
# How the system finds libraries and fonts; nothing in them is anyone's own.
SETTINGS = ("/etc/ld.so.cache", "/etc/alternatives", "/etc/fonts", "/etc/localtime")
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
PACKAGES = ("autograder", "helpers")


@dataclass(frozen=True)
class Interpreter:
    """A Python and what it needs to be readable."""

    executable: Path
    search: tuple[Path, ...]  # appended to sys.path: site-packages and editable packages' parents
    folders: tuple[Path, ...]  # to be mounted read-only, beside SYSTEM

    @property
    def in_scratch(self) -> list[str]:
        """What of it lies below /tmp, where every candidate gets an empty folder."""
        return [str(folder) for folder in self.folders if folder.is_relative_to("/tmp")]


def find_interpreter() -> Interpreter:
    """The interpreter that runs this, without the folders that only this process added."""
    executable = Path(getattr(sys, "_base_executable", None) or sys.executable).resolve()
    installed = tuple(_site_folders())
    packages = tuple(_package_folder(name) for name in PACKAGES)
    editable = tuple(p for p in packages if not _is_within(p, installed))
    needed = (executable, *_library_folders(), *installed, *editable)
    search = dict.fromkeys((*installed, *(package.parent for package in editable)))
    return Interpreter(executable, tuple(search), _outermost(needed))


def _library_folders() -> list[Path]:
    """The folders of the base Python that hold its standard library and shared libraries."""
    base = Path(sys.base_prefix).resolve()
    standard = [Path(sysconfig.get_path(key)).resolve() for key in ("stdlib", "platstdlib")]
    places = [base / "lib", base / "lib64", *standard]
    inside = [place for place in places if place.is_dir() and place.is_relative_to(base)]
    return [place.resolve() for place in inside]


def _site_folders() -> list[Path]:
    folders = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    folders += site.getsitepackages()
    if site.ENABLE_USER_SITE:
        folders.append(site.getusersitepackages())
    real = [Path(folder).resolve() for folder in folders if Path(folder).is_dir()]
    return list(dict.fromkeys(real))


def _package_folder(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"the package {name} is not installed beside this Python")
    return Path(spec.origin).resolve().parent


def _is_within(path: Path, folders: tuple[Path, ...]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)


def _outermost(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Drop what another of these folders, or /usr, holds already."""
    kept: list[Path] = []
    for path in sorted(set(paths), key=lambda path: (len(path.parts), path)):
        if not _is_within(path, (Path("/usr"), *kept)):
            kept.append(path)
    return tuple(kept)


def mount_arguments(interpreter: Interpreter) -> list[str]:
    """bubblewrap's arguments for a file system that holds this and nothing else."""
    arguments: list[str] = []
    for place in SYSTEM:
        if os.path.islink(place):
            arguments += ["--symlink", os.readlink(place), place]
        elif os.path.isdir(place):
            arguments += ["--ro-bind", place, place]
    for place in SETTINGS:
        if os.path.exists(place):
            arguments += ["--ro-bind", place, place]
    arguments += ["--tmpfs", "/dev"]
    for device in DEVICES:
        arguments += ["--dev-bind", device, device]
    arguments += ["--proc", "/proc", "--perms", "1777", "--tmpfs", "/tmp"]
    # bubblewrap would make the folders above a mount for root's eyes only.
    above = {parent for folder in interpreter.folders for parent in folder.parents[:-1]}
    for parent in sorted(above):
        arguments += ["--dir", str(parent)]
    for folder in interpreter.folders:
        arguments += ["--ro-bind", str(folder), str(folder)]
    return [*arguments, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp"]
