# points: 4.0
import heapq
import itertools

births = itertools.count()


class Value:
    """A node is always younger than its parents: the youngest goes first."""

    def __init__(self, data, parents=(), op="", slopes=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents
        self.op = op
        self.slopes = slopes
        self.birth = next(births)

    def _made(self, data, others, op, *slopes):
        return Value(data, (self, *others), op, slopes)

    def __add__(self, other):
        return self._made(self.data + other.data, (other,), "plus", 1.0, 1.0)

    def __mul__(self, other):
        return self._made(self.data * other.data, (other,), "times", other.data, self.data)

    def tanh(self):
        up, down = np.exp(self.data), np.exp(-self.data)
        a = (up - down) / (up + down)
        return self._made(a, (), "tanh", (1 - a) * (1 + a))

    def backward(self):
        self.grad = 1.0
        heap, known = [(-self.birth, self)], {self.birth}
        while heap:
            _, node = heapq.heappop(heap)
            for parent, slope in zip(node.parents, node.slopes, strict=True):
                parent.grad = parent.grad + slope * node.grad
                if parent.birth not in known:
                    known.add(parent.birth)
                    heapq.heappush(heap, (-parent.birth, parent))
