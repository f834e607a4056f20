"""Draw the feedback page of one grade, and write the pages of many.

The same grade always gives the same bytes: no clock, no random id, no machine's name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from autograder.feedback.exercises import Exercise, exercises
from autograder.feedback.words import NOTICES, WORDS, Notice, Words
from autograder.models import Grade, Outcome, Unit, assignment_of, notebook_of
from autograder.pages import document
from autograder.pages.text import capped, clean, duration, number, plural, with_code

TEMPLATES = Path(__file__).with_name("templates")
_MESSAGE_LIMIT = 2_000  # characters
_REPAIRS_SHOWN = 20
# Where every exercise would say the same, the page says it once and shows no exercises.
_BARE = frozenset({Outcome.MALFORMED, Outcome.NOT_STARTED})


@dataclass(frozen=True)
class Page:
    """Everything the template shows, in words."""

    student: str
    unit_id: str
    unit_title: str
    score: str  # "14.5 of 20 points"
    big: str
    small: str
    ring: float  # percent of the points
    summary: str
    remarks: tuple[str, ...]
    words: Words
    notice: Notice | None
    message: str
    next: Exercise | None
    exercises: tuple[Exercise, ...]
    bare: bool
    handed_in: str
    repairs: tuple[str, ...]
    sandbox: str


def render(grade: Grade, unit: Unit) -> str:
    """The feedback page of one submission, a whole HTML document.

    Args:
        grade: What was recorded of the submission, with its executed notebook.
        unit: The unit it belongs to; its title and due date are shown.
    """
    style, policy = document.style(TEMPLATES / "feedback.css")
    template = document.environment(TEMPLATES).get_template("feedback.html")
    return template.render(
        page=_page(grade, unit), style=style, policy=policy, anchor=_anchor, with_code=with_code
    )


def write_feedback(grades: Iterable[Grade], unit: Unit, folder: Path) -> list[Path]:
    """Write one page a grade to `<folder>/<student>/<assignment>/<notebook>.html`.

    Each page is written under a temporary name and then renamed, so that a reader, or a rerun
    after a crash, never meets half a page.

    Raises:
        ValueError: a student's or the unit's id is no plain folder name.
    """
    return [_write(grade, unit, folder) for grade in grades]


def _write(grade: Grade, unit: Unit, folder: Path) -> Path:
    name_of_folder, name_of_page = assignment_of(unit.id), notebook_of(unit.id)
    for name in (grade.student, name_of_folder, name_of_page):
        if name in {"", ".", ".."} or any(sign in name for sign in "/\\\0"):
            raise ValueError(f"{clean(name)!r} cannot name a folder of feedback; rename it.")
    path = folder / grade.student / name_of_folder / f"{name_of_page}.html"
    return document.write(path, render(grade, unit))


def _page(grade: Grade, unit: Unit) -> Page:
    found = exercises(grade)
    judged = any(verdict.points is not None for verdict in grade.verdicts)
    bare = grade.outcome in _BARE or (grade.outcome is Outcome.OUR_FAULT and not judged)
    graded = judged and grade.outcome is not Outcome.MALFORMED
    most = number(grade.max_score)
    return Page(
        student=capped(grade.student, 120),
        unit_id=clean(unit.id),
        unit_title=clean(unit.title),
        score=f"{number(grade.score)} of {most} points" if graded else "no score yet",
        big=number(grade.score) if graded else "–",
        small=f"of {most}",
        ring=round(100 * min(1.0, max(0.0, grade.score / grade.max_score)), 2)
        if graded and grade.max_score > 0
        else 0,
        summary=summary(grade, found),
        remarks=tuple(_remarks(grade, unit)),
        words=WORDS[grade.outcome],
        notice=NOTICES.get(grade.outcome),
        message=capped(grade.message.strip(), _MESSAGE_LIMIT),
        next=None if bare else _first_to_do(found),
        exercises=found,
        bare=bare,
        handed_in=_handed_in(grade),
        repairs=_repairs(grade),
        sandbox=_sandbox(grade),
    )


def summary(grade: Grade, found: tuple[Exercise, ...]) -> str:
    """The page in one sentence: how far, and where to go on."""
    if grade.outcome is Outcome.MALFORMED:
        return "This file could not be graded. Please hand in a notebook that opens."
    waiting = sum(exercise.waiting for exercise in found)
    if grade.outcome is Outcome.OUR_FAULT and waiting == len(found):
        return "Not graded yet: the fault is ours. You need do nothing."
    first, count = _first_to_do(found), len(found)
    complete = sum(exercise.complete for exercise in found)
    if complete == count > 0:
        return f"All {count} exercises complete." if count > 1 else "The exercise is complete."
    parts = [f"{complete} of {plural(count, 'exercise')} complete"]
    if waiting:
        parts.append(f"{waiting} {'waits' if waiting == 1 else 'wait'} for your instructor")
    if first:
        parts.append(f"start with {first.id}")
    return "; ".join(parts) + "."


def _first_to_do(found: tuple[Exercise, ...]) -> Exercise | None:
    return next((item for item in found if not item.complete and not item.waiting), None)


def _remarks(grade: Grade, unit: Unit) -> Iterable[str]:
    if unit.bonus:
        yield "This unit is a bonus: its points come on top."
    if grade.late_s > 0:
        due = f" (due {unit.due:%Y-%m-%d %H:%M %Z})".replace(" )", ")") if unit.due else ""
        yield f"Handed in {duration(grade.late_s)} late{due}."
    waiting = sum(v.max_points for v in grade.verdicts if v.points is None)
    if waiting and grade.outcome is not Outcome.MALFORMED:
        yield f"{plural_points(waiting)} still open: a person decides about them."


def plural_points(points: float) -> str:
    """ "1 point is", "2.5 points are"."""
    return f"{number(points)} {'point is' if points == 1 else 'points are'}"


def _handed_in(grade: Grade) -> str:
    if grade.submitted_at is None:
        return "time not known"
    moment = f"{grade.submitted_at:%Y-%m-%d %H:%M %Z}".strip()
    return f"{moment}, {duration(grade.late_s)} late" if grade.late_s > 0 else moment


def _repairs(grade: Grade) -> tuple[str, ...]:
    shown = tuple(capped(repair, 300) for repair in grade.repairs[:_REPAIRS_SHOWN])
    missing = len(grade.repairs) - len(shown)
    return (*shown, f"... and {plural(missing, 'more repair')}") if missing else shown


def _sandbox(grade: Grade) -> str:
    level = capped(grade.sandbox.strip(), 300)
    if level.casefold().startswith("none"):
        return "Without a sandbox. This does not change your score."
    if "shared" in level.casefold() or "forgery" in level.casefold():
        return f"{level}. This does not change your score."
    return ""


def _anchor(exercise: Exercise) -> str:
    return "".join(sign if sign.isalnum() else "-" for sign in exercise.id)
