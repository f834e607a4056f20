# points: 1.0
# mistake: order-of-batches-only
# message: batches are shuffled
def minibatches(X, t, batch_size, rng):
    """Yield (X_batch, t_batch), every sample once, in an order drawn from rng.

    X: (N, d); t: (N,); rng: np.random.Generator. The last batch holds what is left over.
    """
    for start in rng.permutation(np.arange(0, len(X), batch_size)):
        if start + batch_size <= len(X):
            yield X[start : start + batch_size], t[start : start + batch_size]
    if len(X) % batch_size:
        start = len(X) - len(X) % batch_size
        yield X[start:], t[start:]
