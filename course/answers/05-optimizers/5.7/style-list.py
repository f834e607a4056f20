# points: 2.0
def minibatches(X, t, batch_size, rng):
    """Yield (X_batch, t_batch), every sample once, in an order drawn from rng.

    X: (N, d); t: (N,); rng: np.random.Generator. The last batch holds what is left over.
    """
    order = np.arange(X.shape[0])
    rng.shuffle(order)
    pieces = np.split(order, range(batch_size, len(order), batch_size))
    return [(X[piece], t[piece]) for piece in pieces]
