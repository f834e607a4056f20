# points: 0.0
# mistake: ascent
# message: uphill
class SGD:
    """Gradient descent for any number of named arrays."""

    def __init__(self, lr):
        self.lr = lr

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        for name in params:
            params[name] += self.lr * grads[name]
