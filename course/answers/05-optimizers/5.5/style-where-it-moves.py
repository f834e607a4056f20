# points: 4.0
class AdaGrad:
    """Steps divided by the root of all squared gradients so far."""

    def __init__(self, lr):
        self.lr = lr
        self.G = {}  # name -> sum of squared gradients; empty at first

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name in params:
            g = np.asarray(grads[name])
            self.G[name] = np.hypot(self.G.get(name, 0.0), g)
            moving = self.G[name] > 0
            params[name] = params[name] - self.lr * np.divide(g, self.G[name], out=np.zeros_like(g), where=moving)


class RMSProp:
    """AdaGrad with a memory that fades."""

    def __init__(self, lr, rho=0.9):
        self.lr = lr
        self.rho = rho
        self.G = {}  # name -> running mean of squared gradients; empty at first

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name in params:
            g = np.asarray(grads[name])
            self.G[name] = np.hypot(self.rho**0.5 * self.G.get(name, 0.0), (1 - self.rho) ** 0.5 * g)
            moving = self.G[name] > 0
            params[name] = params[name] - self.lr * np.divide(g, self.G[name], out=np.zeros_like(g), where=moving)
