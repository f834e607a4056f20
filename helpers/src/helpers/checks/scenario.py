"""Run one case on a student's objects and write down what was seen. Judges nothing.

Works on proxies of another process as well: it calls, reads attributes and iterates, and asks
nothing else of them.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from helpers.checks import show
from helpers.checks.cases import Case, Step
from helpers.checks.guard import TimeUp
from helpers.checks.plain import plain
from helpers.checks.raised import Hung, Raised, told
from helpers.checks.values import decode, encode

YIELDS = 1000  # of a generator, at most


@dataclass(frozen=True)
class Seen:
    """One thing looked at: its label, its plain value, and the call that it came from."""

    label: str
    value: object
    call: str
    changed: str = ""  # the input that this call changed though it should not
    asked: tuple[str, ...] = ()  # the parts that the result should have had and has not


def run(case: Case, objects: Mapping[str, object]) -> list[Seen]:
    """Everything the case looks at, in order, up to the first exception."""
    scope: dict[str, object] = dict(objects)
    let = {name: decode(value) for name, value in case.let.items()}
    scope |= let
    seen: list[Seen] = []
    for step in case.steps:
        for _ in range(step.times):
            seen += _run_step(step, case, scope, let)
            if seen and (seen[-1].asked or isinstance(seen[-1].value, (Raised, Hung))):
                return seen
    return seen


def _run_step(
    step: Step, case: Case, scope: dict[str, object], let: Mapping[str, object]
) -> list[Seen]:
    args = tuple(decode(item, scope) for item in step.args or ())
    kwargs = {key: decode(item, scope) for key, item in step.kwargs.items()}
    call = case.call or show.call(step.do, args, kwargs)
    watched = _watched(args, kwargs, let, case.changes)
    before = {name: copy.deepcopy(value) for name, value in watched.items()}
    try:
        if step.args is not None:
            result = cast(Any, _reach(step.do, scope))(*args, **kwargs)
            if step.listed:
                result = list(itertools.islice(cast(Iterable[object], result), YIELDS))
            scope["result"] = result
            if step.named:
                scope[step.named] = result
            if step.unpacked:
                found = _unpacked(result, len(step.unpacked))
                if found is None:
                    return [Seen("result", plain(result), call, asked=step.unpacked)]
                scope |= dict(zip(step.unpacked, found, strict=True))
        seen = [(label, plain(_reach(label, scope))) for label in step.see]
        values = [(label, _quiet(value, case.noise)) for label, value in seen]
    except TimeUp:
        return [Seen("result", Hung(), call)]
    except (Exception, SystemExit) as error:
        return [Seen("result", told(error), call)]
    changed = next((n for n in watched if encode(watched[n]) != encode(before[n])), "")
    return [Seen(label, value, call, changed) for label, value in values]


def _quiet(value: object, noise: float) -> object:
    """The value without what is below the noise; its numbers to three digits."""
    if not noise:
        return value
    if isinstance(value, (tuple, list)):
        return type(value)(_quiet(item, noise) for item in value)
    if isinstance(value, Mapping):
        return {key: _quiet(item, noise) for key, item in value.items()}
    if isinstance(value, (float, np.floating)):
        return 0.0 if abs(float(value)) < noise else float(f"{value:.3g}")
    return value


def _unpacked(result: object, count: int) -> tuple[object, ...] | None:
    """The parts of a result that has exactly so many; arrays and dicts are no tuples."""
    if isinstance(result, (np.ndarray, str, Mapping)) or not isinstance(result, Iterable):
        return None
    found = tuple(itertools.islice(result, count + 1))
    return found if len(found) == count else None


def _watched(
    args: tuple[object, ...],
    kwargs: Mapping[str, object],
    let: Mapping[str, object],
    changes: frozenset[str],
) -> dict[str, object]:
    """The inputs that a call could change and should not, by the name a message gives them."""
    positional = {f"argument {index + 1}": item for index, item in enumerate(args)}
    shared = {id(item) for item in let.values()}
    own = {n: v for n, v in {**positional, **kwargs}.items() if id(v) not in shared}
    kept = {n: v for n, v in let.items() if n not in changes}
    return {n: v for n, v in {**own, **kept}.items() if isinstance(v, (np.ndarray, list, dict))}


def _reach(path: str, scope: Mapping[str, object]) -> object:
    """opt.params.W1: a name of the case, then attributes or, in a dict, keys."""
    first, *rest = path.split(".")
    found = scope[first]
    for part in rest:
        found = found[part] if type(found) is dict else getattr(found, part)
    return found
