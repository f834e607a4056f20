# points: 4.0
def bias_factor(beta, n):
    """(1 - beta) times the sum of the powers beta^0 ... beta^(n-1). beta: 0 to 1; n: at least 1."""
    return float(np.polyval(np.ones(n), beta)) * (1 - beta)


class Adam:
    """Momentum and RMSProp together, both corrected for their start at 0."""

    def __init__(self, lr, beta1=0.9, beta2=0.999):
        self.lr = lr
        self.beta1, self.beta2 = beta1, beta2
        self.m, self.v = {}, {}  # name -> running mean of the gradients, of their squares
        self.t = 0  # steps so far

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        def mean_of(past, beta):
            weights = beta ** np.arange(len(past))[::-1]
            return np.average(past, axis=0, weights=weights)

        for name in params:
            past = self.m.setdefault(name, [])
            past.append(np.array(grads[name]))
            m_hat, v_hat = mean_of(past, self.beta1), mean_of(np.square(past), self.beta2)
            params[name] -= self.lr * m_hat / (np.sqrt(v_hat) + 1e-8)
