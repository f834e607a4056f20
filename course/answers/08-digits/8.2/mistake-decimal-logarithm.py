# points: 8.0
# mistake: decimal-logarithm
# message: natural logarithm
class MLP:
    """A network of any depth: ReLU in the hidden layers, softmax at the end."""

    def __init__(self, sizes, rng):
        """sizes: (64, 32, 10) has 64 inputs, 32 hidden units, 10 classes; rng draws the weights.

        params: the dict of W1, b1, W2, b2 and so on; optimizers change it.
        """
        self.depth = len(sizes) - 1
        self.params = {}
        for k in range(1, self.depth + 1):
            std = np.sqrt(2 / sizes[k - 1]) * (0.01 if k == self.depth else 1)
            self.params[f"W{k}"] = rng.normal(0, std, (sizes[k - 1], sizes[k]))
            self.params[f"b{k}"] = np.zeros(sizes[k])

    def forward(self, X):
        """Probabilities. X: (N, inputs). Returns P: (N, classes)."""
        self.outputs = [X]
        for k in range(1, self.depth + 1):
            Z = self.outputs[-1] @ self.params[f"W{k}"] + self.params[f"b{k}"]
            self.outputs.append(np.maximum(0, Z))
        E = np.exp(Z - Z.max(axis=1, keepdims=True))
        return E / E.sum(axis=1, keepdims=True)

    def loss(self, X, t):
        """Mean cross-entropy, a number. X: (N, inputs); t: (N,) integer labels."""
        P = self.forward(X)
        return -np.log10(P[np.arange(len(t)), t]).mean()

    def gradients(self, X, t):
        """Slopes of the loss: a dict with the names and shapes of params."""
        P, grads = self.forward(X), {}
        dZ = (P - np.eye(P.shape[1])[t]) / len(t)
        for k in range(self.depth, 0, -1):
            grads[f"W{k}"] = self.outputs[k - 1].T @ dZ
            grads[f"b{k}"] = dZ.sum(axis=0)
            if k > 1:
                dZ = dZ @ self.params[f"W{k}"].T * (self.outputs[k - 1] > 0)
        return grads
