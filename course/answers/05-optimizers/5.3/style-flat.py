# points: 2.0
class SGD:
    """Gradient descent for any number of named arrays."""

    def __init__(self, lr):
        self.lr = lr

    def step(self, params, grads):
        """One step. params, grads: dicts, name -> array; params changes, grads does not."""
        names = sorted(params)
        flat = np.concatenate([np.ravel(params[name]) for name in names])
        flat -= self.lr * np.concatenate([np.ravel(grads[name]) for name in names])
        for name in names:
            here, flat = np.split(flat, [params[name].size])
            params[name][...] = here.reshape(params[name].shape)
