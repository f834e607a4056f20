# points: 3.0
class Momentum:
    """Descent with a velocity: what was fast stays fast for a while."""

    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = {}  # name -> velocity; empty before the first step

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name, slope in grads.items():
            if name not in self.v:
                self.v[name] = np.zeros_like(slope)
            self.v[name] *= self.momentum
            self.v[name] += slope
            params[name] -= self.lr * self.v[name]
