# points: 2.0
def minibatches(X, t, batch_size, rng):
    """Yield (X_batch, t_batch), every sample once, in an order drawn from rng.

    X: (N, d); t: (N,); rng: np.random.Generator. The last batch holds what is left over.
    """
    order = np.argsort(rng.random(len(t)))
    X, t = X[order], t[order]
    while len(X):
        yield X[:batch_size], t[:batch_size]
        X, t = X[batch_size:], t[batch_size:]
