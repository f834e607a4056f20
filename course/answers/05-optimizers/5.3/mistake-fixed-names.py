# points: 0.0
# mistake: fixed-names
# message: names
class SGD:
    """Gradient descent for any number of named arrays."""

    def __init__(self, lr):
        self.lr = lr

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        params["w"] -= self.lr * grads["w"]
        params["b"] -= self.lr * grads["b"]
