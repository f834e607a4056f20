# points: 3.0
# mistake: breadth-first
# message: nearest nodes first
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
        self.grad = 1.0
        order = [self]
        for node in order:
            for parent, slope in zip(node.parents, node.slopes, strict=True):
                parent.grad += slope * node.grad
                if parent not in order:
                    order.append(parent)
