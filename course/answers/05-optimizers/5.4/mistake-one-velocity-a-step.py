# points: 0.0
# mistake: one-velocity-a-step
# general: true
class Momentum:
    """Descent with a velocity: what was fast stays fast for a while."""

    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = {}  # name -> velocity; empty before the first step

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        shared = sum(np.mean(grads[name]) for name in params)
        self.v["all"] = self.momentum * self.v.get("all", 0.0) - self.lr * shared
        for name in params:
            params[name] += self.v["all"]
