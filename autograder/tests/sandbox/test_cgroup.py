"""The control group, on a folder that looks like one (few test machines delegate a real one)."""

from __future__ import annotations

from pathlib import Path

import pytest
from autograder.models import Limits
from autograder.sandbox.cgroup import ControlGroup, make_group


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "app.slice/term.scope").mkdir(parents=True)
    for place in (tmp_path, tmp_path / "app.slice", tmp_path / "app.slice/term.scope"):
        (place / "cgroup.subtree_control").write_text("")
    return tmp_path


def test_no_group_where_memory_is_not_delegated(root: Path) -> None:
    assert make_group(Limits(), root, "/app.slice/term.scope") is None


def test_group_beside_our_own_where_it_is(root: Path) -> None:
    (root / "app.slice/cgroup.subtree_control").write_text("cpu memory pids\n")
    group = make_group(Limits(memory_mib=100, processes=10), root, "/app.slice/term.scope")
    assert group is not None
    assert group.folder.parent == root / "app.slice"
    assert (group.folder / "memory.max").read_text() == str((100 + 384) << 20)
    assert (group.folder / "pids.max").read_text() == "18"


def test_our_own_root_group_has_no_parent_to_try(root: Path) -> None:
    assert make_group(Limits(), root, "/") is None


def test_kills_for_memory_are_counted(tmp_path: Path) -> None:
    group = ControlGroup(tmp_path, Limits())
    assert group.out_of_memory() == 0
    (tmp_path / "memory.events").write_text("low 0\noom 3\noom_kill 2\n")
    assert group.out_of_memory() == 2
