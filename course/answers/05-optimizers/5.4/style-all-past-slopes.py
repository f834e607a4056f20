# points: 3.0
class Momentum:
    """Descent with a velocity: what was fast stays fast for a while."""

    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = {}  # name -> velocity; empty before the first step

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name in params:
            past = self.v.setdefault(name, [])
            past.append(np.array(grads[name]))
            weights = self.momentum ** np.arange(len(past))[::-1]
            params[name] -= self.lr * sum(w * g for w, g in zip(weights, past, strict=True))
