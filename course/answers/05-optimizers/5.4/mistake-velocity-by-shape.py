# points: 1.5
# mistake: velocity-by-shape
# message: not by the shape
class Momentum:
    """Descent with a velocity: what was fast stays fast for a while."""

    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = {}  # name -> velocity; empty before the first step

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name in params:
            shape = params[name].shape
            self.v[shape] = self.momentum * self.v.get(shape, 0.0) - self.lr * grads[name]
            params[name] += self.v[shape]
