"""Make the README's two pictures: a check under a wrong answer, and the class report.

    make demo && .venv/bin/python tools/screenshots.py

Needs Debian's chromium; writes docs/check.png and docs/report.png.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser.lab import open_notebook, start_browser, start_lab  # noqa: E402  (beside the tests)
from course_files import cells, nnbh, released, tags  # noqa: E402

UNIT = "01-perceptron"
EXERCISE, MISTAKE = "1.3", "nand-keeps-bias"


def answer(exercise: str, name: str) -> str:
    """An answer of the bank without its header."""
    path = ROOT / "course" / "answers" / UNIT / exercise / f"{name}.py"
    return "\n".join(line for line in path.read_text().splitlines() if not line.startswith("# "))


def picture_of_a_check(target: Path) -> None:
    """Answer one exercise wrongly in JupyterLab and photograph the answer with its check."""
    with tempfile.TemporaryDirectory() as folder, start_lab(Path(folder)) as lab:
        shutil.copy(released(UNIT), folder)
        with start_browser(width=1000, height=900, dpr=2) as context:
            notebook = open_notebook(lab, context, f"{UNIT}.ipynb")
            for index, cell in enumerate(cells(UNIT)):
                exercise = nnbh(cell).get("exercise", "")
                if "setup" in tags(cell):
                    notebook.run_cell(index)
                elif cell["id"].startswith("ex-") and exercise < EXERCISE:
                    notebook.run_cell(index, answer(exercise, "model").strip())
                elif cell["id"] == "ex-" + EXERCISE.replace(".", "-"):
                    notebook.run_cell(index, answer(EXERCISE, f"mistake-{MISTAKE}").strip())
                    notebook.run_cell(index + 1)
                    first, last = notebook.cell(index), notebook.cell(index + 1)
                    break
            first.scroll_into_view_if_needed()
            top, bottom = first.bounding_box(), last.bounding_box()
            assert top
            assert bottom
            height = bottom["y"] + bottom["height"] - top["y"]
            clip = {"x": top["x"], "y": top["y"], "width": top["width"], "height": height}
            notebook.page.screenshot(path=target, clip=clip)


def picture_of_the_report(target: Path) -> None:
    """Photograph the upper part of the class report that `make demo` wrote."""
    page_file = ROOT / "report" / UNIT / "index.html"
    if not page_file.is_file():
        sys.exit(f"There is no {page_file}. Make it first: make demo")
    with start_browser(width=1100, height=800, dpr=1.5) as context:
        page = context.new_page()
        page.goto(page_file.as_uri())
        page.screenshot(path=target)


if __name__ == "__main__":
    docs = ROOT / "docs"
    docs.mkdir(exist_ok=True)
    picture_of_the_report(docs / "report.png")
    picture_of_a_check(docs / "check.png")
