class Momentum:
    """v = momentum * v - lr * g, then x += v, as in unit 05."""

    def __init__(self, lr, momentum=0.9):
        self.lr, self.momentum, self.velocity = lr, momentum, {}

    def step(self, params, grads):
        for name, g in grads.items():
            v = self.momentum * self.velocity.get(name, 0) - self.lr * g
            self.velocity[name] = v
            params[name] += v


class SGD(Momentum):
    def __init__(self, lr):
        super().__init__(lr, momentum=0)
