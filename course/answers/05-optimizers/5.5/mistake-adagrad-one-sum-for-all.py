# points: 2.0
# mistake: adagrad-one-sum-for-all
# message: its own sum
class AdaGrad:
    """Steps divided by the root of all squared gradients so far."""

    def __init__(self, lr):
        self.lr = lr
        self.G = 0.0

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name in params:
            self.G = self.G + grads[name] ** 2
            params[name] = params[name] - self.lr * grads[name] / (np.sqrt(self.G) + 1e-8)


class RMSProp:
    """AdaGrad with a memory that fades."""

    def __init__(self, lr, rho=0.9):
        self.lr = lr
        self.rho = rho
        self.G = {}  # name -> running mean of squared gradients; empty at first

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name in params:
            self.G[name] = self.rho * self.G.get(name, 0.0) + (1 - self.rho) * grads[name] ** 2
            params[name] -= self.lr * grads[name] / (np.sqrt(self.G[name]) + 1e-8)
