"""Examine a student's objects against the compiled probes of their exercise; print nothing.

The order: is it there and callable, then every probe, then the first thing that differs, then
which known mistake gives just these answers, then how wrong numbers relate to the right ones.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import numpy as np

from helpers import messages
from helpers.checks.blame import blame
from helpers.checks.callee import Parameters, usable
from helpers.checks.cases import Case, Exercise, exercises
from helpers.checks.compare import VALUES, compare
from helpers.checks.fingerprint import print_of, recognise
from helpers.checks.guard import TimeUp, quiet, time_limit
from helpers.checks.plain import numeric
from helpers.checks.raised import Hung, Raised
from helpers.checks.relation import Pair, relation
from helpers.checks.rules import RULES
from helpers.checks.scenario import Seen, run
from helpers.checks.symptom import Finding, Fine, State, Symptom
from helpers.checks.values import decode


@dataclass(frozen=True)
class Look:
    """What one case showed, and what is wrong with it."""

    case: Case
    seen: tuple[Seen, ...] = ()
    verdict: Symptom | Fine = field(default_factory=Fine)

    @property
    def wrong(self) -> Symptom | None:
        return self.verdict if isinstance(self.verdict, Symptom) else None

    @property
    def hung(self) -> bool:
        hung = any(isinstance(one.value, Hung) for one in self.seen)
        return hung or (self.wrong is not None and self.wrong.key == "hung")


@dataclass(frozen=True)
class Report:
    """What examining all objects of an exercise came to; finding None: nothing wrong."""

    finding: Finding | None
    measured: Mapping[str, str]
    state: State = "passed"


def diagnose(
    exercise: str,
    objects: Mapping[str, object],
    *,
    only: Collection[str] | None = None,
    parameters: Parameters | None = None,
) -> Finding | None:
    """What is wrong with a student's objects, the first thing first.

    Args:
        exercise: its id, "1.2".
        objects: by their names; functions may be proxies that can only be called.
        only: names of objects or cases to look at; None for all.
        parameters: for proxies: gives the parameter names of one.

    Returns:
        The finding, or None if nothing wrong was found (also for an exercise without a check).
    """
    known = exercises().get(exercise)
    if known is None:
        return None
    with quiet():
        return examine(known, objects, only=only, parameters=parameters).finding


def examine(
    exercise: Exercise,
    objects: Mapping[str, object],
    *,
    only: Collection[str] | None = None,
    parameters: Parameters | None = None,
    limit_s: float | None = None,
) -> Report:
    """Look at every object; the first that is wrong decides, then the first not started."""
    names = None if only is None else frozenset(only)
    findings: list[Finding] = []
    measured: dict[str, str] = {"cases": "0", "error": "0"}
    state: State = "passed"
    deadline = None if limit_s is None else time.monotonic() + limit_s
    for name in exercise.objects:
        cases = exercise.of(name, names)
        if name not in objects or not cases:
            continue
        looks: dict[int, Look] = {}
        unusable = usable(name, objects[name], exercise, parameters)
        if unusable is None:
            looks = look(cases, exercise, objects, deadline)
        findings += _finding(exercise, name, looks, unusable)
        if any(one.hung for one in looks.values()):  # it would hold up the others as well
            break
        fine = [one.verdict for one in looks.values() if isinstance(one.verdict, Fine)]
        state = next((v.state for v in fine if v.state != "passed"), state)
        measured |= _measured(looks, measured) | {k: w for v in fine for k, w in v.measured.items()}
    findings.sort(key=lambda finding: finding.state != "wrong")
    return Report(findings[0] if findings else None, measured, state)


def look(
    cases: Mapping[int, Case],
    exercise: Exercise,
    objects: Mapping[str, object],
    deadline: float | None,
) -> dict[int, Look]:
    """Run the cases; after one that does not come back the rest is left alone."""
    looks: dict[int, Look] = {}
    for index, case in cases.items():
        looks[index] = _timed(case, exercise, objects, deadline)
        if looks[index].hung:
            break
    return looks


def _timed(
    case: Case, exercise: Exercise, objects: Mapping[str, object], deadline: float | None
) -> Look:
    if deadline is None:
        return _look(case, exercise, objects)
    try:
        with time_limit(max(deadline - time.monotonic(), 0.05)):
            return _look(case, exercise, objects)
    except TimeUp:  # it rang inside a rule, or between a student's line and ours
        words = {"call": f"{case.object}(...)", "name": case.object, "got": "", "want": ""}
        return Look(case, (), Symptom("hung", words))


def _look(case: Case, exercise: Exercise, objects: Mapping[str, object]) -> Look:
    if case.rule:
        return Look(case, (), RULES[case.rule](objects[case.object], case, exercise.id))
    seen = tuple(run(case, objects))
    if not case.want:  # at build, before the expected numbers are known
        return Look(case, seen)
    return Look(case, seen, _judge(case, seen, exercise.id))


def _judge(case: Case, seen: tuple[Seen, ...], exercise: str) -> Symptom | Fine:
    wants = [decode(value) for _, value in case.want["seen"]]
    for one, want in zip(seen, wants, strict=False):
        if isinstance(one.value, (Raised, Hung)):
            return blame(one, case, exercise)
        if one.asked:
            return _too_few(one, case)
        symptom = compare(one, want, case)
        if symptom is not None:
            return symptom
    return Fine(_asked(case, seen))


def _too_few(one: Seen, case: Case) -> Symptom:
    """A result that cannot be taken apart as the contract says."""
    count = len(one.value) if isinstance(one.value, (tuple, list)) else 1
    wanted = f"{len(one.asked)} ({', '.join(one.asked)})"
    return Symptom(
        "length", {"call": one.call, "name": case.object, "got": str(count), "want": wanted}
    )


def _asked(case: Case, seen: tuple[Seen, ...]) -> dict[str, str]:
    """The words that a passing line takes from the results of this case."""
    from helpers.checks import show

    words = {}
    for word, part in case.measure.items():
        value = next(one.value for one in seen if one.label == "result")
        if part != "result" and isinstance(value, (tuple, list)):
            value = value[case.names.index(part)]
        words[word] = show.value(value)
    return words


def _finding(
    exercise: Exercise, name: str, looks: Mapping[int, Look], unusable: Symptom | None
) -> list[Finding]:
    if unusable is not None:
        return [Finding(messages.sentence(unusable), None, unusable.state)]
    first = next((index for index, one in looks.items() if one.wrong is not None), None)
    if first is None:
        return []
    symptom = looks[first].wrong
    assert symptom is not None
    if symptom.state != "wrong":
        return [Finding(messages.sentence(symptom), None, symptom.state)]
    prints = {index: print_of(one.seen, one.wrong) for index, one in looks.items()}
    mistake = recognise(exercise, prints, first)
    if mistake is not None:
        told = messages.mistake(exercise.id, mistake, symptom.words)
        return [Finding(told or _general(symptom, looks), mistake, "wrong")]
    return [Finding(_general(symptom, looks), None, "wrong")]


def _general(symptom: Symptom, looks: Mapping[int, Look]) -> str:
    """The comparators' own sentence, with what the wrong numbers have in common."""
    if symptom.key not in VALUES:
        return messages.sentence(symptom)
    part = symptom.words.get("part", "")
    common = relation([pair for one in looks.values() for pair in _pairs(one, part)])
    after = "after" if "right" in symptom.words else symptom.key
    return messages.sentence(symptom, common or Symptom(f"next.{after}"))


def _pairs(one: Look, part: str = "") -> list[Pair]:
    """Got and wanted numbers of a case side by side; of one part of its result if that is named."""
    if one.case.rule:
        return []
    names = one.case.names
    part = {shown: label for label, shown in one.case.parts}.get(part, part)
    wants = [numeric(_part(decode(value), part, names)) for _, value in one.case.want["seen"]]
    gots = [numeric(_part(seen.value, part, names)) for seen in one.seen]
    none = np.array(np.nan), np.array(0.0)  # keeps the list from looking complete
    pairs = [
        (g, w) if g is not None and w is not None else none
        for g, w in zip(gots, wants, strict=False)
    ]
    return pairs if len(gots) == len(wants) else [*pairs, none]


def _part(value: object, part: str, names: tuple[str, ...]) -> object:
    """dW of a tuple whose parts have names, or of a dict; the value itself if it has no parts.

    grads.dW is the part dW of the part grads.
    """
    first, _, rest = part.partition(".")
    if isinstance(value, (tuple, list)) and first in names:
        index = names.index(first)
        inner = value[index] if index < len(value) else None
        return _part(inner, rest, names) if rest else inner
    return value.get(part) if isinstance(value, Mapping) else value


def _measured(looks: Mapping[int, Look], before: Mapping[str, str]) -> dict[str, str]:
    """How many probes there were, and the largest error among them."""
    gaps = [float(before["error"])]
    for one in looks.values():
        for got, want in _pairs(one):
            if got.shape == want.shape and want.size and np.isfinite(want).all():
                gaps.append(float(np.max(np.abs(got.astype(float) - want))))
    worst = max(gaps)
    return {
        "cases": str(int(before["cases"]) + len(looks)),
        "error": f"{worst:.1e}" if worst else "0",
    }
