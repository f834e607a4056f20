# points: 4.0
class Value:
    """A number that remembers what it was made of."""

    def __init__(self, data, parents=(), op="", slopes=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents
        self.op = op
        self.slopes = slopes

    def __add__(self, other):
        return Value(self.data + other.data, (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        return Value(self.data * other.data, (self, other), "*", (other.data, self.data))

    def tanh(self):
        a = float(np.tanh(self.data))
        return Value(a, (self,), "tanh", (1 - a**2,))

    def backward(self):
        """Level by level: a node's level is its longest way from the end."""
        level, changed = {self: 0}, True
        while changed:
            changed = False
            for node in list(level):
                for parent in node.parents:
                    if level.get(parent, -1) <= level[node]:
                        level[parent] = level[node] + 1
                        changed = True
        for node in level:
            node.grad = 1.0 if node is self else 0.0
        for node in sorted(level, key=level.get):
            for index, parent in enumerate(node.parents):
                parent.grad += node.slopes[index] * node.grad
