# points: 4.0
import math


class Value:
    """A number that remembers what it was made of."""

    def __init__(self, data, parents=(), op="", slopes=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents
        self.op = op
        self.slopes = slopes

    def __add__(self, other):
        return Value(self.data + other.data, (self, other), "+", (1, 1))

    def __mul__(self, other):
        return Value(other.data * self.data, (self, other), "*", [other.data, self.data])

    def tanh(self):
        return Value(math.tanh(self.data), (self,), "tanh", (1 / math.cosh(self.data) ** 2,))

    def backward(self):
        """A node hands on once all that use it have done so: users are counted first."""
        users, found, waiting = {}, {self}, [self]
        while waiting:
            for parent in waiting.pop().parents:
                users[parent] = users.get(parent, 0) + 1
                if parent not in found:
                    found.add(parent)
                    waiting.append(parent)
        self.grad, ready = 1.0, [self]
        while ready:
            node = ready.pop()
            for parent, slope in zip(node.parents, node.slopes):
                parent.grad += node.grad * slope
                users[parent] -= 1
                if users[parent] == 0:
                    ready.append(parent)
