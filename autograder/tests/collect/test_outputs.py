"""However a notebook's bytes are cut into chunks, its outputs go and all the rest stays."""

from __future__ import annotations

import json
from typing import Any

import pytest
from autograder.collect.outputs import TooLarge, without_outputs
from hypothesis import given
from hypothesis import strategies as st

WORDS = st.text(alphabet='ab"\\[]{}:, \n', max_size=12) | st.just('"outputs": [')
VALUES = st.recursive(
    WORDS | st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=12,
)
CELLS = st.lists(
    st.fixed_dictionaries(
        {"source": WORDS, "metadata": st.just({}), "outputs": st.lists(VALUES, max_size=3)}
    ),
    max_size=4,
)


def cut(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


@given(cells=CELLS, size=st.integers(1, 40), indent=st.sampled_from([None, 1]))
def test_outputs_are_emptied_and_nothing_else_changes(cells, size, indent) -> None:
    data = json.dumps({"cells": cells, "nbformat": 4}, indent=indent).encode()
    wanted = {"cells": [cell | {"outputs": []} for cell in cells], "nbformat": 4}
    assert json.loads(without_outputs(cut(data, size), 10**6)) == wanted


def test_widgets_go_and_their_key_stays() -> None:
    data = b'{"metadata": {"widgets": {"state": {"a": "}"}}}, "cells": []}'
    assert json.loads(without_outputs(cut(data, 5), 100)) == {
        "metadata": {"widgets": {}},
        "cells": [],
    }


@pytest.mark.parametrize("data", [b"\0" * 200, b'{"outputs": ["' + b"x" * 200, b"\xff" * 150, b""])
def test_what_is_no_notebook_raises_nothing_else(data) -> None:
    assert len(without_outputs(cut(data, 64), 300)) <= len(data)


def test_file_that_is_large_without_outputs_is_refused() -> None:
    with pytest.raises(TooLarge):
        without_outputs(cut(b"x" * 5000, 64), 1000)


def test_outputs_of_endless_parts_are_refused(monkeypatch: Any) -> None:
    monkeypatch.setattr("autograder.collect.outputs.MOST_TOKENS", 1000)
    with pytest.raises(TooLarge):
        without_outputs([b'"outputs": [' + b"[]" * 1000], 10**6)
