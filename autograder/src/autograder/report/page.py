"""Write the class page and its CSV files.

The same grades always give the same bytes, whatever their order: no clock, no random id.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from autograder.models import Grade, Unit
from autograder.report import summary
from autograder.report.mistakes import Mistake, mistakes
from autograder.report.people import Urgency, cases
from autograder.report.plots import exercise_plot, score_plot
from autograder.report.tables import grades_csv, mistakes_csv
from autograder.report.tally import BINS, FEWEST, Tally, tally
from autograder.report.text import number, percent, plain, with_code
from autograder.report.words import LABELS, MARKS, OUTCOMES, Kind

_OWN = Path(__file__).with_name("templates")
# The frame and the look are the feedback pages'; they are read as files, not imported.
_LOOK = Path(__file__).parents[1] / "feedback" / "templates"
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
    place = folder / unit.id
    place.mkdir(parents=True, exist_ok=True)
    counted = tally(grades, unit.points)
    found = mistakes(counted.grades)
    return [
        _write(place / "index.html", _page(counted, found, unit)),
        _write(place / "grades.csv", grades_csv(counted)),
        _write(place / "mistakes.csv", mistakes_csv(found)),
    ]


def _write(path: Path, text: str) -> Path:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    unfinished.write_text(text, encoding="utf-8", newline="")
    os.replace(unfinished, path)
    return path


def _page(tally: Tally, found: Sequence[Mistake], unit: Unit) -> str:
    style, policy = _style()
    people = cases(tally.grades)
    return (
        _environment()
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
    name, place = (quote(part, safe="", errors="replace") for part in (student, unit.id))
    return f"../../feedback/{name}/{place}/{place}.html"


def _histogram(tally: Tally) -> list[tuple[str, int]]:
    width = tally.max_score / BINS
    edges = [(number(i * width), number((i + 1) * width)) for i in range(BINS)]
    words = [f"{low} to under {high}" for low, high in edges[:-1]]
    words.append(f"{edges[-1][0]} to {edges[-1][1]}")
    return list(zip(words, tally.histogram, strict=True))


def _sandboxes(grades: Sequence[Grade]) -> list[tuple[str, int]]:
    levels = Counter(plain(grade.sandbox, 200) or "not run" for grade in grades)
    return sorted(levels.items(), key=lambda item: (-item[1], item[0]))


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader([_OWN, _LOOK]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style() -> tuple[Markup, str]:
    """The style sheet, and the policy that lets the browser use it and nothing else."""
    files = (_LOOK / "look.css", _OWN / "report.css")
    text = "".join(file.read_text("utf-8") for file in files)
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return Markup(text), policy
