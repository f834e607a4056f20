# points: 1.0
# mistake: shuffled-apart
# message: each by itself
def minibatches(X, t, batch_size, rng):
    """Yield (X_batch, t_batch), every sample once, in an order drawn from rng.

    X: (N, d); t: (N,); rng: np.random.Generator. The last batch holds what is left over.
    """
    X, t = rng.permutation(X), rng.permutation(t)
    for start in range(0, len(X), batch_size):
        yield X[start : start + batch_size], t[start : start + batch_size]
