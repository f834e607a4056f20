"""Bank files are read with their headers; what is wrong with one never stops the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from autograder.bank.entries import BankError, Entry, read_bank, read_entry
from autograder.bank.options import choices
from autograder.bank.styles import demands, nameless


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def read(folder: Path, name: str, text: str) -> Entry:
    return read_entry(write(folder, name, text), "1.1")


def test_headers_are_read_and_taken_off_the_answer(tmp_path: Path) -> None:
    text = "# points: 1.5\n# mistake: no-bias\n# message: the bias\n# general: true\nx = 1\n"
    entry = read(tmp_path, "mistake-no-bias.py", text)
    assert (entry.kind, entry.source, entry.fault) == ("mistake", "x = 1", "")
    expected = entry.expected
    assert (expected.points, expected.mistake, expected.message) == (1.5, "no-bias", "the bias")
    assert expected.general


def test_answer_without_headers_is_judged_by_its_name(tmp_path: Path) -> None:
    assert read(tmp_path, "model.py", "x = 1").expected.points is None
    mistake = read(tmp_path, "mistake-no-bias.py", "# a remark\nx = 1")
    assert (mistake.expected.mistake, mistake.fault) == ("no-bias", "")
    assert mistake.source.startswith("# a remark")


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("style-a.py", "# points: many\nx = 1", "no number of points"),
        ("style-a.py", "# points: nan\nx = 1", "no number of points"),
        ("style-a.py", "# points: -1\nx = 1", "no number of points"),
        ("style-a.py", "# point: 1\nx = 1", "unknown header # point:"),
        ("style-a.py", "# points: 1\n# points: 2\nx = 1", "twice"),
        ("style-a.py", "# points: 1\nx = ", "is not Python"),
        ("mistake-a.py", "# mistake: b\nx = 1", "says mistake b, its file name a"),
        ("mistake-a.py", "# general: perhaps\nx = 1", "neither true nor false"),
        ("mistake-a.py", "# outcome: LOST\nx = 1", "no outcome of the grader"),
        ("whatever.py", "x = 1", "is neither model.py"),
    ],
)
def test_faulty_file_says_what_is_wrong(
    tmp_path: Path, name: str, text: str, complaint: str
) -> None:
    assert complaint in read(tmp_path, name, text).fault


def test_file_that_is_not_text_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "model.py").write_bytes(b"\xff\xfe\x00")
    assert "cannot be read" in read_entry(tmp_path / "model.py", "1.1").fault


def test_folder_may_hold_units_or_exercises(tmp_path: Path) -> None:
    write(tmp_path / "a" / "01-lines" / "1.10", "model.py", "x = 1")
    write(tmp_path / "a" / "01-lines" / "1.2", "style-b.py", "x = 1")
    write(tmp_path / "a" / "01-lines" / "1.2", "model.py", "x = 1")
    found = [(entry.exercise, entry.file) for entry in read_bank(tmp_path / "a", "01-lines")]
    assert found == [("1.2", "model.py"), ("1.2", "style-b.py"), ("1.10", "model.py")]
    assert len(read_bank(tmp_path / "a" / "01-lines", "01-lines")) == 3


def test_missing_or_empty_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BankError, match="There is no folder"):
        read_bank(tmp_path / "nowhere", "01-lines")
    with pytest.raises(BankError, match="holds no answers"):
        read_bank(tmp_path, "01-lines")


def test_choices_name_the_wrong_options(tmp_path: Path) -> None:
    bank = tmp_path / "course" / "answers" / "01-lines"
    write(bank / "1.2", "model.py", '# points: 1\nwhy = "C"')
    write(bank / "1.2", "mistake-too-steep.py", '# mistake: too-steep\nwhy = " A "')
    write(bank / "1.1", "model.py", "def f(x):\n    return x")
    write(bank / "1.1", "mistake-nothing.py", "def f(x):\n    pass")
    assert choices(tmp_path, "01-lines") == {"1.2": {"a": "too-steep"}}
    assert choices(tmp_path, "02-other") == {}


def test_a_choice_may_stand_beside_functions_and_numbers(tmp_path: Path) -> None:
    bank = tmp_path / "course" / "answers" / "01-lines"
    write(bank / "1.2", "model.py", '# points: 1\nh = 0.1\nwhy = "c"')
    write(bank / "1.2", "mistake-too-large.py", '# mistake: too-large\nh = 1\nwhy = "c"')
    write(bank / "1.2", "mistake-too-steep.py", '# mistake: too-steep\nh = 0.1\nwhy = "A"')
    assert choices(tmp_path, "01-lines") == {"1.2": {"a": "too-steep"}}


FUNCTION = 'def f(x):\n    """Doubles."""\n    y = x + x\n    return y'


def test_renamed_style_is_no_other_style() -> None:
    renamed = "def f(number):\n    twice = number + number\n    return twice"
    assert nameless(FUNCTION) == nameless(renamed)
    assert nameless(FUNCTION) != nameless("def f(x):\n    return 2 * x")
    assert nameless(FUNCTION) != nameless(FUNCTION.replace("def f", "def g"))


def test_bank_must_have_models_styles_and_messages_of_their_own(tmp_path: Path) -> None:
    write(tmp_path / "1.1", "model.py", FUNCTION)
    write(tmp_path / "1.1", "style-a.py", FUNCTION.replace("y", "z"))
    write(tmp_path / "1.1", "mistake-b.py", "def f(x):\n    return x")
    write(tmp_path / "1.2", "style-a.py", "x = 1")
    told = demands(read_bank(tmp_path, "01-lines"))
    assert told == [
        "Exercise 1.1 has 1 styles beside the model; three at least.",
        "Exercise 1.1: model.py and style-a.py differ in names only.",
        "Exercise 1.2 has no model.py.",
        "Only 0% of the mistakes have a message of their own; 80 % must.",
    ]
