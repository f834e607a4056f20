# points: 0.0
# mistake: nothing-moves
# message: nothing moved
class SGD:
    """Gradient descent for any number of named arrays."""

    def __init__(self, lr):
        self.lr = lr

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        params = {name: params[name] - self.lr * grads[name] for name in params}
