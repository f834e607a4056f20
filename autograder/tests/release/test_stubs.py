"""An answer cell becomes a stub that names its exercise; everything else stays."""

from __future__ import annotations

import pytest
from autograder.release.stubs import StubError, stub_source, without_marks

FUNCTION = '''def sigmoid(z):
    """One over one plus e to the minus z."""
    ### BEGIN SOLUTION
    small = -z
    return 1 / (1 + np.exp(small))
    ### END SOLUTION


given = 3
'''


def test_region_in_a_function_becomes_a_stub_that_names_it() -> None:
    assert stub_source(FUNCTION, "1.2") == (
        'def sigmoid(z):\n    """One over one plus e to the minus z."""\n'
        '    raise NotImplementedError("Exercise 1.2: sigmoid is not written yet.")\n'
        "\n\ngiven = 3\n"
    )


def test_region_in_a_method_names_class_and_method() -> None:
    source = (
        "class SGD:\n    def __init__(self, lr):\n        self.lr = lr\n\n"
        "    def step(self, params, grads):\n        for name in params:\n"
        "            ### BEGIN SOLUTION\n            params[name] -= self.lr * grads[name]\n"
        "            ### END SOLUTION\n"
    )
    stub = stub_source(source, "5.3")
    assert "self.lr = lr" in stub
    assert (
        '            raise NotImplementedError("Exercise 5.3: SGD.step is not written yet.")'
        in stub
    )


def test_region_at_the_margin_becomes_an_ellipsis_for_each_name_in_order() -> None:
    source = (
        "# Choose.\n### BEGIN SOLUTION\n_h = 2\nweights = {'and': (1, 1, -_h)}\n"
        "a, (b, *c) = 1, (2, 3)\nfor i in range(3):\n    total: int = i\n### END SOLUTION\n# Done."
    )
    assert stub_source(source, "1.3") == (
        "# Choose.\nweights = ...\na = ...\nb = ...\nc = ...\ntotal = ...\n# Done."
    )


def test_names_inside_functions_and_comprehensions_of_a_region_are_not_values() -> None:
    source = "### BEGIN SOLUTION\nbest = min(h for h in (1, 2))\n### END SOLUTION"
    assert stub_source(source, "2.8") == "best = ..."


def test_cell_without_marks_is_one_region() -> None:
    assert stub_source("why = 'b'", "1.8") == "why = ..."


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("### BEGIN SOLUTION\nx = 1\n### BEGIN SOLUTION\n### END SOLUTION", "inside another"),
        ("x = 1\n### END SOLUTION", "without a BEGIN"),
        ("### BEGIN SOLUTION\nx = 1", "never ends"),
        ("### BEGIN SOLUTION\n### END SOLUTION", "is empty"),
        ("### BEGIN SOLUTION\nprint(1)\n### END SOLUTION", "assigns no name"),
        ("class A:\n    ### BEGIN SOLUTION\n    x = 1\n    ### END SOLUTION", "in no function"),
        ("w = [\n    ### BEGIN SOLUTION\n    1,\n    ### END SOLUTION\n]", "in no function"),
        ("def f(:\n    ### BEGIN SOLUTION\n    x\n    ### END SOLUTION", "not Python"),
    ],
)
def test_misplaced_marks_are_told_with_the_exercise(source: str, complaint: str) -> None:
    with pytest.raises(StubError, match=complaint) as error:
        stub_source(source, "4.2")
    assert "4.2" in str(error.value)


def test_edition_with_solutions_loses_only_the_marks() -> None:
    assert without_marks(FUNCTION).count("SOLUTION") == 0
    assert "return 1 / (1 + np.exp(small))" in without_marks(FUNCTION)
