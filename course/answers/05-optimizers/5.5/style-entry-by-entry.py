# points: 4.0
class AdaGrad:
    """Steps divided by the root of all squared gradients so far."""

    def __init__(self, lr):
        self.lr = lr
        self.G = {}  # name -> sum of squared gradients; empty at first

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name, value in params.items():
            if name not in self.G:
                self.G[name] = np.zeros(value.shape)
            for index in np.ndindex(value.shape):
                g = grads[name][index]
                self.G[name][index] += g * g
                value[index] -= self.lr * g / (float(self.G[name][index]) ** 0.5 + 1e-8)


class RMSProp:
    """AdaGrad with a memory that fades."""

    def __init__(self, lr, rho=0.9):
        self.lr = lr
        self.rho = rho
        self.G = {}  # name -> running mean of squared gradients; empty at first

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name, value in params.items():
            if name not in self.G:
                self.G[name] = np.zeros(value.shape)
            for index in np.ndindex(value.shape):
                g = grads[name][index]
                self.G[name][index] = self.rho * self.G[name][index] + (1 - self.rho) * g * g
                value[index] -= self.lr * g / (float(self.G[name][index]) ** 0.5 + 1e-8)
