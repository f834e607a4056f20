"""Where the nodes of a computation graph stand: in columns, inputs left, the result right.

The layered layout of Sugiyama, Tagawa and Toda (1981), by hand and for small graphs: a column for
each node, stand-ins where an arrow passes a column, and a few rounds in which every node moves
towards its neighbours. Nodes are any objects with `parents`; nothing else is asked of them here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

MOST = 60  # nodes; a larger picture cannot be read
ROUNDS = 24
Place = tuple[float, float]


@dataclass(frozen=True)
class Edge:
    """An arrow: parent and child as indices of nodes, which parent it is, and where it passes."""

    parent: int
    child: int
    number: int
    way: tuple[Place, ...]  # from the parent's place to the child's, both included


@dataclass(frozen=True)
class Layout:
    """Nodes in topological order (parents first), their places, and the arrows between them.

    x counts columns from 0; y counts rows, upwards, 0 in the middle.
    """

    nodes: tuple[Any, ...]
    places: tuple[Place, ...]
    edges: tuple[Edge, ...]


def arrange(root: object) -> Layout:
    """The layout of everything that root was made of.

    Raises:
        ValueError: there are more than MOST nodes, or a node is made of itself.
    """
    nodes = _ordered(root)
    index = {id(node): number for number, node in enumerate(nodes)}
    links = [
        (index[id(parent)], child, number)
        for child, node in enumerate(nodes)
        for number, parent in enumerate(node.parents)
    ]
    columns = _columns(len(nodes), links)
    chains = [_chain(link, columns) for link in links]
    rows = _rows(columns, chains)
    place = {point: (float(point[0]), rows[point]) for point in rows}
    at = tuple(place[(columns[n], n)] for n in range(len(nodes)))
    edges = tuple(
        Edge(parent, child, number, tuple(place[point] for point in chain))
        for (parent, child, number), chain in zip(links, chains, strict=True)
    )
    return Layout(tuple(nodes), at, edges)


def _ordered(root: object) -> list[Any]:
    """Every node once, parents before children."""
    found: list[Any] = []
    state: dict[int, bool] = {}  # id -> whether it is finished
    waiting: list[tuple[Any, bool]] = [(root, False)]
    while waiting:
        node, entered = waiting.pop()
        if entered:
            state[id(node)] = True
            found.append(node)
        elif id(node) not in state:
            state[id(node)] = False
            waiting.append((node, True))
            waiting += [(parent, False) for parent in reversed(tuple(node.parents))]
        elif not state[id(node)] and any(one is node for one, inside in waiting if inside):
            raise ValueError("a node is made of itself: this graph has no beginning")
        if len(state) > MOST:
            raise ValueError(f"more than {MOST} nodes: draw a smaller graph")
    return found


def _columns(count: int, links: Sequence[tuple[int, int, int]]) -> list[int]:
    """The column of each node: as far right as its arrows allow."""
    back = [0] * count
    for parent, child, _ in reversed(links):  # links are ordered by their child
        back[parent] = max(back[parent], back[child] + 1)
    return [max(back) - steps for steps in back]


Point = tuple[int, object]  # a column, and a node's index or the name of a stand-in


def _chain(link: tuple[int, int, int], columns: Sequence[int]) -> list[Point]:
    """The points that an arrow joins: its parent, a stand-in in each column between, its child."""
    parent, child, _ = link
    between = range(columns[parent] + 1, columns[child])
    stand_ins: list[Point] = [(column, link) for column in between]
    return [(columns[parent], parent), *stand_ins, (columns[child], child)]


def _rows(columns: Sequence[int], chains: Sequence[Sequence[Point]]) -> dict[Point, float]:
    """The row of every point: near the mean of its neighbours, one apart from the next."""
    near: dict[Point, list[Point]] = {(c, n): [] for n, c in enumerate(columns)}
    for chain in chains:
        for left, right in pairwise(chain):
            near.setdefault(left, []).append(right)
            near.setdefault(right, []).append(left)
    shelves: dict[int, list[Point]] = {}
    for point in near:
        shelves.setdefault(point[0], []).append(point)
    row: dict[Point, float] = {}
    for shelf in shelves.values():
        row |= _apart({point: -float(place) for place, point in enumerate(shelf)})
    for turn in range(ROUNDS):
        for column in sorted(shelves, reverse=turn % 2 == 0):
            wish = {p: _wish(p, near[p], row) for p in shelves[column]}
            row |= _apart(wish)
    middle = (max(row.values()) + min(row.values())) / 2
    return {point: height - middle for point, height in row.items()}


def _wish(point: Point, neighbours: Sequence[Point], row: dict[Point, float]) -> float:
    heights = [row[other] for other in neighbours] or [row[point]]
    return float(np.mean(heights)) + 1e-3 * row[point]  # where wishes agree, the old order stays


def _apart(wish: dict[Point, float]) -> dict[Point, float]:
    """The same heights in the same order, moved as little as it takes to be one apart."""
    order = sorted(wish, key=lambda point: -wish[point])
    heights: list[float] = []
    for point in order:
        heights.append(min(wish[point], heights[-1] - 1) if heights else wish[point])
    pushed = np.mean([wish[p] - h for p, h in zip(order, heights, strict=True)])
    return {point: height + float(pushed) for point, height in zip(order, heights, strict=True)}
