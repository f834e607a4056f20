"""What is read out of a cell's source, Python or not."""

from __future__ import annotations

import pytest
from autograder.rebuild.source import (
    LONGEST,
    additions,
    code_in,
    names_in,
    parses,
    parts_for,
    stub_names,
    without_stubs,
)

STUB = "def f(x):\n    raise NotImplementedError\n\n\ntable = ..."


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("def f(x):\n    y = 1\n    return y", {"f"}),
        ("%%time\ndef f(x):\n    return x", {"f"}),
        ("!pip install x\nfiles = !ls\nnp.eye?\na = 1", {"files", "a"}),
        ("    a = 1\n    b = 2", {"a", "b"}),  # IPython takes the indentation away
        ("def f(x)\n    return x\nb = 3", {"f", "b"}),  # guessed
        ("import numpy as np", set()),
        ("x = 1" + " " * LONGEST, {"x"}),
        ("\0", set()),
        ("(" * 5000, set()),
    ],
)
def test_names_are_read_or_guessed(source, names) -> None:
    assert names_in(source) == names


@pytest.mark.parametrize(
    "source", ["    return y", "def f(x)", "a = (", "\ud800 = 1", "x" * LONGEST + "y"]
)
def test_what_is_no_python_does_not_parse(source) -> None:
    assert not parses(source)


def test_stub_is_known_again_whatever_its_blanks() -> None:
    assert stub_names("def f( x ):\n  raise NotImplementedError  # later\n\ntable = 3", STUB) == {
        "f"
    }
    assert stub_names("def f(x):\n    return x", STUB) == set()


def test_stubs_of_some_names_are_cut_out_and_taken() -> None:
    assert without_stubs(STUB, STUB, {"f"}).strip() == "table = ..."
    assert without_stubs("def f(x):\n    return 1", STUB, {"f"}) == "def f(x):\n    return 1"
    assert parts_for(STUB, {"table"}) == "table = ..."


def test_additions_are_what_the_course_does_not_bind() -> None:
    ours = "import numpy as np\nseed = 1"
    theirs = "import math\nimport numpy as np\nseed = 2\nmine = 3\nprint(mine)\nassert False"
    assert [part.text for part in additions(theirs, ours, values=True)] == [
        "import math",
        "mine = 3",
    ]
    assert [part.text for part in additions(theirs, ours, values=False)] == ["import math"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a = 1", "a = 1"),
        ("See:\n```python\na = 1\n```\nand\n```\nb = 2\n```", "a = 1\n\n\nb = 2\n"),
        ("## Exercise\n\nWrite f.\n\ndef f(x):\n    return x", "def f(x):\n    return x"),
        ("No code at all.", "No code at all."),
    ],
)
def test_code_is_found_in_text(text, code) -> None:
    assert code_in(text) == code
