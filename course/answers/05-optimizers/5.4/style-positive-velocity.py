# points: 3.0
class Momentum:
    """Descent with a velocity: what was fast stays fast for a while."""

    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = {}  # name -> velocity; empty before the first step

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name in grads:
            before = self.v[name] if name in self.v else np.zeros(np.shape(grads[name]))
            self.v[name] = self.lr * grads[name] + before * self.momentum
            params[name] = params[name] - self.v[name]
