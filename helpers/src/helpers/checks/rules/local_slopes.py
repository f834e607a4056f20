"""One operation between nodes of a computation graph: its value, its parents, its local slopes.

A node may keep its slopes in `slopes`, in the order of its parents, or hand its gradient on in
another way (closures, say). In the second case it is asked by running backward on this one node.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from helpers.checks import show
from helpers.checks.blame import blame_raised
from helpers.checks.cases import Case
from helpers.checks.compare import close
from helpers.checks.guard import TimeUp
from helpers.checks.plain import Odd, numeric, odd, plain
from helpers.checks.raised import told
from helpers.checks.symptom import Fine, Symptom

Words = dict[str, str]
OPERATIONS: Mapping[str, tuple[Callable[..., Any], str]] = {
    "+": (operator.add, "a + b"),
    "*": (operator.mul, "a * b"),
    "tanh": (lambda a: a.tanh(), "a.tanh()"),
}
REFUSED = "expected an object again"  # how the grader's stand-ins for objects end that complaint


@dataclass(frozen=True)
class Seen:
    """What a node says of itself; parents: for each input whether it is among them."""

    node: object
    data: object
    parents: tuple[bool, ...]
    count: int
    slopes: tuple[object, ...]


class NotATuple(Exception):
    """`parents` or `slopes` cannot be gone through: part says which, got what stands there."""

    def __init__(self, part: str, got: str) -> None:
        super().__init__(part, got)
        self.part, self.got = part, got


def local_slopes(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: op (of OPERATIONS), inputs (their numbers), data and slopes (what is right)."""
    params = case.params
    inputs = [float(x) for x in params["inputs"]]
    names = ("a", "b")[: len(inputs)]
    call = OPERATIONS[str(params["op"])][1]
    given = ", ".join(f"{n} = {show.number(x)}" for n, x in zip(names, inputs, strict=True))
    words = {"name": case.object, "call": f"{call} with {given}", "op": call}
    words |= {"got": "no answer", "want": "a Value"}
    try:
        seen = _look(target, str(params["op"]), inputs)
    except TimeUp:
        return Symptom("hung", words)
    except NotATuple as error:
        found = words | {"part": error.part, "got": error.got}
        return Symptom("graph.not-a-tuple", found, f"{words['op']}: {error.part}")
    except (Exception, SystemExit) as error:
        raised = told(error)
        if raised.text.endswith(REFUSED):
            return Symptom("graph.no-node", words | {"got": "a number"}, words["op"])
        return blame_raised(raised, words, exercise)
    return _judge(seen, float(params["data"]), [float(s) for s in params["slopes"]], words)


def _look(target: object, op: str, numbers: Sequence[float]) -> Seen:
    inputs = [cast(Any, target)(x) for x in numbers]
    node = OPERATIONS[op][0](*inputs)
    if not isinstance(plain(node), Odd):
        return Seen(plain(node), None, (), 0, ())
    parents = _listed("parents", node.parents)
    found = tuple(any(parent is one for parent in parents) for one in inputs)
    if not all(found) or len(parents) != len(inputs):
        return Seen(odd(node), plain(node.data), found, len(parents), ())
    kept = getattr(node, "slopes", None)
    if kept is None:
        node.backward()
        slopes = [plain(one.grad) for one in inputs]
    else:
        by_parent = list(zip(parents, _listed("slopes", kept), strict=False))
        slopes = [plain(s) for one in inputs for parent, s in by_parent if parent is one]
    return Seen(odd(node), plain(node.data), found, len(parents), tuple(slopes))


def _listed(part: str, found: Any) -> list[Any]:
    try:
        return list(found)
    except TypeError as error:
        raise NotATuple(part, show.thing(plain(found))) from error


def _judge(seen: Seen, data: float, slopes: Sequence[float], words: Words) -> Symptom | Fine:
    if not isinstance(seen.node, Odd):
        return Symptom("graph.no-node", words | {"got": show.thing(seen.node)}, words["op"])
    if not _near(seen.data, data):
        told_as = words | {"got": _shown(seen.data), "want": show.number(data)}
        return Symptom("graph.data", told_as, f"{words['op']}: {_shown(seen.data)}")
    if not all(seen.parents) or seen.count != len(slopes):
        return Symptom("graph.parents", words | {"got": str(seen.count)}, f"{seen.count}")
    got = ", ".join(map(_shown, seen.slopes)) or "none"
    told_as = words | {"got": got, "want": ", ".join(map(show.number, slopes))}
    if any(isinstance(slope, Odd) for slope in seen.slopes):
        return Symptom("graph.no-numbers", told_as, words["op"])
    near = map(_near, seen.slopes, slopes)
    if len(seen.slopes) != len(slopes) or not all(near):
        return Symptom("graph.slopes", told_as, f"{words['op']}: {got}")
    return Fine()


def _near(got: object, want: float) -> bool:
    array = numeric(got)
    if array is None or array.shape != ():
        return False
    return bool(close(array, np.asarray(want), 1e-6, 1e-9))


def _shown(x: object) -> str:
    array = numeric(x)
    single = array is not None and array.shape == ()
    return show.number(float(np.real(array))) if single else show.thing(x)  # type: ignore[arg-type]  # no None here
