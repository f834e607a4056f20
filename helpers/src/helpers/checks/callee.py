"""Is the object there, and can it be called as the contract says? Asked before any probe."""

from __future__ import annotations

import inspect
from collections.abc import Callable

from helpers.checks import show
from helpers.checks.cases import Exercise, Step
from helpers.checks.plain import plain
from helpers.checks.symptom import Symptom

Parameters = Callable[[object], list[str]]
WIDTH = 60  # characters of a parameter list that are shown


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
    least = Step(name, tuple(_required(exercise.signatures[name])))
    calls = [s for case in exercise.of(name).values() for s in case.steps if s.do == name]
    fault = next(
        (f for s in [least, *calls] if (f := _refused(target, s, parameters)) is not None), None
    )
    if fault is None:
        return None
    return Symptom("signature", {"name": name, "got": f"{name}({fault})", "want": contract})


def _required(signature: str) -> list[str]:
    """The parameters of "(x, h=1e-4)" that have no default."""
    names = [part.strip() for part in signature.strip("()").split(",")]
    return [name for name in names if name and name[0] not in "*/" and "=" not in name]


def _refused(
    target: Callable[..., object], step: Step, parameters: Parameters | None
) -> str | None:
    """The parameters of a function that cannot take this step's arguments, else None."""
    given = step.args or ()
    if parameters is not None:
        names = parameters(target)
        starred = any(name.startswith("*") for name in names)
        return ", ".join(names) if len(names) < len(given) and not starred else None
    try:
        signature = inspect.signature(target)
    except Exception:  # builtins have none, and a hostile __signature__ may raise anything
        return None
    try:
        signature.bind(*given, **step.kwargs)
    except TypeError:
        own = ", ".join(map(str, signature.parameters.values()))
        return own if len(own) <= WIDTH else "..."
    return None
