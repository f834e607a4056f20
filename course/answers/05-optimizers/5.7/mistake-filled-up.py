# points: 1.0
# mistake: filled-up
# message: filled up
def minibatches(X, t, batch_size, rng):
    """Yield (X_batch, t_batch), every sample once, in an order drawn from rng.

    X: (N, d); t: (N,); rng: np.random.Generator. The last batch holds what is left over.
    """
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        chosen = np.take(order, range(start, start + batch_size), mode="wrap")
        yield X[chosen], t[chosen]
