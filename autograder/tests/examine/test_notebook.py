from __future__ import annotations

from dataclasses import replace

from autograder.examine import examine
from autograder.examine.namespace import bound, used, without_magics
from autograder.examine.notebook import hidden_lines, plan
from autograder.models import Limits, Outcome

from .building import OPEN, SETUP, ForkedSandbox, cell, judge, rebuilt, run


def test_cells_are_sorted_by_their_tags():
    cells = [
        SETUP,
        cell("provided-a", "a = 1", tag="provided"),
        cell("demo-a", "b = 1", tag="demo"),
        cell("check-9-1", "check()", tag="check"),
        cell("ex-9-1", "def f(): pass"),
        cell("test-9-1-a", "f()", points=1.0),
    ]
    sorted_ = plan(rebuilt(cells, "f"))
    assert [c.id for c in sorted_.student] == ["setup", "provided-a", "ex-9-1"]
    assert [t.graded.grade_id for t in sorted_.tests] == ["test-9-1-a"]
    assert sorted_.answers == {"9.1": "ex-9-1"}
    assert sorted_.binds == {"f": "ex-9-1"}


def test_demos_run_and_draw_where_a_person_marks():
    essay = cell("ex-9-2", "import matplotlib.pyplot as plt\nplt.plot([1, 2])", points=2.0)
    essay["metadata"]["nbgrader"]["solution"] = True
    cells = [SETUP, essay, cell("demo-a", "print('shown')", tag="demo")]
    made = rebuilt(cells, "")
    made = replace(made, graded=tuple(replace(g, manual=True) for g in made.graded))
    examined = examine(made, OPEN[0], Limits())
    assert examined.verdicts[0].outcome is Outcome.NEEDS_HUMAN
    assert examined.verdicts[0].points is None
    outputs = [c["outputs"] for c in examined.notebook["cells"]]
    assert outputs[2][0]["text"] == "shown\n"
    assert "image/png" in str([list(o.get("data", ())) for o in outputs[1]])


def test_malformed_submission_gets_no_points_and_runs_nothing():
    cells = [SETUP, cell("ex-9-1", "f = 1"), cell("test-9-1-a", "assert f == 1", points=1.0)]
    sandbox = ForkedSandbox()
    examined = examine(rebuilt(cells, "f", malformed="It is a picture."), sandbox, Limits())
    assert examined.verdicts[0].outcome is Outcome.MALFORMED
    assert examined.verdicts[0].message == "It is a picture."
    assert sandbox.spawned == 0


def test_only_the_wanted_cells_are_judged():
    cells = [SETUP, cell("ex-9-1", "f = 1")]
    cells += [cell(f"test-9-1-{c}", "assert f == 1", points=1.0) for c in "abc"]
    examined = run(cells, "f", only=frozenset({"test-9-1-b"}))
    assert [v.grade_id for v in examined.verdicts] == ["test-9-1-b"]


def test_hidden_lines_are_those_between_the_marks():
    source = "a\n### BEGIN HIDDEN TESTS\nb\nc\n### END HIDDEN TESTS\nd"
    assert hidden_lines(source) == {3, 4}


def test_names_used_and_bound():
    contract = {"f", "g", "h"}
    assert used("assert f(g) == 1\nx = f", contract) == ["f", "g"]
    assert used("not python(", contract) == []
    assert bound("def f():\n    g = 1\nif f:\n    h: int = 2", contract) == ["f", "h"]
    assert bound("f, (g, *h) = 1, (2, 3)", contract) == ["f", "g", "h"]
    assert bound("def f(:\n  pass", contract) == ["f"]


def test_lines_with_magics_are_blanked_only_where_it_is_no_python():
    assert without_magics("x = (7\n  % 4)") == "x = (7\n  % 4)"
    assert without_magics("%matplotlib inline\nx = 1") == "\nx = 1"


def test_built_ins_and_setup_win_over_the_student():
    answer = "def f(): return 1\ndef abs(x): return 99\nmath = None"
    verdict = judge(
        answer, "assert abs(-2) == 2\nassert math.pi > 3\nassert f() == 1", "f abs math"
    )
    assert verdict.outcome is Outcome.PASSED


def test_failing_setup_is_our_fault():
    cells = [
        cell("setup", "raise OSError('no data')", tag="setup"),
        cell("ex-9-1", "f = 1"),
        cell("test-9-1-a", "assert f == 1", points=1.0),
    ]
    (verdict,) = run(cells, "f").verdicts
    assert verdict.outcome is Outcome.OUR_FAULT
    assert "no data" in verdict.message


def test_test_sees_data_of_the_setup_cell():
    cells = [
        cell("setup", "import numpy as np\nX = np.arange(4.0)", tag="setup"),
        cell("ex-9-1", "def f():\n    return X.sum()"),
        cell("test-9-1-a", "X[0] = 5\nassert f() == 6.0\nassert X.sum() == 11", points=1.0),
        cell("test-9-1-b", "assert X.sum() == 6", points=1.0),
    ]
    assert [v.outcome for v in run(cells, "f").verdicts] == [Outcome.PASSED] * 2
