class Adam:
    """Momentum and RMSProp together, both averages corrected for their start at zero."""

    def __init__(self, lr, beta1=0.9, beta2=0.999):
        self.lr, self.beta1, self.beta2, self.n, self.m, self.v = lr, beta1, beta2, 0, {}, {}

    def step(self, params, grads):
        self.n += 1
        for name, g in grads.items():
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.v[name] = self.beta2 * self.v.get(name, 0) + (1 - self.beta2) * g**2
            size = np.sqrt(self.v[name] / (1 - self.beta2**self.n)) + 1e-8
            params[name] -= self.lr / (1 - self.beta1**self.n) * self.m[name] / size
