"""Python is found however it was installed, and nothing of the course comes with it."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from autograder.sandbox.mounts import Interpreter, find_interpreter, mount_arguments

SHOW = """
import json
from autograder.sandbox.mounts import find_interpreter
found = find_interpreter()
print(json.dumps([[str(p) for p in found.search], [str(p) for p in found.folders]]))
"""
READ_LATE = """
import numpy
from autograder.sandbox import SandboxUnavailable, open_sandbox
from autograder.sandbox.promises import PROBES, SMALL, ask_fresh
try:
    with open_sandbox("bwrap", SMALL, entry=PROBES, warm=("numpy",)) as sandbox:
        late = numpy.__file__.replace("__init__", "exceptions")
        print(ask_fresh(sandbox, "read", paths=[late]) == [late])
        print(ask_fresh(sandbox, "write", places=[late]) == [])
except SandboxUnavailable as error:
    print(error)
"""
HERE = find_interpreter()
SOURCES = [str(Path(p).resolve()) for p in sys.path if p.endswith("/src")]

# Two ways to write an editable install: a path (uv, hatchling, pip with a src folder) and an
# import hook (setuptools), here as short as it gets.
PATHS = "\n".join(SOURCES)
HOOK = f"""
import importlib.util, pathlib, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        for source in {SOURCES!r}:
            file = pathlib.Path(source, name, "__init__.py")
            if file.exists():
                return importlib.util.spec_from_file_location(name, file)
sys.meta_path.append(Finder())
"""


def _environment(maker: str, folder: Path) -> Path:
    if maker == "uv":
        uv = shutil.which("uv")
        if uv is None:
            pytest.skip("uv is not installed")
        command = [uv, "venv", "--offline", "--python", sys.executable, str(folder)]
    else:
        command = [sys.executable, "-m", "venv", "--without-pip", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("lib/python*/site-packages"))


@pytest.mark.skipif(not SOURCES, reason="the packages are not installed editable here")
@pytest.mark.parametrize("style", ["path", "hook"])
@pytest.mark.parametrize("maker", ["venv", "uv"])
def test_environment_and_editable_packages_are_found(
    maker: str, style: str, tmp_path: Path
) -> None:
    packages = _environment(maker, tmp_path / "env")
    (packages / "_editable.pth").write_text(PATHS if style == "path" else "import _hook")
    (packages / "_hook.py").write_text(HOOK)
    python = tmp_path / "env/bin/python"
    ran = subprocess.run([python, "-c", SHOW], check=True, capture_output=True, text=True, cwd="/")
    search, folders = json.loads(ran.stdout)
    assert search == [str(packages), *sorted(SOURCES)]
    assert {f"{source}/{Path(source).parent.name}" for source in SOURCES} <= set(folders)
    assert str(packages) in folders


def test_python_below_tmp_stays_readable_over_the_scratch_folder(tmp_path: Path) -> None:
    if not tmp_path.is_relative_to("/tmp"):
        pytest.skip("temporary files are not in /tmp here")
    packages = _environment("venv", tmp_path / "env")
    for name in ("numpy", "autograder", "helpers"):
        spec = importlib.util.find_spec(name)
        assert spec is not None
        assert spec.origin is not None
        shutil.copytree(Path(spec.origin).parent, packages / name, copy_function=_link)
        for libraries in Path(spec.origin).parents[1].glob(f"{name}.libs"):
            shutil.copytree(libraries, packages / libraries.name, copy_function=_link)
    command = [str(tmp_path / "env/bin/python"), "-c", READ_LATE]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd="/")
    if "True" not in ran.stdout:
        pytest.skip(ran.stdout)
    assert ran.stdout.split() == ["True", "True"]


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system
        shutil.copy2(source, target)


def test_only_python_is_mounted() -> None:
    course = Path(__file__).resolve().parents[3]
    for folder in HERE.folders:
        assert not course.is_relative_to(folder)
        assert not Path.home().is_relative_to(folder)
        assert not Path(__file__).is_relative_to(folder)


def test_folders_inside_others_are_mounted_once() -> None:
    for folder in HERE.folders:
        others = [other for other in HERE.folders if other != folder]
        assert not any(folder.is_relative_to(other) for other in others)


def test_every_mount_but_scratch_is_read_only() -> None:
    arguments = mount_arguments(HERE)
    assert "--bind" not in arguments
    assert {"--ro-bind", "--remount-ro"} <= set(arguments)
    devices = [arguments[i + 1] for i, word in enumerate(arguments) if word == "--dev-bind"]
    assert all(device.startswith("/dev/") for device in devices)


def test_python_below_tmp_is_known_to_need_care() -> None:
    python = Interpreter(Path("/usr/bin/python3"), (), (Path("/tmp/env/lib"), Path("/opt/lib")))
    assert python.in_scratch == ["/tmp/env/lib"]
