# points: 4.0
def bias_factor(beta, n):
    """(1 - beta) times the sum of the powers beta^0 ... beta^(n-1). beta: 0 to 1; n: at least 1."""
    total = 0.0
    for power in range(n):
        total += beta**power
    return total * (1 - beta)


class Adam:
    """Momentum and RMSProp together, both corrected for their start at 0."""

    def __init__(self, lr, beta1=0.9, beta2=0.999):
        self.lr = lr
        self.beta1, self.beta2 = beta1, beta2
        self.m, self.v = {}, {}  # name -> running mean of the gradients, of their squares
        self.t = 0  # steps so far

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        self.t = self.t + 1
        c1, c2 = bias_factor(self.beta1, self.t), bias_factor(self.beta2, self.t)
        for name, g in grads.items():
            if name not in self.m:
                self.m[name], self.v[name] = np.zeros_like(g), np.zeros_like(g)
            self.m[name] += (1 - self.beta1) * (g - self.m[name])
            self.v[name] += (1 - self.beta2) * (g * g - self.v[name])
            params[name] = params[name] - self.lr * (self.m[name] / c1) / np.sqrt(self.v[name] / c2 + 1e-8)
