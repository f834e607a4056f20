"""The compiled checks: which probes an exercise has, and what each must give.

Read from helpers/data/checks/<unit>.json, which helpers.checks.build writes. Holds numbers only.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

Json = Any  # what json.loads returns
LIMIT_S = 5.0


@dataclass(frozen=True)
class Step:
    """One call (do = "opt.step", args, kwargs) or one look without a call (args is None)."""

    do: str
    args: tuple[Json, ...] | None = ()
    kwargs: Mapping[str, Json] = field(default_factory=dict)
    named: str = ""  # the name later steps know the result by
    unpacked: tuple[str, ...] = ()  # or one name for each part of a result that is a tuple
    see: tuple[str, ...] = ("result",)
    times: int = 1
    listed: bool = False  # walk through the result and look at the list of what it yields


@dataclass(frozen=True)
class Case:
    """One probe of one object: steps in order, or a rule that judges by itself."""

    object: str
    name: str = ""
    call: str = ""  # how messages write the call, where the arguments themselves are too long
    steps: tuple[Step, ...] = ()
    let: Mapping[str, Json] = field(default_factory=dict)
    changes: frozenset[str] = frozenset()  # names in let that the steps may change
    names: tuple[str, ...] = ()  # of a tuple's parts, in order
    parts: tuple[tuple[str, str], ...] = ()  # only these parts, in this order: label, shown as
    kind: str = "number"  # number, integer, float, boolean: dtype kinds that will do
    kinds: Mapping[str, str] = field(default_factory=dict)  # of single parts, by name
    lists: bool = False  # a list of numbers will do where an array is expected
    zeros: bool = False  # a dict may have further keys if nothing but zeros stands there
    rtol: float = 1e-6
    atol: float = 1e-9
    noise: float = 0.0  # numbers below it count as 0, the others to three digits
    rule: str = ""
    params: Mapping[str, Json] = field(default_factory=dict)  # of the rule
    measure: Mapping[str, str] = field(default_factory=dict)  # word in the passing line -> part
    want: Json = ""  # a print of helpers.checks.fingerprint; "" for a rule


@dataclass(frozen=True)
class Exercise:
    """All that a check knows of one exercise."""

    id: str
    objects: tuple[str, ...]
    signatures: Mapping[str, str]  # "(x1, x2)" of the functions among them
    cases: tuple[Case, ...]
    mistakes: Mapping[str, Mapping[str, Json]]  # name -> index of the case -> what was seen there
    limit_s: float = LIMIT_S

    def of(self, name: str, only: frozenset[str] | None = None) -> dict[int, Case]:
        """The cases of one object, by index; `only` keeps those of these object or case names."""
        return {
            index: case
            for index, case in enumerate(self.cases)
            if case.object == name and (only is None or {case.object, case.name} & only)
        }


def step_of(data: Json) -> Step:
    """A step from its JSON or TOML table."""
    name = data.get("as", "")
    looks = "args" not in data and "kwargs" not in data and "do" not in data
    return Step(
        do=data.get("do", ""),
        args=None if looks else tuple(data.get("args", ())),
        kwargs=data.get("kwargs", {}),
        named=name if isinstance(name, str) else "",
        unpacked=() if isinstance(name, str) else tuple(name),
        see=tuple(data.get("see", ("result",) if not looks else ())),
        times=data.get("times", 1),
        listed=data.get("list", False),
    )


def case_of(data: Json) -> Case:
    """A case from its JSON or TOML table; a case without steps is one call of its object."""
    one = {key: data[key] for key in ("args", "kwargs", "see", "times", "list") if key in data}
    steps = data.get("steps") or ([] if "rule" in data else [{"do": data["object"], **one}])
    return Case(
        object=data["object"],
        name=data.get("name", ""),
        call=data.get("call", ""),
        steps=tuple(step_of(step) for step in steps),
        let=data.get("let", {}),
        changes=frozenset(data.get("changes", ())),
        names=tuple(data.get("names", ())),
        parts=tuple((label, shown) for label, shown in data.get("parts", ())),
        kind=data.get("kind", "number"),
        kinds=data.get("kinds", {}),
        lists=data.get("lists", False),
        zeros=data.get("zeros", False),
        rtol=data.get("rtol", 1e-6),
        atol=data.get("atol", 1e-9),
        noise=data.get("noise", 0.0),
        rule=data.get("rule", ""),
        params=data.get("params", {}),
        measure=data.get("measure", {}),
        want=data.get("want", ""),
    )


def exercise_of(name: str, data: Json) -> Exercise:
    """An exercise from its part of the JSON."""
    return Exercise(
        id=name,
        objects=tuple(data["objects"]),
        signatures=data.get("signatures", {}),
        cases=tuple(case_of(case) for case in data["case"]),
        mistakes=data.get("mistakes", {}),
        limit_s=data.get("limit_s", LIMIT_S),
    )


@cache
def exercises() -> Mapping[str, Exercise]:
    """Every exercise that has a compiled check, by id."""
    found: dict[str, Exercise] = {}
    for entry in sorted(files("helpers").joinpath("data", "checks").iterdir(), key=str):
        if entry.name.endswith(".json"):
            unit = json.loads(entry.read_text(encoding="utf-8"))
            found |= {name: exercise_of(name, data) for name, data in unit["exercises"].items()}
    return found
