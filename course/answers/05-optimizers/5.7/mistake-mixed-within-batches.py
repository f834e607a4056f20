# points: 1.0
# mistake: mixed-within-batches
# message: only within it
def minibatches(X, t, batch_size, rng):
    """Yield (X_batch, t_batch), every sample once, in an order drawn from rng.

    X: (N, d); t: (N,); rng: np.random.Generator. The last batch holds what is left over.
    """
    for start in range(0, len(X), batch_size):
        chosen = rng.permutation(np.arange(start, min(start + batch_size, len(X))))
        yield X[chosen], t[chosen]
