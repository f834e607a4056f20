"""What a student's code put out is shown only where it is harmless."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from autograder.feedback.outputs import IMAGE_LIMIT, OUTPUTS_SHOWN, Shown, answers, sanitised

META = {"nbgrader": {"solution": True, "grade": False}, "nnbh": {"exercise": "1.1"}}
PNG = b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4, "big") + b"IHDR"


def shown(*outputs: object, source: object = "x = 1") -> tuple[Shown, ...]:
    """The outputs of the one answer cell of a notebook that has these."""
    cell = {"cell_type": "code", "metadata": META, "source": source, "outputs": list(outputs)}
    return answers({"cells": [cell]}, "1.1")[0].outputs


def displayed(**data: object) -> Shown:
    """One display_data output; image_png stands for image/png."""
    bundle = {name.replace("_", "/", 1): value for name, value in data.items()}
    return shown({"output_type": "display_data", "data": bundle})[0]


def png(width: int, height: int, padding: int = 0) -> str:
    sides = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return base64.b64encode(PNG + sides + b"\0" * padding).decode()


@pytest.mark.parametrize(
    ("hostile", "kept"),
    [
        ("<b>7</b><script>alert(1)</script>", "<b>7</b>"),
        ("<img src=x onerror=alert(1)>seen", "seen"),
        ("<p onclick='alert(1)'>p</p>", "<p>p</p>"),
        ('<a href="javascript:alert(1)">go</a>', "go"),
        ('<a href="https://evil.example/">go</a>', "go"),
        ("<svg onload=alert(1)><text>x</text></svg>after", "after"),
        ("<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>z", "z"),
        ('<meta http-equiv="refresh" content="0;url=https://evil.example">m', "m"),
        ("</style></pre></details></body>free", "free"),
        ("<style>body{display:none}</style>s", "s"),
        ('<div style="position:fixed" class="skip" id="main">d</div>', "<div>d</div>"),
        ("<h1>big</h1>", "big"),
        ("<form action=//evil.example><input name=q></form>f", "f"),
        ("<!-- --!><script>x</script> -->c", " --&gt;c"),
        ("<td>loose", "loose"),
    ],
)
def test_html_keeps_structure_and_loses_everything_else(hostile: str, kept: str) -> None:
    assert sanitised(hostile) == kept


def test_tables_of_data_survive() -> None:
    table = '<table><tbody><tr><th scope="row">a</th><td colspan="2">1</td></tr></tbody></table>'
    assert displayed(text_html=table, text_plain="a 1") == Shown("html", table)


def test_html_that_shows_nothing_falls_back_to_its_text() -> None:
    assert displayed(text_html="<script>x</script>", text_plain="Thing()") == Shown(
        "value", "Thing()"
    )


def test_html_nested_without_end_is_no_trouble() -> None:
    assert displayed(text_html="<b>" * 6_000 + "x", text_plain="x").kind in {"html", "value"}


def test_a_png_is_shown_with_words_for_those_who_cannot_see_it() -> None:
    picture = displayed(image_png=[png(640, 480), "\n"], text_plain="<Figure size 640x480>")
    assert picture.kind == "image"
    assert picture.body == "data:image/png;base64," + png(640, 480)
    assert "Figure size 640x480" in picture.alt


@pytest.mark.parametrize(
    "data",
    [
        png(100_000, 10),
        png(0, 10),
        png(10, 10, padding=IMAGE_LIMIT),
        "A" * (3 * IMAGE_LIMIT),
        base64.b64encode(b"<svg onload=alert(1)>").decode(),
        'x" onerror="alert(1)',
        "\ud800",
        "",
    ],
)
def test_a_picture_that_is_no_sane_png_becomes_a_note(data: str) -> None:
    assert displayed(image_png=data, text_plain="<Figure>").kind == "note"


def test_svg_pictures_are_not_shown() -> None:
    svg = {"image/svg+xml": "<svg onload=alert(1)>", "text/plain": "<SVG>"}
    assert shown({"output_type": "display_data", "data": svg}) == (Shown("value", "<SVG>"),)


def test_an_error_shows_its_traceback_without_colours() -> None:
    error = {"output_type": "error", "traceback": ["\x1b[31mTypeError\x1b[0m", "line 2"]}
    assert shown(error) == (Shown("error", "TypeError\nline 2"),)
    bare = {"output_type": "error", "ename": "TypeError", "evalue": "no"}
    assert shown(bare) == (Shown("error", "TypeError: no"),)


def test_warnings_are_told_apart_from_prints() -> None:
    prints = {"output_type": "stream", "name": "stdout", "text": ["a\n", "b\n"]}
    warns = {"output_type": "stream", "name": "stderr", "text": "careful"}
    assert shown(prints, warns) == (Shown("printed", "a\nb\n"), Shown("warned", "careful"))


def test_many_outputs_are_counted_not_shown() -> None:
    line = {"output_type": "stream", "name": "stdout", "text": "x"}
    found = shown(*[line] * (OUTPUTS_SHOWN + 1_340))
    assert len(found) == OUTPUTS_SHOWN + 1
    assert found[-1] == Shown("note", "... 1,340 more outputs")


@pytest.mark.parametrize(
    "output",
    [
        None, 7, [], {}, {"output_type": "stream"}, {"output_type": "stream", "text": {"a": 1}},
        {"output_type": "error", "traceback": 5}, {"output_type": "display_data", "data": [1]},
        {"output_type": "display_data", "data": {"image/png": {"x": 1}}},
    ],
)  # fmt: skip
def test_outputs_of_any_shape_are_survived(output: object) -> None:
    shown(output)


@pytest.mark.parametrize(
    "notebook", [{}, {"cells": None}, {"cells": [None, 3, {}, {"metadata": 1}]}]
)
def test_notebooks_of_any_shape_are_survived(notebook: dict[str, Any]) -> None:
    assert answers(notebook, "1.1") == ()


def test_only_solution_cells_are_read() -> None:
    test = {"nbgrader": {"solution": False, "grade": True}, "nnbh": {"exercise": "1.1"}}
    cells = [
        {"cell_type": "code", "metadata": test, "source": "secret"},
        {"cell_type": "code", "metadata": {"nnbh": {"exercise": "1.1"}}, "source": "secret"},
    ]
    assert answers({"cells": cells}, "1.1") == ()


def test_a_written_answer_is_shown_as_text() -> None:
    meta = {"nbgrader": {"solution": True, "grade": True}, "nnbh": {"exercise": "8.6"}}
    cell = {"cell_type": "markdown", "metadata": meta, "source": "Because <script> is *bad*."}
    (answer,) = answers({"cells": [cell]}, "8.6")
    assert answer.prose
    assert answer.source == "Because &lt;script&gt; is *bad*."
