# points: 2.0
class SGD:
    """Gradient descent for any number of named arrays."""

    def __init__(self, lr):
        self.lr = lr

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        params.update({name: np.subtract(params[name], np.multiply(self.lr, g)) for name, g in grads.items()})
