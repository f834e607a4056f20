# points: 2.0
def minibatches(X, t, batch_size, rng):
    """Yield (X_batch, t_batch), every sample once, in an order drawn from rng.

    X: (N, d); t: (N,); rng: np.random.Generator. The last batch holds what is left over.
    """
    order = rng.choice(len(X), size=len(X), replace=False)
    count = -(-len(X) // batch_size)
    parts = (order[i * batch_size : (i + 1) * batch_size] for i in range(count))
    return ((np.take(X, part, axis=0), np.take(t, part)) for part in parts)
