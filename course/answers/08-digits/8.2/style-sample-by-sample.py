# points: 10.0
class MLP:
    """Every sample goes forward and back by itself; the slopes are added up."""

    def __init__(self, sizes, rng):
        self.sizes = list(sizes)
        self.params = {}
        for k in range(len(self.sizes) - 1):
            last = k == len(self.sizes) - 2
            spread = np.sqrt(2.0 / self.sizes[k]) / (100 if last else 1)
            self.params[f"W{k + 1}"] = rng.normal(scale=spread, size=(self.sizes[k], self.sizes[k + 1]))
            self.params[f"b{k + 1}"] = np.zeros(self.sizes[k + 1])

    def one(self, x):
        steps = [x]
        for k in range(1, len(self.sizes)):
            z = steps[-1] @ self.params[f"W{k}"] + self.params[f"b{k}"]
            steps.append(z if k == len(self.sizes) - 1 else z * (z > 0))
        powers = np.exp(steps.pop() - np.max(z))
        return steps, powers / powers.sum()

    def forward(self, X):
        return np.array([self.one(x)[1] for x in X])

    def loss(self, X, t):
        return np.mean([-np.log(self.one(x)[1][label]) for x, label in zip(X, t)])

    def gradients(self, X, t):
        total = {name: np.zeros_like(value) for name, value in self.params.items()}
        for x, label in zip(X, t):
            steps, delta = self.one(x)
            delta = delta.copy()
            delta[label] -= 1
            for k in range(len(steps), 0, -1):
                total[f"W{k}"] += np.outer(steps[k - 1], delta) / len(X)
                total[f"b{k}"] += delta / len(X)
                delta = (self.params[f"W{k}"] @ delta) * np.sign(np.maximum(steps[k - 1], 0))
        return total
