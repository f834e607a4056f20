"""Whatever the bytes of an archive: nothing raises but the one error, nothing lands elsewhere."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

from autograder.collect import CollectError
from autograder.collect.gathering import gather
from hypothesis import given, settings
from hypothesis import strategies as st

UNIT = "01-tiny"
IDS = {UNIT: frozenset({"ex-1-1"})}
NAMES = st.lists(
    st.sampled_from(["..", ".", "", "kim", "김", "a" * 300, "C:", "\0", "x\n", "01-tiny", "+", "~"])
    | st.text(max_size=5),
    min_size=1,
    max_size=4,
).map(lambda parts: "/".join(parts) + "/01-tiny.ipynb")
EDITS = st.lists(st.tuples(st.integers(0, 2000), st.binary(min_size=1, max_size=4)), max_size=6)


def packed(names: list[str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        # zipfile itself cannot write half pairs, and ends a name at NUL.
        written = (name.encode("utf-8", "replace").decode().split("\0")[0] for name in names)
        for name in filter(None, dict.fromkeys(written)):
            archive.writestr(name, b'{"id": "ex-1-1"}')
    return made.getvalue()


@settings(max_examples=150, deadline=None)  # the machine may be busy
@given(names=st.lists(NAMES, min_size=1, max_size=4), edits=EDITS)
def test_any_archive_is_collected_or_refused(names, edits) -> None:
    data = packed(names)
    for at, new in edits:
        data = data[: at % len(data)] + new + data[at % len(data) + len(new) :]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "c").mkdir()
        (root / "x.zip").write_bytes(data)
        try:
            lines = gather(root / "x.zip", UNIT, root / "c", IDS)
        except CollectError:
            lines = []
        assert all(line.why for line in lines if line.fate == "refused")
        inside = {path for path in root.rglob("*") if path.is_file()} - {root / "x.zip"}
        assert all(
            path.relative_to(root / "c" / "submitted").name == f"{UNIT}.ipynb" for path in inside
        )
        assert len(inside) <= len(names)
