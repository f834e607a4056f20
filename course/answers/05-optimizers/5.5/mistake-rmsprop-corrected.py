# points: 2.0
# mistake: rmsprop-corrected
# message: comes next
class AdaGrad:
    """Steps divided by the root of all squared gradients so far."""

    def __init__(self, lr):
        self.lr = lr
        self.G = {}  # name -> sum of squared gradients; empty at first

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name in params:
            self.G[name] = self.G.get(name, 0.0) + grads[name] ** 2
            params[name] -= self.lr * grads[name] / (np.sqrt(self.G[name]) + 1e-8)


class RMSProp:
    """AdaGrad with a memory that fades."""

    def __init__(self, lr, rho=0.9):
        self.lr = lr
        self.rho = rho
        self.G = {}  # name -> running mean of squared gradients; empty at first

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        self.steps = getattr(self, "steps", 0) + 1
        for name in params:
            self.G[name] = self.rho * self.G.get(name, 0.0) + (1 - self.rho) * grads[name] ** 2
            mean = self.G[name] / (1 - self.rho**self.steps)
            params[name] -= self.lr * grads[name] / (np.sqrt(mean) + 1e-8)
