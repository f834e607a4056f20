"""What a test or the student's code changed is put back."""

from __future__ import annotations

import numpy as np
import pytest
from autograder.examine import keeping
from autograder.examine.keeping import Keeper


def test_content_comes_back_in_the_same_objects():
    a, rng = np.arange(6.0).reshape(2, 3), np.random.default_rng(3)
    items, table, names = [1, a, [2]], {"a": a, "inner": [3]}, {"x", "y"}
    inner, next_draw = table["inner"], np.random.default_rng(3).random()
    keeper = Keeper()
    keeper.keep_all([a, rng, items, (table,), names])
    a[:] = 9
    rng.random(5)
    items[2].append(7)
    items.clear()
    inner[0] = "gone"
    table.update(inner=None, more=1)
    names.add("z")
    keeper.put_back()
    assert np.array_equal(a, [[0, 1, 2], [3, 4, 5]])
    assert items[1] is a
    assert (items[0], items[2]) == (1, [2])
    assert table["a"] is a
    assert table["inner"] is inner
    assert (list(table), inner, names) == (["a", "inner"], [3], {"x", "y"})
    assert rng.random() == next_draw


def test_read_only_array_is_read_only_again():
    a = np.arange(3)
    a.flags.writeable = False
    keeper = Keeper()
    keeper.keep(a)
    a.flags.writeable = True
    a[0] = 5
    keeper.put_back()
    assert a.tolist() == [0, 1, 2]
    assert not a.flags.writeable


def test_things_in_a_circle_are_kept_once():
    circle: list = [1]
    circle.append(circle)
    keeper = Keeper()
    keeper.keep_all([circle])
    circle[0] = 2
    keeper.put_back()
    assert circle[0] == 1
    assert circle[1] is circle


@pytest.mark.parametrize("value", [[[] for _ in range(40)], np.zeros(2000)])
def test_more_than_can_be_kept_is_told(value, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(keeping, "MOST_OBJECTS", 20)
    monkeypatch.setattr(keeping, "MOST_BYTES", 1000)
    keeper = Keeper()
    keeper.keep_all([value])
    assert keeper.full
