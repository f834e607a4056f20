# points: 2.0
def minibatches(X, t, batch_size, rng):
    """Yield (X_batch, t_batch), every sample once, in an order drawn from rng.

    X: (N, d); t: (N,); rng: np.random.Generator. The last batch holds what is left over.
    """
    table = rng.permutation(np.column_stack([X, t]))
    first = 0
    while first < len(table):
        rows = table[first : first + batch_size]
        yield rows[:, :-1], rows[:, -1].astype(t.dtype)
        first += batch_size
