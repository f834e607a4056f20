# points: 4.0
class AdaGrad:
    """Steps divided by the root of all squared gradients so far."""

    def __init__(self, lr):
        self.lr = lr
        self.G = {}  # name -> sum of squared gradients; empty at first

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name in params:
            past = self.G.setdefault(name, [])
            past.append(np.array(grads[name], dtype=float))
            params[name] = params[name] - self.lr * grads[name] / (np.linalg.norm(past, axis=0) + 1e-8)


class RMSProp:
    """AdaGrad with a memory that fades."""

    def __init__(self, lr, rho=0.9):
        self.lr = lr
        self.rho = rho
        self.G = {}  # name -> running mean of squared gradients; empty at first

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name in params:
            past = self.G.setdefault(name, [])
            past.append(np.array(grads[name], dtype=float))
            ages = np.arange(len(past))[::-1]
            G = (1 - self.rho) * np.tensordot(self.rho**ages, np.square(past), axes=1)
            params[name] = params[name] - self.lr * grads[name] / (G**0.5 + 1e-8)
