"""The data of the course: shapes, labels, and the properties that the lessons rely on."""

from __future__ import annotations

import numpy as np
import pytest

from helpers import datasets


def corrections(X: np.ndarray, t: np.ndarray, w: np.ndarray) -> list[list[float]]:
    """The weights after each correction of the perceptron rule, in the given order."""
    seen = []
    for _ in range(50):
        for x, target in zip(X, t, strict=True):
            if int(w @ x >= 0) != target:
                w = w + (1 if target else -1) * x
                seen.append(w.tolist())
    return seen


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("and", lambda a, b: a and b),
        ("nand", lambda a, b: not (a and b)),
        ("or", lambda a, b: a or b),
        ("nor", lambda a, b: not (a or b)),
        ("xor", lambda a, b: a != b),
    ],
)
def test_truth_table_says_what_the_words_say(name: str, rule: object) -> None:
    X, t = datasets.load_truth_table(name)
    assert X.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert t.tolist() == [int(rule(bool(a), bool(b))) for a, b in X]  # type: ignore[operator]  # a lambda
    assert t.dtype.kind == "i"


def test_unknown_truth_table_names_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"nxor.*and, nand, or, nor, xor"):
        datasets.load_truth_table("nxor")


def test_lecture_points_give_the_lectures_three_corrections() -> None:
    X, t = datasets.make_lecture_points()
    assert X.shape == (5, 3)
    assert (X[:, 0] == 1).all()
    chain = corrections(X, t, np.array([-12.0, 2.0, 3.0]))
    assert chain == [[-11, 4, 5], [-12, 0, 5], [-11, 2, 7]]


def test_clouds_are_parted_by_two_lines_and_not_by_one() -> None:
    X, t = datasets.make_clouds(np.random.default_rng(0), 25)
    total = X.sum(axis=1)
    assert X.shape == (100, 2)
    assert ((total > 0.5) & (total < 1.5)).astype(int).tolist() == t.tolist()
    corners = np.repeat([[0, 0], [0, 1], [1, 0], [1, 1]], 25, axis=0)
    assert np.hypot(*(X - corners).T).max() <= 0.2


def test_letters_are_400_pixels_and_can_be_told_apart_by_one_perceptron() -> None:
    X, t = datasets.make_letters(np.random.default_rng(3), 60)
    assert X.shape == (60, 400)
    assert set(np.unique(X)) == {0.0, 1.0}
    assert t.sum() == 30
    with_one = np.column_stack([np.ones(60), X])
    chain = corrections(with_one, t, np.zeros(401))
    answers = (with_one @ np.array(chain[-1]) >= 0).astype(int)
    assert answers.tolist() == t.tolist()


@pytest.mark.parametrize("make", [datasets.make_letters, datasets.make_clouds])
def test_the_generator_alone_decides_what_is_drawn(make: object) -> None:
    first, _ = make(np.random.default_rng(5), 10)  # type: ignore[operator]  # one of the two makers
    again, _ = make(np.random.default_rng(5), 10)  # type: ignore[operator]  # one of the two makers
    other, _ = make(np.random.default_rng(6), 10)  # type: ignore[operator]  # one of the two makers
    assert (first == again).all()
    assert (first != other).any()


def test_the_cat_is_a_closed_outline_around_the_origin_that_no_mirror_leaves_alone() -> None:
    cat = datasets.load_cat(between=1)
    assert cat.shape == (32, 2)
    np.testing.assert_allclose(cat[:-1], np.array(datasets.CAT) / 100, atol=1e-12)
    finer = datasets.load_cat()
    assert np.array_equal(finer[0], finer[-1])
    assert np.abs(finer).max() < 1.2
    assert np.hypot(*np.diff(finer, axis=0).T).max() < 0.35, "no gap in the outline"
    for mirror in (-1, 1), (1, -1), (-1, -1):
        gaps = np.abs((cat * mirror)[:, None] - cat).sum(axis=2).min(axis=1)
        assert gaps.max() > 0.3


def test_rings_leave_a_gap_between_disc_and_ring() -> None:
    X, t = datasets.make_rings(np.random.default_rng(0), 30)
    distance = np.hypot(*X.T)
    assert X.shape == (60, 2)
    assert distance[t == 1].max() <= 0.7
    assert distance[t == 0].min() >= 1.1


def test_spiral_arms_are_each_other_turned_by_half_a_turn() -> None:
    X, t = datasets.make_spiral(np.random.default_rng(0), 50)
    assert (X.shape, t.sum()) == ((100, 2), 50)
    assert np.abs(X[t == 0] + X[t == 1]).max() < 0.8, "the same arm, but for the blur"
    assert np.hypot(*X.T).max() < 2.5
