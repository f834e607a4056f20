# points: 2.0
# mistake: seeded-with-data
# message: with itself
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
        order = []

        def visit(node):
            if node not in order:
                for parent in node.parents:
                    visit(parent)
                order.append(node)

        visit(self)
        self.grad = self.data
        for node in reversed(order):
            for parent, slope in zip(node.parents, node.slopes, strict=True):
                parent.grad += slope * node.grad
