# points: 3.0
class Momentum:
    """Descent with a velocity: what was fast stays fast for a while."""

    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = {}  # name -> velocity; empty before the first step

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        if not self.v:
            self.v.update((name, params[name] * 0.0) for name in params)
        velocity = {name: self.momentum * v - self.lr * grads[name] for name, v in self.v.items()}
        params.update({name: params[name] + velocity[name] for name in params})
        self.v = velocity
