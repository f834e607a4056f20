# points: 10.0
def relu(Z):
    return (np.abs(Z) + Z) / 2


class MLP:
    """Forward and backward through a list of names; targets as rows with a single 1."""

    def __init__(self, sizes, rng):
        pairs = list(zip(sizes, sizes[1:]))
        self.names = [(f"W{i}", f"b{i}") for i in range(1, len(sizes))]
        self.params = {}
        for (w, b), (m, n) in zip(self.names, pairs):
            self.params[w] = rng.normal(loc=0.0, scale=np.sqrt(2 / m), size=(m, n))
            self.params[b] = np.zeros((n,))
        self.params[self.names[-1][0]] *= 0.01

    def walk(self, X):
        cache, A = [], X
        for w, b in self.names:
            Z = np.matmul(A, self.params[w]) + self.params[b]
            cache.append((A, Z))
            A = relu(Z)
        Z = Z - Z.max(axis=1).reshape(-1, 1)
        return cache, Z - np.log(np.exp(Z).sum(axis=1)).reshape(-1, 1)

    def forward(self, X):
        return np.exp(self.walk(X)[1])

    def loss(self, X, t):
        logs = self.walk(X)[1]
        return -np.mean(np.take_along_axis(logs, np.asarray(t)[:, None], axis=1))

    def gradients(self, X, t):
        cache, logs = self.walk(X)
        targets = np.zeros(logs.shape)
        targets[range(len(t)), t] = 1
        dZ, grads = (np.exp(logs) - targets) / targets.shape[0], {}
        for (w, b), (A, _) in list(zip(self.names, cache))[::-1]:
            grads[w], grads[b] = A.T.dot(dZ), np.ones(len(A)) @ dZ
            dA = dZ @ np.transpose(self.params[w])
            dZ = np.where(A > 0, dA, 0)
        return grads
