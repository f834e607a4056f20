# points: 0.0
# mistake: shuffles-the-data
# message: itself
def minibatches(X, t, batch_size, rng):
    """Yield (X_batch, t_batch), every sample once, in an order drawn from rng.

    X: (N, d); t: (N,); rng: np.random.Generator. The last batch holds what is left over.
    """
    order = rng.permutation(len(X))
    X[:], t[:] = X[order], t[order]
    for start in range(0, len(X), batch_size):
        yield X[start : start + batch_size], t[start : start + batch_size]
