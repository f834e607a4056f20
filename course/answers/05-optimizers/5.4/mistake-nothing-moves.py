# points: 0.0
# mistake: nothing-moves
# message: nothing moved
class Momentum:
    """Descent with a velocity: what was fast stays fast for a while."""

    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = {}  # name -> velocity; empty before the first step

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name, value in params.items():
            self.v[name] = self.momentum * self.v.get(name, 0.0) - self.lr * grads[name]
            value = value + self.v[name]
