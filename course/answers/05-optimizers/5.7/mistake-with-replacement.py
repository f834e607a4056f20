# points: 1.0
# mistake: with-replacement
# message: put back
def minibatches(X, t, batch_size, rng):
    """Yield (X_batch, t_batch), every sample once, in an order drawn from rng.

    X: (N, d); t: (N,); rng: np.random.Generator. The last batch holds what is left over.
    """
    count = len(X)
    for start in range(0, count, batch_size):
        chosen = rng.integers(0, count, size=min(batch_size, count - start))
        yield X[chosen], t[chosen]
