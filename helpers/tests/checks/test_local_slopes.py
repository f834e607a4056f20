"""The rule for one operation of a computation graph: slopes kept, or handed on by closures."""

from __future__ import annotations

import pytest
from helpers.checks.cases import Case
from helpers.checks.rules import RULES
from helpers.checks.symptom import Fine, Symptom

PRODUCT = Case(
    "Value",
    rule="local_slopes",
    params={"op": "*", "inputs": [3.0, -2.0], "data": -6.0, "slopes": [-2.0, 3.0]},
)


class Node:
    """A node that keeps its slopes; subclasses spoil one thing each."""

    def __init__(self, data, parents=(), slopes=()):
        self.data, self.grad, self.parents, self.slopes = data, 0.0, parents, slopes

    def __mul__(self, other):
        return type(self)(self.data * other.data, (self, other), (other.data, self.data))


class OtherWayRound(Node):
    def __mul__(self, other):
        return Node(self.data * other.data, (other, self), (self.data, other.data))


class Closures:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, parents

    def __mul__(self, other):
        out = Closures(self.data * other.data, (self, other))

        def backward():
            self.grad += other.data
            other.grad += self.data

        out.backward = backward
        return out


class OwnSlopes(Node):
    def __mul__(self, other):
        return Node(self.data * other.data, (self, other), (self.data, other.data))


class Numbers(Node):
    def __mul__(self, other):
        return self.data * other.data


class StandIn(Node):
    """As the grader's: an operator that gives a plain number is refused there."""

    def __mul__(self, other):
        raise TypeError("`mul` gave a plain float; expected an object again")


class NoComma(Node):
    def __mul__(self, other):
        return Node(self.data * other.data, (self, other), 5.0)


class Orphan(Node):
    def __mul__(self, other):
        return Node(self.data * other.data)


class NodesForSlopes(Node):
    def __mul__(self, other):
        return Node(self.data * other.data, (self, other), (other, self))


class WrongValue(Node):
    def __mul__(self, other):
        return Node(self.data + other.data, (self, other), (other.data, self.data))


class NotWritten(Node):
    def __mul__(self, other):
        raise NotImplementedError("Exercise 3.8: Value.__mul__ is not written yet.")


@pytest.mark.parametrize("kind", [Node, OtherWayRound, Closures])
def test_right_slopes_pass_in_any_order_and_without_being_kept(kind: type) -> None:
    assert isinstance(RULES["local_slopes"](kind, PRODUCT, "3.8"), Fine)


@pytest.mark.parametrize(
    ("kind", "key", "got"),
    [
        (OwnSlopes, "graph.slopes", "3.0, -2.0"),
        (Numbers, "graph.no-node", "the number -6.0"),
        (NoComma, "graph.not-a-tuple", "the number 5.0"),
        (StandIn, "graph.no-node", "a number"),
        (Orphan, "graph.parents", "0"),
        (NodesForSlopes, "graph.no-numbers", "object of class NodesForSlopes"),
        (WrongValue, "graph.data", "1.0"),
        (NotWritten, "not-started", ""),
    ],
)
def test_each_fault_has_its_own_symptom(kind: type, key: str, got: str) -> None:
    symptom = RULES["local_slopes"](kind, PRODUCT, "3.8")
    assert isinstance(symptom, Symptom)
    assert symptom.key == key
    assert got in symptom.words["got"]


def test_the_part_that_is_not_written_yet_is_named() -> None:
    symptom = RULES["local_slopes"](NotWritten, PRODUCT, "3.8")
    assert isinstance(symptom, Symptom)
    assert symptom.state == "not started"
    assert symptom.words["name"] == "Value.__mul__"
