"""Is the object there, and can it be called as the contract says? Asked before any probe."""

from __future__ import annotations

import inspect
from collections.abc import Callable

from helpers.checks import show
from helpers.checks.cases import Exercise, Step
from helpers.checks.plain import plain
from helpers.checks.symptom import Symptom

Parameters = Callable[[object], list[str]]


def usable(
    name: str, target: object, exercise: Exercise, parameters: Parameters | None
) -> Symptom | None:
    """Why the object cannot be probed, or None. Values that are no functions are not asked."""
    if target is ...:
        return Symptom("not-assigned", {"name": name}, state="not started")
    if name not in exercise.signatures:
        return None
    contract = name + exercise.signatures[name]
    if not callable(target):
        words = {"name": name, "got": show.thing(plain(target)), "want": contract}
        return Symptom("not-a-function" if target is not None else "is-none", words)
    calls = [s for case in exercise.of(name).values() for s in case.steps if s.do == name]
    fault = next((f for s in calls if (f := _refused(target, s, parameters))), None)
    if fault is None:
        return None
    return Symptom("signature", {"name": name, "got": f"{name}({fault})", "want": contract})


def _refused(target: Callable[..., object], step: Step, parameters: Parameters | None) -> str:
    """The parameters of a function that cannot take this step's arguments, else ''."""
    given = step.args or ()
    if parameters is not None:
        names = parameters(target)
        starred = any(name.startswith("*") for name in names)
        return ", ".join(names) or "nothing" if len(names) < len(given) and not starred else ""
    try:
        signature = inspect.signature(target)
    except Exception:  # builtins have none, and a hostile __signature__ may raise anything
        return ""
    try:
        signature.bind(*given, **step.kwargs)
    except TypeError:
        return str(signature)[1:-1].split(") ->")[0] or "nothing"
    return ""
