"""The grid demo: every point goes through the student's matmul, and the goals judge that alone."""

from typing import Any

import numpy as np
import pytest
from helpers.sliders.demo import Demo
from helpers.sliders.layers import Frame, Line

from helpers import sliders

REACHED: dict[str, list[tuple[float, ...]]] = {
    "lean": [(1, 0, 0.6, 1), (1, 0, -1.5, 1)],
    "quarter turn": [(0, 1, -1, 0)],
    "flat": [(1, 2, 0.5, 1), (1, 0, 0, 0), (0, 1.2, 0, -0.4)],
}
MISSED: dict[str, list[tuple[float, ...]]] = {
    "lean": [(1, 0, 0, 1), (1, 0, 0.3, 1), (1, 0.6, 0, 1), (1, 0, 0.6, 0.8)],
    "quarter turn": [(0, -1, 1, 0), (0, 1, 1, 0), (0, 0.9, -1, 0)],
    "flat": [(0, 0, 0, 0), (0.2, 0, 0, 0.1), (1, 0, 0, 1)],
}


def matmul(A: Any, B: Any) -> Any:
    return np.asarray(A) @ np.asarray(B)


def with_loops(A: Any, B: Any) -> Any:
    C = np.zeros((len(A), B.shape[1]))
    for i in range(len(A)):
        for k in range(B.shape[1]):
            C[i, k] = sum(A[i, j] * B[j, k] for j in range(len(B)))
    return C


def moved(demo: Demo, goal: str, W: tuple[float, ...]) -> Frame:
    return demo.set(goal=goal, **dict(zip(("w11", "w12", "w21", "w22"), W, strict=True)))


@pytest.mark.parametrize("goal", REACHED)
def test_goals_are_reached_by_these_matrices_and_not_by_those(goal: str) -> None:
    demo = sliders.moving_grid(with_loops)
    for W in REACHED[goal]:
        frame = moved(demo, goal, W)
        assert frame.goal is not None
        assert frame.goal.reached, W
    for W in MISSED[goal]:
        frame = moved(demo, goal, W)
        assert frame.goal is not None
        assert not frame.goal.reached, W


def test_rows_are_where_the_unit_vectors_go() -> None:
    frame = moved(sliders.moving_grid(matmul), "lean", (0.5, -0.3, 1.2, 0.9))
    assert "(1, 0) goes to (0.5, -0.3), (0, 1) to (1.2, 0.9)" in frame.caption
    assert "area 0.81" in frame.caption


def test_a_product_taken_the_other_way_round_misses_the_turn_that_the_right_one_makes() -> None:
    def transposed(A: Any, B: Any) -> Any:
        return matmul(A, B.T)

    frame = moved(sliders.moving_grid(transposed), "quarter turn", (0, 1, -1, 0))
    assert frame.goal is not None
    assert not frame.goal.reached


def test_the_cat_drawn_is_the_one_that_the_student_moved() -> None:
    demo = sliders.moving_grid(lambda A, B: 0.5 * np.asarray(A))
    cats = [layer for layer in demo.frame.layers if isinstance(layer, Line)]
    assert np.abs(cats[1].xy).max() < 0.6


def test_goals_made_so_far_are_remembered() -> None:
    demo = sliders.moving_grid(matmul)
    moved(demo, "flat", (1, 0, 0, 0))
    frame = moved(demo, "lean", (1, 0, 1, 1))
    assert frame.goal is not None
    assert "Made so far: lean, flat." in frame.goal.words


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("raise NotImplementedError", "product is not written yet"),
        ("return None", "product returned None"),
        ("return A[0]", "returned shape (2,)"),
        ("return A * float('nan')", "product returned nan"),
        ("return A[99999]", "product raised IndexError"),
    ],
)
def test_what_goes_wrong_is_said_and_the_cat_stays(body: str, sentence: str) -> None:
    names: dict[str, Any] = {}
    exec(f"def product(A, B):\n    {body}", names)
    frame = sliders.moving_grid(names["product"]).frame
    assert sentence in frame.note
    assert frame.goal is None
    assert frame.layers


def test_alt_text_tells_matrix_places_and_goal() -> None:
    words = moved(sliders.moving_grid(matmul), "flat", (1, 0, 0, 0)).alt("Grid.")
    for part in ("W = [[1.0, 0.0], [0.0, 0.0]]", "area 0.00", "Done."):
        assert part in words


def test_an_unknown_goal_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="expected one of lean, quarter turn, flat"):
        sliders.moving_grid(matmul, goal="mirror")
