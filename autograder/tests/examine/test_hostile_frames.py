"""Frames that no honest candidate sends: the examiner calls them Forbidden and nothing else."""

from __future__ import annotations

import io
import socket
import time
import warnings
from contextlib import redirect_stderr, redirect_stdout, suppress
from typing import Any

import numpy as np
import pytest
from autograder.examine import randomness, wire
from autograder.examine.codec import Codec
from autograder.examine.examiner import Examiner
from autograder.examine.faults import Forbidden, Stop, StudentError
from autograder.examine.namespace import Names
from autograder.examine.share import Table
from hypothesis import given, settings
from hypothesis import strategies as st

LABELS = np.arange(10.0)
PLAIN = st.none() | st.booleans() | st.integers(-3, 12) | st.floats() | st.binary(max_size=20)
TAGS = st.sampled_from([*"LDSAVG", "<f8", "|b1", "C", "F", "PCG64", "MT19937", "t", "o", "i", "d"])
NODES = st.recursive(PLAIN | TAGS, lambda inner: st.lists(inner, max_size=5), max_leaves=12)
NUMBERS = st.integers(-1, 6)
SHAPES = st.lists(st.integers(-1, 3) | st.just(2**40), max_size=3)
OWNER = st.tuples(st.just("<f8") | TAGS, SHAPES, st.sampled_from("CFX")).map(list)
VIEW = st.tuples(
    NUMBERS, st.just("<f8") | TAGS, SHAPES, st.integers(-80, 80), st.lists(st.integers(-16, 16))
).map(list)
FRESH = st.lists(
    st.tuples(NUMBERS, TAGS, NODES | OWNER | VIEW).map(list)
    | st.tuples(NUMBERS, st.just("A"), OWNER).map(list)
    | st.tuples(NUMBERS, st.just("V"), VIEW).map(list)
    | NODES,
    max_size=4,
)
FILLING = st.tuples(
    st.booleans(), st.integers(-1, 40), st.binary(max_size=80), st.just("<f8"), SHAPES
)
CHANGED = st.lists(
    st.tuples(NUMBERS, (NODES | FILLING.map(list)).map(wire.pack)).map(list) | NODES, max_size=4
)


def refuse(_: Any) -> Any:
    raise Forbidden


def table() -> Table:
    """An examiner's table that shares three quarters of the labels, read-only, and a list."""
    made = Table(strict=True)

    def refer(value: Any) -> Any:
        return made.refer(value) if made.shares(value) else refuse(value)

    def resolve(node: Any) -> Any:
        return made.resolve(node[1]) if node[0] == "o" and len(node) == 2 else refuse(node)

    made.codec = Codec(refer, resolve)
    made.begin()
    made.codec.node((LABELS[:7], [1, 2]))
    made.changes()
    made.commit()
    return made


@settings(max_examples=400, deadline=None)
@given(NODES | st.lists(NUMBERS), FRESH | NODES, CHANGED | NODES)
def test_any_message_about_shared_objects_is_taken_or_forbidden(
    lost: Any, fresh: Any, changed: Any
):
    LABELS.flags.writeable = False
    with suppress(Forbidden, MemoryError):
        table().absorb(lost, fresh, changed)
    assert LABELS.tolist() == list(range(10))


@pytest.mark.parametrize(
    "state",
    [
        {"bit_generator": "MT19937", "state": {"key": np.zeros(624, "u4"), "pos": 10**6}},
        {"bit_generator": "MT19937", "state": {"key": np.zeros(3, "u4"), "pos": 1}},
        {"bit_generator": "PCG64", "state": {"state": 1, "inc": 1}},
        {"bit_generator": "MT19937"},
        {},
    ],
)
def test_impossible_states_of_a_generator_are_forbidden(state: dict[str, Any]):
    rng = np.random.Generator(np.random.MT19937(1))
    with pytest.raises(Forbidden):
        randomness.apply(rng, randomness._flat(state), None)


@pytest.mark.parametrize("spawned", [10**9, -1, "x", None])
def test_generators_with_too_many_children_are_forbidden(spawned: Any):
    with pytest.raises(Forbidden):
        randomness.make("PCG64", randomness._flat((1, (), 4, spawned)))


def test_text_of_impossible_characters_is_forbidden():
    with pytest.raises(Forbidden):
        Codec(refuse, refuse).value(["n", "<U1", b"\xff\xff\xff\x7f"])


ERROR = st.tuples(
    st.just("t"), st.integers(-1, 3), st.integers(-1, 3), NODES, st.text(max_size=5), NODES | TAGS
).map(list)
RAISED = st.tuples(
    st.just("t"),
    st.integers(-(2**63), 2**64 - 1),
    st.integers(-(2**63), 2**64 - 1),
    st.lists(st.sampled_from(["ValueError", "E", "<b>", "SystemExit"])).map(lambda n: ["t", *n]),
    st.text(),
    st.text(),
    st.integers(-(2**63), 2**64 - 1),
    st.text(),
).map(list)
PRINTED = st.lists(
    st.tuples(st.sampled_from(["stdout", "stderr", "UserWarning", "open", "x"]), st.text()).map(
        list
    )
    | NODES
)
HANDLE = st.tuples(
    st.just("h"), st.integers(-1, 9), st.sampled_from(["object", "class", "x"]), st.text()
).map(list)
FRAME = st.tuples(
    st.integers(0, 5),
    st.sampled_from(["", "call", "next", "getattr", "exit 0"]) | NODES,
    NODES | st.lists(NUMBERS),
    NODES | st.lists(NUMBERS),
    FRESH | NODES,
    CHANGED | NODES,
    PRINTED | NODES,
    NODES | ERROR | RAISED | HANDLE | st.tuples(st.just("t"), HANDLE, RAISED).map(list),
).map(list)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), FRAME | NODES), min_size=1, max_size=4))
def test_any_answer_is_a_value_an_error_of_the_student_s_or_a_stop(frames: Any):
    ours, theirs = socket.socketpair()
    with ours, theirs, warnings.catch_warnings(), redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        for depth, frame in frames:
            wire.send(theirs, depth, wire.pack(frame), time.monotonic() + 5)
        theirs.shutdown(socket.SHUT_WR)
        examiner = Examiner(ours, Names(), time.monotonic() + 5, 1000)
        with suppress(Stop, StudentError), redirect_stderr(io.StringIO()):
            examiner.fetch("f")
            examiner.fetch("g")
