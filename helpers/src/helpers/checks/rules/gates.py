"""Weights and bias of gates made of one step neuron: truth table first, then margin.

The neuron answers 1 where z = w1 x1 + w2 x2 + b >= 0. A gate is right when z lies strictly on
its side on every point: on the line itself a rounding error would decide.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from helpers.checks import show
from helpers.checks.cases import Case
from helpers.checks.plain import numeric, plain
from helpers.checks.symptom import Fine, Symptom

Words = dict[str, str]


@dataclass(frozen=True)
class Gate:
    """One gate's numbers (weights, then bias) and the table it should have."""

    name: str
    numbers: tuple[float, ...]
    want: tuple[int, ...]

    @property
    def points(self) -> list[tuple[int, ...]]:
        return list(itertools.product((0, 1), repeat=len(self.numbers) - 1))

    @property
    def z(self) -> list[float]:
        """The weighted sum on every point."""
        *w, b = self.numbers
        return [float(np.dot(w, point) + b) for point in self.points]

    @property
    def table(self) -> tuple[int, ...]:
        return tuple(int(z >= 0) for z in self.z)

    @property
    def margin(self) -> float:
        """The smallest distance of z from 0 on the right side; negative if a point is wrong."""
        return min(z if bit else -z for z, bit in zip(self.z, self.want, strict=True))

    def right_with(self, *numbers: float) -> bool:
        return Gate(self.name, numbers, self.want).margin > 0


def gates(target: object, case: Case, exercise: str) -> Symptom | Fine:
    """params: tables (gate -> its answers); one table and no dict: the object is that gate."""
    tables = {str(k): tuple(v) for k, v in case.params["tables"].items()}
    value = plain(target)
    words = {"name": case.object, "call": case.object, "got": show.value(value)}
    words["want"] = "a dict with the keys " + ", ".join(tables)
    if case.params.get("single"):
        (gate,) = tables
        return _judge_all({gate: _entry(gate, value, tables[gate], words)})
    if not isinstance(value, Mapping):
        return Symptom("gates.not-a-dict", words | {"got": show.thing(value)})
    if all(value.get(name) is ... for name in tables):
        return Symptom("not-assigned", words, state="not started")
    missing = [name for name in tables if value.get(name, ...) is ...]
    if missing:
        found = ", ".join(repr(k) for k in value if value[k] is not ...)
        cases = "capitals" if any(str(k).lower() == missing[0] for k in value) else ""
        return Symptom("gates.missing", words | {"gate": missing[0], "got": found}, cases)
    return _judge_all({n: _entry(n, value[n], table, words) for n, table in tables.items()})


def _entry(name: str, value: object, want: tuple[int, ...], words: Words) -> Gate | Symptom:
    """One gate's numbers out of a tuple, list or array."""
    count = 3 if len(want) == 4 else 2
    told = words | {"gate": name, "got": show.value(value)}
    told["want"] = "(w1, w2, b)" if count == 3 else "(w, b)"
    told["call"] = f'{words["name"]}["{name}"]' if count == 3 else words["name"]
    items: Sequence[object] = ()
    if isinstance(value, (tuple, list, np.ndarray)) and np.ndim(value) == 1:
        items = list(value)
    arrays = [numeric(item) for item in items]
    if len(items) != count or any(a is None or a.shape != () for a in arrays):
        return Symptom("gates.not-numbers", told)
    numbers = tuple(float(np.real(a)) for a in arrays if a is not None)
    if not np.isfinite(numbers).all():
        return Symptom("gates.not-numbers", told)
    return Gate(name, numbers, want)


def _judge_all(entries: Mapping[str, Gate | Symptom]) -> Symptom | Fine:
    for entry in entries.values():
        fault = entry if isinstance(entry, Symptom) else _judge(entry, entries)
        if fault is not None:
            return fault
    judged = [entry for entry in entries.values() if isinstance(entry, Gate)]
    closest = min(judged, key=lambda gate: gate.margin)
    prefix = "margin" if len(judged) > 1 else f"margin_{closest.name}"
    return Fine({prefix: _short(closest.margin), f"{prefix}_gate": closest.name})


def _judge(gate: Gate, others: Mapping[str, Gate | Symptom]) -> Symptom | None:
    if gate.margin > 0:
        return None
    words = _words(gate)
    if gate.table == gate.want:
        return Symptom("gates.zero-margin", words, gate.name)
    *w, b = gate.numbers
    kept = _partner(gate, others)
    if kept is not None and gate.want[0] == 1:  # a gate that says no, made from one that says yes
        return Symptom("gates.kept-bias", words | {"partner": kept.upper()})
    if gate.right_with(*w, -b):
        return Symptom("gates.bias-sign", words)
    if gate.right_with(*[-n for n in gate.numbers]):
        return Symptom("gates.all-signs", words, gate.name)
    if gate.right_with(*gate.numbers[1:], gate.numbers[0]):
        return Symptom("gates.order", words)
    return _table(gate, others, words)


def _words(gate: Gate) -> Words:
    """The point that is furthest on the wrong side, in numbers."""
    rows = list(zip(gate.points, gate.z, gate.want, strict=True))
    point, z, want = min(rows, key=lambda row: row[1] if row[2] else -row[1])
    at = ", ".join(map(str, point))
    return {
        "gate": f"`{gate.name}`",
        "name": gate.name,
        "call": f"the {gate.name} gate at ({at})",
        "point": f"({at})",
        "z": _short(z),
        "got": str(int(z >= 0)),
        "want": str(want),
        "bias": _short(gate.numbers[-1]),
        "table": ", ".join(map(str, gate.table)),
        "right": ", ".join(map(str, gate.want)),
    }


def _short(x: float) -> str:
    return show.number(int(x) if x.is_integer() else x)


def _partner(gate: Gate, others: Mapping[str, Gate | Symptom]) -> str | None:
    """The gate that has these weights with the other sign and the very same bias."""
    *w, b = gate.numbers
    for name, other in others.items():
        if isinstance(other, Gate) and name != gate.name:
            opposite = all(x == 1 - y for x, y in zip(other.want, gate.want, strict=True))
            if opposite and other.numbers == (*[-n for n in w], b) and other.margin > 0:
                return name
    return None


def _table(gate: Gate, others: Mapping[str, Gate | Symptom], words: Words) -> Symptom:
    for name, other in others.items():
        if isinstance(other, Gate) and name != gate.name and other.want == gate.table:
            return Symptom(
                "gates.other-table", words | {"other": name.upper()}, f"{gate.name}={name}"
            )
    if len(set(gate.table)) == 1:
        return Symptom("gates.constant", words | {"got": str(gate.table[0])}, gate.name)
    return Symptom("gates.table", words, f"{gate.name}:{''.join(map(str, gate.table))}")
