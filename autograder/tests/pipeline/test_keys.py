"""What changes which key: a missing dependency would keep a wrong verdict alive."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from autograder.collect import Found
from autograder.models import Limits, Unit
from autograder.pipeline.job import Job
from autograder.pipeline.keys import Keys
from autograder.rebuild import rebuild
from autograder.skeleton import make_skeleton

UNIT = Unit("01-tiny", "Tiny", 5.0)


def job_of(skeleton: Any, **changes: Any) -> Job:
    return replace(Job(UNIT, skeleton, Limits(), "none", "split", {}), **changes)


def edited(source: dict[str, Any], cell: str, text: str) -> Any:
    """The skeleton after the instructor has edited one cell."""
    cells = [{**c, "source": text} if c["id"] == cell else c for c in source["cells"]]
    return make_skeleton({**source, "cells": cells}, UNIT.id)


@pytest.fixture
def keys_of(copy_of):
    """The cells' key and the tests' keys of a solved notebook under a job."""

    def keys(job: Job, copy: Any = None) -> tuple[str, dict[str, str]]:
        made = Keys(job)
        rebuilt = rebuild((copy or copy_of(job.skeleton).solve()).hand_in(), job.skeleton)
        return made.cells(rebuilt), made.tests(rebuilt)

    return keys


def test_same_cells_have_the_same_keys(tiny, copy_of, keys_of) -> None:
    assert keys_of(job_of(tiny)) == keys_of(job_of(tiny))
    other_prose = copy_of(tiny).solve()
    other_prose["task-1-1"]["source"] = "my own notes"
    assert keys_of(job_of(tiny), other_prose) == keys_of(job_of(tiny))


def test_edited_test_changes_its_own_key_alone(tiny, tiny_source, keys_of) -> None:
    cells, tests = keys_of(job_of(tiny))
    changed = edited(tiny_source, "test-1-2-a", "assert relu(2.0) == 2")
    new_cells, new_tests = keys_of(job_of(changed))
    assert new_cells == cells
    assert {name for name in tests if tests[name] != new_tests[name]} == {"test-1-2-a"}


def test_moved_and_reweighted_tests_have_new_keys(tiny, tiny_source, keys_of) -> None:
    _, tests = keys_of(job_of(tiny))
    cells = tiny_source["cells"]
    cells.append(cells.pop(next(n for n, c in enumerate(cells) if c["id"] == "test-1-1-a")))
    next(c for c in cells if c["id"] == "test-1-3-a")["metadata"]["nbgrader"]["points"] = 9
    _, new = keys_of(job_of(make_skeleton(tiny_source, UNIT.id)))
    assert {name for name in tests if tests[name] != new[name]} == {"test-1-1-a", "test-1-3-a"}


def test_choices_belong_to_the_tests_of_their_exercise(tiny, keys_of) -> None:
    _, tests = keys_of(job_of(tiny))
    _, new = keys_of(job_of(tiny, choices={"1.3": {"a": "more-epochs"}}))
    assert {name for name in tests if tests[name] != new[name]} == {"test-1-3-a"}


@pytest.mark.parametrize(
    "change",
    [
        {"limits": Limits(cell_s=1.0)},
        {"sandbox": "bwrap"},
        {"isolation": "shared"},
        {"files": {"data.csv": b"1"}},
    ],
)
def test_other_settings_have_other_keys(tiny, keys_of, change) -> None:
    assert keys_of(job_of(tiny, **change))[0] != keys_of(job_of(tiny))[0]


def test_changed_cells_have_another_key(tiny, tiny_source, copy_of, keys_of) -> None:
    job = job_of(tiny)
    answered, own = copy_of(tiny).solve(), copy_of(tiny).solve()
    answered["ex-1-1"]["source"] += "  # mine"
    own.own("x = 1", before="ex-1-2")
    setup = job_of(edited(tiny_source, "setup", "import numpy as np\nimport math"))
    found = [keys_of(job), keys_of(job, answered), keys_of(job, own), keys_of(setup)]
    assert len({cells for cells, _ in found}) == 4


def test_in_shared_isolation_one_test_can_change_all_verdicts(tiny, tiny_source, keys_of) -> None:
    changed = edited(tiny_source, "test-1-2-a", "relu = None")
    one = keys_of(job_of(tiny, isolation="shared"))
    assert keys_of(job_of(changed, isolation="shared"))[0] != one[0]


def test_untouched_written_answer_is_another_case(tiny_manual, copy_of, keys_of) -> None:
    job = job_of(tiny_manual)
    written = copy_of(tiny_manual).solve()
    written["ex-1-4"]["source"] = "Because of the line."
    assert keys_of(job)[1]["ex-1-4"] != keys_of(job, written)[1]["ex-1-4"]


def test_whole_result_depends_on_bytes_moments_and_unit(tiny, student_copy) -> None:
    submission = student_copy.hand_in()
    noon = datetime(2027, 3, 1, 12, tzinfo=UTC)
    found = [
        Found(submission),
        Found(replace(submission, data=submission.data + b" ")),
        Found(replace(submission, submitted_at=noon)),
        Found(replace(submission, files={"data.csv": b"1"})),
        Found(replace(submission, notes=("It was called differently.",))),
        Found(submission, received_at=noon),
        Found(submission, problem="There is no file."),
        Found(submission, problem="There is no file.", ours=True),
    ]
    keys = [Keys(job_of(tiny)).submission(one) for one in found]
    for job in (job_of(tiny, unit=replace(UNIT, due=noon)), job_of(tiny, isolation="shared")):
        keys.append(Keys(job).submission(Found(submission)))
    assert len(set(keys)) == len(keys)
    assert Keys(job_of(tiny)).submission(Found(submission)) == keys[0]
