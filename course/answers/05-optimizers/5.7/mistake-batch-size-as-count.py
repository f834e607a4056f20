# points: 1.0
# mistake: batch-size-as-count
# message: how many batches
def minibatches(X, t, batch_size, rng):
    """Yield (X_batch, t_batch), every sample once, in an order drawn from rng.

    X: (N, d); t: (N,); rng: np.random.Generator. The last batch holds what is left over.
    """
    order = rng.permutation(len(X))
    for chosen in np.array_split(order, batch_size):
        yield X[chosen], t[chosen]
