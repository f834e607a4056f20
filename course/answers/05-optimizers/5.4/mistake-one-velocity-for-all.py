# points: 1.5
# mistake: one-velocity-for-all
# message: one velocity
class Momentum:
    """Descent with a velocity: what was fast stays fast for a while."""

    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = 0.0

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name in params:
            self.v = self.momentum * self.v - self.lr * grads[name]
            params[name] = params[name] + self.v
