# points: 2.0
class SGD:
    """Gradient descent for any number of named arrays."""

    def __init__(self, lr):
        self.lr = lr

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        moves = [(name, (self.lr * np.asarray(grads[name])).copy()) for name in grads]
        for name, move in moves:
            np.subtract(params[name], move, out=params[name])
        return self
