# points: 3.0
class Momentum:
    """Descent with a velocity: what was fast stays fast for a while."""

    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = {}  # name -> velocity; empty before the first step

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name, value in list(params.items()):
            here = value.copy()
            before = self.v.get(name, here)
            params[name] = here + self.momentum * (here - before) - self.lr * grads[name]
            self.v[name] = here
