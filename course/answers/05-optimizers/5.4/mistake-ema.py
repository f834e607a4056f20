# points: 0.0
# mistake: ema
# message: running mean
class Momentum:
    """Descent with a velocity: what was fast stays fast for a while."""

    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = {}  # name -> velocity; empty before the first step

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name in params:
            self.v[name] = self.momentum * self.v.get(name, 0.0) + (1 - self.momentum) * grads[name]
            params[name] -= self.lr * self.v[name]
