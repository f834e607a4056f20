"""A class in sentences: what the page says before it shows numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.models import Grade, Outcome
from autograder.pages.text import number, plural
from autograder.report.mistakes import Mistake
from autograder.report.people import Case
from autograder.report.tally import ExerciseTally, Tally
from autograder.report.text import percent, plain
from autograder.report.words import OUTCOMES

# Names of the steps from 0.40, 0.30 and 0.20 upwards; the page names their source.
_GUIDE = ((0.40, "very good"), (0.30, "good"), (0.20, "marginal"), (-2.0, "look at it"))


@dataclass(frozen=True)
class Card:
    """One figure at the top of the page."""

    title: str
    big: str
    of: str
    note: str
    kind: str  # the colour of its edge


@dataclass(frozen=True)
class Caution:
    """A reason to trust the results less."""

    title: str
    text: str


def lead(tally: Tally, people: Sequence[Case]) -> str:
    """The class in two or three sentences."""
    if not tally.grades:
        return "No submission of this unit has been graded yet."
    waiting = sum(case.waiting for case in people)
    parts = [_middle(tally)]
    hard = hardest(tally)
    if hard:
        parts.append(f"Hardest: {plural_exercises(hard)}.")
    parts.append(
        f"{plural(waiting, 'submission waits', 'submissions wait')} for you."
        if waiting
        else "Nothing waits for you."
    )
    return " ".join(parts)


def _middle(tally: Tally) -> str:
    if tally.median is None:
        return "No submission could be counted."
    points = f"{number(tally.median)} of {number(tally.max_score)} points"
    if len(tally.counted) == 1:
        return f"The one counted submission reached {points}."
    return f"Half the class reached {points} or more."


def cards(tally: Tally, found: Sequence[Mistake], people: Sequence[Case]) -> list[Card]:
    """The figures at the top, the most telling ones only."""
    outcomes = Counter(grade.outcome for grade in tally.grades)
    notes = [f"{count} {OUTCOMES[outcome]}" for outcome, count in outcomes.most_common()]
    made = [Card("Submissions", str(len(tally.grades)), "", ", ".join(notes), "")]
    if tally.median is not None:
        scores = [grade.score for grade in tally.counted]
        ends = f"lowest {number(min(scores))}, highest {number(max(scores))}"
        made.append(
            Card("Median score", number(tally.median), f"of {number(tally.max_score)}", ends, "")
        )
    hard = hardest(tally)
    if hard and hard[0].share is not None:
        note = "mean share of the points"
        made.append(Card("Hardest", listed(hard), percent(hard[0].share), note, "wrong"))
    common = next((mistake for mistake in found if mistake.name), None)
    if common:
        who = plural(len(common.students), "student")
        made.append(
            Card(
                "Most common mistake",
                plain(common.exercise, 40),
                who,
                plain(common.name, 60),
                "part",
            )
        )
    return [*made, _needed(people)]


def _needed(people: Sequence[Case]) -> Card:
    waiting = [case for case in people if case.waiting]
    why = Counter(case.reasons[0].title for case in waiting)
    notes = ", ".join(f"{count} {title}" for title, count in why.items())
    kind = "person" if waiting else "done"
    return Card("Waiting for you", str(len(waiting)), "", notes or "nothing to decide", kind)


def hardest(tally: Tally) -> list[ExerciseTally]:
    """The exercises with the smallest mean share of points; none where all are alike."""
    known = [exercise for exercise in tally.exercises if exercise.share is not None]
    least = min((exercise.share or 0.0 for exercise in known), default=0.0)
    found = [exercise for exercise in known if (exercise.share or 0.0) - least < 0.005]
    return found if len(found) < len(known) else []


def listed(exercises: Sequence[ExerciseTally]) -> str:
    """Their ids, three at most: "1.2, 1.4, ..."."""
    ids = [plain(exercise.id, 40) for exercise in exercises]
    return ", ".join(ids) if len(ids) <= 3 else ", ".join([*ids[:2], "..."])


def plural_exercises(exercises: Sequence[ExerciseTally]) -> str:
    """ "exercise 1.2", "exercises 1.2, 1.4 and 1.7"."""
    ids = [plain(exercise.id, 40) for exercise in exercises]
    if len(ids) == 1:
        return f"exercise {ids[0]}"
    return f"exercises {', '.join(ids[:-1])} and {ids[-1]}"


def cautions(tally: Tally) -> Iterator[Caution]:
    """What an instructor must know before trusting a score."""
    bare = sum(_uncontained(grade) for grade in tally.grades)
    if bare:
        yield Caution(
            "Graded without a sandbox.",
            f"{plural(bare, 'submission')} ran with your own rights on this machine. Install what "
            "`autograder doctor` asks for and grade again.",
        )
    shared = sum(_shared(grade) for grade in tally.grades)
    if shared:
        yield Caution(
            "Not forgery-proof.",
            f"The tests of {plural(shared, 'submission')} ran in the student's own process "
            "(shared isolation), where code can pretend to pass them.",
        )


def _uncontained(grade: Grade) -> bool:
    return grade.sandbox.strip().casefold().startswith("none")


def _shared(grade: Grade) -> bool:
    return any(sign in grade.sandbox.casefold() for sign in ("shared", "forgery"))


def counted_words(tally: Tally) -> str:
    """ "12 counted submissions"."""
    return plural(len(tally.counted), "counted submission")


def left_out(tally: Tally) -> str:
    """Which submissions the statistics do not count, and why."""
    counted = {id(grade) for grade in tally.counted}
    others = Counter(grade.outcome for grade in tally.grades if id(grade) not in counted)
    return ", ".join(f"{count} ({OUTCOMES[outcome]})" for outcome, count in others.items())


def discrimination_words(exercise: ExerciseTally) -> str:
    """The figure with its name, or why there is none."""
    value = exercise.discrimination
    if value is None:
        return exercise.why_none
    return f"{value:.2f} ({next(name for limit, name in _GUIDE if value >= limit)})"


def score_words(tally: Tally) -> str:
    """The score picture in words."""
    top = max(range(len(tally.histogram)), key=tally.histogram.__getitem__)
    width = tally.max_score / len(tally.histogram)
    low, high = number(top * width), number((top + 1) * width)
    return (
        f"Histogram of the scores of {counted_words(tally)}. Median {number(tally.median or 0)} of "
        f"{number(tally.max_score)} points; most submissions ({tally.histogram[top]}) lie between "
        f"{low} and {high} points."
    )


def exercise_words(tally: Tally) -> str:
    """The exercise picture in words."""
    shares = ", ".join(
        f"{plain(exercise.id, 40)} {percent(exercise.share)}"
        for exercise in tally.exercises
        if exercise.share is not None
    )
    return f"For each exercise how its submissions ended. Mean share of points: {shares}."


def unread(grade: Grade) -> bool:
    """Whether nothing of the file was judged, so that its exercises say nothing."""
    return grade.outcome is Outcome.MALFORMED


def score(grade: Grade) -> str:
    """The score, "so far" while a person has to decide about some of it."""
    waiting = [verdict.points is None for verdict in grade.verdicts]
    if waiting and all(waiting):
        return "–"
    return f"{number(grade.score)} so far" if any(waiting) else number(grade.score)
