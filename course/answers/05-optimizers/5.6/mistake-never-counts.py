# points: 1.0
# mistake: never-counts
# message: as if it were the first
def bias_factor(beta, n):
    """(1 - beta) times the sum of the powers beta^0 ... beta^(n-1). beta: 0 to 1; n: at least 1."""
    return 1 - beta**n


class Adam:
    """Momentum and RMSProp together, both corrected for their start at 0."""

    def __init__(self, lr, beta1=0.9, beta2=0.999):
        self.lr = lr
        self.beta1, self.beta2 = beta1, beta2
        self.m, self.v = {}, {}  # name -> running mean of the gradients, of their squares
        self.t = 0  # steps so far

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        self.t = 1
        for name in params:
            self.m[name] = self.beta1 * self.m.get(name, 0.0) + (1 - self.beta1) * grads[name]
            self.v[name] = self.beta2 * self.v.get(name, 0.0) + (1 - self.beta2) * grads[name] ** 2
            m_hat = self.m[name] / (1 - self.beta1**self.t)
            v_hat = self.v[name] / (1 - self.beta2**self.t)
            params[name] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)
