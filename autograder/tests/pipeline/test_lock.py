"""One writer at a time, whatever became of the last one."""

from __future__ import annotations

import fcntl
import multiprocessing
import os
import time

import pytest
from autograder.pipeline.lock import WorkspaceError, single_writer


def test_second_writer_is_refused_with_the_name_of_the_first(tmp_path) -> None:
    with (
        single_writer(tmp_path),
        pytest.raises(WorkspaceError, match=rf"process {os.getpid()} on .* goes on from there"),
        single_writer(tmp_path),
    ):
        pass
    with single_writer(tmp_path):
        pass


def _hold(workspace, held) -> None:
    with single_writer(workspace):
        held.set()
        time.sleep(60)


def test_lock_ends_with_the_process_that_held_it(tmp_path) -> None:
    context = multiprocessing.get_context("fork")
    held = context.Event()
    process = context.Process(target=_hold, args=(tmp_path, held))
    process.start()
    assert held.wait(30)
    with pytest.raises(WorkspaceError, match=f"process {process.pid}"), single_writer(tmp_path):
        pass
    process.kill()
    process.join()
    with single_writer(tmp_path):
        pass


def test_workspace_that_cannot_be_written_is_named(tmp_path) -> None:
    (tmp_path / ".autograder").write_text("a file in the way")
    with pytest.raises(WorkspaceError, match="--workspace"), single_writer(tmp_path):
        pass


def test_file_system_without_locks_is_refused(tmp_path, monkeypatch) -> None:
    def none(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", none)
    with pytest.raises(WorkspaceError, match="without locks"), single_writer(tmp_path):
        pass
