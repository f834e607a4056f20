'''Compile the answer bank of a unit into the JSON that its checks read: numbers, never code.

course/answers/<unit>/checks.toml says what to probe; the model answers give the expected numbers,
the mistakes their fingerprints. The format, by example:

    unit = "01-perceptron"
    setup = """import numpy as np"""        # code that runs before any answer
    [provided]
    "1.3" = """def and_gate(x1, x2): ..."""  # code that runs after the model answer of 1.3

    ["5.4"]
    objects = ["Momentum"]                   # what check("5.4", ...) gets, in this order
    limit_s = 5.0                            # for the whole check
    [["5.4".case]]
    object = "Momentum"                      # which of them this case is about
    name = "three steps"                     # optional; `diagnose(only=...)` takes it as well
    let = { params = { w = { array = [1.0, 2.0] } } }    # values that steps share
    changes = ["params"]                     # of let: what the steps may change
    [["5.4".case.steps]]
    do = "Momentum"                          # a name; later also a dotted path from it
    args = [0.1]                             # and kwargs = { momentum = 0.9 }
    as = "opt"                               # how later steps call the result, ["Z", "cache"]:
                                             # how they call its parts
    see = []
    [["5.4".case.steps]]
    do = "opt.step"
    args = [{ ref = "params" }, { w = { array = [1.0, 1.0] } }]
    times = 3
    see = ["params"]

A case without steps is one call of its object: args, kwargs, see, times, list stand in the case.
    see      what to look at after the step, in order: "result" (the default) or a dotted path
    list     true: walk through the result and look at the list of what it yields
    call     how messages write the call, where the arguments are too long to be shown
    names    of the parts of a result that is a tuple, in order: the first wrong one is named
    parts    [["grads.b2", "dZ2"], ...]: look only at these parts, in this order, by these names
    kind     dtype kinds that will do: "number" (default), "integer", "float", "boolean";
             kinds = { updates = "integer" } for single parts
    lists    true: a list of numbers will do where an array is expected
    zeros    true: a dict may have keys beyond the expected ones if only zeros stand there
    rtol, atol   1e-6 and 1e-9 where nothing else is said
    noise    for results that are errors themselves: below it a number counts as 0, else to three
             digits, so that neither expected numbers nor fingerprints hold rounding noise
    measure  { word = "part" }: puts a part of the result into the line of a passing check
    rule     instead of a call: a judgement of helpers.checks.rules, with params = { ... }
Values: numbers, text, lists and tables as they are, the rest as in helpers.checks.values
({ array = [[1, 2]], dtype = "int64" }, { tuple = [1, 2] }, { rng = 0 }, { function = "square" },
{ normal = [4, 3], seed = 1 }).

Put typical inputs first and edges (0, huge numbers, whole arrays) after them: the first probe that
differs is the one a student is told of.
'''

from __future__ import annotations

import inspect
import itertools
import re
import time
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from helpers import messages
from helpers.checks.cases import Exercise, exercise_of
from helpers.checks.engine import Look, examine, look
from helpers.checks.fingerprint import print_of, same
from helpers.checks.guard import quiet
from helpers.checks.values import settled

Json = Any  # what json.dumps takes
BUILD_LIMIT_S = 2.0  # for all cases of one object: a mistake that hangs is cut short here


class BuildError(Exception):
    """The answer bank cannot be compiled: says which files are at odds and why."""


def compile_unit(bank_dir: Path) -> dict[str, Json]:
    """The compiled checks of one unit.

    Args:
        bank_dir: course/answers/<unit>, with checks.toml and <id>/{model,style-*,mistake-*}.py.

    Raises:
        BuildError: an answer cannot be run, a mistake cannot be told from the model or from
            another mistake, a style is refused, or a name or message is missing.
    """
    with (bank_dir / "checks.toml").open("rb") as file:
        plan = tomllib.load(file)
    namespace: dict[str, object] = {}
    _run(plan.get("setup", ""), namespace, "setup of checks.toml")
    compiled: dict[str, Json] = {}
    for name in sorted((key for key in plan if re.fullmatch(r"\d+\.\d+", key)), key=_number):
        folder = bank_dir / name
        before = dict(namespace)
        _run_file(folder / "model.py", namespace)
        compiled[name] = _exercise(name, settled(plan[name]), folder, namespace, before)
        provided = plan.get("provided", {}).get(name, "")
        _run(provided, namespace, f'provided."{name}" of checks.toml')
    return {"unit": plan["unit"], "exercises": compiled}


def _number(name: str) -> tuple[int, ...]:
    return tuple(map(int, name.split(".")))


def _run(code: str, namespace: dict[str, object], origin: str) -> None:
    try:
        with quiet():
            exec(compile(code, origin, "exec"), namespace)  # the course's own code
    except Exception as error:
        raise BuildError(f"{origin}: {type(error).__name__}: {error}") from error


def _run_file(path: Path, namespace: dict[str, object]) -> None:
    if not path.is_file():
        raise BuildError(f"{path} is missing: checks.toml has cases for it")
    _run(path.read_text(encoding="utf-8"), namespace, str(path))


def _exercise(
    name: str,
    data: dict[str, Json],
    folder: Path,
    model: Mapping[str, object],
    before: Mapping[str, object],
) -> dict[str, Json]:
    """The compiled form of one exercise, proved on every answer in its folder."""
    missing = [item for item in data["objects"] if item not in model]
    if missing:
        raise BuildError(f"{folder / 'model.py'} does not make {', '.join(missing)}")
    data["signatures"] = _signatures(data["objects"], model)
    data["case"] = _with_wants(exercise_of(name, data), data["case"], model)
    exercise = exercise_of(name, data)
    if all(case.rule == "choice" for case in exercise.cases):
        return data
    wrong = {path.stem.removeprefix("mistake-"): path for path in folder.glob("mistake-*.py")}
    looks = {key: _looks(exercise, _answer(path, before)) for key, path in sorted(wrong.items())}
    general = {key for key, path in wrong.items() if _is_general(path)}
    named = {key: _marks(found) for key, found in looks.items() if key not in general}
    options = _options(exercise, named, folder)
    named = {key: marks for key, marks in named.items() if key not in options}
    _distinct(exercise, named, folder)
    data["mistakes"] = named
    _prove(replace(exercise, mistakes=named), folder, general, options, before)
    return data


def _options(exercise: Exercise, marks: Mapping[str, Json], folder: Path) -> set[str]:
    """The wrong options of a choice among other objects: a check only notes them."""
    if not any(case.rule == "choice" for case in exercise.cases):
        return set()
    found = {name for name, mine in marks.items() if not mine}
    for name in sorted(found):
        if messages.of_mistake(exercise.id, name) is None:
            raise BuildError(f"{folder}: mistake-{name} has no message of its own")
    return found


def _signatures(objects: list[str], model: Mapping[str, object]) -> dict[str, str]:
    """The signatures of the functions and classes among the objects, without annotations."""
    found = {}
    for name in objects:
        target = model[name]
        if callable(target):
            signature = inspect.signature(target)
            bare = [p.replace(annotation=p.empty) for p in signature.parameters.values()]
            found[name] = str(signature.replace(parameters=bare, return_annotation=signature.empty))
    return found


def _with_wants(
    exercise: Exercise, cases: list[dict[str, Json]], model: Mapping[str, object]
) -> list[dict[str, Json]]:
    """The cases with what the model gives; the model must satisfy its rules."""
    looks = _looks(exercise, model)
    for index, seen in looks.items():
        raised = '"raised"' in str(print_of(seen.seen, None)).replace("'", '"')
        if seen.wrong is not None or seen.hung or raised:
            what = seen.wrong.key if seen.wrong else seen.seen[-1].value
            raise BuildError(f"the model of {exercise.id} fails its own case {index}: {what}")
    return [
        case if "rule" in case else case | {"want": print_of(looks[index].seen, None)}
        for index, case in enumerate(cases)
    ]


def _looks(exercise: Exercise, objects: Mapping[str, object]) -> dict[int, Look]:
    """What every case shows, whatever the objects are; a hang ends the cases of its object."""
    found: dict[int, Look] = {}
    with quiet():
        for name in exercise.objects:
            deadline = time.monotonic() + BUILD_LIMIT_S
            found |= look(exercise.of(name), exercise, objects, deadline)
    return found


def _answer(path: Path, before: Mapping[str, object]) -> dict[str, object]:
    namespace = dict(before)
    _run_file(path, namespace)
    return namespace


def _is_general(path: Path) -> bool:
    return "\n# general: true" in "\n" + path.read_text(encoding="utf-8")


def _marks(looks: Mapping[int, Look]) -> dict[str, Json]:
    """The fingerprint: what the mistake shows wherever it is wrong."""
    return {str(i): print_of(one.seen, one.wrong) for i, one in looks.items() if one.wrong}


def _distinct(exercise: Exercise, marks: Mapping[str, Json], folder: Path) -> None:
    """No mistake like the model, no two mistakes alike on an object."""
    for name, mine in marks.items():
        if not mine:
            raise BuildError(f"{folder}: no probe tells mistake-{name} from the model")
        if messages.of_mistake(exercise.id, name) is None:
            raise BuildError(f"{folder}: mistake-{name} has no message of its own")
    for (one, mine), (two, theirs) in itertools.combinations(marks.items(), 2):
        for target in exercise.objects:
            own = {str(index) for index in exercise.of(target)}
            shared = (mine.keys() | theirs.keys()) & own
            if shared and all(_alike(exercise, i, mine, theirs) for i in shared):
                raise BuildError(
                    f"{folder}: mistake-{one} and mistake-{two} give the same on every probe "
                    f"of {target}; add a case that tells them apart"
                )


def _alike(exercise: Exercise, index: str, mine: Json, theirs: Json) -> bool:
    if index not in mine or index not in theirs:
        return False
    return same(mine[index], theirs[index], exercise.cases[int(index)])


def _prove(
    exercise: Exercise,
    folder: Path,
    general: set[str],
    options: set[str],
    before: Mapping[str, object],
) -> None:
    """Every right answer passes; every mistake but an option is found and called by its name."""
    for path in sorted(folder.glob("*.py")):
        with quiet():
            report = examine(exercise, _answer(path, before), limit_s=BUILD_LIMIT_S)
        finding = report.finding
        name = path.stem.removeprefix("mistake-")
        if path.stem == name and finding is not None:
            raise BuildError(f"{path} is right but the check says: {finding.message}")
        if path.stem == name or name in options:
            continue
        if finding is None:
            raise BuildError(f"{path} passes the check")
        if name not in general and finding.mistake != name:
            raise BuildError(f"{path} is taken for {finding.mistake}: {finding.message}")
