# points: 4.0
def bias_factor(beta, n):
    """(1 - beta) times the sum of the powers beta^0 ... beta^(n-1). beta: 0 to 1; n: at least 1."""
    weight = 1.0
    for _ in range(n):
        weight *= beta
    return 1.0 - weight


class Adam:
    """Momentum and RMSProp together, both corrected for their start at 0."""

    def __init__(self, lr, beta1=0.9, beta2=0.999):
        self.lr = lr
        self.beta1, self.beta2 = beta1, beta2
        self.state = {}

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name, g in grads.items():
            m, v, n = self.state.get(name, (0.0, 0.0, 0))
            m, v, n = self.beta1 * m + (1 - self.beta1) * g, self.beta2 * v + (1 - self.beta2) * g**2, n + 1
            self.state[name] = (m, v, n)
            params[name] -= self.lr * m / (1 - self.beta1**n) / (np.sqrt(v / (1 - self.beta2**n)) + 1e-8)
