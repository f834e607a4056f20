"""Compare what a call gave with what it should give, in the course's order.

structure -> finite -> shape -> dtype kind -> inputs unchanged -> value; the first part of the
result that differs is named. (Whether the object is there and can be called comes before, in
helpers.checks.callee; exceptions in `blame`.)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from helpers.checks import show
from helpers.checks.cases import Case
from helpers.checks.plain import Odd, numeric
from helpers.checks.scenario import Seen
from helpers.checks.symptom import Symptom

VALUES = ("value", "value-array")
KINDS = {"number": "biuf", "integer": "iu", "float": "f", "boolean": "b"}


@dataclass(frozen=True)
class Part:
    """One number, array or text of a result beside the expected one."""

    label: str  # "" for a result that has no parts
    got: object
    want: object


def compare(seen: Seen, want: object, case: Case) -> Symptom | None:
    """The first thing that is not as expected, or None."""
    words = {"call": seen.call, "name": case.object}
    top = "" if seen.label == "result" else seen.label
    parts: list[Part] = []
    got = _arrayed(seen.value, want) if case.lists else seen.value
    got = _without_zeros(got, want) if case.zeros else got
    for part in _parts(got, want, top, case.names):
        if isinstance(part, Symptom):
            whole = Symptom(part.key, {**words, **part.words})
            return _located(whole, part.words.get("part", ""))
        parts.append(part)
    parts = _chosen(parts, case)
    right = ""
    for part in parts:
        symptom = _differs(part, case, words)
        if symptom is not None and not (seen.changed and symptom.key in VALUES):
            return _located(symptom, part.label, right)
        if symptom is not None:
            break
        right = part.label
    return Symptom("input-changed", words | {"input": seen.changed}) if seen.changed else None


def _chosen(parts: list[Part], case: Case) -> list[Part]:
    """The parts that the case looks at, in its order and by its names; all if it names none."""
    known = {part.label: part for part in parts}
    shown = [(known[label], name) for label, name in case.parts if label in known]
    return [replace(part, label=name) for part, name in shown] if case.parts else parts


def _arrayed(got: object, want: object) -> object:
    """The same result with an array for each list of numbers that stands where one is expected."""
    if isinstance(want, (tuple, list)) and isinstance(got, (tuple, list)):
        same = len(got) == len(want)
        return tuple(map(_arrayed, got, want)) if same else got
    if isinstance(want, np.ndarray) and isinstance(got, (tuple, list)):
        return np.array(got) if all(map(_is_number, got)) else got
    return got


def _without_zeros(got: object, want: object) -> object:
    """A dict without the keys that were not asked for and hold nothing but zeros."""
    if not isinstance(want, Mapping) or not isinstance(got, Mapping):
        return got
    return {key: value for key, value in got.items() if key in want or not _is_zero(value)}


def _is_zero(value: object) -> bool:
    array = numeric(value)
    return array is not None and not array.any()


def _located(symptom: Symptom, label: str, right: str = "") -> Symptom:
    """The symptom with the name of the part it is in, and of the right part before it."""
    if not label:
        return symptom
    words = dict(symptom.words) | {"part": label, "call": f"{label} of {symptom.words['call']}"}
    if right:
        words["right"] = right
    return Symptom(symptom.key, words, symptom.where)


def _parts(
    got: object, want: object, label: str, names: tuple[str, ...] = ()
) -> Iterator[Part | Symptom]:
    """The leaves of both side by side; a Symptom where their structures part."""
    if isinstance(want, (tuple, list)):
        yield from _sequence_parts(got, want, label, names)
    elif isinstance(want, Mapping):
        yield from _mapping_parts(got, want, label)
    elif (numeric(want) is None) == (numeric(got) is None) and type(got) not in (tuple, list, dict):
        yield Part(label, got, want)
    else:
        yield _misfit(got, want, label)


def _sequence_parts(
    got: object, want: tuple[object, ...] | list[object], label: str, names: tuple[str, ...]
) -> Iterator[Part | Symptom]:
    if isinstance(got, np.ndarray) and got.ndim and all(map(_is_number, want)):
        got = list(got)
    if not isinstance(got, (tuple, list)):
        yield _misfit(got, want, label)
    elif len(got) != len(want):
        expected = f"{len(want)}" + (f" ({', '.join(names)})" if names else "")
        yield Symptom("length", {"got": str(len(got)), "want": expected, "part": label})
    else:
        for index, (mine, theirs) in enumerate(zip(got, want, strict=True)):
            name = names[index] if index < len(names) else f"[{index}]"
            yield from _parts(mine, theirs, _join(label, name))


def _is_number(value: object) -> bool:
    array = numeric(value)
    return array is not None and array.shape == ()


def _mapping_parts(
    got: object, want: Mapping[object, object], label: str
) -> Iterator[Part | Symptom]:
    if not isinstance(got, Mapping):
        yield _misfit(got, want, label)
        return
    missing = [str(key) for key in want if key not in got]
    extra = [str(key) for key in got if key not in want]
    if missing or extra:
        words = {"want": ", ".join(map(str, want)), "got": ", ".join(map(str, got)) or "no keys"}
        yield Symptom("keys", words | {"part": label})
        return
    for key, theirs in want.items():
        yield from _parts(got[key], theirs, _join(label, str(key)))


def _join(label: str, name: str) -> str:
    return label + name if name.startswith("[") or not label else f"{label}.{name}"


def _misfit(got: object, want: object, label: str) -> Symptom:
    """A thing of another sort than expected."""
    words = {"got": show.thing(got), "want": _sort(want), "value": show.value(got), "part": label}
    if got is None:
        return Symptom("returned-none", words)
    if got is ...:
        return Symptom("returned-dots", words)
    known = ("coroutine", "generator", "function", "subarray", "objects", "class", "endless")
    if isinstance(got, Odd) and got.kind in known:
        return Symptom(f"returned-{got.kind}", words)
    if isinstance(got, (list, tuple)) and numeric(want) is not None:
        return Symptom("returned-several" if _is_number(want) else "returned-list", words)
    return Symptom("returned-other", words)


def _sort(want: object) -> str:
    array = numeric(want)
    if array is not None:
        return "a number" if array.shape == () else f"an array of shape {array.shape}"
    if isinstance(want, Mapping):
        return "a dict with the keys " + ", ".join(map(str, want))
    if isinstance(want, (tuple, list)):
        return f"{len(want)} values"
    return "None" if want is None else show.article(type(want).__name__)


def _differs(part: Part, case: Case, words: Mapping[str, str]) -> Symptom | None:
    got, want = numeric(part.got), numeric(part.want)
    if got is None or want is None:
        if isinstance(part.got, Odd) or type(part.got) is not type(part.want):
            return Symptom(_misfit(part.got, part.want, "").key, _told(part, words))
        return None if part.got == part.want else Symptom("value", _told(part, words))
    if np.isfinite(want).all() and not np.isfinite(got).all():
        return Symptom("not-finite", _told(part, words) | _where(~np.isfinite(got), got))
    if got.shape != want.shape:
        return Symptom(f"shape-{_shape_fault(got.shape, want.shape)}", _shapes(part, words))
    kind = case.kinds.get(part.label, case.kind)
    if got.dtype.kind not in KINDS[kind]:
        kinds = {"b": "True and False", "f": "floats", "c": "complex numbers"}
        found = kinds.get(got.dtype.kind, "integers")
        return Symptom(f"kind-{kind}", _told(part, words) | {"kind": found}, where=found)
    return _value(part, got, want, case, words)


def _value(
    part: Part, got: np.ndarray, want: np.ndarray, case: Case, words: Mapping[str, str]
) -> Symptom | None:
    wrong = ~np.atleast_1d(close(got, want, case.rtol, case.atol))
    if not wrong.any():
        return None
    told = _told(part, words)
    if want.size <= show.ENTRIES:
        return Symptom("value", told)
    index = tuple(int(i) for i in np.argwhere(wrong)[0])
    mine, theirs = show.pair(got[index], want[index])
    entry = ", ".join(map(str, index))
    many = {"index": entry, "entry": mine, "right_entry": theirs}
    counts = {"wrong": str(int(wrong.sum())), "all": str(wrong.size)}
    return Symptom("value-array", told | many | counts)


def close(got: np.ndarray, want: np.ndarray, rtol: float, atol: float) -> np.ndarray:
    """Entry by entry; a nan is close to nothing but an expected nan."""
    with np.errstate(all="ignore"):
        near = np.abs(got - want.astype(complex)) <= atol + rtol * np.abs(want)
        near &= np.isfinite(got) & np.isfinite(want)  # inf is within inf of anything
    same = (got == want) | ((got != got) & (want != want))
    return np.asarray(near | same)


def _told(part: Part, words: Mapping[str, str]) -> dict[str, str]:
    got, want = show.pair(part.got, part.want)
    return {**words, "got": got, "want": want}


def _shapes(part: Part, words: Mapping[str, str]) -> dict[str, str]:
    got, want = np.shape(numeric(part.got)), np.shape(numeric(part.want))  # type: ignore[arg-type]  # both are numeric here
    return {**words, "got": _shape_name(got), "want": _shape_name(want)}


def _shape_name(shape: tuple[int, ...]) -> str:
    return f"shape {shape}" if shape else "a single number"


def _shape_fault(got: tuple[int, ...], want: tuple[int, ...]) -> str:
    if got and np.prod(got) == 1 and not want:
        return "boxed"
    if not got:
        return "collapsed"
    if len(got) == 2 and got == want[::-1]:
        return "transposed"
    if len(want) == 1 and len(got) == 2 and want[0] in got:
        return "spread" if got == (want[0], want[0]) else "extra-axis"
    return "other"


def _where(mask: np.ndarray, got: np.ndarray) -> dict[str, str]:
    if mask.shape == ():
        return {"entry": show.number(got.item())}
    index = tuple(int(i) for i in np.argwhere(mask)[0])
    return {"entry": show.value(got[index])}
