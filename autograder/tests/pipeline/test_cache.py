"""The cache gives back what was put in, or nothing."""

from __future__ import annotations

import os
import zlib

import pytest
from autograder.models import Outcome, Verdict
from autograder.pipeline import cache
from autograder.pipeline.cache import NOTHING, Judged, Remembered, packed, prune, recall, store

KEY = "ab" + "0" * 62
VERDICT = Verdict("test-1-1-a", "1.1", 2.0, 2.0, Outcome.PASSED, "Passed. ½ \ud800", None)
SHOWN = [{"output_type": "stream", "name": "stdout", "text": "hello"}]
KNOWN = Remembered("none", {"ex-1-1": SHOWN}, {"test-1-1-a": Judged("its key", VERDICT, SHOWN)})


def test_what_was_stored_is_recalled(tmp_path) -> None:
    store(tmp_path, KEY, packed(KNOWN))
    assert recall(tmp_path, KEY) == KNOWN
    assert recall(tmp_path, KEY.replace("0", "1")) == NOTHING
    assert recall(None, KEY) == NOTHING


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:70] + bytes([data[70] ^ 1]) + data[71:],
        lambda data: data.replace(b"\n", b"", 1),
        lambda data: b"\0" * len(data),
        lambda data: packed(Remembered("none", {}, {}))[:65] + data[65:],
    ],
)
def test_damaged_file_is_as_good_as_none(tmp_path, damage) -> None:
    store(tmp_path, KEY, damage(packed(KNOWN)))
    assert recall(tmp_path, KEY) == NOTHING


@pytest.mark.parametrize("plain", [b"[]", b"{}", b'{"sandbox": "", "outputs": {}, "judged": [7]}'])
def test_whole_file_of_another_form_is_as_good_as_none(tmp_path, plain) -> None:
    body = zlib.compress(plain)
    store(tmp_path, KEY, cache.hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    assert recall(tmp_path, KEY) == NOTHING


def test_cache_that_cannot_be_written_is_no_failure(tmp_path) -> None:
    (tmp_path / "cache").write_text("a file in the way")
    store(tmp_path / "cache", KEY, packed(KNOWN))
    assert recall(tmp_path / "cache", KEY) == NOTHING
    prune(tmp_path / "cache")


def test_oldest_files_go_when_there_are_too_many(tmp_path) -> None:
    data = packed(KNOWN)
    for number in range(8):
        key = f"{number}" * 64
        store(tmp_path, key, data)
        os.utime(tmp_path / key[:2] / key[2:], (number, number))
    prune(tmp_path, most_bytes=8 * len(data))
    assert len(list(tmp_path.glob("??/*"))) == 8
    prune(tmp_path, most_bytes=4 * len(data))
    assert sorted(path.parent.name for path in tmp_path.glob("??/*")) == ["55", "66", "77"]


@pytest.mark.parametrize(
    ("outcome", "times", "sure"),
    [("PASSED", 1, True), ("TIMED_OUT", 1, False), ("TIMED_OUT", 2, True), ("DIED", 1, False)],
)
def test_what_a_busy_machine_can_cause_is_believed_the_second_time(outcome, times, sure) -> None:
    verdict = Verdict("a", "1", 0.0, 1.0, Outcome(outcome), "")
    assert Judged("key", verdict, [], times).sure is sure
