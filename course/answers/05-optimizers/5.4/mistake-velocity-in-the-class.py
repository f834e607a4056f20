# points: 0.0
# mistake: velocity-in-the-class
# message: another optimiser
class Momentum:
    """Descent with a velocity: what was fast stays fast for a while."""

    v = {}

    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name in params:
            self.v[name] = self.momentum * self.v.get(name, 0.0) - self.lr * grads[name]
            params[name] += self.v[name]
