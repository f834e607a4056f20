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
        """Each path by itself, the products added up: slow on large graphs, but the same sum."""
        self.grad = 1.0

        def walk(node, along):
            for parent, slope in zip(node.parents, node.slopes, strict=True):
                parent.grad += along * slope
                walk(parent, along * slope)

        walk(self, 1.0)
