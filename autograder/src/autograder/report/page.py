"""Write the class page and its CSV files.

The same grades always give the same bytes, whatever their order: no clock, no random id.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from autograder.models import Grade, Unit, assignment_of, notebook_of
from autograder.pages import document
from autograder.pages.text import number
from autograder.report import summary
from autograder.report.mistakes import Mistake, mistakes
from autograder.report.people import Urgency, cases
from autograder.report.plots import exercise_plot, score_plot
from autograder.report.tables import grades_csv, mistakes_csv
from autograder.report.tally import BINS, FEWEST, Tally, tally
from autograder.report.text import percent, plain, with_code
from autograder.report.words import LABELS, MARKS, OUTCOMES, Kind

TEMPLATES = Path(__file__).with_name("templates")
_TINTS = {
    Urgency.GRADER_FAILED: "person",
    Urgency.UNREADABLE: "stopped",
    Urgency.MARKS: "person",
    Urgency.FORBIDDEN: "wrong",
    Urgency.STOPPED: "stopped",
    Urgency.REPAIRED: "idle",
}


def write_report(grades: Sequence[Grade], unit: Unit, folder: Path) -> list[Path]:
    """Write `<folder>/<unit>/index.html`, `grades.csv` and `mistakes.csv`.

    The page links to the feedback pages in the folder `feedback` beside `folder`. Each file is
    written under a temporary name and then renamed.

    Args:
        grades: the unit's grades, in any order; an empty sequence gives a page that says so.
        unit: the unit they belong to.
        folder: where reports are kept.
    """
    pages = render(grades, unit)
    return [document.write(folder / unit.id / name, text) for name, text in pages.items()]


def render(grades: Sequence[Grade], unit: Unit) -> dict[str, str]:
    """The texts of the files that `write_report` writes, by name."""
    counted = tally(grades, unit.points)
    found = mistakes(counted.grades)
    return {
        "index.html": _page(counted, found, unit),
        "grades.csv": grades_csv(counted),
        "mistakes.csv": mistakes_csv(found),
    }


def _page(tally: Tally, found: Sequence[Mistake], unit: Unit) -> str:
    style, policy = document.style(TEMPLATES / "report.css")
    people = cases(tally.grades)
    return (
        document.environment(TEMPLATES)
        .get_template("report.html")
        .render(
            **_helpers(tally, unit),
            style=style,
            policy=policy,
            unit_id=plain(unit.id),
            unit_title=plain(unit.title),
            tally=tally,
            lead=summary.lead(tally, people),
            cards=summary.cards(tally, found, people),
            warnings=list(summary.cautions(tally)),
            score_plot=score_plot(tally, summary.score_words(tally)) if tally.counted else "",
            exercise_plot=exercise_plot(tally, summary.exercise_words(tally))
            if tally.counted
            else "",
            histogram=_histogram(tally),
            waiting=[case for case in people if case.waiting],
            others=[case for case in people if not case.waiting],
            named=[mistake for mistake in found if mistake.name],
            unnamed=[mistake for mistake in found if not mistake.name],
            sandboxes=_sandboxes(tally.grades),
            counted=summary.counted_words(tally),
            left_out=summary.left_out(tally),
        )
    )


def _helpers(tally: Tally, unit: Unit) -> Mapping[str, Any]:
    """What the template calls or looks up; none of it depends on a single student."""
    return {
        "plain": plain,
        "with_code": with_code,
        "number": number,
        "percent": percent,
        "discrimination": summary.discrimination_words,
        "address": lambda student: _address(student, unit),
        "share": lambda m: round(100 * len(m.students) / max(1, len(tally.counted)), 1),
        "blank": summary.unread,
        "score": summary.score,
        "kinds": list(Kind),
        "labels": LABELS,
        "marks": MARKS,
        "outcomes": OUTCOMES,
        "tint": _TINTS,
        "fewest": FEWEST,
        "most_cases": 12,
        "most_mistakes": 12,
    }


def _address(student: str, unit: Unit) -> str:
    """A student's feedback page, seen from the report's page."""
    # A lone half of a character cannot be part of an address, nor of a folder's name.
    parts = (student, assignment_of(unit.id), f"{notebook_of(unit.id)}.html")
    up = "../" * (2 + unit.id.count("/"))
    return f"{up}feedback/" + "/".join(quote(part, safe="", errors="replace") for part in parts)


def _histogram(tally: Tally) -> list[tuple[str, int]]:
    width = tally.max_score / BINS
    edges = [(number(i * width), number((i + 1) * width)) for i in range(BINS)]
    words = [f"{low} to under {high}" for low, high in edges[:-1]]
    words.append(f"{edges[-1][0]} to {edges[-1][1]}")
    return list(zip(words, tally.histogram, strict=True))


def _sandboxes(grades: Sequence[Grade]) -> list[tuple[str, int]]:
    levels = Counter(plain(grade.sandbox, 200) or "not run" for grade in grades)
    return sorted(levels.items(), key=lambda item: (-item[1], item[0]))
