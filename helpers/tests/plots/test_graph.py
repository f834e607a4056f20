"""Computation graphs: every node once, arrows forward, boxes apart; the chain's stretched nudge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest
from helpers.plots.layered import MOST, arrange
from hypothesis import given
from hypothesis import strategies as st

from helpers import plots


class Node:
    """What a learner's Value has."""

    def __init__(self, data: float, parents: tuple[Any, ...] = (), op: str = "") -> None:
        self.data, self.grad, self.parents, self.op = data, 2.5, parents, op
        self.slopes = (1.0,) * len(parents)


@pytest.fixture(autouse=True)
def close_figures() -> Iterator[None]:
    yield
    plt.close("all")


def square_of_sum() -> tuple[Node, dict[str, Node]]:
    x, y = Node(1.0), Node(2.0)
    w = Node(3.0, (x, y), "+")
    z = Node(9.0, (w, w), "*")
    return z, {"x": x, "y": y, "w": w, "z": z}


@st.composite
def graphs(draw: st.DrawFn) -> Node:
    nodes = [Node(0.0), Node(1.0)]
    for _ in range(draw(st.integers(1, 12))):
        parents = draw(st.lists(st.sampled_from(nodes), min_size=1, max_size=2))
        nodes.append(Node(2.0, tuple(parents), "+"))
    return nodes[-1]


@given(graphs())
def test_arrows_lead_to_the_right_and_nodes_of_a_column_stand_apart(root: Node) -> None:
    layout = arrange(root)
    assert layout.nodes[-1] is root
    assert len({id(node) for node in layout.nodes}) == len(layout.nodes)
    for edge in layout.edges:
        steps = np.diff([x for x, _ in edge.way])
        assert (steps == 1).all()
        assert edge.way[0] == layout.places[edge.parent]
        assert layout.nodes[edge.child].parents[edge.number] is layout.nodes[edge.parent]
    for index, (x, y) in enumerate(layout.places):
        for other_x, other_y in layout.places[:index]:
            assert x != other_x or abs(y - other_y) > 0.999


def test_a_node_used_twice_by_one_other_has_two_arrows() -> None:
    layout = arrange(square_of_sum()[0])
    assert [(edge.parent, edge.child) for edge in layout.edges] == [(0, 2), (1, 2), (2, 3), (2, 3)]


def test_too_large_graphs_and_circles_are_refused_in_words() -> None:
    node = Node(0.0)
    for _ in range(MOST):
        node = Node(0.0, (node,), "+")
    with pytest.raises(ValueError, match="draw a smaller graph"):
        arrange(node)
    circle = Node(0.0)
    circle.parents = (Node(1.0, (circle,), "*"),)
    with pytest.raises(ValueError, match="made of itself"):
        arrange(circle)


def test_graph_shows_names_operations_values_gradients_and_slopes_in_words() -> None:
    root, names = square_of_sum()
    words = [text.get_text() for text in plots.computation_graph(root, names).texts]
    for part in ("x", "w:  +", "z:  *", "value 9", "grad 2.5", "\u00d71", "values: forward \u2192"):
        assert part in words
    assert words.count("grad 2.5") == 4
    before = [text.get_text() for text in plots.computation_graph(root, gradients=False).texts]
    assert not any(word.startswith("grad") for word in before)
    assert before.count("input") == 2


def test_nodes_without_slopes_are_drawn_too() -> None:
    root, names = square_of_sum()
    for node in names.values():
        del node.slopes
    assert len(plots.computation_graph(root).patches) >= 4


def test_stretched_tells_each_move_and_how_much_longer_it_became() -> None:
    ax = plots.stretched({"t": lambda s: 3 * s, "y": lambda t: t * t}, 1.0, 0.5)
    words = [text.get_text() for text in ax.texts]
    assert "1 to 1.5: moved +0.5" in words
    assert "3 to 4.5: moved +1.5" in words
    assert "\u00d7 3" in words
    assert "\u00d7 7.5" in words


def test_with_slopes_draws_both_lines_of_scalar_functions() -> None:
    pairs = {"bend": (lambda x: max(x, 0.0), lambda x: x > 0), "line": (lambda x: x, lambda x: 1)}
    axes = plots.with_slopes(pairs, {"line": (0.0, 1.0)})
    assert [len(ax.lines) for ax in axes.flat] == [2, 2]
    assert np.asarray(axes.flat[1].lines[0].get_xdata()).max() == 1.0
    assert set(np.asarray(axes.flat[0].lines[1].get_ydata())) == {0.0, 1.0}
