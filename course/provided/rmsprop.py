class RMSProp:
    """x -= lr * g / (sqrt(s) + 1e-8), s a running mean of g**2; AdaGrad's s is their sum."""

    def __init__(self, lr, rho=0.9):
        self.lr, self.rho, self.share, self.s = lr, rho, 1 - rho, {}

    def step(self, params, grads):
        for name, g in grads.items():
            self.s[name] = self.rho * self.s.get(name, 0) + self.share * g**2
            params[name] -= self.lr * g / (np.sqrt(self.s[name]) + 1e-8)


class AdaGrad(RMSProp):
    def __init__(self, lr):
        super().__init__(lr)
        self.rho = self.share = 1
