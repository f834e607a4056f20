# points: 1.0
# mistake: turned-round-the-clock
# general: true
# message: data set
def minibatches(X, t, batch_size, rng):
    """Yield (X_batch, t_batch), every sample once, in an order drawn from rng.

    X: (N, d); t: (N,); rng: np.random.Generator. The last batch holds what is left over.
    """
    order = np.roll(np.arange(len(X)), int(rng.integers(1, len(X))))
    for start in range(0, len(X), batch_size):
        chosen = order[start : start + batch_size]
        yield X[chosen], t[chosen]
