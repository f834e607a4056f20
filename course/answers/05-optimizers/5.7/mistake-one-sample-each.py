# points: 1.0
# mistake: one-sample-each
# message: single samples
def minibatches(X, t, batch_size, rng):
    """Yield (X_batch, t_batch), every sample once, in an order drawn from rng.

    X: (N, d); t: (N,); rng: np.random.Generator. The last batch holds what is left over.
    """
    for i in rng.permutation(len(X)):
        yield X[i : i + 1], t[i : i + 1]
