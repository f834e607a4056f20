# points: 4.0
class AdaGrad:
    """Steps divided by the root of all squared gradients so far."""

    def __init__(self, lr):
        self.lr = lr
        self.G = {}  # name -> sum of squared gradients; empty at first

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name, slope in grads.items():
            if name not in self.G:
                self.G[name] = np.zeros_like(slope)
            self.G[name] += slope * slope
            params[name] -= self.lr / np.sqrt(self.G[name] + 1e-8) * slope


class RMSProp:
    """AdaGrad with a memory that fades."""

    def __init__(self, lr, rho=0.9):
        self.lr = lr
        self.rho = rho
        self.G = {}  # name -> running mean of squared gradients; empty at first

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name, slope in grads.items():
            G = self.G[name] if name in self.G else np.zeros_like(slope)
            self.G[name] = G + (1 - self.rho) * (slope * slope - G)
            params[name] -= self.lr / np.sqrt(self.G[name] + 1e-8) * slope
