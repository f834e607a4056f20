from __future__ import annotations

import time

import pytest
from autograder.examine.faults import Died, Forbidden, TimedOut, Unavailable
from autograder.examine.ran import Cell
from autograder.examine.session import Session
from autograder.models import Limits, Outcome

from .building import SETUP, ForkedSandbox, cell, run


def session(*sources: str, cell_s: float = 2.0, seconds: float = 10.0) -> Session:
    cells = [Cell(f"c{n}", n, source) for n, source in enumerate(sources)]
    made = Session(ForkedSandbox(), cells, cell_s, time.monotonic() + seconds, 10_000)
    made.expect([])
    return made


def ran(*sources: str, **options: float) -> dict:
    made = session(*sources, **options)
    try:
        made.ready()
        return made.ran
    finally:
        made.discard()


def test_outputs_come_in_order_with_the_last_value():
    outputs = ran("import sys\nprint(1)\nprint(2, file=sys.stderr)\nprint(3)\n[4]")["c0"].outputs
    assert outputs == (
        ("stream", "stdout", "1\n"),
        ("stream", "stderr", "2\n"),
        ("stream", "stdout", "3\n"),
        ("result", "", "[4]"),
    )


def test_error_has_its_line_and_the_student_s_traceback():
    fate = ran("def f():\n    return 1 / 0", "x = 1\nf()")["c1"]
    assert (fate.kind, fate.error, fate.cell, fate.line) == ("raised", "ZeroDivisionError", "c0", 2)
    assert "return 1 / 0" in fate.trace
    assert "examine" not in fate.trace


def test_cell_that_prints_without_end_is_left_out():
    fates = ran("x = 1", "while True: print('y' * 99)", "print(x)")
    assert [fates[c].kind for c in ("c0", "c1", "c2")] == ["ok", "output", "ok"]


def test_several_broken_cells_are_left_out_one_by_one():
    fates = ran("x = 1", "import os; os._exit(1)", "os = 1", "import os; os.abort()", "print(x)")
    assert [fate.kind for fate in fates.values()] == ["ok", "died", "ok", "died", "ok"]


def test_end_of_the_submission_s_time_ends_everything():
    made = session("while True: pass", cell_s=5, seconds=0.3)
    with pytest.raises(TimedOut):
        made.ready()
    with pytest.raises(TimedOut):
        made.ready()
    made.discard()


def test_sandbox_that_gives_no_candidate_is_our_fault():
    class Broken:
        level = "broken"

        def spawn(self):
            raise OSError("no more processes")

    made = Session(Broken(), [], 1.0, time.monotonic() + 5, 100)
    made.expect([1])
    with pytest.raises(Unavailable, match="no more processes"):
        made.snapshot(1)
    cells = [SETUP, cell("ex-9-1", "f = 1"), cell("test-9-1-a", "assert f == 1", points=1.0)]
    (verdict,) = run(cells, "f", sandbox=Broken()).verdicts
    assert (verdict.outcome, verdict.points) == (Outcome.OUR_FAULT, None)


@pytest.mark.parametrize(
    "forged",
    [
        "[1, '', [], [], [], [], [], None]",
        "[1, '', [], [], [], [], [], ['t', ['t'], 5]]",
        "[1, '', [], [], [], [], [], ['h', 1, 'object', 'x']]",
        "[1, '', [], [], [], [], [], ['o', 2]]",
        "[2, '', [], [], [], [], [], None]",
        "[0, 'get', [], [], [], [], [], ['t', 'x']]",
        "[3, 'exit 0 and more', [], [], [], [], [], None]",
        "[9]",
        "7",
    ],
)
def test_forged_answers_about_a_cell_break_only_that_cell(forged: str):
    source = (
        "import os, struct, msgpack\n"
        f"body = msgpack.packb({forged})\n"
        "for fd in range(3, 64):\n"
        "    try: os.write(fd, struct.pack('!IH', len(body), 1) + body)\n"
        "    except OSError: pass\n"
        "import time; time.sleep(0.2)"
    )
    fates = ran("x = 1", source, "print(x)")
    assert fates["c1"].kind in ("forbidden", "died")
    assert fates["c2"].outputs == (("stream", "stdout", "1\n"),)


def test_place_without_a_copy_is_refused():
    made = session("x = 1")
    with pytest.raises((Died, Forbidden, ValueError)):
        made.snapshot(5)
    made.discard()


def test_whole_submission_out_of_time_is_timed_out_without_points():
    cells = [SETUP, cell("ex-9-1", "def f():\n    while True: pass")]
    cells += [cell(f"test-9-1-{c}", "f()", points=1.0) for c in "abcd"]
    verdicts = run(cells, "f", limits=Limits(cell_s=0.5, submission_s=1.2)).verdicts
    assert [v.outcome for v in verdicts] == [Outcome.TIMED_OUT] * 4
    assert "whole notebook" in verdicts[3].message
