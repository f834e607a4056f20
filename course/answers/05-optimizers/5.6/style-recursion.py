# points: 4.0
def bias_factor(beta, n):
    """(1 - beta) times the sum of the powers beta^0 ... beta^(n-1). beta: 0 to 1; n: at least 1."""
    return 0.0 if n == 0 else beta * bias_factor(beta, n - 1) + (1 - beta)


class Adam:
    """Momentum and RMSProp together, both corrected for their start at 0."""

    def __init__(self, lr, beta1=0.9, beta2=0.999):
        self.lr = lr
        self.beta1, self.beta2 = beta1, beta2
        self.m, self.v = {}, {}  # name -> running mean of the gradients, of their squares
        self.t = 0  # steps so far

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        # the lecture's recursion of the corrected means themselves
        self.t += 1
        n, b1, b2 = self.t, self.beta1, self.beta2
        for name in params:
            g = grads[name]
            self.m[name] = (b1 - b1**n) / (1 - b1**n) * self.m.get(name, 0.0) + (1 - b1) / (1 - b1**n) * g
            self.v[name] = (b2 - b2**n) / (1 - b2**n) * self.v.get(name, 0.0) + (1 - b2) / (1 - b2**n) * g**2
            params[name] -= self.lr * self.m[name] / (np.sqrt(self.v[name]) + 1e-8)
