# points: 4.0
class Value:
    """Each node keeps a function that hands its gradient on; no slopes are stored."""

    def __init__(self, data, parents=(), op=""):
        self.data = data
        self.grad = 0.0
        self.parents = parents
        self.op = op
        self.hand_on = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other), "+")

        def hand_on():
            self.grad += out.grad
            other.grad += out.grad

        out.hand_on = hand_on
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other), "*")

        def hand_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.hand_on = hand_on
        return out

    def tanh(self):
        out = Value(float(np.tanh(self.data)), (self,), "tanh")

        def hand_on():
            self.grad += (1 - out.data**2) * out.grad

        out.hand_on = hand_on
        return out

    def backward(self):
        topo, seen = [], set()

        def build(node):
            if node not in seen:
                seen.add(node)
                for parent in node.parents:
                    build(parent)
                topo.append(node)

        build(self)
        self.grad = 1.0
        for node in reversed(topo):
            node.hand_on()
