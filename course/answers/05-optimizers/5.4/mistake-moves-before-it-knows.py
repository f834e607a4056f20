# points: 0.0
# mistake: moves-before-it-knows
# message: one step late
class Momentum:
    """Descent with a velocity: what was fast stays fast for a while."""

    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = {}  # name -> velocity; empty before the first step

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name in params:
            before = self.v.get(name, np.zeros_like(params[name]))
            params[name] += before
            self.v[name] = self.momentum * before - self.lr * grads[name]
