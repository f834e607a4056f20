# points: 4.0
class AdaGrad:
    """Steps divided by the root of all squared gradients so far."""

    def __init__(self, lr):
        self.lr = lr
        self.G = {}  # name -> sum of squared gradients; empty at first

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name in params:
            self.remember(name, np.square(grads[name]))
            params[name] += -self.lr * grads[name] / (np.sqrt(self.G[name]) + 1e-8)

    def remember(self, name, squares):
        self.G[name] = squares + self.G.get(name, 0)


class RMSProp(AdaGrad):
    """AdaGrad with a memory that fades."""

    def __init__(self, lr, rho=0.9):
        super().__init__(lr)
        self.rho = rho

    def remember(self, name, squares):
        self.G[name] = (1 - self.rho) * squares + self.rho * self.G.get(name, 0)
