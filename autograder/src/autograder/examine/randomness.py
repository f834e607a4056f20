"""A random generator's state as plain values, and back.

The seed sequence goes along: without it `rng.spawn` would give other children on each side.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from .faults import CannotCross, Forbidden

_KINDS = {
    kind.__name__: kind
    for kind in (
        np.random.PCG64,
        np.random.PCG64DXSM,
        np.random.MT19937,
        np.random.Philox,
        np.random.SFC64,
    )
}
MAX_CHILDREN = 10_000


def name(rng: np.random.Generator) -> str:
    """The bit generator's name. Raises CannotCross if it is not NumPy's own."""
    found = type(rng.bit_generator).__name__
    if _KINDS.get(found) is not type(rng.bit_generator):
        raise CannotCross(f"a generator of kind {found} cannot be handed over")
    return found


def content(rng: np.random.Generator) -> list[Any]:
    """State and seed sequence, as nodes without references."""
    return [_flat(rng.bit_generator.state), _seeds(rng)]


def make(kind: Any, seeds: Any) -> np.random.Generator:
    """A generator of that kind and seed sequence. Raises Forbidden."""
    if type(kind) is not str or kind not in _KINDS:
        raise Forbidden("it sent a random generator of an unknown kind")
    if seeds is None:
        return np.random.Generator(_KINDS[kind]())
    try:
        entropy, key, pool, spawned = _sharp(seeds)
        _small(spawned)
        sequence = np.random.SeedSequence(
            entropy, spawn_key=key, pool_size=min(pool, 64), n_children_spawned=spawned
        )
        return np.random.Generator(_KINDS[kind](sequence))
    except (ValueError, TypeError, OverflowError):
        raise Forbidden("it sent a random generator with a wrong seed") from None


def seeds(rng: np.random.Generator) -> Any:
    """The seed sequence as a node, or None."""
    return _seeds(rng)


def apply(rng: np.random.Generator, state: Any, seeds_: Any) -> None:
    """Set the state in place; spawn as many children as the other side did. Raises Forbidden."""
    try:
        sharp = _sharp(state)
        _check_places(sharp)
        rng.bit_generator.state = sharp
        if seeds_ is not None:
            spawned = _sharp(seeds_)[3]
            sequence: Any = rng.bit_generator.seed_seq
            missing = _small(spawned) - sequence.n_children_spawned
            if missing > 0:
                sequence.spawn(_small(missing))
    except (ValueError, TypeError, KeyError, IndexError, OverflowError, AttributeError):
        raise Forbidden("it sent a random generator in an impossible state") from None


def _check_places(state: dict[str, Any]) -> None:
    """NumPy does not look whether a place in a buffer is inside it. Raises ValueError."""
    places = (state["state"].get("pos", 0), 624), (state.get("buffer_pos", 0), 4)
    if not all(type(place) is int and 0 <= place <= size for place, size in places):
        raise ValueError


def _small(count: Any) -> int:
    if type(count) is not int or not 0 <= count <= MAX_CHILDREN:
        raise Forbidden("it sent a random generator with too many children")
    return count


def _seeds(rng: np.random.Generator) -> Any:
    sequence = rng.bit_generator.seed_seq
    if type(sequence) is not np.random.SeedSequence:
        return None
    parts = (
        sequence.entropy,
        tuple(sequence.spawn_key),
        sequence.pool_size,
        sequence.n_children_spawned,
    )
    return _flat(parts)


def _flat(value: Any) -> Any:
    """Nested dicts, sequences, arrays and integers of any size as a node."""
    if isinstance(value, dict):
        return ["d", *[[key, _flat(item)] for key, item in value.items()]]
    if isinstance(value, np.ndarray):
        return ["a", value.dtype.str, value.tobytes()]
    if isinstance(value, list | tuple):
        return ["t", *[_flat(item) for item in value]]
    if isinstance(value, int | np.integer):
        return ["i", str(int(value))]
    return value


def _sharp(node: Any) -> Any:
    if type(node) is not list or not node:
        return node
    tag, *rest = node
    if tag == "d":
        return {key: _sharp(item) for key, item in rest}
    if tag == "a":
        dtype, raw = rest
        if dtype not in ("<u4", "<u8"):
            raise ValueError
        return np.frombuffer(raw, dtype).copy()
    if tag == "t":
        return tuple([_sharp(item) for item in rest])
    if tag == "i" and len(rest[0]) < 4000:
        return int(rest[0])
    raise ValueError
