# points: 10.0
class MLP:
    """Layers are numbered from the back by recursion; nothing is kept between calls."""

    def __init__(self, sizes, rng):
        self.n = len(sizes) - 1
        self.params = {}
        for number, (fan_in, fan_out) in enumerate(zip(sizes[:-1], sizes[1:]), start=1):
            scale = (2 / fan_in) ** 0.5
            weights = scale * rng.standard_normal((fan_in, fan_out))
            self.params["W%d" % number] = weights / 100 if number == self.n else weights
            self.params["b%d" % number] = np.zeros(fan_out)

    def _scores(self, X, layer):
        if layer == 0:
            return X
        inside = self._scores(X, layer - 1)
        if layer > 1:
            inside = np.where(inside > 0, inside, 0.0)
        return inside.dot(self.params["W%d" % layer]) + self.params["b%d" % layer]

    def forward(self, X):
        Z = self._scores(X, self.n)
        Z = Z - np.max(Z, axis=-1)[:, None]
        logs = Z - np.log(np.sum(np.exp(Z), axis=-1))[:, None]
        return np.exp(logs)

    def loss(self, X, t):
        P = self.forward(X)
        return float(sum(-np.log(P[i, label]) for i, label in enumerate(t)) / len(t))

    def gradients(self, X, t):
        arriving = self.forward(X)
        arriving[np.arange(len(t)), t] -= 1.0
        arriving = arriving / len(t)
        slopes = {}
        for layer in reversed(range(1, self.n + 1)):
            before = self._scores(X, layer - 1)
            given = before if layer == 1 else np.maximum(before, 0)
            slopes["W%d" % layer] = np.einsum("ni,nj->ij", given, arriving)
            slopes["b%d" % layer] = np.einsum("nj->j", arriving)
            arriving = np.dot(arriving, self.params["W%d" % layer].T)
            arriving[before <= 0] = 0
        return slopes
